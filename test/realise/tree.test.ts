import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Carrier, Plan } from '../../src/model/model.js';
import { drawRow, spaceSize } from '../../src/realise/realise.js';
import { plan, SAMPLE, weighted } from './plans.js';

const weights = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 7 });
const levels = fc.array(weights, { minLength: 1, maxLength: 4 });

function drawn(one: Plan, ordinals: number, seed = 1, index = 0): string[] {
  return Array.from({ length: ordinals }, (_, ordinal) => {
    const { options, values } = drawRow(one, { carrier: index, seed, ordinal });
    return [...options, ...values].join();
  });
}

/** The chance that a deviation this large is chance is below 1e-6 (normal approximation, 4.9 standard deviations). */
function expectShare(hits: number, draws: number, share: number): void {
  expect(Math.abs(hits - draws * share)).toBeLessThan(4.9 * Math.sqrt(draws * share * (1 - share)) + 1);
}

describe('drawRow', () => {
  it('gives every combination exactly once', () => {
    fc.assert(
      fc.property(levels, fc.integer(), (levels, seed) => {
        const one = plan([weighted('a', levels)]);
        const size = spaceSize(one.carriers[0]!);
        const rows = drawn(one, size, seed);
        expect(new Set(rows).size).toBe(size);
      }),
      { numRuns: 200 },
    );
  });

  it('is one to one on spaces with holes too', () => {
    for (const [i, carrier] of SAMPLE.carriers.entries()) {
      const rows = drawn(SAMPLE, spaceSize(carrier), 7, i);
      expect(new Set(rows).size).toBe(spaceSize(carrier));
    }
  });

  it('repeats no row where weights are most unequal and the space is huge', () => {
    const huge = Array.from({ length: 50 }, () => [1, 1e12]);
    const rows = drawn(plan([weighted('a', huge)]), 3000);
    expect(new Set(rows).size).toBe(3000);
  });

  it('stays one to one near the end of the largest space', () => {
    const one = plan([weighted('a', [...Array.from({ length: 50 }, () => [1, 3])])]);
    const rows = Array.from({ length: 2000 }, (_, i) => {
      return drawRow(one, { carrier: 0, seed: 1, ordinal: 2 ** 50 - 1 - i }).options.join('');
    });
    expect(new Set(rows).size).toBe(2000);
  });

  it.each([0, 1, 2, 11])('draws as weights say at ordinal %i, over seeds', (ordinal) => {
    const levels = [
      [5, 1, 2],
      [1, 1, 1, 7],
      [3, 1],
    ];
    const huge = [...levels, Array.from({ length: 40 }, (_, i) => 1 + (i % 5))];
    const one = plan([weighted('a', huge)]);
    const draws = 20_000;
    const hits = huge.map((level) => level.map(() => 0));
    const pairs = Array.from({ length: 12 }, () => 0);
    for (let seed = 0; seed < draws; seed++) {
      const { options } = drawRow(one, { carrier: 0, seed, ordinal });
      for (const [level, option] of options.entries()) hits[level]![option]!++;
      pairs[options[0]! * 4 + options[1]!]!++;
    }
    for (const [i, level] of huge.entries()) {
      const total = level.reduce((a, b) => a + b, 0);
      for (const [j, weight] of level.entries()) expectShare(hits[i]![j]!, draws, weight / total);
    }
    for (const [i, count] of pairs.entries()) {
      expectShare(count, draws, (levels[0]![i >> 2]! / 8) * (levels[1]![i & 3]! / 10));
    }
  });

  it('draws as weights say over templates', () => {
    const draws = 20_000;
    const carriers = Array.from({ length: draws }, (_, i) => weighted(String(i), [[1, 2, 3], Array(30).fill(1)]));
    for (const ordinal of [0, 1]) {
      const hits = [0, 0, 0];
      const one = plan(carriers);
      for (let i = 0; i < draws; i++) hits[drawRow(one, { carrier: i, seed: 1, ordinal }).options[0]!]!++;
      for (const [option, count] of hits.entries()) expectShare(count, draws, (option + 1) / 6);
    }
  });

  it('shares the rows of one template out by weight, to within a row for each halving', () => {
    const one = plan([weighted('a', [[5, 3, 2], Array(500).fill(1)])]);
    const hits = [0, 0, 0];
    for (let ordinal = 0; ordinal < 400; ordinal++) {
      hits[drawRow(one, { carrier: 0, seed: 3, ordinal }).options[0]!]!++;
    }
    for (const [option, share] of [0.5, 0.3, 0.2].entries()) {
      expect(Math.abs(hits[option]! - 400 * share)).toBeLessThanOrEqual(2);
    }
  });

  it('depends on nothing but seed, language, template, ordinal and the carrier itself', () => {
    const [first, second] = [
      weighted('a', [[1, 2, 3], Array(9).fill(1)]),
      weighted('b', [[1, 2, 3], Array(9).fill(1)]),
    ];
    const alone = drawn(plan([second]), 9);
    const beside = (carriers: readonly Carrier[], index: number) => drawn(plan(carriers), 9, 1, index);
    expect(beside([first, second], 1)).toEqual(alone);
    expect(beside([second, first], 0)).toEqual(alone);
    expect(beside([first, second], 0)).not.toEqual(alone);
    expect(drawn(plan([second], { sources: ['other'] }), 9)).toEqual(alone);
    expect(drawn(plan([second], { language: 'cy' }), 9)).not.toEqual(alone);
    expect(drawn(plan([second]), 9, 2)).not.toEqual(alone);
  });

  it('tells large seeds and fractions apart', () => {
    const one = plan([weighted('a', [Array(1000).fill(1)])]);
    const seeds = [1, 2 ** 32 + 1, 2 ** 53 - 1, -1, 1.5];
    expect(new Set(seeds.map((seed) => drawn(one, 5, seed).join())).size).toBe(seeds.length);
  });
});
