/** Days of a month. */
import type { CalendarDate } from './expression.js';
import { numberWord, ordinalWord } from './number-word.js';
import { lookUp, type Speaker } from './speaker.js';
import { say, settle, type Variant } from './variants.js';

export function sayDate({ day, month }: CalendarDate, speaker: Speaker): Variant[] {
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
