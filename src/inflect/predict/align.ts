import { naturalLog } from './arithmetic.js';
import { CONSONANT, letterKind } from './letters.js';

/** A stretch in which two words differ: source [from, to) stands for target [targetFrom, targetTo). */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly targetFrom: number;
  readonly targetTo: number;
}

/** Costs of letter pairs; learnt from the pairs that were aligned with the costs of the round before. */
export interface AlignmentCosts {
  readonly substitution: ReadonlyMap<number, number>;
  readonly deletion: ReadonlyMap<number, number>;
  readonly insertion: ReadonlyMap<number, number>;
}

export const FIRST_COSTS: AlignmentCosts = { substitution: new Map(), deletion: new Map(), insertion: new Map() };

/** What it costs to begin a match again after a difference: keeps differences together. */
const REOPEN = 0.3;
const COSTS = { vowels: 1.6, consonants: 1.9, mixed: 2.2, gap: 1 } as const;

/** Backward steps: which of the two states (0 matched, 1 differed) a cell came from, and how. */
const MATCH = 1;
const DELETE = 2;
const INSERT = 3;
const SUBSTITUTE = 4;
const AFTER_MATCH = 8;

let matched = new Float32Array(0);
let differed = new Float32Array(0);
let fromMatched = new Uint8Array(0);
let steps = new Uint8Array(0);

function reserve(cells: number): void {
  if (matched.length >= cells) return;
  matched = new Float32Array(cells * 2);
  differed = new Float32Array(cells * 2);
  fromMatched = new Uint8Array(cells * 2);
  steps = new Uint8Array(cells * 2);
}

export function pairKey(source: number, target: number): number {
  return source * 0x10000 + target;
}

function firstCost(source: number, target: number): number {
  const a = letterKind(source);
  if (a !== letterKind(target)) return COSTS.mixed;
  return a === CONSONANT ? COSTS.consonants : COSTS.vowels;
}

/** Costs of pairs of letters side by side: a key of two letters is too long for a table of whole numbers. */
class PairCosts {
  /** Number of each letter that has a learnt cost, from 1. */
  private readonly numbers = new Uint16Array(0x10000);
  private readonly costs: Float64Array;
  private readonly width: number;

  constructor({ substitution }: AlignmentCosts) {
    const letters = new Set([...substitution.keys()].flatMap((key) => [Math.floor(key / 0x10000), key % 0x10000]));
    [...letters].forEach((letter, i) => {
      this.numbers[letter] = i + 1;
    });
    this.width = letters.size + 1;
    this.costs = new Float64Array(this.width * this.width);
    for (const a of letters)
      for (const b of letters) this.costs[this.place(a, b)] = substitution.get(pairKey(a, b)) ?? firstCost(a, b);
  }

  private place(source: number, target: number): number {
    return (this.numbers[source] as number) * this.width + (this.numbers[target] as number);
  }

  of(source: number, target: number): number {
    const a = this.numbers[source] as number;
    const b = this.numbers[target] as number;
    return a === 0 || b === 0 ? firstCost(source, target) : (this.costs[a * this.width + b] as number);
  }
}

const pairCosts = new WeakMap<AlignmentCosts, PairCosts>();

function pairCostsOf(costs: AlignmentCosts): PairCosts {
  let pairs = pairCosts.get(costs);
  if (pairs === undefined) {
    pairs = new PairCosts(costs);
    pairCosts.set(costs, pairs);
  }
  return pairs;
}

let gapCosts = new Float64Array(64);

function costsOf(letters: string, learnt: ReadonlyMap<number, number>): Float64Array {
  if (gapCosts.length < letters.length) gapCosts = new Float64Array(letters.length * 2);
  for (let j = 0; j < letters.length; j++) gapCosts[j] = learnt.get(letters.charCodeAt(j)) ?? COSTS.gap;
  return gapCosts;
}

/** The differences of two words, left to right, by the cheapest alignment. */
export function align(source: string, target: string, costs: AlignmentCosts): Difference[] {
  const width = target.length + 1;
  const cells = (source.length + 1) * width;
  reserve(cells);
  const pairs = pairCostsOf(costs);
  const m = matched;
  const d = differed;
  const wasMatched = fromMatched;
  const insertCosts = costsOf(target, costs.insertion);
  m[0] = 0;
  d[0] = 0;
  for (let i = 0; i <= source.length; i++) {
    const a = i === 0 ? 0 : source.charCodeAt(i - 1);
    const deleteCost = i === 0 ? 0 : (costs.deletion.get(a) ?? COSTS.gap);
    for (let j = i === 0 ? 1 : 0; j <= target.length; j++) {
      const cell = i * width + j;
      let best = Number.POSITIVE_INFINITY;
      let step = 0;
      let match = Number.POSITIVE_INFINITY;
      if (i > 0 && j > 0) {
        const before = cell - width - 1;
        const b = target.charCodeAt(j - 1);
        const afterMatch = m[before] as number;
        const afterChange = d[before] as number;
        if (a === b) {
          const again = afterChange + (i === 1 || j === 1 ? 0 : REOPEN);
          match = afterMatch <= again ? afterMatch : again;
          wasMatched[cell] = afterMatch <= again ? 1 : 0;
        } else {
          best = (afterMatch < afterChange ? afterMatch : afterChange) + pairs.of(a, b);
          step = afterMatch < afterChange ? SUBSTITUTE | AFTER_MATCH : SUBSTITUTE;
        }
      }
      if (i > 0) {
        const afterMatch = m[cell - width] as number;
        const afterChange = d[cell - width] as number;
        const least = (afterMatch < afterChange ? afterMatch : afterChange) + deleteCost;
        if (least < best) {
          best = least;
          step = afterMatch < afterChange ? DELETE | AFTER_MATCH : DELETE;
        }
      }
      if (j > 0) {
        const afterMatch = m[cell - 1] as number;
        const afterChange = d[cell - 1] as number;
        const least = (afterMatch < afterChange ? afterMatch : afterChange) + (insertCosts[j - 1] as number);
        if (least < best) {
          best = least;
          step = afterMatch < afterChange ? INSERT | AFTER_MATCH : INSERT;
        }
      }
      m[cell] = match;
      d[cell] = best;
      steps[cell] = step;
    }
  }
  return trace(source, target);
}

function trace(source: string, target: string): Difference[] {
  const width = target.length + 1;
  const found: Difference[] = [];
  let i = source.length;
  let j = target.length;
  let inMatch = (matched[i * width + j] as number) <= (differed[i * width + j] as number);
  let to = i;
  let targetTo = j;
  while (i > 0 || j > 0) {
    const cell = i * width + j;
    if (inMatch) {
      if (i < to || j < targetTo) found.push({ from: i, to, targetFrom: j, targetTo });
      inMatch = fromMatched[cell] === 1;
      i--;
      j--;
      to = i;
      targetTo = j;
      continue;
    }
    const step = (steps[cell] as number) & 7;
    inMatch = (steps[cell] as number) >= AFTER_MATCH;
    if (step !== INSERT) i--;
    if (step !== DELETE) j--;
    if (step < MATCH) break;
  }
  if (to > 0 || targetTo > 0) found.push({ from: 0, to, targetFrom: 0, targetTo });
  return found.reverse();
}

interface LetterCounts {
  readonly pairs: Map<number, number>;
  readonly deleted: Map<number, number>;
  readonly inserted: Map<number, number>;
  readonly letters: Map<number, number>;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function countPair(source: string, target: string, costs: AlignmentCosts, counts: LetterCounts): void {
  for (let i = 0; i < source.length; i++) count(counts.letters, source.charCodeAt(i));
  for (const difference of align(source, target, costs)) {
    const { from, to, targetFrom, targetTo } = difference;
    if (to - from === targetTo - targetFrom) {
      for (let k = 0; k < to - from; k++)
        count(counts.pairs, pairKey(source.charCodeAt(from + k), target.charCodeAt(targetFrom + k)));
    } else {
      for (let k = from; k < to; k++) count(counts.deleted, source.charCodeAt(k));
      for (let k = targetFrom; k < targetTo; k++) count(counts.inserted, target.charCodeAt(k));
    }
  }
}

/** Frequent exchanges become cheap. Two rounds: the second counts what the first has put in order. */
export function learnCosts(pairs: readonly (readonly [string, string])[]): AlignmentCosts {
  let costs = FIRST_COSTS;
  for (let round = 0; round < 2; round++) {
    const counts: LetterCounts = { pairs: new Map(), deleted: new Map(), inserted: new Map(), letters: new Map() };
    for (const [source, target] of pairs) countPair(source, target, costs, counts);
    const cost = (times: number, letter: number, [least, most]: readonly [number, number]) =>
      Math.min(most, Math.max(least, -naturalLog((times + 0.5) / ((counts.letters.get(letter) ?? 0) + 5)) / 3));
    const learn = (from: Map<number, number>, range: readonly [number, number], letter: (key: number) => number) =>
      new Map([...from].map(([key, times]) => [key, cost(times, letter(key), range)]));
    costs = {
      substitution: learn(counts.pairs, [0.6, 2.1], (key) => Math.floor(key / 0x10000)),
      deletion: learn(counts.deleted, [0.5, 1.1], (key) => key),
      insertion: learn(counts.inserted, [0.5, 1.1], (key) => key),
    };
  }
  return costs;
}
