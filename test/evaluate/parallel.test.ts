import { describe, expect, it } from 'vitest';
import { compareHypotheses, compareParallel, type ParallelRow, pairRows } from '../../src/evaluate/evaluate.js';
import { parseAnnotated } from '../../src/model/model.js';

const row = (id: string, annotated: string, template?: string): ParallelRow => ({
  id,
  ...parseAnnotated(annotated)!,
  ...(template === undefined ? {} : { template }),
});

const REFERENCE = [
  row('1', 'niamshe saa [time : moja asubuhi] [date : kesho]'),
  row('2', 'hali ya hewa ya [place_name : nairobi] ikoje'),
  row('3', 'cheza [song_name : malaika]'),
];

describe('pairing', () => {
  it('is by id, by the template that a row names, or by the id without its ordinal', () => {
    const rows = [row('1', 'a'), row('2#0', 'b'), row('2#1', 'c'), row('x', 'd', '3'), row('9', 'e')];
    const { pairs, ...rest } = pairRows(rows, REFERENCE);
    expect(pairs.map(({ hypothesis, group }) => [hypothesis.id, group])).toEqual([
      ['1', '1'],
      ['2#0', '2'],
      ['2#1', '2'],
      ['x', '3'],
    ]);
    expect(rest).toEqual({ onlyHypothesis: 1, onlyReference: 0 });
  });

  it('takes rows of one id as alternatives', () => {
    const report = compareParallel([REFERENCE[0]!], [row('1', 'kitu kingine'), REFERENCE[0]!, REFERENCE[2]!]);
    expect(report.text.chrf.score).toBeCloseTo(100, 9);
    expect(report.text.chrf.signature).toMatch(/^nrefs:2/);
    expect(report.values.all.f1).toBe(1);
    expect(report.onlyReference).toBe(1);
  });

  it('says so when nothing pairs', () => {
    expect(() => compareParallel([row('7', 'a')], REFERENCE)).toThrow(/no id in common/);
    expect(() => compareHypotheses({ a: REFERENCE, b: [row('7', 'a')], reference: REFERENCE })).toThrow(/no id/);
  });
});

describe('comparison', () => {
  it('gives everything to a file compared with itself', () => {
    const report = compareParallel(REFERENCE, REFERENCE);
    for (const { chrf, chrfPlusPlus, bleu } of [report.text, report.masked]) {
      expect([chrf.score, chrfPlusPlus.score, bleu.score].map((score) => score.toFixed(6))).toEqual(
        Array(3).fill('100.000000'),
      );
    }
    expect(report.values.all).toEqual({ precision: 1, recall: 1, f1: 1, support: 4 });
    expect(report).toMatchObject({ lines: 3, groups: 3, few: true, onlyHypothesis: 0, onlyReference: 0 });
  });

  it('forgives other values once slots are masked', () => {
    const localised = [
      row('1', 'niamshe saa [time : tatu usiku] [date : leo]'),
      row('2', 'hali ya hewa ya [place_name : mombasa] ikoje'),
      row('3', 'cheza [song_name : Malaika]'),
    ];
    const report = compareParallel(localised, REFERENCE);
    expect(report.text.chrfPlusPlus.score).toBeLessThan(80);
    expect(report.masked.chrfPlusPlus.score).toBeCloseTo(100, 9);
    expect(report.values.all.f1).toBe(0.25);
    expect([...report.values.slots.keys()]).toEqual(['date', 'place_name', 'song_name', 'time']);
    expect(report.values.slots.get('song_name')).toEqual({ precision: 1, recall: 1, f1: 1, support: 1 });
  });

  it('does not forgive another slot in the same place', () => {
    const report = compareParallel([row('3', 'cheza [artist_name : malaika]')], REFERENCE);
    expect(report.text.chrf.score).toBeCloseTo(100, 9);
    expect(report.masked.chrf.score).toBeLessThan(100);
    expect(report.values.all).toEqual({ precision: 0, recall: 0, f1: 0, support: 1 });
  });

  it('masks whatever stands around a slot as it is, in any order of spans', () => {
    const spans = [...REFERENCE[0]!.spans].reverse();
    expect(compareParallel([{ ...REFERENCE[0]!, spans }], REFERENCE).masked.chrf.score).toBeCloseTo(100, 9);
  });

  it('counts a value as often as it stands in both rows', () => {
    const twice = row('1', '[place_name : nairobi] na [place_name : nairobi]');
    const report = compareParallel([twice], [row('1', '[place_name : nairobi] na [place_name : lamu]')]);
    expect(report.values.all).toMatchObject({ precision: 0.5, recall: 0.5 });
  });

  it('tells which of two systems is closer', () => {
    const reference = Array.from({ length: 40 }, (_, i) => row(String(i), `washa taa ya [house_place : chumba] ${i}`));
    const worse = reference.map(({ id }) => row(id, `taa [house_place : chumba] ${id}`));
    const found = compareHypotheses({ a: reference, b: worse, reference }, { seed: 2, resamples: 500 });
    expect(found.map(({ name, noise }) => [name, noise])).toEqual([
      ['chrF2', false],
      ['chrF2++', false],
      ['BLEU', false],
    ]);
    expect(found.every(({ randomisation }) => randomisation.difference < 0)).toBe(true);
    const same = compareHypotheses({ a: worse, b: [...worse].reverse(), reference }, { resamples: 100 });
    expect(same.map(({ p, noise }) => [p, noise])).toEqual(Array(3).fill([1, true]));
  });
});
