import {
  type Counts,
  clippedMatches,
  referenceCount,
  requireReferences,
  SACREBLEU_VERSION,
  type TextPair,
  type TextScore,
  type TextStatistics,
  total,
  wordNgrams,
} from './ngrams.js';
import { lineStatistics, sumLines } from './statistics.js';
import { splitWords, type TokenizerName, tokenize, trimEnd } from './tokenize.js';

export type Smoothing = 'exp' | 'floor' | 'add-k' | 'none';

/** Settings of BLEU (Papineni et al. 2002) with sacreBLEU's names and defaults. */
export interface BleuOptions {
  readonly lowercase?: boolean;
  readonly tokenizer?: TokenizerName;
  readonly smoothing?: Smoothing;
  /** What `floor` (0.1) and `add-k` (1) add; the other methods take none. */
  readonly smoothingValue?: number;
  readonly maxOrder?: number;
  /** Orders for which the hypothesis is too short do not count: for single lines, where 0 would say nothing. */
  readonly effectiveOrder?: boolean;
}

export interface BleuScore extends TextScore {
  /** 0..100, one an order. */
  readonly precisions: readonly number[];
  readonly brevityPenalty: number;
  readonly hypothesisLength: number;
  readonly referenceLength: number;
  /** Matches and n-grams of each order, as `add-k` leaves them. */
  readonly counts: readonly number[];
  readonly totals: readonly number[];
}

type Settings = Required<BleuOptions>;

/** Chen and Cherry 2014, methods 1 to 3. */
const SMOOTHING_VALUES: Readonly<Record<Smoothing, number>> = { exp: 0, floor: 0.1, 'add-k': 1, none: 0 };

function settingsOf(options: BleuOptions): Settings {
  const smoothing = options.smoothing ?? 'exp';
  return {
    lowercase: false,
    tokenizer: '13a',
    smoothing,
    smoothingValue: SMOOTHING_VALUES[smoothing],
    maxOrder: 4,
    effectiveOrder: false,
    ...options,
  };
}

export function bleu(pairs: readonly TextPair[], options: BleuOptions = {}): BleuScore {
  const statistics = bleuStatistics(pairs, options);
  const { name, signature } = statistics;
  return { name, signature, ...scoreParts(sumLines(statistics), settingsOf(options)) };
}

/** Lengths of hypothesis and closest reference, then matches of each order, then n-grams of each order. */
export function bleuStatistics(pairs: readonly TextPair[], options: BleuOptions = {}): TextStatistics {
  requireReferences(pairs);
  const settings = settingsOf(options);
  const counts = pairs.map((pair) => lineCounts(pair, settings));
  const score = (sums: ArrayLike<number>) => scoreParts(sums, settings).score;
  const statistics = lineStatistics(counts, 2 + 2 * settings.maxOrder, score);
  return { ...statistics, name: 'BLEU', signature: bleuSignature(pairs, settings) };
}

function lineCounts({ hypothesis, references }: TextPair, settings: Settings): number[] {
  const words = wordsOf(hypothesis, settings);
  const others = references.map((reference) => wordsOf(reference, settings));
  const orders = Array.from({ length: settings.maxOrder }, (_, i) => i + 1);
  const ngrams = orders.map((order) => wordNgrams(words, order));
  const allowed = orders.map((order) => highestCounts(others.map((other) => wordNgrams(other, order))));
  const matches = ngrams.map((counts, i) => clippedMatches(counts, allowed[i] as Counts));
  const closest = closestLength(
    words.length,
    others.map((other) => other.length),
  );
  return [words.length, closest, ...matches, ...ngrams.map(total)];
}

function wordsOf(line: string, { lowercase, tokenizer }: Settings): string[] {
  return splitWords(tokenize(trimEnd(lowercase ? line.toLowerCase() : line), tokenizer));
}

/** How often each n-gram may match: as often as in the reference that has it most. */
function highestCounts(references: readonly Counts[]): Counts {
  const highest = new Map(references[0]);
  for (const counts of references.slice(1)) {
    for (const [ngram, count] of counts) highest.set(ngram, Math.max(highest.get(ngram) ?? 0, count));
  }
  return highest;
}

/** The shorter one where two are as close. */
function closestLength(length: number, others: readonly number[]): number {
  return others.reduce((best, other) => {
    const [distance, least] = [Math.abs(other - length), Math.abs(best - length)];
    return distance < least || (distance === least && other < best) ? other : best;
  });
}

function scoreParts(sums: ArrayLike<number>, settings: Settings): Omit<BleuScore, 'name' | 'signature'> {
  const [hypothesisLength = 0, referenceLength = 0, ...rest] = Array.from(sums);
  const raw = { counts: rest.slice(0, settings.maxOrder), totals: rest.slice(settings.maxOrder) };
  const brevityPenalty = penalty(hypothesisLength, referenceLength);
  const lengths = { brevityPenalty, hypothesisLength, referenceLength };
  if (raw.counts.every((count) => count === 0)) {
    return { score: 0, precisions: raw.counts.map(() => 0), ...lengths, ...raw };
  }
  const { counts, totals } = withAdded(raw, settings);
  const { precisions, order } = smoothedPrecisions(counts, totals, settings);
  const used = precisions.slice(0, order);
  const mean = used.reduce((sum, precision) => sum + Math.log(precision), 0) / order;
  return { score: brevityPenalty * Math.exp(mean), precisions, ...lengths, counts, totals };
}

function penalty(hypothesisLength: number, referenceLength: number): number {
  if (hypothesisLength >= referenceLength) return 1;
  return hypothesisLength > 0 ? Math.exp(1 - referenceLength / hypothesisLength) : 0;
}

interface OrderCounts {
  readonly counts: readonly number[];
  readonly totals: readonly number[];
}

/** `add-k` adds to all orders but the first. */
function withAdded({ counts, totals }: OrderCounts, { smoothing, smoothingValue }: Settings): OrderCounts {
  if (smoothing !== 'add-k') return { counts, totals };
  const add = (count: number, i: number) => (i > 0 ? count + smoothingValue : count);
  return { counts: counts.map(add), totals: totals.map(add) };
}

function smoothedPrecisions(
  counts: readonly number[],
  totals: readonly number[],
  { smoothing, smoothingValue, effectiveOrder, maxOrder }: Settings,
): { precisions: number[]; order: number } {
  const precisions = counts.map(() => 0);
  let order = maxOrder;
  let halved = 1;
  for (const [i, count] of counts.entries()) {
    const all = totals[i] as number;
    // Longer n-grams than any hypothesis has: their precision stays 0, and with it the score of a corpus.
    if (all === 0) break;
    if (effectiveOrder) order = i + 1;
    if (count > 0) precisions[i] = (100 * count) / all;
    else if (smoothing === 'floor') precisions[i] = (100 * smoothingValue) / all;
    else if (smoothing === 'exp') {
      halved *= 2;
      precisions[i] = 100 / (halved * all);
    }
  }
  return { precisions, order };
}

function bleuSignature(pairs: readonly TextPair[], settings: Settings): string {
  const { lowercase, tokenizer, smoothing, smoothingValue, effectiveOrder } = settings;
  const value = smoothing === 'floor' || smoothing === 'add-k' ? `[${smoothingValue.toFixed(2)}]` : '';
  return [
    `nrefs:${referenceCount(pairs)}`,
    `case:${lowercase ? 'lc' : 'mixed'}`,
    `eff:${effectiveOrder ? 'yes' : 'no'}`,
    `tok:${tokenizer}`,
    `smooth:${smoothing}${value}`,
    `version:${SACREBLEU_VERSION}`,
  ].join('|');
}
