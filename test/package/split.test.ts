import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOf, type PackageRow, parseShares, type Split, Survey, splitRows } from '../../src/package/package.js';
import { rowWith } from './rows.js';

const ALL = { dedupe: false, dedupeNear: false, maxPerTemplate: undefined, perIntent: undefined };
const NINETY = { shares: [0.9, 0.1], shareValues: false };

function surveyOf(rows: readonly PackageRow[], balance = {}): Survey {
  const survey = new Survey({ ...ALL, ...balance });
  for (const row of rows) survey.add(row);
  survey.limitIntents();
  return survey;
}

/** Rows of so many templates in two intents; values and carriers come again in several templates. */
function rowsOf(templates: number, perTemplate: number): PackageRow[] {
  return Array.from({ length: templates }, (_, t) =>
    Array.from({ length: perTemplate }, (_, r) => {
      const value = (t * 7 + r * 13) % 97;
      const carrier = t % 10 === 0 ? `carrier ${t % 30}` : `carrier own ${t}`;
      const annotated = t % 3 === 0 ? `${carrier} says ${r}` : `${carrier} [time : at ${value}] [date : day ${t % 11}]`;
      return rowWith({
        id: `${t}#${r}`,
        template: String(t),
        intent: t % 4 === 0 ? 'small' : 'large',
        annot_utt: annotated,
      });
    }),
  ).flat();
}

/** What partitions have in common, by what is compared. */
function shared(rows: readonly PackageRow[], survey: Survey, split: Split) {
  const partitions = new Map<string, Set<string>>();
  for (const [i, row] of rows.entries()) {
    if (!survey.isKept(i)) continue;
    const { text, skeleton, values } = keysOf(row);
    for (const key of [`template ${row.template}`, `text ${text}`, `skeleton ${skeleton}`, `values ${values}`]) {
      if (key !== 'values ') partitions.set(key, (partitions.get(key) ?? new Set()).add(split.partitionOf(i)));
    }
  }
  return [...partitions].filter(([, sides]) => sides.size > 1).map(([key]) => key);
}

describe('shares', () => {
  it('are two or three numbers', () => {
    expect(parseShares('90/10')).toEqual([0.9, 0.1]);
    expect(parseShares('8/1/1')).toEqual([0.8, 0.1, 0.1]);
    for (const bad of ['90', '90/', '90/0', '1/2/3/4', 'a/b', '-1/2', ''])
      expect(() => parseShares(bad)).toThrow('--split');
  });
});

describe('a split', () => {
  const rows = rowsOf(400, 3);

  it.each([[[0.9, 0.1]], [[0.8, 0.1, 0.1]]])('of %j has nothing on two sides', (shares) => {
    const survey = surveyOf(rows);
    const split = splitRows(survey, { ...NINETY, shares });
    expect(shared(rows, survey, split)).toEqual([]);
    expect(split.report.leftOut + [...split.report.rows.values()].reduce((a, b) => a + b)).toBe(rows.length);
    expect(split.report.rows.size).toBe(shares.length);
  });

  it('lets values be in common when asked, and leaves out less', () => {
    const [strict, loose] = [surveyOf(rows), surveyOf(rows)];
    const split = splitRows(loose, { ...NINETY, shareValues: true });
    expect(splitRows(strict, NINETY).report.leftOut).toBeGreaterThan(split.report.leftOut);
    const common = shared(rows, loose, split);
    expect(common.length).toBeGreaterThan(0);
    expect(common.every((key) => key.startsWith('values '))).toBe(true);
  });

  it.each([
    [[0.9, 0.1], false],
    [[0.9, 0.1], true],
    [[0.7, 0.3], false],
    [[0.8, 0.1, 0.1], false],
  ])('%j gives each intent its share of rows (values in common: %s)', (shares, shareValues) => {
    const survey = surveyOf(rowsOf(800, 4));
    const { report } = splitRows(survey, { shares, shareValues });
    for (const { rows } of report.intents) {
      const size = [...rows.values()].reduce((sum, count) => sum + count, 0);
      const partitions = [...report.asked].slice(1);
      for (const [name, share] of partitions)
        expect(Math.abs((rows.get(name) ?? 0) - share * size)).toBeLessThan(Math.max(2, 0.01 * size));
    }
    expect(report.leftOut).toBeLessThan(0.4 * survey.length);
  });

  it('keeps the partition of every row when there are more rows', () => {
    const larger = rowsOf(400, 9);
    const [before, after] = [surveyOf(rows), surveyOf(larger)];
    const [small, large] = [splitRows(before, NINETY), splitRows(after, NINETY)];
    const partitions = new Map(larger.map((row, i) => [row.id, large.partitionOf(i)]));
    for (const [i, row] of rows.entries()) expect(partitions.get(row.id)).toBe(small.partitionOf(i));
    const both = [...larger, ...rows.map((row) => ({ ...row, locale: 'cy', annot_utt: 'a', utt: 'a', spans: [] }))];
    const wide = splitRows(surveyOf(both), NINETY);
    for (const [i, row] of both.entries()) expect(wide.partitionOf(i)).toBe(partitions.get(row.id));
  });

  it('keeps it when there are more templates, given the older split', () => {
    const { templates: known } = splitRows(surveyOf(rows), NINETY);
    const later = splitRows(surveyOf(rowsOf(500, 3)), { ...NINETY, known });
    for (const [template, partition] of known) expect(later.templates.get(template)).toBe(partition);
    const held = (split: ReadonlyMap<string, unknown>) => [...split.values()].filter((side) => side === 'dev').length;
    expect(held(later.templates) / 500).toBeCloseTo(held(known) / 400, 1);
  });

  it('keeps one id of several sources on one side', () => {
    const twice = rows.flatMap((row) => [row, { ...row, locale: 'cy', template: `other/${row.template}` }]);
    const split = splitRows(surveyOf(twice), NINETY);
    for (let i = 0; i < twice.length; i += 2) expect(split.partitionOf(i)).toBe(split.partitionOf(i + 1));
  });

  it('holds nothing out of an intent with one template', () => {
    const { report } = splitRows(surveyOf(rowsOf(1, 5)), NINETY);
    expect([...report.rows]).toEqual([['train', 5]]);
  });

  it('holds for any rows', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const row = fc.record({ template: fc.nat(20), carrier: word, value: fc.option(word), intent: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (drawn) => {
        const made = drawn.map(({ template, carrier, value, intent }, i) =>
          rowWith({
            id: String(i),
            template: String(template),
            intent: `i${intent}`,
            annot_utt: value === null ? carrier : `${carrier} [g : ${value}]`,
          }),
        );
        const survey = surveyOf(made);
        expect(shared(made, survey, splitRows(survey, { ...NINETY, shares: [0.5, 0.3, 0.2] }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('balance', () => {
  const rows = [
    rowWith({ id: '1#0', template: '1', annot_utt: 'weka [time : saa moja]' }),
    rowWith({ id: '1#1', template: '1', annot_utt: 'weka [time : saa mbili]' }),
    rowWith({ id: '1#2', template: '1', annot_utt: 'Weka, [time : saa tatu]' }),
    rowWith({ id: '2#0', template: '2', annot_utt: 'weka [time : saa moja]' }),
    rowWith({ id: '2#1', template: '2', annot_utt: 'zima' }),
    rowWith({ id: '1#0', locale: 'cy', template: '1', annot_utt: 'weka [time : saa moja]' }),
  ];

  it.each([
    [{ dedupe: true }, ['1#0', '1#1', '1#2', '2#1', '1#0']],
    [{ dedupeNear: true }, ['1#0', '2#1', '1#0']],
    [{ maxPerTemplate: 1 }, ['1#0', '2#0', '1#0']],
    // First rows of all templates before second ones.
    [{ perIntent: 2 }, ['1#0', '2#0', '1#0']],
    [{ dedupe: true, perIntent: 3 }, ['1#0', '1#1', '2#1', '1#0']],
  ])('%j', (balance, ids) => {
    const survey = surveyOf(rows, balance);
    expect(rows.filter((_, i) => survey.isKept(i)).map(({ id }) => id)).toEqual(ids);
  });
});
