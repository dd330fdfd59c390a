/** Clock times, said as a profile's `clock` says them. */
import type { Clock, Profile } from '../model/model.js';
import type { ClockTime } from './expression.js';
import { numberWord } from './number-word.js';
import { fill, say, settle, type Variant } from './variants.js';

/** [] when the profile has no pattern for this time, or lacks a number. */
export function sayClock(time: ClockTime, profile: Profile): Variant[] {
  const { clock } = profile;
  if (!clock) return [];
  const hour = hourOfDay(time);
  const out: Variant[] = time.minute === 0 && time.half !== undefined ? middleOfDay(clock, hour) : [];
  for (const { pattern, minutes, weight } of patternsFor(clock, time)) {
    const names = namesOf(pattern, { profile, clock, hour, minutes });
    if (names === undefined) continue;
    const parts = partsOfDay(clock, time, hour);
    for (const variant of fill([{ text: names, weight, complete: true }], 'part', parts)) {
      out.push({ ...variant, weight: weight * variant.weight });
    }
  }
  return settle(out);
}

/** 0 to 23; without am or pm the hour as it is said. */
function hourOfDay({ hour, half }: ClockTime): number {
  if (half === undefined || hour > 12) return hour % 24;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function middleOfDay(clock: Clock, hour: number): Variant[] {
  const patterns = (hour === 12 ? clock.noon : hour === 0 ? clock.midnight : undefined) ?? [];
  return patterns.map((text) => ({ text, weight: 1 / patterns.length, complete: true }));
}

interface Pattern {
  readonly pattern: string;
  readonly minutes: number;
  readonly weight: number;
}

function patternsFor(clock: Clock, { minute, towards }: ClockTime): Pattern[] {
  const from = (patterns: readonly string[] | undefined, minutes: number): Pattern[] =>
    (patterns ?? []).map((pattern) => ({ pattern, minutes, weight: 1 / (patterns as readonly string[]).length }));
  const past = from(clock.past, minute);
  const to = from(clock.to, 60 - minute);
  if (minute === 0) return from(clock.full, 0);
  if (minute === 30) return orElse(from(clock.half, 30), past);
  if (minute === 15) return orElse(from(clock.quarterPast, 15), past);
  if (minute === 45 && towards) return orElse(from(clock.quarterTo, 15), orElse(to, past));
  if (minute < 30) return past;
  if (towards) return orElse(to, past);
  // `eight forty five`: both ways of counting are said.
  const quarter = minute === 45 ? from(clock.quarterTo, 15) : [];
  return [...past, ...orElse(quarter, to)];
}

function orElse(first: readonly Pattern[], second: readonly Pattern[]): Pattern[] {
  return [...(first.length > 0 ? first : second)];
}

interface Names {
  readonly profile: Profile;
  readonly clock: Clock;
  readonly hour: number;
  readonly minutes: number;
}

/** The pattern with its hours and minutes named; undefined when the profile lacks a number that it asks for. */
function namesOf(pattern: string, { profile, clock, hour, minutes }: Names): string | undefined {
  const offset = clock.offset ?? 0;
  const twelve = (value: number) => ((((value + offset) % 12) + 11) % 12) + 1;
  const plain = (names: Clock['hours'], value: number) => nameIn(names, value) ?? numberWord(value, profile);
  const values: readonly (readonly [string, () => string | undefined])[] = [
    ['{hour}', () => plain(clock.hours, twelve(hour))],
    ['{nextHour}', () => nameIn(clock.nextHours, twelve(hour + 1)) ?? plain(clock.hours, twelve(hour + 1))],
    ['{minutes}', () => numberWord(minutes, profile)],
  ];
  let text = pattern;
  for (const [name, value] of values) {
    if (!text.includes(name)) continue;
    const word = value();
    if (word === undefined) return undefined;
    text = text.split(name).join(word);
  }
  return text;
}

function nameIn(names: Clock['hours'], hour: number): string | undefined {
  return names !== undefined && Object.hasOwn(names, String(hour)) ? names[String(hour)] : undefined;
}

/** The part of day by the English hour; '' when English says neither am nor pm. */
function partsOfDay(clock: Clock, { half, hour: said }: ClockTime, hour: number): Variant[] {
  if (half === undefined && said <= 12) return [say('')];
  if (!clock.parts) return [say('', false)];
  const parts = clock.parts.filter(({ from, to }) =>
    from <= to ? hour >= from && hour <= to : hour >= from || hour <= to,
  );
  if (parts.length === 0) return [say('')];
  return parts.map(({ say: text, weight = 1 }) => ({ text, weight, complete: true }));
}
