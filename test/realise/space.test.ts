import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_SPACE, rowCounts, shardRange, spaceSize, sum } from '../../src/realise/realise.js';
import { carrier, hole, plan, SAMPLE, segment, value, weighted } from './plans.js';

const ofSizes = (sizes: readonly number[]) =>
  plan(sizes.map((size, i) => weighted(String(i), [Array.from({ length: size }, () => 1)])));

describe('spaceSize', () => {
  it('counts combinations of options and values', () => {
    expect(SAMPLE.carriers.map(spaceSize)).toEqual([3 * 2 * 2 * 3, 4, 2 * 1 * 2 * 1 * 2 * 2 * 2]);
  });

  it('is one where nothing is to be chosen, none where a hole has no values', () => {
    expect(spaceSize(carrier('a'))).toBe(1);
    expect(spaceSize(carrier('a', { holes: [{ slot: 'time', forms: [''], values: [] }] }))).toBe(0);
  });

  it('stays exact by staying below a bound', () => {
    const many = Array.from({ length: 60 }, () => segment('a', 'b', 'c'));
    expect(spaceSize(carrier('a', { segments: many, holes: [hole('time', value('x'))] }))).toBe(LARGEST_SPACE);
  });
});

describe('rowCounts', () => {
  it('gives each carrier what is asked of each, or all it has', () => {
    expect([...rowCounts(ofSizes([2, 9, 4]), { perTemplate: 3 })]).toEqual([2, 3, 3]);
    expect([...rowCounts(ofSizes([2, 9, 4]), {})]).toEqual([2, 3, 3]);
  });

  it('shares a total out evenly, the first in file order first', () => {
    expect([...rowCounts(ofSizes([2, 9, 4]), { rows: 9 })]).toEqual([2, 4, 3]);
    expect([...rowCounts(ofSizes([2, 9, 4]), { rows: 1 })]).toEqual([1, 0, 0]);
    expect([...rowCounts(ofSizes([2, 9, 4]), { rows: 0 })]).toEqual([0, 0, 0]);
    expect([...rowCounts(ofSizes([2, 9, 4]), { rows: 100 })]).toEqual([2, 9, 4]);
    expect([...rowCounts(ofSizes([2, 9, 4]), { rows: 9, perTemplate: 3 })]).toEqual([2, 3, 3]);
  });

  it('adds up, and differs by one row at most between carriers that could give more', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.nat({ max: 400 }), (sizes, rows) => {
        const counts = [...rowCounts(ofSizes(sizes), { rows })];
        expect(sum(counts)).toBe(Math.min(rows, sum(sizes)));
        const open = counts.filter((count, i) => count < sizes[i]!);
        const most = Math.max(...counts);
        expect(open.every((count) => count >= most - 1)).toBe(true);
      }),
    );
  });
});

describe('shardRange', () => {
  it('cuts all rows into contiguous parts as the definition says', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e6 }), fc.integer({ min: 1, max: 40 }), (total, count) => {
        let end = 0;
        for (let index = 1; index <= count; index++) {
          const { from, to } = shardRange(total, index, count);
          expect(from).toBe(end);
          expect(to).toBe(Math.floor((index * total) / count));
          end = to;
        }
        expect(end).toBe(total);
      }),
    );
  });
});
