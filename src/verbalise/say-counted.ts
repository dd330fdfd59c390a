/** Counted units of time: `two hours`, `half an hour`. */
import type { Counted } from './expression.js';
import { numberWord } from './number-word.js';
import { lookUp, type Speaker } from './speaker.js';
import { combine, fill, say, spaced, type Variant } from './variants.js';

/** `two hours`; a half is said as minutes unless the language has a phrase for it. */
export function sayCounted(counted: Counted, speaker: Speaker): Variant[] {
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
