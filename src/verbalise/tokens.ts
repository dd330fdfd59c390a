/** Words of an English value of time, in one spelling each. */

const SPELLINGS = new Map<string, string>([
  ['a.m.', 'am'],
  ['p.m.', 'pm'],
  ['oclock', "o'clock"],
  ['till', 'until'],
  ['everyday', 'every day'],
  ['daily', 'every day'],
  ['nightly', 'every night'],
  ['hourly', 'every hour'],
  ['weekly', 'every week'],
  ['monthly', 'every month'],
  ['yearly', 'every year'],
  ['annual', 'every year'],
  ['annually', 'every year'],
  ['biweekly', 'every two week'],
  ['midday', 'noon'],
  ['noontime', 'noon'],
  ['each', 'every'],
  ['coming', 'next'],
  ['following', 'next'],
  ['upcoming', 'next'],
  ['previous', 'last'],
  ['min', 'minute'],
  ['mins', 'minute'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['mon', 'monday'],
  ['tue', 'tuesday'],
  ['tues', 'tuesday'],
  ['wed', 'wednesday'],
  ['thu', 'thursday'],
  ['thurs', 'thursday'],
  ['fri', 'friday'],
  ['jan', 'january'],
  ['feb', 'february'],
  ['mar', 'march'],
  ['apr', 'april'],
  ['jun', 'june'],
  ['jul', 'july'],
  ['aug', 'august'],
  ['sept', 'september'],
  ['sep', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
]);

/** Words that lose their -s: plurals, and possessors with or without an apostrophe. */
const WITHOUT_S =
  /^(today|tomorrow|yesterday|tonight|minute|hour|day|week|weekend|weekday|month|year|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s$/u;

export function timeTokens(english: string): string[] {
  const text = english
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/\b([ap])\s?\.?\s?m\b\.?/gu, '$1m')
    .replace(/\bo clock\b/gu, "o'clock")
    .replace(/(\d)([ap]m)\b/gu, '$1 $2')
    .replace(/(\d{1,2})[:.](\d{2})\b/gu, '$1 $2')
    .replace(/\bbi-?weekly\b/gu, 'biweekly')
    .replace(/[-,]/gu, ' ')
    .replace(/'s\b|s'(?=\s|$)/gu, (mark) => (mark === "'s" ? '' : 's'));
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (SPELLINGS.get(word) ?? word.replace(WITHOUT_S, '$1')).split(' '));
}
