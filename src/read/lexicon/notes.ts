import { GUARDED_LABELS } from '../../model/model.js';
import { categoryOf } from './category.js';
import { genderOf, labelsOf } from './marks.js';

/** What stands in brackets beside a word, by what it says. */
export interface Noted {
  readonly pos: string;
  readonly gender: string;
  /** Labels that decide whether a sense is drawn. */
  readonly labels: readonly string[];
  /** The rest of what stands beside the English word: it tells senses apart. */
  readonly sense: string;
}

const GUARDED: ReadonlySet<string> = new Set(GUARDED_LABELS);
const CATEGORY = /^(?:n|v|vi|vt|adj|adv|prep|conj|interj|pron|num|noun|verb|adjective|adverb|pronoun|preposition)\.?$/i;
const GENDER = /^(?:m|f|masc|fem|masculine|feminine|neut|neuter)\.?$/i;

/** Remains of templates and addresses explain nothing. */
const REMAINS = /[|{}[\]<>]|:\/\//;

export function sortNotes(english: readonly string[], other: readonly string[]): Noted {
  const labels: string[] = [];
  const senses: string[] = [];
  let pos = '';
  let gender = '';
  const take = (note: string): boolean => {
    if (CATEGORY.test(note)) pos ||= categoryOf(note);
    else if (GENDER.test(note)) gender ||= genderOf(note);
    else {
      const label = labelsOf([note]);
      if (!GUARDED.has(label)) return false;
      labels.push(label);
    }
    return true;
  };
  for (const note of english) {
    const parts = note.split(/\s*[,;]\s*/);
    const rest = parts.filter((part) => !take(part));
    const sense = rest.length === parts.length ? note : rest.join(', ');
    if (sense.length > 1 && !REMAINS.test(sense)) senses.push(sense);
  }
  for (const note of other) for (const part of note.split(/\s*[,;]\s*/)) take(part);
  return { pos, gender, labels, sense: senses.join(', ') };
}
