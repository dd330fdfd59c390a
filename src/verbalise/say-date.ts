/** Days of a month. */
import type { CalendarDate } from './expression.js';
import { numberWord, ordinalWord } from './number-word.js';
import { lookUp, type Speaker } from './speaker.js';
import { say, settle, type Variant } from './variants.js';

/** `{day}` is the ordinal where the profile lists ordinals, else the cardinal; `{ordinal}` asks for the ordinal alone. */
export function sayDate({ day, month }: CalendarDate, speaker: Speaker): Variant[] {
  const { profile } = speaker;
  const months = month === '' ? [say('')] : monthVariants(month, speaker);
  const ordinal = ordinalWord(day, profile);
  const word = ordinal ?? numberWord(day, profile);
  const out: Variant[] = [];
  for (const pattern of profile.dates?.dayOfMonth ?? []) {
    if (word === undefined || (ordinal === undefined && pattern.includes('{ordinal}'))) continue;
    const dated = (month === '' ? withoutMonth(pattern) : pattern).replaceAll(/\{(day|ordinal)\}/gu, () => word);
    for (const variant of months) out.push({ ...variant, text: dated.split('{month}').join(variant.text) });
  }
  return settle(out);
}

function monthVariants(month: string, speaker: Speaker): Variant[] {
  const known = lookUp(month, speaker);
  return known.length > 0 ? known : [say(month, false)];
}

/** A day of no month: the month goes from the pattern, with its endings and with what leads up to it. */
function withoutMonth(pattern: string): string {
  return pattern.replace(/(?<=\{(?:day|ordinal)\}).*\{month\}\S*/u, '').replace(/^.*\{month\}\S*/u, '');
}
