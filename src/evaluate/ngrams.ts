import { CalqueError } from '../model/model.js';
import type { LineStatistics } from './statistics.js';

/** n-grams of one order and how often each stands there. A Map: `constructor` is a word like any other. */
export type Counts = Map<string, number>;

/** A line of a system with the lines that it is held against. */
export interface TextPair {
  readonly hypothesis: string;
  /** One or more; lines may differ in how many they have. */
  readonly references: readonly string[];
}

export interface TextScore {
  /** `chrF2++`, `BLEU` */
  readonly name: string;
  /** 0..100 */
  readonly score: number;
  /** All settings that the score depends on, as sacreBLEU writes them. */
  readonly signature: string;
}

/** Counts of lines, with the name and settings of the score that follows from them. */
export interface TextStatistics extends LineStatistics {
  readonly name: string;
  readonly signature: string;
}

/** The release whose definitions the metrics follow and whose scores they were checked against. */
export const SACREBLEU_VERSION = '2.6.0';

/** Counts of n-grams of code points. */
export function characterNgrams(text: string, order: number): Counts {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i += text.codePointAt(i)! > 0xffff ? 2 : 1) starts.push(i);
  starts.push(text.length);
  const counts: Counts = new Map();
  for (let i = 0; i + order < starts.length; i++) increase(counts, text.slice(starts[i], starts[i + order]));
  return counts;
}

/** Counts of n-grams of words; a word holds no blank. */
export function wordNgrams(words: readonly string[], order: number): Counts {
  const counts: Counts = new Map();
  for (let i = 0; i + order <= words.length; i++) increase(counts, words.slice(i, i + order).join(' '));
  return counts;
}

function increase(counts: Counts, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function total(counts: Counts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** How many of the n-grams are met with, each at most as often as it stands in the other text. */
export function clippedMatches(counts: Counts, other: Counts): number {
  let matches = 0;
  for (const [ngram, count] of counts) matches += Math.min(count, other.get(ngram) ?? 0);
  return matches;
}

export function requireReferences(pairs: readonly TextPair[]): void {
  const line = pairs.findIndex(({ references }) => references.length === 0);
  if (line < 0) return;
  const suggestions = ['give a reference for each line, or leave the line out'];
  throw new CalqueError('input', `line ${line + 1} has nothing to be compared with`, { suggestions });
}

/** How a signature tells the number of references: `var` where lines differ. */
export function referenceCount(pairs: readonly TextPair[]): string {
  const sizes = new Set(pairs.map(({ references }) => references.length));
  return sizes.size === 1 ? String([...sizes][0]) : 'var';
}
