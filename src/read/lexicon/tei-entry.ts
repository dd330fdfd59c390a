import type { LexiconItem } from '../../model/model.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { cleanPair } from './clean.js';
import { withoutExplanation } from './gloss.js';
import { genderOf, labelsOf } from './marks.js';

/** What one `<entry>` has said, in the order in which it said it. */
export interface TeiEntry {
  readonly line: number;
  readonly words: string[];
  pos: string;
  gender: string;
  readonly labels: string[];
  readonly translations: TeiTranslation[];
}

export interface TeiTranslation {
  readonly line: number;
  readonly text: string;
  readonly sense: TeiSense | undefined;
  /** A `<def>`: a translation only where its sense has no other. */
  readonly definition: boolean;
  /** Gender that stands with the translation. */
  gender: string;
}

export interface TeiSense {
  pos: string;
  readonly labels: string[];
  /** It has a translation that is no definition. */
  translated: boolean;
}

export function makeEntry(line: number): TeiEntry {
  return { line, words: [], pos: '', gender: '', labels: [], translations: [] };
}

/** The side that English is on, and whether there is one. */
export interface Orientation {
  /** Headwords are the other language, translations English. */
  readonly turned: boolean;
  readonly english: boolean;
}

/** Appends every headword with every translation, best first; an entry that yields nothing is one rejection. */
export function takeEntry(entry: TeiEntry, items: LexiconItem[], { turned, english }: Orientation): void {
  const translations = entry.translations.filter(({ definition, sense }) => !definition || !sense?.translated);
  if (entry.words.length === 0 || translations.length === 0) {
    const reason = entry.words.length === 0 ? 'the entry has no headword' : 'the entry has no translation';
    items.push(rejection(entry.line, reason, entry.words.join(', ')));
    return;
  }
  for (const word of entry.words) {
    for (const [index, { line, text, sense, gender }] of translations.entries()) {
      const pos = categoryOf(sense?.pos || entry.pos);
      const nominal = pos === '' || pos === 'N' || pos === 'PROPN';
      const raw = {
        line,
        from: turned ? withoutExplanation(text) : word,
        to: turned ? word : text,
        pos,
        // English has no gender: one that stands with an English headword is its translation's. Adjectives list theirs.
        nounClass: nominal ? genderOf(turned ? entry.gender : gender || (english ? entry.gender : '')) : '',
        rank: index + 1,
        sense: '',
        labels: labelsOf([...entry.labels, ...(sense?.labels ?? [])]),
        text: `${word}: ${text}`,
      };
      cleanPair(raw, items, english);
    }
  }
}
