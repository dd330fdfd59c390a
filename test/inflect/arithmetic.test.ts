import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, naturalLog } from '../../src/inflect/predict/arithmetic.js';

describe('arithmetic that is the same on every machine', () => {
  it('takes logarithms as the language does, to ten digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: Number.MAX_VALUE, noNaN: true }), (x) => {
        expect(naturalLog(x)).toBeCloseTo(Math.log(x), 10);
      }),
    );
  });

  it('takes exponentials as the language does, to ten digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
        expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('keeps the ends', () => {
    expect([naturalLog(1), exponential(0), exponential(-1e4), exponential(1e4)]).toEqual([0, 1, 0, Infinity]);
  });
});
