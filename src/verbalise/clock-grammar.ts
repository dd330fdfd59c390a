/** English clock times: `nine am`, `half past seven`, `eight hundred am`, `quarter to eight`. */
import type { Cursor } from './cursor.js';
import { readCardinal, readSmall } from './english-number.js';
import type { ClockTime, Half } from './expression.js';

const PARTS_OF_DAY: readonly (readonly [readonly string[], Half | 'night'])[] = [
  [['am'], 'am'],
  [['pm'], 'pm'],
  [['in', 'the', 'morning'], 'am'],
  [['in', 'the', 'afternoon'], 'pm'],
  [['in', 'the', 'evening'], 'pm'],
  [['at', 'night'], 'night'],
];

interface Said {
  readonly hour: number;
  readonly minute: number;
  readonly towards: boolean;
  /** Nothing else than a clock time can be meant. */
  readonly certain: boolean;
}

/** A clock time; a bare number is one too, unless `bare` forbids it. */
export function readClock(cursor: Cursor, bare = true): ClockTime | undefined {
  const start = cursor.position;
  return cursor.attempt(() => {
    const said = readRelativeToHour(cursor) ?? readHourAndMinutes(cursor);
    if (!said) return undefined;
    const exact = cursor.take("o'clock");
    const half = readHalf(cursor, said.hour);
    if (!(said.certain || exact || half || bare)) return undefined;
    const { hour, minute, towards } = said;
    return { kind: 'clock', hour, minute, half, towards, english: cursor.since(start) };
  });
}

function readHalf(cursor: Cursor, hour: number): Half | undefined {
  for (const [words, half] of PARTS_OF_DAY) {
    if (cursor.take(...words)) return half !== 'night' ? half : hour >= 6 && hour < 12 ? 'pm' : 'am';
  }
  return undefined;
}

/** `half past seven`, `quarter to eight`, `ten minutes past seven`. */
function readRelativeToHour(cursor: Cursor): Said | undefined {
  return cursor.attempt(() => {
    cursor.take('a');
    const minutes = cursor.take('half') ? 30 : cursor.take('quarter') ? 15 : cursor.number(readSmall);
    if (minutes === undefined || minutes < 1 || minutes > 30) return undefined;
    cursor.take('minute');
    const past = cursor.take('past') || cursor.take('after');
    const towards = !past && (cursor.take('to') || cursor.take('before'));
    // `six to seven pm` is a stretch of time, not six minutes before seven.
    if (!(past || towards) || (towards && minutes % 5 !== 0)) return undefined;
    const hour = cursor.number(readSmall);
    if (hour === undefined || hour < 1 || hour > 12) return undefined;
    if (towards) return { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minutes, towards, certain: true };
    return { hour, minute: minutes, towards, certain: true };
  });
}

/** `seven`, `seven thirty`, `seven oh five`, `five hundred and thirty` (5:30), `sixteen fifteen`. */
function readHourAndMinutes(cursor: Cursor): Said | undefined {
  return cursor.attempt(() => {
    const value = cursor.number(readCardinal);
    if (value === undefined) return undefined;
    if (value >= 100) return inHundreds(value);
    if (value > 24) return undefined;
    const minute = cursor.attempt(readMinutes);
    const hour = value === 24 ? 0 : value;
    return { hour, minute: minute ?? 0, towards: false, certain: minute !== undefined };
  });
}

function inHundreds(value: number): Said | undefined {
  const hour = Math.floor(value / 100);
  const minute = value % 100;
  if (hour > 24 || minute > 59) return undefined;
  return { hour: hour % 24, minute, towards: false, certain: false };
}

function readMinutes(cursor: Cursor): number | undefined {
  if (cursor.take('oh') || cursor.take('o')) return cursor.number(readSmall);
  // `three and forty five pm`; but `eight and nine` are two times.
  const joined = cursor.take('and');
  const minute = cursor.number(readSmall);
  if (minute === undefined || minute < 10 || minute > 59 || (joined && minute < 13)) return undefined;
  return minute;
}
