/** Expressions of time, said with a profile and the words that the caller looks up. */
import type { Profile } from '../model/model.js';
import type { Offset, Prepositional, Relative, TimeExpression } from './expression.js';
import { marked } from './marking.js';
import { numberWord } from './number-word.js';
import { sayClock } from './say-clock.js';
import { sayCounted } from './say-counted.js';
import { sayDate } from './say-date.js';
import { lookUp, type Speaker, type WordLookup } from './speaker.js';
import { combine, fill, say, settle, spaced, type Variant } from './variants.js';

/** Variants, likeliest first, at most twelve, weights summing to one; [] when the profile lacks what is needed. */
export function verbaliseTime(expression: TimeExpression, profile: Profile, words: WordLookup): readonly Variant[] {
  const speaker = { profile, words };
  const variants = sayExpression(expression, speaker);
  // A lone word that nothing translates is not verbalised at all.
  return expression.kind === 'atom' ? variants.filter((variant) => variant.complete) : variants;
}

/** Clock times and dates are made: a lexicon's `seven` is the number. All else is looked up as a whole first. */
function sayExpression(expression: TimeExpression, speaker: Speaker): Variant[] {
  const made = sayMade(expression, speaker);
  if (made.length > 0) return made;
  const whole = lookUp(expression.english, speaker);
  return whole.length > 0 ? whole : sayInParts(expression, speaker);
}

function sayMade(expression: TimeExpression, speaker: Speaker): Variant[] {
  switch (expression.kind) {
    case 'clock':
      return sayClock(expression, speaker.profile);
    case 'date':
      return sayDate(expression, speaker);
    case 'atom':
      return sayMiddleOfDay(expression.english, speaker);
    default:
      return [];
  }
}

function sayInParts(expression: TimeExpression, speaker: Speaker): Variant[] {
  switch (expression.kind) {
    case 'atom':
      return sayAtom(expression.english, speaker);
    case 'counted':
      return sayCounted(expression, speaker);
    case 'relative':
      return sayRelative(expression, speaker);
    case 'in':
    case 'ago':
      return sayOffset(expression, speaker);
    case 'year':
      // Digits are read in every language, but nobody says them.
      return [say(numberWord(expression.year, speaker.profile) ?? String(expression.year), false)];
    case 'adposition':
      return sayPrepositional(expression, speaker);
    case 'and':
    case 'sequence':
      return sayParts(expression.parts, expression.kind === 'and', speaker);
    default:
      return [];
  }
}

function sayMiddleOfDay(english: string, { profile }: Speaker): Variant[] {
  const { noon, midnight } = profile.clock ?? {};
  const patterns = english === 'noon' ? noon : english === 'midnight' ? midnight : undefined;
  return settle((patterns ?? []).map((pattern) => say(pattern)));
}

function sayAtom(english: string, { profile }: Speaker): Variant[] {
  if (english !== 'noon' && english !== 'midnight') return [say(english, false)];
  const half = english === 'noon' ? 'pm' : 'am';
  return sayClock({ kind: 'clock', hour: 12, minute: 0, half, towards: false, english }, profile);
}

function sayRelative({ relation, of }: Relative, speaker: Speaker): Variant[] {
  return filled(speaker.profile.dates?.[relation], sayExpression(of, speaker));
}

function sayOffset({ kind, of }: Offset, speaker: Speaker): Variant[] {
  const inner = sayExpression(of, speaker);
  const patterns = speaker.profile.dates?.[kind];
  if (patterns || kind === 'ago') return filled(patterns, inner);
  return marked('in', inner, speaker);
}

function filled(patterns: readonly string[] | undefined, inner: readonly Variant[]): Variant[] {
  return patterns ? fill(settle(patterns.map((pattern) => say(pattern))), 'x', inner) : [];
}

function sayPrepositional({ adposition, of }: Prepositional, speaker: Speaker): Variant[] {
  return marked(adposition, sayExpression(of, speaker), speaker);
}

function sayParts(parts: readonly TimeExpression[], joined: boolean, speaker: Speaker): Variant[] {
  const and = joined ? lookUp('and', speaker) : [];
  const said = parts.map((part) => sayExpression(part, speaker));
  return said.reduce((left, right) => {
    const opened = and.length > 0 ? combine(left, and, spaced) : left;
    const both = combine(opened, right, spaced);
    return joined && and.length === 0 ? both.map((variant) => ({ ...variant, complete: false })) : both;
  });
}
