import type { LexiconItem } from '../../model/model.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { isAffixCategory, isGrammaticalLabel, unjoinGloss } from './gloss.js';
import { classOf, genderOf, labelsOf } from './marks.js';
import { takePair } from './pair.js';
import type { Field } from './sfm-fields.js';
import type { Markers } from './sfm-markers.js';

interface Gloss {
  readonly line: number;
  readonly text: string;
  /** Place of its marker among the gloss markers. */
  readonly marker: number;
  readonly sense: number;
  readonly pos: string;
}

/** A record, or a subentry (`\se`) of one. */
interface Entry {
  readonly line: number;
  word: string;
  pos: string;
  gender: string;
  sense: number;
  readonly labels: string[];
  readonly glosses: Gloss[];
}

/** Appends what a record says: each gloss of each sense, in order; an entry without any is one rejection. */
export function takeRecord(fields: readonly Field[], items: LexiconItem[], markers: Markers): void {
  let entry: Entry | undefined;
  for (const field of fields) {
    if (field.marker === markers.record || markers.role(field.marker) === 'subentry') {
      if (entry) takeEntry(entry, items, markers.english);
      const { line, text: word } = field;
      entry = { line, word, pos: '', gender: '', sense: 0, labels: [], glosses: [] };
    } else if (entry && field.text !== '') readField(entry, field, markers);
  }
  if (entry) takeEntry(entry, items, markers.english);
}

function readField(entry: Entry, { line, marker, text }: Field, { glosses, role }: Markers): void {
  const place = glosses.indexOf(marker);
  if (place >= 0) {
    entry.glosses.push({ line, text, marker: place, sense: entry.sense, pos: entry.pos });
    return;
  }
  switch (role(marker)) {
    case 'pos':
      // With several languages of description the first one is taken.
      entry.pos = text;
      entry.gender = genderOfCategory(text) || entry.gender;
      break;
    case 'sense':
      entry.sense++;
      break;
    case 'citation':
      entry.word = text;
      break;
    case 'class':
      entry.gender = classOf(text);
      break;
    case 'label':
      if (/^\S+( \S+)?$/.test(text)) entry.labels.push(text);
  }
}

/** `n.fem:pn`: gender within a part of speech. */
function genderOfCategory(pos: string): string {
  for (const part of pos.split(/[.:\s]+/).slice(1)) {
    const gender = part.length > 1 ? genderOf(part) : '';
    if (gender !== '') return gender;
  }
  return '';
}

function takeEntry(entry: Entry, items: LexiconItem[], english: boolean): void {
  const { word, gender, labels } = entry;
  const glosses = entry.glosses.filter(
    ({ sense, marker }) => !entry.glosses.some((other) => other.sense === sense && other.marker < marker),
  );
  if (word === '' || glosses.length === 0) {
    items.push(rejection(entry.line, word === '' ? 'the entry has no headword' : 'the entry has no gloss', word));
    return;
  }
  let rank = 1;
  for (const { line, text, pos } of glosses) {
    const said = `${word}\t${text}`;
    const category = categoryOf(pos || entry.pos);
    const fault = faultOf(word, text, pos);
    if (fault !== '') items.push(rejection(line, fault, said));
    else {
      const nominal = category === '' || category === 'N' || category === 'PROPN';
      const before = items.length;
      takePair(
        items,
        {
          line,
          from: unjoinGloss(text).replace(/\?+$/, ''),
          to: word,
          pos: category,
          nounClass: nominal ? gender : '',
          rank,
          labels: labelsOf(labels),
          text: said,
        },
        english,
      );
      rank += items.length - before;
    }
  }
}

function faultOf(word: string, gloss: string, pos: string): string {
  if (isGrammaticalLabel(gloss)) return 'a grammatical label, not a translation';
  if (isAffixCategory(pos)) return 'an affix, not a word';
  return /\[\.\.\.\]|\(\.\.\.\)/.test(word) ? 'the headword is a pattern, not a word' : '';
}
