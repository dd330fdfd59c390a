import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/evaluate/evaluate.js';

const predictions = (confidence: number[], correct: number[]) =>
  confidence.map((each, i) => ({ confidence: each, correct: correct[i] === 1 }));

describe('calibration', () => {
  it('is worked out by hand for five predictions', () => {
    const found = calibrate(predictions([0.95, 0.9, 0.4, 0.35, 0.1], [1, 0, 1, 0, 0]));
    // Bins: (0.9, 1] 0.95 against 1; (0.8, 0.9] 0.9 against 0; (0.3, 0.4] 0.375 against 0.5; [0, 0.1] 0.1 against 0.
    expect(found.eceEqualWidth).toBeCloseTo((0.05 + 0.9 + 2 * 0.125 + 0.1) / 5, 12);
    expect(found.brier).toBeCloseTo((0.0025 + 0.81 + 0.36 + 0.1225 + 0.01) / 5, 12);
    // One to a decile: every second is empty.
    expect(found.eceDeciles).toBeCloseTo((0.05 + 0.9 + 0.6 + 0.35 + 0.1) / 5, 12);
    expect(found.equalWidth[3]).toEqual({ bin: 3, n: 2, meanConfidence: 0.375, accuracy: 0.5 });
    expect(found.equalWidth[5]).toEqual({ bin: 5, n: 0, meanConfidence: null, accuracy: null });
  });

  it('puts edges of bins below, 0 into the first', () => {
    const edges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const { equalWidth } = calibrate(
      predictions(
        edges,
        edges.map(() => 1),
      ),
    );
    expect(equalWidth.map(({ n }) => n)).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('cuts equals by their order, and tells accuracy when the least sure are refused', () => {
    const found = calibrate(predictions(new Array(10).fill(0.5), [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]));
    expect(found.deciles.map(({ accuracy }) => accuracy)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(found.coverage[0]).toEqual({ coverage: 1, accuracy: 0.5 });
    expect(found.coverage[5]).toEqual({ coverage: 0.5, accuracy: 1 });
  });

  it('has nothing to say of no predictions', () => {
    expect(calibrate([])).toMatchObject({
      n: 0,
      eceEqualWidth: null,
      eceDeciles: null,
      eceByChance: null,
      brier: null,
    });
    expect(calibrate([]).coverage).toEqual([]);
  });

  it('is 0 where the sure are right', () => {
    const found = calibrate(predictions([0, 0, 1, 1], [0, 0, 1, 1]));
    expect([found.eceEqualWidth, found.eceDeciles, found.brier, found.eceByChance]).toEqual([0, 0, 0, 0]);
  });

  it('keeps its bounds, and forgets nothing', () => {
    const prediction = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), correct: fc.boolean() });
    fc.assert(
      fc.property(fc.array(prediction, { minLength: 1, maxLength: 60 }), (all) => {
        const found = calibrate(all);
        for (const each of [found.eceEqualWidth, found.eceDeciles, found.brier]) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(1);
        }
        for (const bins of [found.equalWidth, found.deciles]) {
          expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(all.length);
        }
        expect(calibrate([...all].reverse()).eceEqualWidth).toBeCloseTo(found.eceEqualWidth!, 12);
      }),
    );
  });
});
