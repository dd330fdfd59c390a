/** Cuts a template into words and slots, contractions split. */
import type { SlotSpan } from '../model/model.js';

/** A word of the carrier (slot '') or a whole slot. */
export interface RawWord {
  readonly text: string;
  readonly slot: string;
  /** Index into the spans, or -1. */
  readonly span: number;
}

const WHOLE = new Map<string, string>([
  ['cannot', 'can not'],
  ["can't", 'can not'],
  ['cant', 'can not'],
  ["won't", 'will not'],
  ['wont', 'will not'],
  ["shan't", 'shall not'],
  ["ain't", 'is not'],
  ["let's", 'let us'],
  ['lets', 'let us'],
  ['im', 'i am'],
  ['ive', 'i have'],
  ['youre', 'you are'],
  ['theres', 'there is'],
  ['thats', 'that is'],
  ['wanna', 'want to'],
  ['wan', 'want'],
  ['gonna', 'going to'],
  ['gotta', 'got to'],
  ['lemme', 'let me'],
  ['gimme', 'give me'],
  ["o'clock", "o'clock"],
  ["ma'am", "ma'am"],
  ["y'all", 'you all'],
  ['todays', "today 's"],
  ['tomorrows', "tomorrow 's"],
  ['yesterdays', "yesterday 's"],
  ...['do', 'does', 'did', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'would', 'could', 'should'].map(
    (word): [string, string] => [`${word}nt`, `${word} not`],
  ),
  ...['what', 'where', 'who', 'how', 'when'].map((word): [string, string] => [`${word}s`, `${word} is`]),
]);

const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'m", 'am'],
];
/** After these, `'s` is the verb; after all others it marks a possessor. */
const BEFORE_IS = new Set('what where who how when why it that this there here he she which everything'.split(' '));

export function splitContraction(word: string): string[] {
  const whole = WHOLE.get(word);
  if (whole !== undefined) return whole.split(' ');
  for (const [ending, full] of ENDINGS) {
    if (word.endsWith(ending) && word.length > ending.length) return [word.slice(0, -ending.length), full];
  }
  if (word.endsWith("'s") && word.length > 2) {
    const owner = word.slice(0, -2);
    return [owner, BEFORE_IS.has(owner) ? 'is' : "'s"];
  }
  return word.endsWith("s'") && word.length > 3 ? [word.slice(0, -1), "'s"] : [word];
}

/** Punctuation at the edges goes; a full stop stays where it belongs to an abbreviation (`p.`, `a.m.`). */
function trimmed(word: string): string {
  const bare = word.replace(/^[("“”?!,;:…]+|[)"“”?!,;:…]+$/gu, '');
  return /^\p{L}{2,}\.+$/u.test(bare) ? bare.replace(/\.+$/u, '') : bare;
}

function plainWords(text: string): RawWord[] {
  return text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .split(/\s+/u)
    .map(trimmed)
    .filter((word) => /[\p{L}\p{N}&+%$€£]/u.test(word))
    .flatMap(splitContraction)
    .map((word) => ({ text: word, slot: '', span: -1 }));
}

/** All words of a template in order; a slot is one word. */
export function rawWords(text: string, spans: readonly SlotSpan[]): RawWord[] {
  const out: RawWord[] = [];
  let position = 0;
  spans.forEach((span, index) => {
    out.push(...plainWords(text.slice(position, span.start)));
    const value = text.slice(span.start, span.end).toLowerCase().trim().replace(/\s+/gu, ' ');
    out.push({ text: value, slot: span.slot, span: index });
    position = span.end;
  });
  out.push(...plainWords(text.slice(position)));
  return out;
}
