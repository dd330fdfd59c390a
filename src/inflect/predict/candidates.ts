import { applyAt, made, pool, reservePool, textOf } from './apply.js';
import { mix } from './hash.js';
import type { Rule } from './rules.js';
import type { Estimate, Evidence, SlotStatistics } from './statistics.js';
import type { Word } from './word.js';

/** One way to take a form apart: places in the pool of letters, which hold until the next query. */
export class Reading {
  readonly from = made.from;
  readonly to = made.to;
  readonly stemFrom = made.stemFrom;
  readonly stemTo = made.stemTo;
  readonly editAt = made.editAt;

  /** Takes its places from the last form that was made. */
  constructor(readonly rule: Rule) {}
}

/** A form that a slot's rules propose, with the best of the rules that make it. */
export class Candidate extends Reading {
  /** The same form as a change of the ends only, where the best rule has inner edits. */
  second: Reading | undefined = undefined;
  /** How many rules make this form. */
  agree = 1;
  /** Sum of their probabilities. */
  sum: number;

  constructor(
    rule: Rule,
    readonly estimate: Estimate,
    readonly hash: number,
  ) {
    super(rule);
    this.sum = estimate.suffix;
  }

  /** To be asked for before the next query. */
  get form(): string {
    return textOf(this.from, this.to);
  }
}

/** Rules that are tried for each form that is wanted: many rules make the same form. */
const TRIED = 3;
/** After this many forms, rules that are this much weaker than the best are not tried when predicting. */
const SURELY_TRIED = 8;
const HOPELESS = 1e-8;

function hashOf(from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = mix(hash, pool[i] as number);
  return hash;
}

function isSame(candidate: Candidate, from: number, to: number): boolean {
  if (candidate.to - candidate.from !== to - from) return false;
  const shift = candidate.from - from;
  for (let i = from; i < to; i++) if (pool[i] !== pool[i + shift]) return false;
  return true;
}

function alreadyFound(found: readonly Candidate[], hash: number): Candidate | undefined {
  for (const candidate of found) if (candidate.hash === hash && isSame(candidate, made.from, made.to)) return candidate;
  return undefined;
}

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

/** The distinct forms that fit, likeliest first. */
export function candidatesOf(slot: SlotStatistics, word: Word, { own, enough, thorough }: Wanted): Candidate[] {
  const count = slot.ask(word, { own, most: enough * TRIED });
  const found: Candidate[] = [];
  const least = count === 0 ? 0 : slot.strength(0) * HOPELESS;
  let next = 0;
  exhausted = count < enough * TRIED;
  for (let nth = 0; nth < count; nth++) {
    if (thorough !== true && found.length >= SURELY_TRIED && slot.strength(nth) < least) {
      exhausted = true;
      break;
    }
    reservePool(next + 3 * word.letters.length + slot.longestRule);
    if (!applyAt(slot.code, slot.place(nth), word.letters, next)) continue;
    const hash = hashOf(made.from, made.to);
    const known = alreadyFound(found, hash);
    if (known === undefined) {
      if (found.length >= enough) {
        exhausted = false;
        continue;
      }
      found.push(new Candidate(slot.rule(nth), slot.estimate(nth), hash));
    } else {
      known.agree++;
      known.sum += slot.suffixProbability(nth);
      if (known.second !== undefined || !slot.isPlain(nth) || known.rule.kind === 'ends') continue;
      known.second = new Reading(slot.rule(nth));
    }
    next = made.to;
  }
  return found;
}
