import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accuracyStatistics,
  bootstrapInterval,
  bootstrapIntervals,
  chrfStatistics,
  compareScores,
  groupLines,
  holm,
  lineStatistics,
  mcnemar,
  pairedBootstrap,
  randomisation,
  wilsonInterval,
} from '../../src/evaluate/evaluate.js';

/** Right on the first lines, wrong on the rest. */
const firstRight = (right: number, lines: number) => Array.from({ length: lines }, (_, i) => i < right);
const share = (right: number, lines: number) => accuracyStatistics(firstRight(right, lines));

describe("Wilson's interval", () => {
  // z²/(n + z²) by hand for 0 of 10; the others from the formula with five decimals.
  it.each([
    [0, 10, 0, 0.27753],
    [10, 10, 0.72247, 1],
    [5, 10, 0.23659, 0.76341],
    [1626, 2033, 0.78185, 0.8166],
    [0, 0, 0, 1],
  ])('of %i in %i', (right, all, low, high) => {
    const found = wilsonInterval(right, all);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('holds the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const right = Math.floor(all * part);
        const { low, high } = wilsonInterval(right, all);
        expect(low).toBeLessThanOrEqual(right / all + 1e-12);
        expect(high).toBeGreaterThanOrEqual(right / all - 1e-12);
      }),
    );
  });
});

describe("McNemar's test", () => {
  const lines = (both: number, onlyA: number, onlyB: number, none: number) => {
    const rows = [
      [both, true, true],
      [onlyA, true, false],
      [onlyB, false, true],
      [none, false, false],
    ] as const;
    const all = rows.flatMap(([n, a, b]) => Array.from({ length: n }, () => [a, b] as const));
    return [all.map(([a]) => a), all.map(([, b]) => b)] as const;
  };

  // Binomial tails by hand: 2·(1 + 10 + 45)/1024, 2·1/32, and a tie.
  it.each([
    [2, 8, 112 / 1024],
    [0, 5, 2 / 32],
    [4, 4, 1],
    [0, 0, 1],
  ])('%i against %i', (onlyA, onlyB, p) => {
    expect(mcnemar(...lines(7, onlyA, onlyB, 3))).toEqual({ onlyA, onlyB, p: expect.closeTo(p, 12) });
  });

  it('stands thousands of lines', () => {
    expect(mcnemar(...lines(0, 1000, 1000, 0)).p).toBe(1);
    expect(mcnemar(...lines(0, 900, 1100, 0)).p).toBeCloseTo(8.457089535e-6, 12);
    expect(mcnemar(...lines(0, 0, 3000, 0)).p).toBe(0);
  });

  it('is the same from either side', () => {
    const row = fc.tuple(fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const [a, b] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
        expect(mcnemar(a, b).p).toBe(mcnemar(b, a).p);
      }),
    );
  });
});

describe('bootstrap intervals', () => {
  it('are as wide as theory has it for a share', () => {
    const { score, standardError, half, low, high } = bootstrapInterval(share(1600, 2000));
    expect(score).toBe(0.8);
    expect(standardError).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 2000), 3);
    expect(half).toBeCloseTo(1.96 * Math.sqrt((0.8 * 0.2) / 2000), 2);
    expect([low < 0.8, high > 0.8]).toEqual([true, true]);
  });

  it('are the same for the same seed, and others for another', () => {
    const statistics = share(70, 100);
    expect(bootstrapInterval(statistics, { seed: 4 })).toEqual(bootstrapInterval(statistics, { seed: 4 }));
    expect(bootstrapInterval(statistics, { seed: 4 }).mean).not.toBe(bootstrapInterval(statistics, { seed: 5 }).mean);
  });

  it('draw the same lines for all scores', () => {
    const [right, wrong] = bootstrapIntervals([share(30, 100), accuracyStatistics(firstRight(30, 100).map((x) => !x))]);
    expect(right!.low).toBeCloseTo(1 - wrong!.high, 12);
  });

  it('are wider where rows of one template are drawn together', () => {
    const rows = Array.from({ length: 400 }, (_, i) => Math.floor(i / 10) % 2 === 0);
    const templates = rows.map((_, i) => String(Math.floor(i / 10)));
    const [alone, together] = [accuracyStatistics(rows), groupLines(accuracyStatistics(rows), templates)];
    const ratio = bootstrapInterval(together).standardError / bootstrapInterval(alone).standardError;
    expect(ratio).toBeGreaterThan(2.5);
    expect(ratio).toBeLessThan(4);
  });

  it('have no width where all lines are alike, or where there is none', () => {
    expect(bootstrapInterval(share(9, 9))).toMatchObject({ low: 1, high: 1, half: 0, standardError: 0 });
    expect(bootstrapInterval(share(0, 0))).toMatchObject({ score: 0, low: 0, high: 0 });
  });
});

describe('randomisation', () => {
  it('tries all assignments of few lines', () => {
    // B is right on five lines that A has wrong: only none and all of the five swapped reach the difference.
    const found = randomisation(share(1, 8), share(6, 8));
    expect(found).toMatchObject({ exact: true, resamples: 256, atLeast: 2 * 8, above: 0, p: 2 / 32 });
    expect(found.difference).toBeCloseTo(5 / 8, 12);
  });

  it('draws among many, near the exact answer', () => {
    const lines = (right: boolean[]) => accuracyStatistics([...right, ...firstRight(9, 18)]);
    const [a, b] = [lines(firstRight(0, 6)), lines(firstRight(6, 6))];
    const found = randomisation(a, b);
    expect(found).toMatchObject({ exact: false, resamples: 10_000, lines: 24 });
    // All six on one side: 2/64 by ≥; none is strictly larger, which is all that sacreBLEU counts.
    expect(found.atLeast / 10_000).toBeCloseTo(2 / 64, 2);
    expect(found.p).toBe(1 / 10_001);
  });

  it('finds nothing between a system and itself', () => {
    const few = share(3, 5);
    const many = share(30, 50);
    expect([randomisation(few, few).p, randomisation(many, many).p, pairedBootstrap(many, many).p]).toEqual([1, 1, 1]);
  });

  it('is the same from either side', () => {
    const line = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    const ratio = (counts: number[]) =>
      lineStatistics(
        counts.map((count) => [count, 3]),
        2,
        (sums) => sums[0]! / (sums[1]! || 1),
      );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 9 }), (lines) => {
        const [a, b] = [ratio(lines.map(([x]) => x)), ratio(lines.map(([, y]) => y))];
        const [there, back] = [randomisation(a, b), randomisation(b, a)];
        expect([back.p, back.atLeast, back.difference]).toEqual([there.p, there.atLeast, 0 - there.difference]);
        expect(there.p).toBeGreaterThanOrEqual(2 / there.resamples - 1e-12);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('paired tests', () => {
  it('call chance chance, and a difference a difference', () => {
    const references = Array.from({ length: 60 }, (_, i) => `weka kengele ya saa ${i} asubuhi`);
    const pairs = (change: (line: string, i: number) => string) =>
      chrfStatistics(references.map((line, i) => ({ hypothesis: change(line, i), references: [line] })));
    const good = pairs((line, i) => (i % 2 === 0 ? line : line.replace('kengele', 'saa')));
    const alike = pairs((line, i) => (i % 2 === 1 ? line : line.replace('kengele', 'saa')));
    const bad = pairs((line) => line.split(' ').reverse().join(' ').slice(4));
    const [chance, real] = compareScores([
      { name: 'alike', a: good, b: alike },
      { name: 'bad', a: good, b: bad },
    ]);
    expect([chance!.noise, real!.noise]).toEqual([true, false]);
    expect(real!.bootstrap.interval.high).toBeLessThan(0);
    expect(chance!.bootstrap.interval.low).toBeLessThan(0);
    expect(chance!.bootstrap.interval.high).toBeGreaterThan(0);
    expect(real!.p).toBe(2 * real!.randomisation.p);
  });

  it('need the same lines', () => {
    expect(() => pairedBootstrap(share(1, 3), share(1, 4))).toThrow(/3 and 4 lines/);
    expect(() => randomisation(share(1, 3), share(1, 4))).toThrow(/3 and 4 lines/);
  });

  it('adjust p values by Holm', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});
