import { HashedNumbers } from './hash.js';
import type { Rule } from './rules.js';
import { PREFIX_CONTEXTS, prefixHashes, suffixHashes, type Word } from './word.js';

/** Rules in the order that asking wants: what they take off the end makes groups, short endings first. */
export function byEnding(rules: readonly Rule[]): Rule[] {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.suffixFrom);
    if (group === undefined) groups.set(rule.suffixFrom, [rule]);
    else group.push(rule);
  }
  return [...groups].sort(([a], [b]) => a.length - b.length).flatMap(([, group]) => group);
}

/** Which rules fit the ends of a word: they are looked up by its ending, and their beginnings are compared. */
export class Ends {
  /** Number of a group, from 1, by the hash of its ending; the rules of group g stand from `starts[g]` on. */
  private readonly groups = new HashedNumbers(16);
  private readonly starts = [0, 0];
  /** Letters of the longest ending. */
  readonly longest: number;
  /** What rules take off the beginning: hash and length of each, and the number of it for each rule. */
  private readonly beginnings: Int32Array;
  private readonly lengths: Uint8Array;
  readonly beginningOf: Uint16Array;

  /** The rules in the order of their endings. */
  constructor(rules: readonly Rule[]) {
    rules.forEach(({ suffixFrom }, at) => {
      if (at > 0 && suffixFrom === rules[at - 1]?.suffixFrom) return;
      if (at > 0) this.starts.push(at);
      this.groups.add(suffixHashes(suffixFrom).at(-1) as number, this.starts.length - 1);
    });
    this.starts.push(rules.length);
    this.longest = rules.at(-1)?.suffixFrom.length ?? 0;
    const numbers = new Map<string, number>();
    this.beginningOf = Uint16Array.from(rules, ({ prefixFrom }) => {
      const known = numbers.get(prefixFrom);
      if (known !== undefined) return known;
      numbers.set(prefixFrom, numbers.size);
      return numbers.size - 1;
    });
    this.beginnings = Int32Array.from(numbers.keys(), (beginning) => prefixHashes(beginning).at(-1) as number);
    this.lengths = Uint8Array.from(numbers.keys(), ({ length }) => Math.min(length, PREFIX_CONTEXTS));
  }

  /** The group of the rules that take the last `length` letters off a word; 0 when there is none. */
  group({ suffix }: Word, length: number): number {
    return this.groups.get(suffix[length] as number);
  }

  from(group: number): number {
    return this.starts[group] as number;
  }

  to(group: number): number {
    return this.starts[group + 1] as number;
  }

  /** Sets 1 for each of the beginnings whose first letters a word has, else 0: what follows is compared by the rule. */
  compareBeginnings({ prefix }: Word, fits: Uint8Array): void {
    const { beginnings, lengths } = this;
    for (let i = 0; i < beginnings.length; i++) fits[i] = prefix[lengths[i] as number] === beginnings[i] ? 1 : 0;
  }
}
