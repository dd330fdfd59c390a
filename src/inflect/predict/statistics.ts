import { HashedNumbers, mix } from './hash.js';
import type { Rule } from './rules.js';
import { PREFIX_CONTEXTS, SUFFIX_CONTEXTS, type Word } from './word.js';

/** What one known cell says: the rules that make its forms, and how much it counts. */
export interface Evidence {
  readonly word: Word;
  readonly rules: readonly Rule[];
  readonly weight: number;
}

const BACK_OFF = { suffix: 0.8, prefix: 1.6 } as const;
/** Less than any weight: what is left of a sum when all was taken away. */
const NOTHING = 1e-4;
const FLOOR = { rule: 0.05, all: 0.5 } as const;

/** A rule that fits a word, with its backed-off probabilities in one slot. */
export interface Estimate {
  readonly rule: Rule;
  readonly suffix: number;
  readonly prefix: number;
  readonly plain: number;
  readonly count: number;
  /** Length of the longest context of the word in which the rule was seen. */
  readonly depth: number;
}

/** Longest contexts, in letters, at both ends. */
export interface Contexts {
  readonly suffix: number;
  readonly prefix: number;
}

const ALL_CONTEXTS: Contexts = { suffix: SUFFIX_CONTEXTS, prefix: PREFIX_CONTEXTS };

/** How often each rule was seen in one slot (a bundle, or a difference of bundles), by the letters at both ends. */
export class SlotStatistics {
  readonly rules: Rule[] = [];
  private readonly local = new Map<Rule, number>();
  private readonly counts: number[] = [];
  private readonly bySuffix = new Map<number, number[]>();
  private longest = 0;
  total = 0;
  private readonly seen: HashedNumbers;

  constructor(
    evidence: readonly Evidence[],
    private readonly contexts: Contexts = ALL_CONTEXTS,
  ) {
    this.seen = new HashedNumbers(evidence.length * 2 * (contexts.suffix + contexts.prefix));
    for (const item of evidence) this.add(item);
  }

  private add({ word, rules, weight }: Evidence): void {
    this.total += weight;
    const suffixContexts = word.suffixContexts.subarray(0, this.contexts.suffix);
    const prefixContexts = word.prefixContexts.subarray(0, this.contexts.prefix);
    for (const context of suffixContexts) this.seen.add(context, weight);
    for (const context of prefixContexts) this.seen.add(context, weight);
    for (const rule of rules) {
      const index = this.indexOf(rule);
      this.counts[index] = (this.counts[index] as number) + weight;
      for (const context of suffixContexts) this.seen.add(mix(context, index + 1), weight);
      for (const context of prefixContexts) this.seen.add(mix(context, index + 1), weight);
    }
  }

  private indexOf(rule: Rule): number {
    const known = this.local.get(rule);
    if (known !== undefined) return known;
    const index = this.rules.length;
    this.local.set(rule, index);
    this.rules.push(rule);
    this.counts.push(0);
    const ending = suffixKey(rule.suffixFrom);
    const list = this.bySuffix.get(ending);
    if (list === undefined) this.bySuffix.set(ending, [index]);
    else list.push(index);
    this.longest = Math.max(this.longest, rule.suffixFrom.length);
    return index;
  }

  /** All rules whose endings fit. `own` is evidence of the same word, which must not count when training. */
  estimates(word: Word, own?: Evidence): Estimate[] {
    const found: Estimate[] = [];
    const ownWeight = own?.weight ?? 0;
    const total = this.total - ownWeight;
    const suffixes = this.level(word.suffixContexts, this.contexts.suffix, {
      less: ownWeight,
      weight: BACK_OFF.suffix,
    });
    const prefixes = this.level(word.prefixContexts, this.contexts.prefix, {
      less: ownWeight,
      weight: BACK_OFF.prefix,
    });
    const most = Math.min(this.longest, word.text.length);
    for (let length = 0; length <= most; length++) {
      const indices = this.bySuffix.get(word.suffix[length] as number);
      if (indices === undefined) continue;
      for (const index of indices) {
        const rule = this.rules[index] as Rule;
        if (rule.prefixFrom !== '' && !word.text.startsWith(rule.prefixFrom)) continue;
        const less = own?.rules.includes(rule) ? ownWeight : 0;
        const count = (this.counts[index] as number) - less;
        if (count < NOTHING) continue;
        const plain = (count + FLOOR.rule) / (total + FLOOR.all);
        const suffix = this.backOff(suffixes, plain, index, less);
        const depth = this.reached;
        const prefix = this.backOff(prefixes, plain, index, less);
        found.push({ rule, suffix, prefix, plain, count, depth });
      }
    }
    return found;
  }

  /** How deep the last call of backOff found its rule. */
  private reached = 0;

  private backOff({ contexts, totals, tails, weight }: Level, plain: number, index: number, less: number): number {
    let p = plain;
    const depth = totals.length;
    for (let k = 0; k < depth; k++) {
      const times = this.seen.get(mix(contexts[k] as number, index + 1)) - less;
      if (times < NOTHING) {
        this.reached = k;
        return p * (tails[k] as number);
      }
      p = (times + weight * p) / ((totals[k] as number) + weight);
    }
    this.reached = depth;
    return p;
  }

  /** How often each context of a word was seen, and what backing off from it to the longest costs. */
  private level(contexts: Int32Array, most: number, { less, weight }: { less: number; weight: number }): Level {
    const totals: number[] = [];
    for (let k = 0; k < contexts.length && k < most; k++) {
      const all = this.seen.get(contexts[k] as number) - less;
      if (all < NOTHING) break;
      totals.push(all);
    }
    const tails: number[] = new Array(totals.length);
    let tail = 1;
    for (let k = totals.length - 1; k >= 0; k--) {
      tail *= weight / ((totals[k] as number) + weight);
      tails[k] = tail;
    }
    return { contexts, totals, tails, weight };
  }
}

interface Level {
  readonly contexts: Int32Array;
  readonly totals: readonly number[];
  readonly tails: readonly number[];
  readonly weight: number;
}

/** The same hash that `Word.suffix` has for these letters. */
function suffixKey(ending: string): number {
  let hash = 101;
  for (let i = ending.length - 1; i >= 0; i--) hash = mix(hash, ending.charCodeAt(i));
  return hash;
}
