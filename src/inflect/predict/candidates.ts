import { applyAt, isForm, isMadeAt, made, reservePool, textOf } from './apply.js';
import { ask, type Estimate, estimate, strength, suffixProbability, take, taken, waiting } from './query.js';
import type { Rule } from './rules.js';
import type { Evidence, SlotStatistics } from './statistics.js';
import type { Word } from './word.js';

/** One way to take a form apart: places in the pool of letters, which hold until the next query. */
export type Reading = Readonly<Omit<MadeReading, 'take'>>;

class MadeReading {
  rule!: Rule;
  /** The rule's number in its slot. */
  number = 0;
  from = 0;
  to = 0;
  stemFrom = 0;
  stemTo = 0;
  editAt = 0;

  /** Takes its places from the last form that was made. */
  take(rule: Rule, number: number): void {
    this.rule = rule;
    this.number = number;
    this.from = made.from;
    this.to = made.to;
    this.stemFrom = made.stemFrom;
    this.stemTo = made.stemTo;
    this.editAt = made.editAt;
  }
}

/** A form that a slot's rules propose, with the best of the rules that make it. To be read before the next query. */
export class Candidate extends MadeReading implements Estimate {
  suffix = 0;
  prefix = 0;
  plain = 0;
  count = 0;
  depth = 0;
  /** How many rules make this form. */
  agree = 1;
  /** Sum of their probabilities. */
  sum = 0;
  /** The same form as a change of the ends only, where the best rule has inner edits. */
  second: Reading | undefined = undefined;
  private readonly room = new MadeReading();

  /** Takes the last form that was made, by the rule with a number. */
  begin(slot: SlotStatistics, number: number): void {
    this.take(slot.rules[number] as Rule, number);
    estimate(number, this);
    this.agree = 1;
    this.sum = this.suffix;
    this.second = undefined;
  }

  /** The same form again, by another rule; true where that is a reading to be kept. */
  join(slot: SlotStatistics, number: number): boolean {
    this.agree++;
    this.sum += suffixProbability(number);
    if (this.second !== undefined || this.rule.kind === 'ends') return false;
    const rule = slot.rules[number] as Rule;
    if (rule.kind !== 'ends') return false;
    this.room.take(rule, number);
    this.second = this.room;
    return true;
  }

  get form(): string {
    return textOf(this.from, this.to);
  }

  is(form: string): boolean {
    return isForm(form, this.from, this.to);
  }
}

/** Rules that are tried for each form that is wanted: many rules make the same form. */
const TRIED = 3;
/** After this many forms, rules that are this much weaker than the best are not tried when predicting. */
const SURELY_TRIED = 8;
const HOPELESS = 1e-8;

export interface Wanted {
  /** Evidence of the same word, which must not count. */
  readonly own?: Evidence | undefined;
  /** So many forms at most. */
  readonly enough: number;
  /** Rules are tried however weak. */
  readonly thorough?: boolean;
}

/** Whether the last query left out no form that could be of any weight. */
export let exhausted = false;

/** The query that is going on: its slot and word, how many rules were tried, and the strength of the first. */
let slot: SlotStatistics;
let word: Word;
let tried = 0;
let strongest = 0;
/** Where the letters of the next form begin in the pool. */
let next = 0;
/** Candidates are made once, and used again by each query: so many are in use. */
const candidates: Candidate[] = [];
let inUse = 0;

/** The distinct forms that fit, likeliest first; they hold until the next query. */
export function candidatesOf(
  statistics: SlotStatistics,
  of: Word,
  { own, enough, thorough }: Wanted,
): readonly Candidate[] {
  slot = statistics;
  word = of;
  tried = 0;
  next = 0;
  inUse = 0;
  ask(slot, word, own);
  return moreCandidates(enough, thorough);
}

/** The same query again for more forms: those it has found come first, though more rules may agree on them. */
export function moreCandidates(enough: number, thorough = false): readonly Candidate[] {
  const longest = 3 * word.letters.length + slot.longestRule;
  exhausted = tried + waiting < enough * TRIED;
  while (tried < enough * TRIED && waiting > 0) {
    take();
    if (tried === 0) strongest = strength;
    tried++;
    if (!thorough && inUse >= SURELY_TRIED && strength < strongest * HOPELESS) {
      exhausted = true;
      break;
    }
    reservePool(next + longest);
    if (!applyAt(slot.code, slot.codeStarts[taken] as number, word.letters, next)) continue;
    const known = alreadyFound();
    if (known === undefined) begin();
    else if (!known.join(slot, taken)) continue;
    if (known === undefined && inUse > enough) exhausted = false;
    next = made.to;
  }
  return candidates.slice(0, Math.min(inUse, enough));
}

function begin(): void {
  let candidate = candidates[inUse];
  if (candidate === undefined) {
    candidate = new Candidate();
    candidates.push(candidate);
  }
  candidate.begin(slot, taken);
  inUse++;
}

function alreadyFound(): Candidate | undefined {
  for (let i = 0; i < inUse; i++) {
    const candidate = candidates[i] as Candidate;
    if (isMadeAt(candidate.from, candidate.to)) return candidate;
  }
  return undefined;
}
