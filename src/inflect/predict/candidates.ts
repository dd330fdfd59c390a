import { applyAt, isForm, isMadeAt, made, reservePool, textOf } from './apply.js';
import { ask, type Estimate, estimate, onlyWeakLeft, suffixProbability, take, taken, waiting } from './query.js';
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
  editLength = 0;

  /** Takes its places from the last form that was made. */
  take(rule: Rule, number: number): void {
    this.rule = rule;
    this.number = number;
    this.from = made.from;
    this.to = made.to;
    this.stemFrom = made.stemFrom;
    this.stemTo = made.stemTo;
    this.editAt = made.editAt;
    this.editLength = made.editLength;
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
/** After this many forms, weak rules are not tried when predicting. */
const SURELY_TRIED = 5;

export interface Wanted {
  /** Evidence of the same word, which must not count. */
  readonly own?: Evidence | undefined;
  /** So many forms at most. */
  readonly enough: number;
  /** Rules are tried however weak. */
  readonly thorough?: boolean;
}

/** Candidates are made once, and used again by each query: so many are in use. */
const candidates: Candidate[] = [];
let inUse = 0;

/** The distinct forms that fit, likeliest first; they hold until the next query. */
export function candidatesOf(
  slot: SlotStatistics,
  word: Word,
  { own, enough, thorough = false }: Wanted,
): readonly Candidate[] {
  ask(slot, word, own);
  inUse = 0;
  const longest = 3 * word.letters.length + slot.longestRule;
  // Where the letters of the next form begin in the pool.
  let next = 0;
  for (let tried = 0; tried < enough * TRIED && waiting > 0; tried++) {
    if (!thorough && inUse >= SURELY_TRIED && onlyWeakLeft()) break;
    take();
    reservePool(next + longest);
    if (!applyAt(slot.code, slot.codeStarts[taken] as number, word.letters, next)) continue;
    const known = alreadyFound();
    if (known === undefined) begin(slot);
    else if (!known.join(slot, taken)) continue;
    next = made.to;
  }
  return candidates.slice(0, Math.min(inUse, enough));
}

function begin(slot: SlotStatistics): void {
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
