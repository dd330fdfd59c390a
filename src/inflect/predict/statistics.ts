import { HashedNumbers, mix } from './hash.js';
import type { Rule } from './rules.js';
import type { Word } from './word.js';

/** What one known cell says: the rules that make its forms, and how much it counts. */
export interface Evidence {
  readonly word: Word;
  readonly rules: readonly Rule[];
  readonly weight: number;
}

const BACK_OFF = { suffix: 0.8, prefix: 1.6 } as const;
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

/** How often each rule was seen in one slot (a bundle, or a difference of bundles), by the letters at both ends. */
export class SlotStatistics {
  readonly rules: Rule[] = [];
  private readonly local = new Map<Rule, number>();
  private readonly counts: number[] = [];
  private readonly bySuffix = new Map<number, number[]>();
  private longest = 0;
  total = 0;
  private readonly seen: HashedNumbers;

  constructor(evidence: readonly Evidence[]) {
    this.seen = new HashedNumbers(evidence.length * 12);
    for (const item of evidence) this.add(item);
  }

  private add({ word, rules, weight }: Evidence): void {
    this.total += weight;
    const { suffixContexts, prefixContexts } = word;
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
    const suffixTotals = this.totals(word.suffixContexts, ownWeight);
    const prefixTotals = this.totals(word.prefixContexts, ownWeight);
    const most = Math.min(this.longest, word.text.length);
    for (let length = 0; length <= most; length++) {
      const indices = this.bySuffix.get(word.suffix[length] as number);
      if (indices === undefined) continue;
      for (const index of indices) {
        const rule = this.rules[index] as Rule;
        if (rule.prefixFrom !== '' && !word.text.startsWith(rule.prefixFrom)) continue;
        const less = own?.rules.includes(rule) ? ownWeight : 0;
        const count = (this.counts[index] as number) - less;
        if (count < 1e-4) continue;
        const plain = (count + FLOOR.rule) / (total + FLOOR.all);
        let depth = 0;
        let suffix = plain;
        let zero = false;
        for (let k = 0; k < suffixTotals.length; k++) {
          const all = suffixTotals[k] as number;
          if (all < 1e-4) break;
          const times = zero ? 0 : this.seen.get(mix(word.suffixContexts[k] as number, index + 1)) - less;
          if (times > 1e-4) depth = k + 1;
          else zero = true;
          suffix = ((zero ? 0 : times) + BACK_OFF.suffix * suffix) / (all + BACK_OFF.suffix);
        }
        let prefix = plain;
        zero = false;
        for (let k = 0; k < prefixTotals.length; k++) {
          const all = prefixTotals[k] as number;
          if (all < 1e-4) break;
          const times = zero ? 0 : this.seen.get(mix(word.prefixContexts[k] as number, index + 1)) - less;
          if (times <= 1e-4) zero = true;
          prefix = ((zero ? 0 : times) + BACK_OFF.prefix * prefix) / (all + BACK_OFF.prefix);
        }
        found.push({ rule, suffix, prefix, plain, count, depth });
      }
    }
    return found;
  }

  private totals(contexts: Int32Array, less: number): number[] {
    const totals: number[] = [];
    for (const context of contexts) {
      const all = this.seen.get(context) - less;
      totals.push(all);
      if (all < 1e-4) break;
    }
    return totals;
  }
}

/** The same hash that `Word.suffix` has for these letters. */
function suffixKey(ending: string): number {
  let hash = 101;
  for (let i = ending.length - 1; i >= 0; i--) hash = mix(hash, ending.charCodeAt(i));
  return hash;
}
