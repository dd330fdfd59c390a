import {
  type Counts,
  characterNgrams,
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
import { corpusScore, lineStatistics } from './statistics.js';
import { chrfWords, withoutSpaces } from './tokenize.js';

/** Settings of chrF (Popović 2015) and chrF++ (Popović 2017: word order 2) with sacreBLEU's names and defaults. */
export interface ChrfOptions {
  readonly charOrder?: number;
  readonly wordOrder?: number;
  /** Recall weighs beta² times as much as precision. */
  readonly beta?: number;
  readonly lowercase?: boolean;
  /** White space counts as characters. */
  readonly whitespace?: boolean;
  /** The mean F over all orders with 1e-16 for 0/0, as chrF++.py, NLTK and Moses have it. */
  readonly epsSmoothing?: boolean;
}

const DEFAULTS: Required<ChrfOptions> = {
  charOrder: 6,
  wordOrder: 0,
  beta: 2,
  lowercase: false,
  whitespace: false,
  epsSmoothing: false,
};

const EPSILON = 1e-16;

export function chrf(pairs: readonly TextPair[], options: ChrfOptions = {}): TextScore {
  const statistics = chrfStatistics(pairs, options);
  const { name, signature } = statistics;
  return { name, score: corpusScore(statistics), signature };
}

/** For each order the n-grams of the hypothesis, of the reference, and those that match: character orders first. */
export function chrfStatistics(pairs: readonly TextPair[], options: ChrfOptions = {}): TextStatistics {
  requireReferences(pairs);
  const settings = { ...DEFAULTS, ...options };
  const width = 3 * (settings.charOrder + settings.wordOrder);
  const score = (sums: ArrayLike<number>) => chrfScore(sums, settings);
  const counts = pairs.map((pair) => bestReference(pair, settings));
  const name = `chrF${settings.beta}${'+'.repeat(settings.wordOrder)}`;
  return { ...lineStatistics(counts, width, score), name, signature: chrfSignature(pairs, settings) };
}

/** Of several references, the first of those with the best score for the line. */
function bestReference({ hypothesis, references }: TextPair, settings: Required<ChrfOptions>): number[] {
  const ngrams = allNgrams(hypothesis, settings);
  let best: number[] = [];
  let highest = -1;
  for (const reference of references) {
    const counts = matchCounts(ngrams, allNgrams(reference, settings));
    const score = references.length === 1 ? 0 : chrfScore(counts, settings);
    if (score > highest) [best, highest] = [counts, score];
  }
  return best;
}

function allNgrams(line: string, { charOrder, wordOrder, lowercase, whitespace }: Required<ChrfOptions>): Counts[] {
  const text = lowercase ? line.toLowerCase() : line;
  const characters = whitespace ? text : withoutSpaces(text);
  const words = wordOrder > 0 ? chrfWords(text) : [];
  return [
    ...Array.from({ length: charOrder }, (_, i) => characterNgrams(characters, i + 1)),
    ...Array.from({ length: wordOrder }, (_, i) => wordNgrams(words, i + 1)),
  ];
}

/** Where the reference is too short for an order, the hypothesis is not blamed for having n-grams of it. */
function matchCounts(hypothesis: readonly Counts[], reference: readonly Counts[]): number[] {
  return hypothesis.flatMap((counts, i) => {
    const other = reference[i] as Counts;
    return [other.size > 0 ? total(counts) : 0, total(other), clippedMatches(counts, other)];
  });
}

function chrfScore(sums: ArrayLike<number>, { beta, epsSmoothing }: Required<ChrfOptions>): number {
  const weight = beta ** 2;
  const orders = sums.length / 3;
  let [precisions, recalls, effective, smoothed] = [0, 0, 0, 0];
  for (let i = 0; i < sums.length; i += 3) {
    const [inHypothesis, inReference, matches] = [sums[i]!, sums[i + 1]!, sums[i + 2]!];
    const precision = inHypothesis > 0 ? matches / inHypothesis : EPSILON;
    const recall = inReference > 0 ? matches / inReference : EPSILON;
    const divisor = weight * precision + recall;
    smoothed += divisor > 0 ? ((1 + weight) * precision * recall) / divisor : EPSILON;
    if (inHypothesis === 0 || inReference === 0) continue;
    precisions += precision;
    recalls += recall;
    effective++;
  }
  if (epsSmoothing) return (100 * smoothed) / orders;
  if (precisions + recalls === 0) return 0;
  const [precision, recall] = [precisions / effective, recalls / effective];
  return 100 * (((1 + weight) * precision * recall) / (weight * precision + recall));
}

function chrfSignature(pairs: readonly TextPair[], settings: Required<ChrfOptions>): string {
  const { charOrder, wordOrder, lowercase, whitespace, epsSmoothing } = settings;
  return [
    `nrefs:${referenceCount(pairs)}`,
    `case:${lowercase ? 'lc' : 'mixed'}`,
    `eff:${epsSmoothing ? 'no' : 'yes'}`,
    `nc:${charOrder}`,
    `nw:${wordOrder}`,
    `space:${whitespace ? 'yes' : 'no'}`,
    `version:${SACREBLEU_VERSION}`,
  ].join('|');
}
