/** Expressions of time, said with a profile and the words that the caller looks up. */
import type { Marking, Profile } from '../model/model.js';
import type { CalendarDate, Counted, Offset, Prepositional, Relative, TimeExpression } from './expression.js';
import { numberWord, ordinalWord } from './number-word.js';
import { sayClock } from './say-clock.js';
import { combine, fill, say, settle, type Variant } from './variants.js';

/** How the language says an English word or phrase, with weights; [] when nothing is known. */
export type WordLookup = (english: string) => readonly { readonly text: string; readonly weight: number }[];

interface Speaker {
  readonly profile: Profile;
  readonly words: WordLookup;
}

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

function lookUp(english: string, { words }: Speaker): Variant[] {
  return settle(words(english).map(({ text, weight }) => ({ text, weight, complete: true })));
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

/** `two hours`; a half is said as minutes unless the language has a phrase for it. */
function sayCounted(counted: Counted, speaker: Speaker): Variant[] {
  const whole = Math.floor(counted.number);
  if (counted.number !== whole) return sayHalves(counted, speaker);
  const number = numberVariants(whole, speaker);
  const { counted: pattern = '{number} {unit}', unitSingular } = speaker.profile.numbers ?? {};
  const plural = whole === 1 || unitSingular ? [] : lookUp(`${counted.unit}s`, speaker);
  const singular = lookUp(counted.unit, speaker);
  const unit = plural.length > 0 ? plural : singular;
  if (unit.length === 0) return [];
  return fill(fill([say(pattern)], 'unit', unit), 'number', number);
}

const HALVES = new Map<string, readonly [number, string]>([
  ['hour', [30, 'minute']],
  ['minute', [30, 'second']],
  ['day', [12, 'hour']],
  ['year', [6, 'month']],
]);

function sayHalves({ number, unit, english }: Counted, speaker: Speaker): Variant[] {
  const half = HALVES.get(unit);
  if (!half) return [];
  const [count, smaller] = half;
  const rest = sayCounted({ kind: 'counted', number: count, unit: smaller, english }, speaker);
  const whole = Math.floor(number);
  if (whole === 0) return rest;
  return combine(sayCounted({ kind: 'counted', number: whole, unit, english }, speaker), rest, spaced);
}

function numberVariants(number: number, speaker: Speaker): Variant[] {
  const word = numberWord(number, speaker.profile);
  if (word !== undefined) return [say(word)];
  return lookUp(ENGLISH_TENS.get(number) ?? '', speaker);
}

/** Round numbers that a lexicon has even where the profile's list ends before them. */
const ENGLISH_TENS = new Map([
  [10, 'ten'],
  [20, 'twenty'],
  [30, 'thirty'],
  [40, 'forty'],
  [50, 'fifty'],
  [60, 'sixty'],
  [100, 'hundred'],
]);

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

function sayDate({ day, month }: CalendarDate, speaker: Speaker): Variant[] {
  const { profile } = speaker;
  const months = month === '' ? [say('')] : monthVariants(month, speaker);
  const out: Variant[] = [];
  for (const pattern of profile.dates?.dayOfMonth ?? []) {
    const ordinal = pattern.includes('{ordinal}');
    const word = ordinal ? ordinalWord(day, profile) : numberWord(day, profile);
    if (word === undefined) continue;
    const dated = (month === '' ? withoutMonth(pattern) : pattern).split(ordinal ? '{ordinal}' : '{day}').join(word);
    out.push(
      ...months.map(({ text, weight, complete }) => ({ text: dated.split('{month}').join(text), weight, complete })),
    );
  }
  return settle(out);
}

function monthVariants(month: string, speaker: Speaker): Variant[] {
  const known = lookUp(month, speaker);
  return known.length > 0 ? known : [say(month, false)];
}

/** A day of no month: the month goes from the pattern, with what leads up to it. */
function withoutMonth(pattern: string): string {
  return pattern.replace(/(?<=\{(?:day|ordinal)\}).*\{month\}/u, '').replace(/^.*\{month\}/u, '');
}

function sayPrepositional({ adposition, of }: Prepositional, speaker: Speaker): Variant[] {
  return marked(adposition, sayExpression(of, speaker), speaker);
}

/** With the adposition as the profile marks it before a time, else as a word that is looked up. */
function marked(adposition: string, inner: readonly Variant[], speaker: Speaker): Variant[] {
  const { adpositions, adpositionOrder } = speaker.profile;
  const own = (key: string) => (adpositions && Object.hasOwn(adpositions, key) ? adpositions[key] : undefined);
  const markings = own(`${adposition} time`) ?? own(adposition);
  if (markings) return settle(markings.flatMap((marking) => inner.map((variant) => withMarking(variant, marking))));
  const word = lookUp(adposition, speaker);
  if (word.length === 0) return settle(inner.map((variant) => ({ ...variant, complete: false })));
  return combine(inner, word, (phrase, text) =>
    adpositionOrder === 'after' ? `${phrase} ${text}` : `${text} ${phrase}`,
  );
}

/** Endings, mutations and agreement are not made here: what asks for them is said without and is not complete. */
function withMarking(variant: Variant, { before, after, prefix = '', ending, mutation, weight = 1 }: Marking): Variant {
  const agreeing = [before, after].some((word) => word?.startsWith('-'));
  const word = (text: string | undefined) => (text === undefined || text.startsWith('-') ? '' : text);
  return {
    text: `${word(before)} ${prefix}${variant.text} ${word(after)}`,
    weight: variant.weight * weight,
    complete: variant.complete && !agreeing && ending === undefined && mutation === undefined,
  };
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

function spaced(left: string, right: string): string {
  return `${left} ${right}`;
}
