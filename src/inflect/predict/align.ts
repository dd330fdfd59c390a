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

/** Costs of substitutions side by side: a key of two letters is too long for a table of whole numbers. */
class CostTable {
  /** Number of each letter that has a learnt substitution, from 1; 0 for others. */
  readonly numbers = new Uint16Array(0x10000);
  readonly substitutions: Float64Array;
  readonly width: number;

  constructor({ substitution }: AlignmentCosts) {
    const letters = new Set([...substitution.keys()].flatMap((key) => [Math.floor(key / 0x10000), key % 0x10000]));
    [...letters].forEach((letter, i) => {
      this.numbers[letter] = i + 1;
    });
    this.width = letters.size + 1;
    this.substitutions = new Float64Array(this.width * this.width);
    for (const a of letters)
      for (const b of letters)
        this.substitutions[(this.numbers[a] as number) * this.width + (this.numbers[b] as number)] =
          substitution.get(pairKey(a, b)) ?? firstCost(a, b);
  }
}

const costTables = new WeakMap<AlignmentCosts, CostTable>();

function costTableOf(costs: AlignmentCosts): CostTable {
  let table = costTables.get(costs);
  if (table === undefined) {
    table = new CostTable(costs);
    costTables.set(costs, table);
  }
  return table;
}

/** The target's letters, their numbers in the table of costs, and what it costs to insert each. */
let targetLetters = new Uint16Array(64);
let targetNumbers = new Uint16Array(64);
let insertCosts = new Float64Array(64);

function readTarget(target: string, { numbers }: CostTable, insertion: ReadonlyMap<number, number>): void {
  if (targetLetters.length < target.length) {
    targetLetters = new Uint16Array(target.length * 2);
    targetNumbers = new Uint16Array(target.length * 2);
    insertCosts = new Float64Array(target.length * 2);
  }
  for (let j = 0; j < target.length; j++) {
    const letter = target.charCodeAt(j);
    targetLetters[j] = letter;
    targetNumbers[j] = numbers[letter] as number;
    insertCosts[j] = insertion.get(letter) ?? COSTS.gap;
  }
}

/** The differences of two words, left to right, by the cheapest alignment. What both begin and end with stays aligned. */
export function align(source: string, target: string, costs: AlignmentCosts): Difference[] {
  const { start, end } = sharedEnds(source, target);
  if (start === 0 && end === 0) return alignAll(source, target, costs);
  const differences = alignAll(
    source.slice(start, source.length - end),
    target.slice(start, target.length - end),
    costs,
  );
  if (start === 0) return differences;
  return differences.map(({ from, to, targetFrom, targetTo }) => ({
    from: from + start,
    to: to + start,
    targetFrom: targetFrom + start,
    targetTo: targetTo + start,
  }));
}

/** Letters that two words share at both ends, but for one at each end: it may be aligned with another of its kind. */
function sharedEnds(a: string, b: string): { start: number; end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return { start: Math.max(0, start - 1), end: Math.max(0, end - 1) };
}

function alignAll(source: string, target: string, costs: AlignmentCosts): Difference[] {
  const width = target.length + 1;
  reserve((source.length + 1) * width);
  const table = costTableOf(costs);
  readTarget(target, table, costs.insertion);
  insertAll(target.length);
  for (let i = 1; i <= source.length; i++) {
    const letter = source.charCodeAt(i - 1);
    alignLetter({ letter, row: i, width, deleteCost: costs.deletion.get(letter) ?? COSTS.gap }, table);
  }
  return trace(source, target);
}

/** The first row: all of the target is inserted. */
function insertAll(length: number): void {
  matched[0] = 0;
  differed[0] = 0;
  for (let j = 1; j <= length; j++) {
    const afterMatch = matched[j - 1] as number;
    const afterChange = differed[j - 1] as number;
    matched[j] = Number.POSITIVE_INFINITY;
    differed[j] = (afterMatch < afterChange ? afterMatch : afterChange) + (insertCosts[j - 1] as number);
    steps[j] = afterMatch < afterChange ? INSERT | AFTER_MATCH : INSERT;
  }
}

/** A letter of the source: `row` counts from 1. */
interface SourceLetter {
  readonly letter: number;
  readonly row: number;
  readonly width: number;
  readonly deleteCost: number;
}

function alignLetter(
  { letter, row, width, deleteCost }: SourceLetter,
  { numbers, substitutions, width: known }: CostTable,
): void {
  const m = matched;
  const d = differed;
  const own = (numbers[letter] as number) * known;
  const start = row * width;
  for (let j = 0; j < width; j++) {
    const cell = start + j;
    const upMatch = m[cell - width] as number;
    const upChange = d[cell - width] as number;
    const removed = (upMatch < upChange ? upMatch : upChange) + deleteCost;
    let match = Number.POSITIVE_INFINITY;
    let best = removed;
    let step = upMatch < upChange ? DELETE | AFTER_MATCH : DELETE;
    if (j > 0) {
      const afterMatch = m[cell - width - 1] as number;
      const afterChange = d[cell - width - 1] as number;
      const other = targetLetters[j - 1] as number;
      if (letter === other) {
        const again = afterChange + (row === 1 || j === 1 ? 0 : REOPEN);
        match = afterMatch <= again ? afterMatch : again;
        fromMatched[cell] = afterMatch <= again ? 1 : 0;
      } else {
        const number = targetNumbers[j - 1] as number;
        const cost = own === 0 || number === 0 ? firstCost(letter, other) : (substitutions[own + number] as number);
        const replaced = (afterMatch < afterChange ? afterMatch : afterChange) + cost;
        if (replaced <= removed) {
          best = replaced;
          step = afterMatch < afterChange ? SUBSTITUTE | AFTER_MATCH : SUBSTITUTE;
        }
      }
      const leftMatch = m[cell - 1] as number;
      const leftChange = d[cell - 1] as number;
      const added = (leftMatch < leftChange ? leftMatch : leftChange) + (insertCosts[j - 1] as number);
      if (added < best) {
        best = added;
        step = leftMatch < leftChange ? INSERT | AFTER_MATCH : INSERT;
      }
    }
    m[cell] = match;
    d[cell] = best;
    steps[cell] = step;
  }
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
