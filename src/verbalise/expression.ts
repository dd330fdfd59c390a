/** What an English value of time means, as a small tree. */

export type Half = 'am' | 'pm';
export type Relation = 'next' | 'this' | 'last' | 'every';

/** Every node keeps the English it stands for: the language may have a word for the whole. */
interface Node {
  readonly english: string;
}
export interface ClockTime extends Node {
  readonly kind: 'clock';
  /** As said: 1 to 12, or 0 and 13 to 23 of the 24-hour clock. */
  readonly hour: number;
  readonly minute: number;
  readonly half: Half | undefined;
  /** `to` when English counts towards the next hour (`quarter to eight` is 7:45). */
  readonly towards: boolean;
}
/** A word or fixed phrase that is looked up: `tomorrow`, `monday`, `march`, `noon`, `weekend`. */
export interface Atom extends Node {
  readonly kind: 'atom';
}
export interface Counted extends Node {
  readonly kind: 'counted';
  /** A half is .5. */
  readonly number: number;
  /** Singular: `hour`. */
  readonly unit: string;
}
export interface Relative extends Node {
  readonly kind: 'relative';
  readonly relation: Relation;
  readonly of: TimeExpression;
}
export interface Offset extends Node {
  readonly kind: 'in' | 'ago';
  readonly of: TimeExpression;
}
export interface CalendarDate extends Node {
  readonly kind: 'date';
  readonly day: number;
  /** English name, or '' for a day of no month in particular. */
  readonly month: string;
}
export interface Year extends Node {
  readonly kind: 'year';
  readonly year: number;
}
/** `after seven pm`, `until tomorrow`. */
export interface Prepositional extends Node {
  readonly kind: 'adposition';
  readonly adposition: string;
  readonly of: TimeExpression;
}
/** One after the other: `tomorrow at nine am`. With `and` between: `eight and nine`. */
export interface Sequence extends Node {
  readonly kind: 'sequence' | 'and';
  readonly parts: readonly TimeExpression[];
}
export type TimeExpression =
  | ClockTime
  | Atom
  | Counted
  | Relative
  | Offset
  | CalendarDate
  | Year
  | Prepositional
  | Sequence;
