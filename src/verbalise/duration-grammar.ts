/** English durations: `two hours`, `half an hour`, `a week`. */
import type { Cursor } from './cursor.js';
import { readCardinal } from './english-number.js';
import type { Counted } from './expression.js';

export const UNITS: ReadonlySet<string> = new Set(
  'seconds minute hour day week weekend weekday month year morning afternoon evening night decade'.split(' '),
);

/** One unit without a number: `week from now`. */
export function readUnit(cursor: Cursor): Counted | undefined {
  const unit = cursor.takeOne(UNITS);
  return unit === undefined ? undefined : countedOf(1, unit, 'a');
}

export function countedOf(number: number, unit: string, said: string): Counted {
  const singular = unit === 'seconds' ? 'second' : unit;
  return { kind: 'counted', number, unit: singular, english: `${said} ${singular}${number > 1 ? 's' : ''}` };
}

/** `two hours`, `an hour`, `half an hour`, `two and a half hours`. */
export function readDuration(cursor: Cursor): Counted | undefined {
  const start = cursor.position;
  let number = readQuantity(cursor);
  if (number === undefined) return undefined;
  if (cursor.take('and', 'a', 'half')) number += 0.5;
  const said = cursor.since(start);
  const unit = cursor.takeOne(UNITS);
  if (unit === undefined) return undefined;
  if (cursor.take('and', 'a', 'half')) number += 0.5;
  cursor.take('time');
  return countedOf(number, unit, said);
}

function readQuantity(cursor: Cursor): number | undefined {
  if (cursor.take('half', 'an') || cursor.take('half', 'a') || cursor.take('half')) return 0.5;
  if (cursor.take('a', 'couple', 'of') || cursor.take('couple', 'of')) return 2;
  if (cursor.take('an') || cursor.take('a')) return 1;
  return cursor.number(readCardinal);
}
