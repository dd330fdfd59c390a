import { CalqueError, type LexiconItem } from '../../model/model.js';
import { type Input, type LexiconPart, type LexiconReader, type ReadOptions, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { xmlElements } from '../xml-element.js';
import { withoutBrackets } from './brackets.js';
import { ItemsByLanguage } from './by-language.js';
import { isGrammaticalLabel, unjoinGloss } from './gloss.js';
import { entryOf, type LiftEntry, type LiftSense } from './lift-entry.js';
import { takePair } from './pair.js';

/** Lexicon Interchange Format: what FieldWorks, WeSay and Lexique Pro export. */
export const lift: LexiconReader = {
  id: 'lift',
  title: 'Lexicon Interchange Format (FieldWorks, WeSay), 0.13, 0.15 and the old 0.02',
  extensions: ['lift'],
  specification: 'https://github.com/sillsdev/lift-standard',
  carries: ['translations', 'part of speech', 'noun class', 'order of senses', 'labels', 'many languages'],
  sniff: ({ head }) => (rootName(head) === 'lift' ? 1 : 0),
  async open(input, options) {
    return { ...SILENT, kind: 'lexicon', direction: 'said', parts: readParts(input, options) };
  },
};

async function* readParts(input: Input, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const from = options.from ?? 'en';
  if (options.to === from) throw sameLanguage(input, from);
  const found = new ItemsByLanguage(from, options.to);
  for await (const elements of xmlElements(input, ['entry'])) {
    for (const element of elements) takeEntry(found, entryOf(element), { from, to: options.to });
    yield* found.parts();
  }
  yield* found.end();
}

interface Languages {
  readonly from: string;
  readonly to: string | undefined;
}

function takeEntry(found: ItemsByLanguage, entry: LiftEntry, languages: Languages): void {
  const words = [...entry.words.values()].flat().join(', ') || entry.id;
  const reason = faultOf(entry);
  if (reason !== '') {
    found.reject(rejection(entry.line, reason, words), homeOf(entry, languages));
    return;
  }
  // A headword in English makes the entry a concept: the languages of its glosses are what it is translated into.
  const concept = entry.words.has(languages.from);
  const ranks = new Map<string, number>();
  let taken = false;
  for (const sense of entry.senses) {
    for (const language of targetsOf(entry, sense, languages)) {
      const items = found.of(language);
      if (!items) continue;
      const rank = (ranks.get(language) ?? 0) + 1;
      const count = takeSense(items, { entry, sense, rank, concept, from: languages.from, to: language });
      ranks.set(language, rank + count - 1);
      taken ||= count > 0;
    }
  }
  if (!taken) found.reject(rejection(entry.line, 'the entry has no translation', words), homeOf(entry, languages));
}

function faultOf(entry: LiftEntry): string {
  if (entry.deleted) return 'the entry is marked as deleted';
  if (entry.words.size === 0) return 'the entry has no headword';
  return entry.affix ? 'an affix, not a word' : '';
}

/** The language that an entry without a translation is listed under. */
function homeOf({ words }: LiftEntry, { from, to }: Languages): string | undefined {
  return to ?? [...words.keys()].find((language) => language !== from);
}

function targetsOf({ words }: LiftEntry, { glosses }: LiftSense, { from, to }: Languages): string[] {
  const told = [...words.keys()];
  const all = words.has(from) || (to !== undefined && !words.has(to)) ? [...told, ...glosses.keys()] : told;
  return [...new Set(all)].filter((language) => language !== from);
}

interface Meaning {
  readonly entry: LiftEntry;
  readonly sense: LiftSense;
  readonly rank: number;
  readonly concept: boolean;
  readonly from: string;
  readonly to: string;
}

/** Appends every English gloss with every word of the language, and says how many pairs that were. */
function takeSense(items: LexiconItem[], { entry, sense, concept, ...meaning }: Meaning): number {
  const english = sense.glosses.get(meaning.from) ?? entry.words.get(meaning.from) ?? [];
  const told = concept ? sense.glosses.get(meaning.to) : undefined;
  const words = (told ?? entry.words.get(meaning.to) ?? sense.glosses.get(meaning.to) ?? []).map((word) =>
    concept ? wordOfConcept(word) : word,
  );
  const { line, pos, labels } = sense;
  // The class is that of the headword, not of what glosses it.
  const nounClass = told === undefined && entry.words.has(meaning.to) ? sense.nounClass : '';
  let rank = meaning.rank;
  for (const gloss of english) {
    for (const word of words) {
      const text = `${word} : ${gloss}`;
      const fault = faultOfPair(gloss, word);
      if (fault !== '') items.push(rejection(line, fault, text));
      else {
        const from = unjoinGloss(gloss);
        takePair(items, { line, from, to: word, pos, nounClass, rank, labels, text }, meaning.from === 'en');
      }
      rank++;
    }
  }
  return rank - meaning.rank;
}

function faultOfPair(gloss: string, word: string): string {
  if (isGrammaticalLabel(gloss)) return 'a grammatical label, not a translation';
  return word.startsWith('??') ? 'marked as doubtful' : '';
}

/**
 * Word lists write singular and plural as `mwili / miili`, a rare singular as `(unywele) / nywele`, synonyms as
 * `panci/guci`, a stem as `=imba`, and mark words of interest by `*`.
 */
function wordOfConcept(text: string): string {
  const parts = text.replaceAll('*', '').split(/\s\/(?:\s|$)/);
  const first = parts.find((part) => (withoutBrackets(part, undefined) ?? part).trim() !== '');
  return (first ?? text).replace(/^\s*=/, '-').replace(/(?<=\p{L}{3})\/(?=\p{L}{3})/gu, '; ');
}

function sameLanguage(input: Input, language: string): CalqueError {
  return new CalqueError('input', `is to be read from ${language} to ${language}`, {
    place: { file: input.file },
    suggestions: ['name another language with --to, or leave it out'],
  });
}
