import { type Applied, applyRule, type Rule } from './rules.js';
import type { Estimate, Evidence, SlotStatistics } from './statistics.js';
import type { Word } from './word.js';

/** One way to take a form apart. */
export interface Reading extends Applied {
  readonly rule: Rule;
}

/** A form that a slot's rules propose, with the best of the rules that make it. */
export interface Candidate extends Reading {
  readonly rule: Rule;
  /** The same form as a change of the ends only, where the best rule has inner edits. */
  second?: Reading;
  readonly estimate: Estimate;
  /** How many rules make this form. */
  agree: number;
  /** Sum of their probabilities. */
  sum: number;
}

const MOST_CANDIDATES = 40;
/** Rules that are tried for each form that is wanted: many rules make the same form. */
const TRIED = 3;
/** After this many forms, rules that are this much weaker than the best are not tried when predicting. */
const SURELY_TRIED = 8;
const HOPELESS = 1e-4;

function strength({ suffix, prefix }: Estimate): number {
  return suffix * Math.sqrt(prefix);
}

/** The distinct forms that fit, likeliest first. */
export function candidatesOf(slot: SlotStatistics, word: Word, own?: Evidence, enough = MOST_CANDIDATES): Candidate[] {
  const estimates = slot.estimates(word, own);
  estimates.sort((a, b) => strength(b) - strength(a));
  const found: Candidate[] = [];
  const least = estimates.length === 0 ? 0 : strength(estimates[0] as Estimate) * HOPELESS;
  const most = Math.min(estimates.length, enough * TRIED);
  for (let i = 0; i < most; i++) {
    const estimate = estimates[i] as Estimate;
    if (own === undefined && found.length >= SURELY_TRIED && strength(estimate) < least) break;
    const made = applyRule(estimate.rule, word.text);
    if (made === undefined) continue;
    const known = found.find((candidate) => candidate.form === made.form);
    if (known !== undefined) {
      known.agree++;
      known.sum += estimate.suffix;
      if (known.second === undefined && estimate.rule.kind === 'ends' && known.rule.kind !== 'ends')
        known.second = { ...made, rule: estimate.rule };
    } else if (found.length < enough) {
      const { form, stemFrom, stemTo, editAt } = made;
      found.push({ form, stemFrom, stemTo, editAt, rule: estimate.rule, estimate, agree: 1, sum: estimate.suffix });
    }
  }
  return found;
}
