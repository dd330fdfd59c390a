/** A small grammar of English expressions of time. */
import { readClock } from './clock-grammar.js';
import { Cursor } from './cursor.js';
import { readDate } from './date-grammar.js';
import { countedOf, readDuration, readUnit, UNITS } from './duration-grammar.js';
import { readCardinal } from './english-number.js';
import type { Atom, ClockTime, Counted, Offset, Relation, TimeExpression } from './expression.js';
import { timeTokens } from './tokens.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const ATOMS = set(
  `today tomorrow yesterday tonight now soon later overnight morning afternoon evening night noon midnight weekend
   weekday day week month year hour minute moment monday tuesday wednesday thursday friday saturday sunday january
   february march april may june july august september october november december easter christmas birthday
   lunchtime lunch dinner breakfast daybreak dawn dusk sunset sunrise daytime holiday future summer winter spring autumn
   fall repeat repeating recurring`,
);
/** Fixed phrases that languages have words for. */
const PHRASES = ['day after tomorrow', 'day before yesterday', 'new year', 'memorial day'].map((phrase) =>
  phrase.split(' '),
);
const RELATIONS = new Map<string, Relation>([
  ['next', 'next'],
  ['this', 'this'],
  ['last', 'last'],
  ['past', 'last'],
  ['every', 'every'],
]);
const ADPOSITIONS = set('at on in by for after before until since during from between around about within');

/** Understands an English value of time; undefined when any word of it is not understood. */
export function parseTimeExpression(english: string): TimeExpression | undefined {
  const cursor = new Cursor(timeTokens(english));
  if (cursor.done) return undefined;
  const found = readAll(cursor);
  return cursor.done ? found : undefined;
}

function readAll(cursor: Cursor): TimeExpression | undefined {
  const parts: TimeExpression[] = [];
  let joined = false;
  while (!cursor.done) {
    if (parts.length === 1) joined = cursor.take('and');
    const next = cursor.attempt(readItem);
    if (!next || (!joined && !mayFollow(parts.at(-1), next))) return undefined;
    parts.push(next);
  }
  const [only] = parts;
  if (parts.length === 1) return only;
  const english = parts.map((part) => part.english).join(joined ? ' and ' : ' ');
  return { kind: joined ? 'and' : 'sequence', parts: sharedHalf(parts), english };
}

/** Two clock times or two durations side by side are no expression that we understand. */
function mayFollow(previous: TimeExpression | undefined, next: TimeExpression): boolean {
  return previous === undefined || previous.kind !== next.kind || (next.kind !== 'clock' && next.kind !== 'counted');
}

/** `between three and four pm`: am or pm is said once for both. */
function sharedHalf(parts: readonly TimeExpression[]): TimeExpression[] {
  const half = clockIn(parts.at(-1))?.half;
  return parts.map((part) => (half === undefined ? part : withHalf(part, half)));
}

function clockIn(expression: TimeExpression | undefined): ClockTime | undefined {
  if (expression?.kind === 'adposition') return clockIn(expression.of);
  return expression?.kind === 'clock' ? expression : undefined;
}

function withHalf(expression: TimeExpression, half: 'am' | 'pm'): TimeExpression {
  if (expression.kind === 'adposition') return { ...expression, of: withHalf(expression.of, half) };
  return expression.kind === 'clock' && expression.half === undefined ? { ...expression, half } : expression;
}

function readItem(cursor: Cursor): TimeExpression | undefined {
  return cursor.attempt(readOffset) ?? cursor.attempt(readPrepositional) ?? cursor.attempt(readPlain);
}

/** `in two hours`, `two hours ago`, `two hours from now`, `after ten minutes`, `two sundays from now`. */
function readOffset(cursor: Cursor): Offset | undefined {
  const opened = cursor.take('in') || cursor.take('after');
  const of =
    cursor.attempt(readDuration) ?? (opened ? undefined : (cursor.attempt(readUnit) ?? cursor.attempt(readNumbered)));
  if (!of) return undefined;
  const later = cursor.take('from', 'now') || cursor.take('from', 'today') || cursor.take('later');
  const ago = !later && (cursor.take('ago') || cursor.take('back'));
  if (!opened && !later && !ago) return undefined;
  return ago ? { kind: 'ago', of, english: `${of.english} ago` } : { kind: 'in', of, english: `in ${of.english}` };
}

function readPrepositional(cursor: Cursor): TimeExpression | undefined {
  const inside = cursor.position > 0;
  if (inside && cursor.take('of')) return readOfRelative(cursor);
  const until = inside && (cursor.take('to') || cursor.take('through'));
  const adposition = until ? 'until' : cursor.takeOne(ADPOSITIONS);
  if (adposition === undefined) return undefined;
  cursor.take('the');
  const of = cursor.attempt(adposition === 'between' ? readPair : readPlain);
  return of && { kind: 'adposition', adposition, of, english: `${adposition} ${of.english}` };
}

/** `the fifteenth of this month`. */
function readOfRelative(cursor: Cursor): TimeExpression | undefined {
  return /^(this|next|last)$/u.test(cursor.peek()) ? cursor.attempt(readRelative) : undefined;
}

function readPair(cursor: Cursor): TimeExpression | undefined {
  const first = cursor.attempt(readPlain);
  const second = first && cursor.take('and') ? cursor.attempt(readPlain) : undefined;
  if (!first || !second) return undefined;
  return { kind: 'and', parts: sharedHalf([first, second]), english: `${first.english} and ${second.english}` };
}

function readPlain(cursor: Cursor): TimeExpression | undefined {
  return (
    cursor.attempt(readRelative) ??
    cursor.attempt(readDuration) ??
    cursor.attempt((at) => readClock(at, false)) ??
    cursor.attempt(readDate) ??
    cursor.attempt(readAtom) ??
    cursor.attempt((at) => readClock(at))
  );
}

/** `next week`, `this morning`, `the last two days`, `every other friday`. */
function readRelative(cursor: Cursor): TimeExpression | undefined {
  cursor.take('the');
  const first = RELATIONS.get(cursor.peek());
  if (!first) return undefined;
  cursor.position++;
  const relation = first === 'this' && cursor.take('next') ? 'next' : first;
  const of =
    (relation === 'every' && cursor.attempt(readEveryOther)) || cursor.attempt((at) => readRelated(at, relation));
  return of && { kind: 'relative', relation, of, english: `${relation} ${of.english}` };
}

function readRelated(cursor: Cursor, relation: Relation): TimeExpression | undefined {
  const counted = relation === 'this' ? undefined : cursor.attempt(readNumbered);
  return counted ?? cursor.attempt(readDate) ?? cursor.attempt(readAtom);
}

/** `every other friday` and `every second friday` are every two fridays. */
function readEveryOther(cursor: Cursor): Counted | undefined {
  if (!(cursor.take('other') || cursor.take('second'))) return undefined;
  const unit = cursor.takeOne(UNITS) ?? cursor.takeOne(ATOMS);
  return unit === undefined ? undefined : countedOf(2, unit, 'two');
}

/** `three hours`, `two sundays`: a number and a unit or day. */
function readNumbered(cursor: Cursor): Counted | undefined {
  const start = cursor.position;
  const number = cursor.number(readCardinal);
  const said = cursor.since(start);
  const unit = number === undefined ? undefined : (cursor.takeOne(UNITS) ?? cursor.takeOne(ATOMS));
  return number === undefined || unit === undefined ? undefined : countedOf(number, unit, said);
}

function readAtom(cursor: Cursor): Atom | undefined {
  cursor.take('the');
  // `twelve noon`, `mid noon`
  if (/^(noon|midnight)$/u.test(cursor.peek(1)) && !cursor.take('twelve')) cursor.take('mid');
  const phrase = PHRASES.find((words) => cursor.take(...words));
  if (phrase) return { kind: 'atom', english: phrase.join(' ') };
  const word = cursor.takeOne(ATOMS);
  return word === undefined ? undefined : { kind: 'atom', english: word };
}
