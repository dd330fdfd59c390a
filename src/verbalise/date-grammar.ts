/** English dates: `march third`, `the third of march`, `the fifth`, `march fifth two thousand and seventeen`. */
import type { Cursor } from './cursor.js';
import { readOrdinal, readSmall, readYear } from './english-number.js';
import type { CalendarDate, TimeExpression } from './expression.js';

const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december'.split(' '),
);

/** A date, a year, or a date with its year. */
export function readDate(cursor: Cursor): TimeExpression | undefined {
  const start = cursor.position;
  if (cursor.take('year')) return cursor.attempt(readYearAlone);
  const alone = cursor.attempt(readYearAlone);
  if (alone) return alone;
  const date = cursor.attempt(monthFirst) ?? cursor.attempt(dayFirst);
  const year = date && cursor.attempt(readYearAlone);
  if (!date || !year) return date;
  return { kind: 'sequence', parts: [date, year], english: cursor.since(start) };
}

function readYearAlone(cursor: Cursor): TimeExpression | undefined {
  const start = cursor.position;
  const year = cursor.number(readYear);
  // Before am and pm it is a clock time in hundreds.
  if (year === undefined || cursor.peek() === 'am' || cursor.peek() === 'pm') return undefined;
  return { kind: 'year', year, english: cursor.since(start) };
}

/** `march third`, `march the third`, `march three`; `february twenty seventeen` is a month of a year. */
function monthFirst(cursor: Cursor): TimeExpression | undefined {
  const start = cursor.position;
  const month = cursor.takeOne(MONTHS);
  if (month === undefined) return undefined;
  const year = cursor.attempt(readYearAlone);
  if (year) return { kind: 'sequence', parts: [{ kind: 'atom', english: month }, year], english: cursor.since(start) };
  cursor.take('the');
  const day = cursor.number(readOrdinal) ?? cursor.number(readSmall);
  return dateOf(cursor, { start, day, month });
}

/** `the third of march`, `third march`, `twenty three of march`, `the fifth`. */
function dayFirst(cursor: Cursor): TimeExpression | undefined {
  const start = cursor.position;
  cursor.take('the');
  const ordinal = cursor.number(readOrdinal);
  const day = ordinal ?? cursor.number(readSmall);
  const month = cursor.attempt(() => {
    cursor.take('of');
    return cursor.takeOne(MONTHS);
  });
  // `the third week` and `first fifteen days` are no days of a month.
  if (
    month === undefined &&
    (ordinal === undefined || !/^$|^(this|next|last|of|at|in|and|to|until)$/u.test(cursor.peek()))
  )
    return undefined;
  return dateOf(cursor, { start, day, month: month ?? '' });
}

function dateOf(
  cursor: Cursor,
  { start, day, month }: { start: number; day: number | undefined; month: string },
): CalendarDate | undefined {
  if (day === undefined || day < 1 || day > 31) return undefined;
  return { kind: 'date', day, month, english: cursor.since(start) };
}
