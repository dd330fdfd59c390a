import { describe, expect, test } from 'vitest';
import type { Profile } from '../../src/model/model.js';
import { numberWord, parseTimeExpression, verbaliseTime, type WordLookup } from '../../src/verbalise/verbalise.js';

function dictionary(entries: Readonly<Record<string, string>>): WordLookup {
  const words = new Map(Object.entries(entries));
  return (english) => (words.get(english)?.split('|') ?? []).map((text) => ({ text, weight: 1 }));
}

function texts(english: string, profile: Profile, words: WordLookup = () => []): string[] {
  const expression = parseTimeExpression(english);
  return expression ? verbaliseTime(expression, profile, words).map((variant) => variant.text) : ['not understood'];
}

const SWAHILI: Profile = {
  language: 'sw',
  adpositions: { at: [{}], until: [{ before: 'hadi' }], 'in time': [{ ending: 'LOC' }] },
  clock: {
    offset: 6,
    full: ['saa {hour} {part}'],
    half: ['saa {hour} na nusu {part}'],
    quarterTo: ['saa {nextHour} kasoro robo {part}'],
    past: ['saa {hour} na dakika {minutes} {part}'],
    noon: ['saa sita mchana'],
    parts: [
      { from: 4, to: 11, say: 'asubuhi' },
      { from: 12, to: 15, say: 'mchana' },
      { from: 16, to: 18, say: 'jioni' },
      { from: 19, to: 3, say: 'usiku' },
    ],
  },
  numbers: {
    cardinals: [
      ...'sifuri moja mbili tatu nne tano sita saba nane tisa kumi'.split(' '),
      'kumi na moja',
      'kumi na mbili',
      ...Array.from({ length: 7 }, () => ''),
      'ishirini',
    ],
    tensUnits: '{tens} na {units}',
    counted: '{unit} {number}',
  },
  dates: {
    next: ['{x} ijayo'],
    every: ['kila {x}'],
    in: ['baada ya {x}'],
    dayOfMonth: ['tarehe {day} {month}', '{month} tarehe {day}'],
  },
};
const SWAHILI_WORDS = dictionary({
  tomorrow: 'kesho',
  monday: 'jumatatu',
  morning: 'asubuhi',
  week: 'wiki',
  hour: 'saa',
  hours: 'masaa',
  minute: 'dakika',
  thirty: 'thelathini',
  march: 'machi',
  noon: 'adhuhuri',
  seven: 'saba',
  'next month': 'mwezi ujao',
});

describe('hours counted from six', () => {
  test.each([
    ['seven am', 'saa moja asubuhi'],
    ['six am', 'saa kumi na mbili asubuhi'],
    ['one pm', 'saa saba mchana'],
    ['five thirty p. m.', 'saa kumi na moja na nusu jioni'],
    ['eight hundred p. m.', 'saa mbili usiku'],
    ['two am', 'saa nane usiku'],
    ['twelve p. m.', 'saa sita mchana'],
    ['twelve am', 'saa sita usiku'],
    ['seven', 'saa moja'],
    ['half past seven', 'saa moja na nusu'],
    ['ten past seven', 'saa moja na dakika kumi'],
    ['quarter to eight', 'saa mbili kasoro robo'],
    ['quarter past eleven', 'saa tano na dakika kumi na tano'],
    ['noon', 'saa sita mchana'],
    ['midnight', 'saa sita usiku'],
    ['two hours', 'masaa mbili'],
    ['one hour', 'saa moja'],
    ['half an hour', 'dakika thelathini'],
    ['in twenty one minutes', 'baada ya dakika ishirini na moja'],
    ['next week', 'wiki ijayo'],
    ['next month', 'mwezi ujao'],
    ['every monday', 'kila jumatatu'],
    ['the fifth', 'tarehe tano'],
    ['monday morning', 'jumatatu asubuhi'],
    ['tomorrow at nine am', 'kesho saa tatu asubuhi'],
    ['until tomorrow', 'hadi kesho'],
  ])('%s', (english, expected) => {
    expect(texts(english, SWAHILI, SWAHILI_WORDS)).toEqual([expected]);
  });

  test('several patterns are several variants', () => {
    const variants = verbaliseTime(parseTimeExpression('march third')!, SWAHILI, SWAHILI_WORDS);
    expect(variants).toEqual([
      { text: 'tarehe tatu machi', weight: 0.5, complete: true },
      { text: 'machi tarehe tatu', weight: 0.5, complete: true },
    ]);
  });

  test('what nothing translates stays English and is not complete', () => {
    const [variant] = verbaliseTime(parseTimeExpression('next easter')!, SWAHILI, SWAHILI_WORDS);
    expect(variant).toEqual({ text: 'easter ijayo', weight: 1, complete: false });
    expect(texts('easter', SWAHILI, SWAHILI_WORDS)).toEqual([]);
    expect(texts('two years', SWAHILI, SWAHILI_WORDS)).toEqual([]);
  });

  test('an ending that only inflection can make is left out and told', () => {
    const [variant] = verbaliseTime(parseTimeExpression('in march')!, SWAHILI, SWAHILI_WORDS);
    expect(variant).toEqual({ text: 'machi', weight: 1, complete: false });
  });
});

test('part of day first, alternatives by weight', () => {
  const turkish: Profile = {
    language: 'tr',
    clock: {
      full: ['{part} {hour}', 'saat {hour}'],
      half: ['{part} {hour} buçuk'],
      to: ['{nextHour} olmaya {minutes}'],
      noon: ['öğlen'],
      parts: [
        { from: 5, to: 11, say: 'sabah' },
        { from: 12, to: 17, say: 'öğleden sonra' },
        { from: 18, to: 23, say: 'akşam', weight: 3 },
        { from: 20, to: 4, say: 'gece' },
      ],
    },
    numbers: {
      cardinals: 'sıfır,bir,iki,üç,dört,beş,altı,yedi,sekiz,dokuz,on,on bir,on iki,,,on beş,,,,,yirmi'.split(','),
      tensUnits: '{tens} {units}',
      unitSingular: true,
    },
  };
  expect(texts('nine am', turkish)).toEqual(['sabah dokuz', 'saat dokuz']);
  expect(texts('three', turkish)).toEqual(['üç', 'saat üç']);
  expect(texts('nine thirty pm', turkish)).toEqual(['akşam dokuz buçuk', 'gece dokuz buçuk']);
  expect(texts('twelve thirty am', turkish)).toEqual(['gece on iki buçuk']);
  expect(texts('quarter to eight', turkish)).toEqual(['sekiz olmaya on beş']);
  expect(texts('two hours', turkish, dictionary({ hour: 'saat', hours: 'saatler' }))).toEqual(['iki saat']);
  expect(numberWord(21, turkish)).toBe('yirmi bir');
  expect(numberWord(13, turkish)).toBe('on üç');
  expect(numberWord(35, turkish)).toBeUndefined();
});

test('half and minutes of the next hour, hours with names of their own', () => {
  const georgian: Profile = {
    language: 'ka',
    clock: {
      hours: { '1': 'პირველი' },
      nextHours: { '1': 'პირველის', '6': 'ექვსის', '8': 'რვის' },
      full: ['{part} {hour} საათი'],
      half: ['{part} {nextHour} ნახევარი'],
      past: ['{part} {nextHour} {minutes} წუთი'],
      parts: [
        { from: 5, to: 11, say: 'დილის' },
        { from: 12, to: 17, say: 'დღის' },
      ],
    },
    numbers: { cardinals: 'ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი თერთმეტი თორმეტი'.split(' ') },
  };
  expect(texts('one pm', georgian)).toEqual(['დღის პირველი საათი']);
  expect(texts('nine am', georgian)).toEqual(['დილის ცხრა საათი']);
  expect(texts('five thirty p. m.', georgian)).toEqual(['დღის ექვსის ნახევარი']);
  expect(texts('half past twelve', georgian)).toEqual(['პირველის ნახევარი']);
  expect(texts('ten past seven', georgian)).toEqual(['რვის ათი წუთი']);
});

test('both ways of counting minutes', () => {
  const afrikaans: Profile = {
    language: 'af',
    clock: {
      full: ['{hour} {part}', '{hour}-uur'],
      half: ['half {nextHour} {part}'],
      quarterPast: ['kwart oor {hour}'],
      quarterTo: ['kwart voor {nextHour}'],
      past: ['{minutes} oor {hour}'],
      to: ['{minutes} voor {nextHour}'],
      noon: ['middag'],
      parts: [
        { from: 0, to: 11, say: 'v. m.' },
        { from: 12, to: 23, say: 'n. m.' },
      ],
    },
    numbers: {
      cardinals: 'nul een twee drie vier vyf ses sewe agt nege tien elf twaalf'.split(' '),
      ordinals: 'eerste tweede derde vierde vyfde'.split(' '),
    },
    dates: { dayOfMonth: ['{day} {month}'], this: ['hierdie {x}', 'die {x}'], ago: ['{x} gelede'] },
  };
  const words = dictionary({ march: 'maart', week: 'week', weeks: 'weke', 'half an hour': 'half uur', and: 'en' });
  const expected: readonly (readonly [string, readonly string[]])[] = [
    ['half past seven', ['half agt']],
    ['seven thirty am', ['half agt v. m.']],
    ['twelve thirty pm', ['half een n. m.']],
    ['seven pm', ['sewe n. m.', 'sewe-uur']],
    ['twelve noon', ['middag']],
    ['quarter to nine', ['kwart voor nege']],
    ['quarter past seven', ['kwart oor sewe']],
    ['ten past seven', ['tien oor sewe']],
    ['ten to one', ['tien voor een']],
    ['five fifty', ['tien voor ses']],
    ['fifth of march', ['vyfde maart']],
    ['this week', ['hierdie week', 'die week']],
    ['two weeks ago', ['twee weke gelede']],
    ['half an hour', ['half uur']],
    ['eight and nine', ['agt en nege', 'agt en nege-uur', 'agt-uur en nege', 'agt-uur en nege-uur']],
  ];
  for (const [english, said] of expected) expect(texts(english, afrikaans, words), english).toEqual(said);
});

test('a day of no month leaves out what joins the two', () => {
  const welsh: Profile = {
    language: 'cy',
    numbers: { ordinals: ['cyntaf', 'ail', 'trydydd'] },
    dates: { dayOfMonth: ['y {ordinal} o {month}'] },
  };
  expect(texts('march third', welsh, dictionary({ march: 'fawrth' }))).toEqual(['y trydydd o fawrth']);
  expect(texts('the third', welsh)).toEqual(['y trydydd']);
  expect(texts('the ninth', welsh)).toEqual([]);
  const finnish: Profile = { ...welsh, dates: { dayOfMonth: ['{ordinal} {month}ta', '{month}n {ordinal}'] } };
  expect(texts('the second', finnish)).toEqual(['ail']);
});

test('an empty profile says nothing; never more than twelve ways', () => {
  for (const english of ['nine am', 'next week', 'two hours', 'march third', 'in two hours', 'tomorrow']) {
    expect(texts(english, { language: 'xx' })).toEqual([]);
  }
  const many: Profile = { language: 'xx', dates: { next: Array.from({ length: 9 }, (_, i) => `${i} {x}`) } };
  const variants = verbaliseTime(parseTimeExpression('next week')!, many, dictionary({ week: 'a|b|c' }));
  expect(variants).toHaveLength(12);
  expect(variants.reduce((sum, variant) => sum + variant.weight, 0)).toBeCloseTo(1);
});
