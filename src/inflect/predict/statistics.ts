import { packRule } from './apply.js';
import { Counted, Counting } from './counts.js';
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

/** A rule's backed-off probabilities for a word in one slot. */
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

/** What is asked of a slot: `own` is evidence of the same word, which must not count when training. */
export interface Request {
  readonly own?: Evidence | undefined;
  /** So many rules at most, the strongest. */
  readonly most: number;
}

/** Sums of one query by local number of the rule; shared by all slots, for no query begins before the last is done. */
let scratch = newScratch(1024);

function newScratch(size: number) {
  return {
    size,
    suffix: new Float64Array(size),
    prefix: new Float64Array(size),
    depth: new Uint8Array(size),
    own: new Float64Array(size),
    best: new Int32Array(size),
    strengths: new Float64Array(size),
    suffixTail: 1,
    prefixTail: 1,
    all: 1,
  };
}

/** How often each rule was seen in one slot (a bundle, or a difference of bundles), by the letters at both ends. */
export class SlotStatistics {
  readonly rules: Rule[] = [];
  private readonly local = new Map<Rule, number>();
  private readonly counts: Float32Array;
  /** Rules by what they take off the end: the keys, and where the rules of each begin in `byEnding`. */
  private readonly endings = new HashedNumbers(16);
  private readonly endingStarts: Int32Array;
  private readonly byEnding: Int32Array;
  /** Whether a rule takes letters off the beginning. */
  private readonly prefixed: Uint8Array;
  private longest = 0;
  total = 0;
  private readonly counted: Counted;
  /** The rules as rows of numbers, and where each begins. */
  readonly code: Uint16Array;
  private readonly codeStarts: Int32Array;
  /** Letters that a rule can add, at most. */
  readonly longestRule: number;

  constructor(
    evidence: readonly Evidence[],
    private readonly contexts: Contexts = ALL_CONTEXTS,
  ) {
    const counts: number[] = [];
    const counting = new Counting(evidence.length * (contexts.suffix + contexts.prefix));
    for (const item of evidence) this.add(item, counting, counts);
    this.counted = new Counted(counting);
    this.counts = Float32Array.from(counts);
    this.prefixed = Uint8Array.from(this.rules, ({ prefixFrom }) => (prefixFrom === '' ? 0 : 1));
    const groups = this.groupByEnding();
    this.byEnding = Int32Array.from(groups.flat());
    this.endingStarts = new Int32Array(groups.length + 1);
    groups.forEach((group, i) => {
      this.endingStarts[i + 1] = (this.endingStarts[i] as number) + group.length;
    });
    const code: number[] = [];
    this.codeStarts = Int32Array.from(this.rules, (rule) => {
      const start = code.length;
      packRule(rule, code);
      return start;
    });
    this.code = Uint16Array.from(code);
    this.longestRule = this.codeStarts.reduce(
      (most, start, i) => Math.max(most, (this.codeStarts[i + 1] ?? code.length) - start),
      0,
    );
    if (scratch.size < this.rules.length) scratch = newScratch(this.rules.length * 2);
  }

  private add({ word, rules, weight }: Evidence, counting: Counting, counts: number[]): void {
    this.total += weight;
    const indices = rules.map((rule) => this.indexOf(rule));
    for (const index of indices) counts[index] = (counts[index] ?? 0) + weight;
    const ends = [
      [word.suffixContexts, this.contexts.suffix],
      [word.prefixContexts, this.contexts.prefix],
    ] as const;
    for (const [contexts, most] of ends)
      for (let k = 0; k < contexts.length && k < most; k++) counting.add(contexts[k] as number, indices, weight);
  }

  private indexOf(rule: Rule): number {
    const known = this.local.get(rule);
    if (known !== undefined) return known;
    const index = this.rules.length;
    this.local.set(rule, index);
    this.rules.push(rule);
    this.longest = Math.max(this.longest, rule.suffixFrom.length);
    return index;
  }

  private groupByEnding(): number[][] {
    const groups: number[][] = [];
    this.rules.forEach(({ suffixFrom }, index) => {
      const key = suffixKey(suffixFrom);
      const group = this.endings.get(key);
      if (group > 0) groups[group - 1]?.push(index);
      else {
        groups.push([index]);
        this.endings.add(key, groups.length);
      }
    });
    return groups;
  }

  /**
   * Looks for the strongest rules whose ends fit, strongest first, and returns how many there are. They can be asked
   * for, by number from 0, until the next call, whichever slot that is made to.
   */
  ask(word: Word, { own, most }: Request): number {
    const less = own?.weight ?? 0;
    const size = this.rules.length;
    scratch.suffix.fill(0, 0, size);
    scratch.prefix.fill(0, 0, size);
    scratch.depth.fill(0, 0, size);
    scratch.own.fill(0, 0, size);
    for (const rule of own?.rules ?? []) {
      const index = this.local.get(rule);
      if (index !== undefined) scratch.own[index] = less;
    }
    const suffixes = { contexts: word.suffixContexts, most: this.contexts.suffix, weight: BACK_OFF.suffix, less };
    scratch.suffixTail = this.walk(suffixes, scratch.suffix, scratch.depth);
    const prefixes = { contexts: word.prefixContexts, most: this.contexts.prefix, weight: BACK_OFF.prefix, less };
    scratch.prefixTail = this.walk(prefixes, scratch.prefix);
    scratch.all = this.total - less + FLOOR.all;
    return this.strongest(word, most);
  }

  /** Suffix probability squared times prefix probability. */
  strength(nth: number): number {
    return scratch.strengths[nth] as number;
  }

  /** Where the rule begins in `code`. */
  place(nth: number): number {
    return this.codeStarts[scratch.best[nth] as number] as number;
  }

  suffixProbability(nth: number): number {
    const index = scratch.best[nth] as number;
    return (this.plain(index) + (scratch.suffix[index] as number)) * scratch.suffixTail;
  }

  /** Whether a rule changes the ends only. */
  isPlain(nth: number): boolean {
    return this.code[this.place(nth)] === 0;
  }

  rule(nth: number): Rule {
    return this.rules[scratch.best[nth] as number] as Rule;
  }

  estimate(nth: number): Estimate {
    const index = scratch.best[nth] as number;
    const plain = this.plain(index);
    return {
      rule: this.rules[index] as Rule,
      suffix: (plain + (scratch.suffix[index] as number)) * scratch.suffixTail,
      prefix: (plain + (scratch.prefix[index] as number)) * scratch.prefixTail,
      plain,
      count: (this.counts[index] as number) - (scratch.own[index] as number),
      depth: scratch.depth[index] as number,
    };
  }

  private plain(index: number): number {
    return ((this.counts[index] as number) - (scratch.own[index] as number) + FLOOR.rule) / scratch.all;
  }

  /**
   * p_k = (c_k + w p_(k-1)) / (n_k + w), from the shortest context to the longest, for all rules at once: with
   * t_k = t_(k-1) w / (n_k + w) this is p_k = t_k (p_0 + the sum of c_i / (w t_(i-1))). Adds up the sums, returns t.
   */
  private walk({ contexts, most, weight, less }: Walk, sums: Float64Array, depths?: Uint8Array): number {
    const { totals, starts, rules, weights } = this.counted;
    const { own } = scratch;
    let tail = 1;
    for (let k = 0; k < contexts.length && k < most; k++) {
      const node = this.counted.node(contexts[k] as number);
      const total = (totals[node] as number) - less;
      if (total < NOTHING) break;
      const scale = 1 / (weight * tail);
      const end = starts[node + 1] as number;
      for (let entry = starts[node] as number; entry < end; entry++) {
        const index = rules[entry] as number;
        const times = (weights[entry] as number) - (own[index] as number);
        if (times < NOTHING) continue;
        sums[index] = (sums[index] as number) + times * scale;
        if (depths !== undefined) depths[index] = k + 1;
      }
      tail *= weight / (total + weight);
    }
    return tail;
  }

  /** Writes the numbers of the strongest rules that fit to the scratch, and returns how many there are. */
  private strongest(word: Word, most: number): number {
    const { best, strengths, suffix, prefix, own, all } = scratch;
    const { counts, prefixed, byEnding, endingStarts } = this;
    const longest = Math.min(this.longest, word.text.length);
    const whole = scratch.suffixTail * scratch.suffixTail * scratch.prefixTail;
    let count = 0;
    for (let length = 0; length <= longest; length++) {
      const group = this.endings.get(word.suffix[length] as number);
      if (group === 0) continue;
      const end = endingStarts[group] as number;
      for (let at = endingStarts[group - 1] as number; at < end; at++) {
        const index = byEnding[at] as number;
        const times = (counts[index] as number) - (own[index] as number);
        if (times < NOTHING) continue;
        const plain = (times + FLOOR.rule) / all;
        const bySuffix = plain + (suffix[index] as number);
        const strength = bySuffix * bySuffix * (plain + (prefix[index] as number)) * whole;
        if (count === most && strength <= (strengths[count - 1] as number)) continue;
        if (prefixed[index] === 1 && !word.text.startsWith((this.rules[index] as Rule).prefixFrom)) continue;
        let place = count < most ? count++ : count - 1;
        while (place > 0 && (strengths[place - 1] as number) < strength) {
          strengths[place] = strengths[place - 1] as number;
          best[place] = best[place - 1] as number;
          place--;
        }
        strengths[place] = strength;
        best[place] = index;
      }
    }
    return count;
  }
}

interface Walk {
  readonly contexts: Int32Array;
  readonly most: number;
  readonly weight: number;
  readonly less: number;
}

/** The same hash that `Word.suffix` has for these letters. */
function suffixKey(ending: string): number {
  let hash = 101;
  for (let i = ending.length - 1; i >= 0; i--) hash = mix(hash, ending.charCodeAt(i));
  return hash;
}
