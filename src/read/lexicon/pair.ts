import type { LexiconItem } from '../../model/model.js';
import { cleanPair, type RawPair } from './clean.js';
import type { Sides } from './sides.js';

/** What a reader knows of a translation; what it does not know stays empty. */
export type PairFacts = Pick<RawPair, 'line' | 'from' | 'to'> & Partial<RawPair>;

/** Cleans a translation and appends it, or one rejection. */
export function takePair(items: LexiconItem[], facts: PairFacts, english = true): void {
  const text = facts.text ?? `${facts.from}\t${facts.to}`;
  cleanPair({ pos: '', nounClass: '', rank: 1, sense: '', labels: '', ...facts, text }, items, english);
}

/** Puts a headword and its translation on their sides. */
export function oriented({ turned }: Sides, headword: string, translation: string): Pick<RawPair, 'from' | 'to'> {
  return turned ? { from: translation, to: headword } : { from: headword, to: translation };
}
