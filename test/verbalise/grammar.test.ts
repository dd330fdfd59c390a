import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTimeExpression, type TimeExpression } from '../../src/verbalise/verbalise.js';

/** The tree on one line: `7:30pm`, `3/march`, `next(week)`, `in(2 hour)`. */
function show(expression: TimeExpression | undefined): string {
  switch (expression?.kind) {
    case undefined:
      return '-';
    case 'clock':
      return `${expression.hour}:${String(expression.minute).padStart(2, '0')}${expression.half ?? ''}`;
    case 'atom':
      return expression.english;
    case 'counted':
      return `${expression.number} ${expression.unit}`;
    case 'relative':
      return `${expression.relation}(${show(expression.of)})`;
    case 'date':
      return `${expression.day}/${expression.month}`;
    case 'year':
      return String(expression.year);
    case 'adposition':
      return `${expression.adposition}(${show(expression.of)})`;
    case 'and':
    case 'sequence':
      return expression.parts.map(show).join(expression.kind === 'and' ? ' & ' : ' + ');
    default:
      return `${expression.kind}(${show(expression.of)})`;
  }
}

const CASES: readonly (readonly [string, string])[] = [
  ['nine am', '9:00am'],
  ['five p. m.', '5:00pm'],
  ['Five P.M.', '5:00pm'],
  ['7:30pm', '7:30pm'],
  ['half past seven', '7:30'],
  ['quarter to eight', '7:45'],
  ['a quarter to one', '12:45'],
  ['quarter past six pm', '6:15pm'],
  ['ten past seven', '7:10'],
  ['seven thirty am', '7:30am'],
  ['eight hundred am', '8:00am'],
  ['five hundred and thirty p. m.', '5:30pm'],
  ['one thousand two hundred p. m.', '12:00pm'],
  ['eight forty five am', '8:45am'],
  ['three and forty five p. m.', '3:45pm'],
  ['nine oh five am', '9:05am'],
  ['sixteen fifteen', '16:15'],
  ["seven o'clock", '7:00'],
  ["eight o'clock in the morning", '8:00am'],
  ['seven in the evening', '7:00pm'],
  ['eleven at night', '11:00pm'],
  ['ten', '10:00'],
  ['noon', 'noon'],
  ['twelve noon', 'noon'],
  ['midnight', 'midnight'],
  ['six to seven p. m.', '6:00pm + until(7:00pm)'],
  ['between three and four pm', 'between(3:00pm & 4:00pm)'],
  ['eight and nine', '8:00 & 9:00'],
  ['two hours', '2 hour'],
  ['an hour', '1 hour'],
  ['half an hour', '0.5 hour'],
  ['an hour and a half', '1.5 hour'],
  ['thirty seconds', '30 second'],
  ['in two hours', 'in(2 hour)'],
  ['two hours from now', 'in(2 hour)'],
  ['week from today', 'in(1 week)'],
  ['after ten minutes', 'in(10 minute)'],
  ['two hours ago', 'ago(2 hour)'],
  ['before seven am', 'before(7:00am)'],
  ['until tomorrow', 'until(tomorrow)'],
  ["tomorrow's", 'tomorrow'],
  ['todays', 'today'],
  ['next week', 'next(week)'],
  ['this coming week', 'next(week)'],
  ['this weekend', 'this(weekend)'],
  ['last night', 'last(night)'],
  ['the last two days', 'last(2 day)'],
  ['next three sundays', 'next(3 sunday)'],
  ['every monday', 'every(monday)'],
  ['daily', 'every(day)'],
  ['each month', 'every(month)'],
  ['every other friday', 'every(2 friday)'],
  ['march third', '3/march'],
  ['third of march', '3/march'],
  ['the twenty second', '22/'],
  ['twenty second', '22/'],
  ['january the third', '3/january'],
  ['twenty three of march', '23/march'],
  ['december twenty five two thousand and seventeen', '25/december + 2017'],
  ['first of february twenty seventeen', '1/february + 2017'],
  ['february twenty seventeen', 'february + 2017'],
  ['nineteen seventy two', '1972'],
  ['fifteenth of this month', '15/ + this(month)'],
  ['tomorrow at nine am', 'tomorrow + at(9:00am)'],
  ['monday morning', 'monday + morning'],
  ['friday april fourteenth', 'friday + 14/april'],
  ['wednesday next week', 'wednesday + next(week)'],
  ['day after tomorrow', 'day after tomorrow'],
];

describe('English values of time', () => {
  test.each(CASES)('%s', (english, expected) => {
    expect(show(parseTimeExpression(english))).toBe(expected);
  });

  const unknown = [
    '',
    'when i get home',
    'third week of march',
    'thirteen hundred pancakes',
    'two four pm',
    'in',
    '25:99',
  ];
  test.each(unknown)('not understood: %s', (english) => {
    expect(parseTimeExpression(english)).toBeUndefined();
  });

  test('a value keeps the English that may be looked up as a whole', () => {
    expect(parseTimeExpression("next week's")?.english).toBe('next week');
    expect(parseTimeExpression('two hours from now')?.english).toBe('in two hours');
    expect(parseTimeExpression('everyday')?.english).toBe('every day');
  });

  test('any words in any order', () => {
    const words = fc.constantFrom(...CASES.flatMap(([english]) => english.split(' ')), 'constructor', '__proto__');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 7 }), (some) => {
        expect(show(parseTimeExpression(some.join(' ')))).toBeTypeOf('string');
      }),
    );
  });
});
