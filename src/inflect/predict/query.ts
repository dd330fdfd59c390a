import type { Evidence, SlotStatistics } from './statistics.js';
import type { Word } from './word.js';

const BACK_OFF = { suffix: 0.8, prefix: 1.6 } as const;
/** Less than any weight: what is left of a sum when all was taken away. */
const NOTHING = 1e-4;
const FLOOR = { rule: 0.05, all: 0.5 } as const;

/** A rule's backed-off probabilities for a word in one slot. */
export interface Estimate {
  suffix: number;
  prefix: number;
  plain: number;
  /** How often the rule was seen. */
  count: number;
  /** Length of the longest context of the word in which the rule was seen. */
  depth: number;
}

/** Sums by number of the rule; `own`: what must not count. */
let sums = newSums(1024);

function newSums(size: number) {
  return {
    size,
    suffix: new Float64Array(size),
    prefix: new Float64Array(size),
    depth: new Uint8Array(size),
    own: new Float64Array(size),
    /** 1 for each beginning, by its number in the slot, that the word has. */
    fits: new Uint8Array(size),
  };
}

const NO_RULES: readonly number[] = [];

let slot: SlotStatistics;
let suffixTail = 1;
let prefixTail = 1;
let all = 1;

/** The rules that fit and how strong they are. Of hundreds mostly the strongest few dozen are wanted: they make a heap. */
let heap = new Int32Array(1024);
let strengths = new Float64Array(1024);
/** Rules of the heap; the weak ones stand behind it. */
let heapSize = 0;
/** So many rules are not weak: the first weak one stands there; 0 when the weak ones have come into the heap. */
let strongRules = 0;
/** A rule is weak when the strongest is more than so many times as strong. */
const WEAK = 1e6;
/** How many rules have not been taken yet. */
export let waiting = 0;
/** The rule that was taken last, by its number in the slot. */
export let taken = 0;

/**
 * Looks for a slot's rules whose ends fit a word; `own` is evidence of the same word, which must not count in training.
 * The rules are then taken one by one, strongest first, until the next query, whichever slot that is made to.
 */
export function ask(statistics: SlotStatistics, word: Word, own: Evidence | undefined): void {
  find(statistics, word, own);
  compare(word, own);
  weigh();
}

/** The first part of a query: `fitting` tells the rules that it has found, `waiting` how many. */
export function find(statistics: SlotStatistics, word: Word, own: Evidence | undefined): void {
  slot = statistics;
  makeRoom(slot.rules.length);
  takeAway(own);
  gather(word);
}

/** The number of a rule that was found, until rules are weighed. */
export function fitting(at: number): number {
  return heap[at] as number;
}

/** The second part: how often the rules were seen in each context of the word. */
export function compare(word: Word, own: Evidence | undefined): void {
  const less = own?.weight ?? 0;
  const { contexts, rules } = slot;
  sums.suffix.fill(0, 0, rules.length);
  if (contexts.prefix > 0) sums.prefix.fill(0, 0, rules.length);
  suffixTail = walkSuffixes(word.suffixContexts, contexts.suffix, less);
  prefixTail = contexts.prefix > 0 ? walkPrefixes(word.prefixContexts, contexts.prefix, less) : 1;
  all = slot.total - less + FLOOR.all;
}

function makeRoom(rules: number): void {
  if (sums.size >= rules) return;
  sums = newSums(rules * 2);
  takenAway = NO_RULES;
  heap = new Int32Array(rules * 2);
  strengths = new Float64Array(rules * 2);
}

/** Where `own` is not zero. */
let takenAway: readonly number[] = NO_RULES;

function takeAway(evidence: Evidence | undefined): void {
  for (const rule of takenAway) sums.own[rule] = 0;
  takenAway = evidence === undefined ? NO_RULES : slot.numbersOf(evidence.rules);
  for (const rule of takenAway) sums.own[rule] = evidence?.weight ?? 0;
}

/**
 * p_k = (c_k + w p_(k-1)) / (n_k + w), from the shortest context to the longest, for all rules at once: with
 * t_k = t_(k-1) w / (n_k + w) this is p_k = t_k (p_0 + the sum of c_i / (w t_(i-1))). Adds up the sums, returns t.
 */
function walkSuffixes(contexts: readonly number[], most: number, less: number): number {
  const { counted } = slot;
  const { totals, starts, rules, weights } = counted;
  const { suffix, depth, own } = sums;
  let tail = 1;
  for (let k = 0; k < contexts.length && k < most; k++) {
    const node = counted.node(contexts[k] as number);
    const total = (totals[node] as number) - less;
    if (total < NOTHING) break;
    const scale = 1 / (BACK_OFF.suffix * tail);
    const end = starts[node + 1] as number;
    for (let entry = starts[node] as number; entry < end; entry++) {
      const rule = rules[entry] as number;
      const times = (weights[entry] as number) - (own[rule] as number);
      if (times < NOTHING) continue;
      suffix[rule] = (suffix[rule] as number) + times * scale;
      depth[rule] = k + 1;
    }
    tail *= BACK_OFF.suffix / (total + BACK_OFF.suffix);
  }
  return tail;
}

/** The same for the beginnings. (Two functions: one for both ends is slower by what it must ask at each entry.) */
function walkPrefixes(contexts: readonly number[], most: number, less: number): number {
  const { counted } = slot;
  const { totals, starts, rules, weights } = counted;
  const { prefix, own } = sums;
  let tail = 1;
  for (let k = 0; k < contexts.length && k < most; k++) {
    const node = counted.node(contexts[k] as number);
    const total = (totals[node] as number) - less;
    if (total < NOTHING) break;
    const scale = 1 / (BACK_OFF.prefix * tail);
    const end = starts[node + 1] as number;
    for (let entry = starts[node] as number; entry < end; entry++) {
      const rule = rules[entry] as number;
      const times = (weights[entry] as number) - (own[rule] as number);
      if (times < NOTHING) continue;
      prefix[rule] = (prefix[rule] as number) + times * scale;
    }
    tail *= BACK_OFF.prefix / (total + BACK_OFF.prefix);
  }
  return tail;
}

/** Finds the rules that fit, by their number. */
function gather(word: Word): void {
  const { counts, ends } = slot;
  const { own, fits } = sums;
  const { beginningOf } = ends;
  ends.compareBeginnings(word, fits);
  const longest = Math.min(ends.longest, word.letters.length);
  let count = 0;
  for (let length = 0; length <= longest; length++) {
    const group = ends.group(word, length);
    if (group === 0) continue;
    const end = ends.to(group);
    for (let rule = ends.from(group); rule < end; rule++) {
      const times = (counts[rule] as number) - (own[rule] as number);
      if (times >= NOTHING && fits[beginningOf[rule] as number] === 1) heap[count++] = rule;
    }
  }
  waiting = count;
}

/** Strength is suffix probability squared times prefix probability. */
function weigh(): void {
  const { counts } = slot;
  const { suffix, prefix, own } = sums;
  const floor = all;
  const whole = suffixTail * suffixTail * prefixTail;
  let most = 0;
  for (let at = 0; at < waiting; at++) {
    const rule = heap[at] as number;
    const plain = ((counts[rule] as number) - (own[rule] as number) + FLOOR.rule) / floor;
    const bySuffix = plain + (suffix[rule] as number);
    const strong = bySuffix * bySuffix * (plain + (prefix[rule] as number)) * whole;
    strengths[at] = strong;
    if (strong > most) most = strong;
  }
  heapSize = waiting;
  partWeak(most / WEAK);
  strongRules = heapSize;
  makeHeap();
}

/** Puts what is weaker than `least` behind the others. */
function partWeak(least: number): void {
  let at = 0;
  while (at < heapSize) {
    const strong = strengths[at] as number;
    if (strong >= least) {
      at++;
      continue;
    }
    heapSize--;
    const rule = heap[at] as number;
    heap[at] = heap[heapSize] as number;
    strengths[at] = strengths[heapSize] as number;
    heap[heapSize] = rule;
    strengths[heapSize] = strong;
  }
}

function makeHeap(): void {
  for (let at = (heapSize >> 1) - 1; at >= 0; at--) sink(at, heap[at] as number, strengths[at] as number);
}

/** Lets a rule down from a place of the heap to where none below is stronger. Of equally strong rules the first counts. */
function sink(from: number, rule: number, strong: number): void {
  const rules = heap;
  const values = strengths;
  const size = heapSize;
  let place = from;
  for (let next = 2 * place + 1; next < size; next = 2 * place + 1) {
    let most = values[next] as number;
    if (next + 1 < size) {
      const other = values[next + 1] as number;
      if (other > most || (other === most && (rules[next + 1] as number) < (rules[next] as number))) {
        most = other;
        next++;
      }
    }
    if (most < strong || (most === strong && rule < (rules[next] as number))) break;
    rules[place] = rules[next] as number;
    values[place] = most;
    place = next;
  }
  rules[place] = rule;
  values[place] = strong;
}

/** Whether all rules that are left are weak. */
export function onlyWeakLeft(): boolean {
  return heapSize === 0 || strongRules === 0;
}

/** Takes the strongest rule that is left. */
export function take(): void {
  if (heapSize === 0) takeUpWeak();
  taken = heap[0] as number;
  waiting--;
  heapSize--;
  if (heapSize > 0) sink(0, heap[heapSize] as number, strengths[heapSize] as number);
}

/** The weak ones, now that no other is left. They stand behind the place that the heap's last rule had. */
function takeUpWeak(): void {
  heap.copyWithin(0, strongRules, strongRules + waiting);
  strengths.copyWithin(0, strongRules, strongRules + waiting);
  heapSize = waiting;
  strongRules = 0;
  makeHeap();
}

function plainOf(rule: number): number {
  return ((slot.counts[rule] as number) - (sums.own[rule] as number) + FLOOR.rule) / all;
}

export function suffixProbability(rule: number): number {
  return (plainOf(rule) + (sums.suffix[rule] as number)) * suffixTail;
}

/** Writes what is known of a rule to `out`. */
export function estimate(rule: number, out: Estimate): void {
  const plain = plainOf(rule);
  out.suffix = (plain + (sums.suffix[rule] as number)) * suffixTail;
  out.prefix = (plain + (sums.prefix[rule] as number)) * prefixTail;
  out.plain = plain;
  out.count = (slot.counts[rule] as number) - (sums.own[rule] as number);
  out.depth = sums.suffix[rule] === 0 ? 0 : (sums.depth[rule] as number);
}
