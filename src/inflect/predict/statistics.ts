import { packRule } from './apply.js';
import { type Contexts, Counted } from './counts.js';
import { byEnding, Ends } from './ends.js';
import type { Rule } from './rules.js';
import { PREFIX_CONTEXTS, SUFFIX_CONTEXTS, type Word } from './word.js';

/** What one known cell says: the rules that make its forms, and how much it counts. */
export interface Evidence {
  readonly word: Word;
  readonly rules: readonly Rule[];
  readonly weight: number;
}

const ALL_CONTEXTS: Contexts = { suffix: SUFFIX_CONTEXTS, prefix: PREFIX_CONTEXTS };

/** Local numbers by a rule's own: room that all slots use in turn. */
let locals = new Int32Array(1 << 12);

function roomFor(id: number): void {
  if (id < locals.length) return;
  const larger = new Int32Array(id * 2);
  larger.set(locals);
  locals = larger;
}

function distinctRules(evidence: readonly Evidence[]): Rule[] {
  const found: Rule[] = [];
  for (const { rules } of evidence) {
    for (const rule of rules) {
      roomFor(rule.id);
      if (found[locals[rule.id] as number] === rule) continue;
      locals[rule.id] = found.length;
      found.push(rule);
    }
  }
  return found;
}

/** How often each rule was seen in one slot (a bundle, or a difference of bundles), by the letters at both ends. */
export class SlotStatistics {
  /** The slot's rules; their places are their numbers here. Of two that are equally strong the first is taken. */
  readonly rules: readonly Rule[];
  /** Rows of each rule. */
  readonly counts: Float32Array;
  /** Rows of all. */
  readonly total: number;
  readonly counted: Counted;
  readonly ends: Ends;
  /** The rules as rows of numbers, and where each begins. */
  readonly code: Uint16Array;
  readonly codeStarts: Int32Array;
  /** Letters that a rule can add, at most. */
  readonly longestRule: number;

  constructor(
    evidence: readonly Evidence[],
    readonly contexts: Contexts = ALL_CONTEXTS,
  ) {
    this.rules = byEnding(distinctRules(evidence));
    const { numbers, starts } = this.numberRules(evidence);
    this.total = evidence.reduce((sum, { weight }) => sum + weight, 0);
    const counts = new Float64Array(this.rules.length);
    evidence.forEach(({ weight }, item) => {
      for (let i = starts[item] as number; i < (starts[item + 1] as number); i++) {
        const number = numbers[i] as number;
        counts[number] = (counts[number] as number) + weight;
      }
    });
    this.counts = Float32Array.from(counts);
    this.counted = new Counted({ words: evidence, numbers, starts, rules: this.rules.length }, contexts);
    this.ends = new Ends(this.rules);
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
  }

  /** Numbers the rules of all evidence; those of item i stand from `starts[i]` on. */
  private numberRules(evidence: readonly Evidence[]): { numbers: number[]; starts: number[] } {
    this.rules.forEach((rule, number) => {
      locals[rule.id] = number;
    });
    const numbers: number[] = [];
    const starts = [0];
    for (const { rules } of evidence) {
      for (const rule of rules) numbers.push(locals[rule.id] as number);
      starts.push(numbers.length);
    }
    return { numbers, starts };
  }

  /** The numbers of those of some rules that the slot has. */
  numbersOf(rules: readonly Rule[]): number[] {
    return rules.map((rule) => this.rules.indexOf(rule)).filter((number) => number >= 0);
  }
}
