import { describe, expect, it } from 'vitest';
import {
  deriveFromBundles,
  deriveProfile,
  mergeProfiles,
  parseProfile,
  parseScheme,
} from '../../src/languages/languages.js';

const FILE = 'profile.yaml';

describe('parseProfile', () => {
  it('reads what the page on profiles shows', async () => {
    const profile = await parseProfile(
      `order: {clause: verb-final, nounPhrase: [adjective, head]}
adpositions:
  in place: [{ending: LOC}]
  constructor: [{}]
letters:
  vowels: [a, e]
  variants:
    A: [{vowel: [a], write: a}, {write: e}]
endings:
  PL: [{add: lAr}]
  IMP: [{after: [mak], drop: "3"}]
clock:
  offset: 6
  hours: {1: moja}
  parts: [{from: 19, to: 3, say: usiku}]
`,
      FILE,
      'tr',
    );
    expect(profile.language).toBe('tr');
    expect(profile.adpositions?.['in place']?.[0]?.ending).toBe('LOC');
    expect(Object.keys(profile.adpositions ?? {})).toEqual(['in place', 'constructor']);
    expect('toString' in (profile.adpositions ?? {})).toBe(false);
    expect(profile.clock?.hours?.['1']).toBe('moja');
  });

  it.each([
    ['order:\n  claus: verb-final\n', 'profile.yaml:2: unknown line "claus" in order, did you mean clause?'],
    [
      '\norder:\n  clause: backwards\n',
      'profile.yaml:3: order.clause must be one of as-source, verb-final, verb-initial',
    ],
    ['adpositions:\n  in: {ending: LOC}\n', 'profile.yaml:2: adpositions.in must be a list, not a map'],
    [
      'endings:\n  IMP:\n    - drop: 3\n',
      'profile.yaml:3: endings.IMP[1].drop must be text, not a number: put it in quotes',
    ],
    ['determiners:\n  the:\n    - before: \n', 'profile.yaml:3: determiners.the[1].before must be text, not empty'],
    [
      'clock:\n  parts:\n    - {from: 25, to: 3, say: x}\n',
      'profile.yaml:3: clock.parts[1].from must lie from 0 to 23',
    ],
    ['contractions:\n  - {left: [a], right: b}\n', 'profile.yaml:2: write is missing in contractions[1]'],
    ['order: [\n', 'profile.yaml:'],
    ['- a\n', 'profile.yaml:1: a profile must be a map, not a list'],
    ['language: cy\n', 'this profile is for cy, not for tr'],
    ['script: Latn\nscript: Arab\n', 'profile.yaml:2: '],
  ])('refuses %j', async (text, message) => {
    await expect(parseProfile(text, FILE, 'tr')).rejects.toThrow(message);
  });

  it('takes an empty file', async () => {
    expect(await parseProfile('', FILE, 'tr')).toEqual({ language: 'tr' });
    expect(await parseProfile('# nothing yet\n', FILE, 'tr')).toEqual({ language: 'tr' });
  });
});

describe('deriving', () => {
  it('reads Turkish and Swahili off WALS', () => {
    const turkish = {
      '81A': '1',
      '85A': '1',
      '86A': '1',
      '87A': '1',
      '88A': '1',
      '89A': '1',
      '93A': '2',
      '37A': '5',
      '38A': '2',
    };
    expect(deriveProfile(new Map(Object.entries(turkish)), 'tr')).toEqual({
      language: 'tr',
      order: {
        clause: 'verb-final',
        question: 'in-situ',
        nounPhrase: [
          'demonstrative',
          'article',
          'possessive',
          'quantifier',
          'numeral',
          'adjective',
          'modifier',
          'head',
        ],
      },
      adpositionOrder: 'after',
      determiners: { the: [{}] },
    });
    const swahili = { '81A': '2', '85A': '2', '86A': '2', '87A': '2', '88A': '2', '89A': '2' };
    expect(deriveProfile(new Map(Object.entries(swahili))).order).toEqual({
      clause: 'as-source',
      nounPhrase: ['article', 'quantifier', 'head', 'modifier', 'adjective', 'numeral', 'possessive', 'demonstrative'],
    });
  });

  it('asks Grambank where WALS is silent', () => {
    const coded = { GB131: '0', GB132: '0', GB133: '1', GB074: '0', GB075: '1', GB193: '2' };
    expect(deriveProfile(new Map(Object.entries(coded)))).toMatchObject({
      order: { clause: 'verb-final' },
      adpositionOrder: 'after',
    });
    expect(deriveProfile(new Map())).toEqual({ language: '' });
  });

  it('finds command and infinitive in a table', () => {
    const bundles = [
      { bundle: 'V;2;IMP;PL', count: 9 },
      { bundle: 'V;2;IMP;SG', count: 5 },
      { bundle: 'V;2;IMP;NEG;SG', count: 9 },
      { bundle: 'V;3;IMP;SG', count: 9 },
      { bundle: 'V;NFIN', count: 3 },
      { bundle: 'N;NOM;PL', count: 30 },
    ];
    expect(deriveFromBundles(bundles)).toMatchObject({ imperative: 'V;2;IMP;SG', infinitive: 'V;NFIN' });
    expect(deriveFromBundles([{ bundle: 'N;ACC', count: 30 }])).toMatchObject({ plural: '' });
    const subjunctive = [
      { bundle: 'V;IND;NOM;NOM:2;NOM:SG', count: 9 },
      { bundle: 'V;NOM;NOM:2;NOM:SG;SBJV', count: 3 },
    ];
    expect(deriveFromBundles(subjunctive).imperative).toBe('V;NOM;NOM:2;NOM:SG;SBJV');
    expect(deriveFromBundles([])).toEqual({ language: '' });
  });

  it('finds dimensions, cases and the form of citation in a table', () => {
    const bundles = [
      { bundle: 'N;NOM;SG', count: 9, asLemma: 9 },
      { bundle: 'N;ACC;ACC:PL', count: 9, asLemma: 0 },
      { bundle: 'N;SG;VOC', count: 9, asLemma: 3 },
      { bundle: 'V.PTCP;PST', count: 2, asLemma: 0 },
    ];
    expect(deriveFromBundles(bundles)).toMatchObject({
      features: { N: { case: ['ACC', 'NOM', 'VOC'], number: ['PL', 'SG'] }, V: { tense: ['PST'] } },
      citation: { N: 'N;NOM;SG' },
    });
  });

  it('merges line by line and says where each is from', () => {
    const file = { language: 'tr', order: { clause: 'verb-final' }, imperative: 'A' } as const;
    const table = { language: 'tr', imperative: 'B', infinitive: 'C' };
    const typology = {
      language: 'tr',
      order: { clause: 'as-source', question: 'final' },
      adpositionOrder: 'after',
    } as const;
    expect(mergeProfiles(file, table, typology)).toEqual({
      profile: {
        language: 'tr',
        order: { clause: 'verb-final', question: 'final' },
        imperative: 'A',
        infinitive: 'C',
        adpositionOrder: 'after',
      },
      origin: {
        'order.clause': 'file',
        'order.question': 'typology',
        imperative: 'file',
        infinitive: 'table',
        adpositionOrder: 'typology',
      },
    });
  });
});

describe('parseScheme', () => {
  const header = 'slot\tkind\ttranslate\tcopy\tlocal\n';

  it('reads policies', () => {
    expect(parseScheme(`${header}date\ttime\t1\t0\t0\r\n# x\nplace_name\tplace\t0.3\t0.2\t0.5\n`, 'slots.tsv')).toEqual(
      new Map([
        ['date', { kind: 'time', translate: 1, copy: 0, local: 0 }],
        ['place_name', { kind: 'place', translate: 0.3, copy: 0.2, local: 0.5 }],
      ]),
    );
  });

  it.each([
    ['a\tb\n', 'slots.tsv:1: expected the columns'],
    [`${header}date\twhen\t1\t0\t0\n`, 'slots.tsv:2: kind when is none of'],
    [`${header}date\ttime\t1\tx\t0\n`, 'slots.tsv:2: shares must be numbers'],
    [`${header}date\ttime\t0\t0\t0\n`, 'slots.tsv:2: shares must be numbers'],
    [`${header}date\ttime\t1\t0\t0\ndate\ttime\t1\t0\t0\n`, 'slots.tsv:3: slot date is listed twice'],
  ])('refuses %j', (text, message) => {
    expect(() => parseScheme(text, 'slots.tsv')).toThrow(message);
  });
});
