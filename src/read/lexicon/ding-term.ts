import { categoryOf } from './category.js';
import { genderOf } from './marks.js';

/** One synonym of one side, without its annotations; notes in round brackets stay for cleaning. */
export interface DingTerm {
  readonly text: string;
  readonly pos: string;
  readonly gender: string;
  readonly labels: readonly string[];
}

/** `{n}` is a neuter noun where other nouns are `{m}` and `{f}`, and a noun of any kind elsewhere. */
export function termsOf(part: string, gendered: boolean): DingTerm[] {
  return splitOutside(part, ';').map((term) => parseTerm(term, gendered));
}

/** Ding's own abbreviations, where they mean something else than in other dictionaries. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['arch.', 'architecture'],
  ['hist.', 'history'],
  ['veraltet', 'obsolete'],
  ['altertümlich', 'archaic'],
]);

function parseTerm(term: string, gendered: boolean): DingTerm {
  const labels: string[] = [];
  let [pos, gender] = ['', ''];
  const text = term
    .replace(/\{([^{}]*)\}/g, (_, tags: string) => {
      for (const tag of tags.split(/[;,/]/)) {
        if (gendered) gender ||= genderOf(tag);
        pos ||= genderOf(tag) !== '' ? 'N' : tag.trim() === 'pl' ? 'N' : categoryOf(tag);
      }
      return ' ';
    })
    .replace(/\[([^[\]]*)\]/g, (_, label: string) => {
      if (!/^[\d\s]*$/.test(label)) labels.push(LABELS.get(label.trim()) ?? label);
      return ' ';
    });
  return { text: text.replace(/\s+/g, ' ').trim(), pos, gender, labels };
}

/** Cuts at a sign that stands outside all brackets. */
export function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter)) depth = Math.max(0, depth - 1);
    else if (letter === sign && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== '');
}
