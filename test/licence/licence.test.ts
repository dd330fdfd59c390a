import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admits,
  allowedLicences,
  canonicalLicence,
  conflictOf,
  freest,
  LIKE,
  mixOf,
  OUTPUTS,
  RULES,
  ruleOf,
  waysOut,
} from '../../src/licence/licence.js';

const MARK = { yes: 'y', no: '.', open: '?' } as const;

/** Each line: licences, a mark for each output, what is owed. */
function facts(): { inputs: string[]; may: string; owed: string }[] {
  const file = join(import.meta.dirname, '..', 'fixtures', 'licence', 'mixes.tsv');
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [licences, may, owed] = line.split('\t') as [string, string, string];
      return { inputs: licences.split(' + '), may, owed };
    });
}

function marksOf(inputs: readonly string[]): string {
  const { yes, open } = mixOf(inputs);
  return OUTPUTS.map((output) => (yes.includes(output) ? 'y' : open.includes(output) ? '?' : '.')).join('');
}

describe('the rules', () => {
  it.each(facts().map((fact) => [fact.inputs.join(' + '), fact] as const))('of %s', (_, { inputs, may, owed }) => {
    expect([marksOf(inputs), mixOf(inputs).owed.join(' ')]).toEqual([may, owed]);
  });

  it('say of each licence what it allows, what is owed, and where that is written', () => {
    expect(facts().filter(({ inputs }) => inputs.length === 1)).toHaveLength(RULES.length + 1);
    for (const { id, may, why, source } of RULES) {
      expect([id, may.length, why === '']).toEqual([id, OUTPUTS.length, false]);
      if (!['NONE', 'LicenseRef-custom'].includes(id)) expect(source).toMatch(/^https:\/\//);
    }
    for (const [id, like] of LIKE) expect([id, ruleOf(id).may]).toEqual([id, ruleOf(like).may]);
  });

  it('know a licence by any of its names, and none that is not stated', () => {
    const names = ['cc-by-sa-4.0', 'GPL-3.0+', 'GPL-2.0', 'lgpl-lr', 'odbl', 'NONE', 'Own-1.0', ''];
    expect(names.map(canonicalLicence)).toEqual(
      'CC-BY-SA-4.0 GPL-3.0-or-later GPL-2.0-only LGPLLR ODbL-1.0  Own-1.0 '.split(' '),
    );
    expect(['', 'Own-1.0', 'constructor', '__proto__'].map((id) => mixOf([id]).yes)).toEqual([[], [], [], []]);
  });

  it('take the better of alternatives, and the worse of what holds at once', () => {
    expect(admits('GPL-2.0-only OR CC-BY-4.0', 'CC-BY-SA-4.0')).toBe('yes');
    expect(admits('GPL-2.0-only AND CC-BY-4.0', 'CC-BY-SA-4.0')).toBe('no');
    expect(admits('(MIT OR CC-BY-4.0)', 'CC-BY-SA-4.0')).toBe('no');
  });

  it('never allow more when a source is added', () => {
    const any = fc.constantFrom(...RULES.map(({ id }) => id));
    fc.assert(
      fc.property(fc.array(any), any, (some, more) => {
        const before = mixOf(some).yes;
        for (const output of mixOf([...some, more]).yes) expect(before).toContain(output);
      }),
    );
  });
});

describe('a mix', () => {
  const groups = [
    { sources: [named('templates', 'CC-BY-4.0'), named('table', 'CC-BY-SA-3.0')], rows: 70 },
    { sources: [named('templates', 'CC-BY-4.0'), named('dictionary', 'GPL-3.0-or-later')], rows: 20 },
    { sources: [named('templates', 'CC-BY-4.0'), named('list', '')], rows: 10 },
  ];

  it('that no licence allows is named by the fewest sources, and has ways out', () => {
    const sources = groups.flatMap(({ sources }) => sources);
    expect(conflictOf(sources).map(({ name }) => name)).toEqual(['list']);
    expect(conflictOf(sources.slice(0, 4)).map(({ name }) => name)).toEqual(['table', 'dictionary']);
    expect(conflictOf(sources.slice(0, 2))).toEqual([]);
    expect(
      waysOut(groups).map(({ licence, rows, leftOut }) => [licence, rows, leftOut.map(({ name }) => name)]),
    ).toEqual([
      ['CC-BY-SA-4.0', 70, ['dictionary', 'list']],
      ['GPL-3.0-or-later', 20, ['list', 'table']],
    ]);
  });

  it('may carry several licences: the freest is proposed', () => {
    expect(freest(mixOf(['CC-BY-4.0', 'CC-BY-SA-3.0']).yes)).toBe('CC-BY-SA-4.0');
    expect(freest(mixOf(['GPL-2.0-or-later']).yes)).toBe('GPL-2.0-or-later');
    expect(freest([])).toBeUndefined();
  });
});

describe('--licences', () => {
  const licences = ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-3.0', 'CC-BY-NC-4.0', 'GPL-3.0-or-later', 'CC-BY-ND-4.0', ''];
  it.each([
    ['permissive', 'CC0-1.0 CC-BY-4.0'],
    ['share-alike', 'CC0-1.0 CC-BY-4.0 CC-BY-SA-3.0'],
    ['non-commercial', 'CC0-1.0 CC-BY-4.0 CC-BY-NC-4.0'],
    ['GPL-3.0-only', 'CC0-1.0 CC-BY-4.0 GPL-3.0-or-later'],
    ['cc0-1.0', 'CC0-1.0'],
  ])('%s admits %s', (text, allowed) => {
    expect(licences.filter(allowedLicences(text) as (licence: string) => boolean).join(' ')).toBe(allowed);
  });

  it('takes everything where nothing, or any, is asked, and refuses what no whole can carry', () => {
    expect([allowedLicences(undefined), allowedLicences('any')]).toEqual([undefined, undefined]);
    for (const text of ['free', 'CC-BY-4.0,CC0-1.0', 'LGPLLR', ''])
      expect(() => allowedLicences(text)).toThrow('--licences');
  });
});

function named(name: string, licence: string) {
  return { name, licence };
}

const DATA = process.env.CALQUE_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const FILE = join(DATA, 'nlu', 'formats', 'licences', 'rules.json');

describe.skipIf(!existsSync(FILE))('the published rules and mixes', () => {
  it('come out as they are listed', () => {
    const said = JSON.parse(readFileSync(FILE, 'utf8')) as {
      inputs: Record<string, { may_carry: Record<string, keyof typeof MARK>; obligations: string[] }>;
      mixes: { inputs: string[]; yes: string[]; open: string[]; obligations: string[] }[];
    };
    const inputs = Object.entries(said.inputs);
    expect([inputs.length, said.mixes.length]).toEqual([28, 33]);
    for (const [id, { may_carry, obligations }] of inputs) {
      expect(Object.fromEntries(OUTPUTS.map((output) => [output, admits(id, output)]))).toEqual(may_carry);
      expect(mixOf([id]).owed).toEqual([...obligations].sort());
    }
    for (const { inputs, yes, open, obligations } of said.mixes)
      expect(mixOf(inputs)).toEqual({ yes, open, owed: obligations });
  });
});
