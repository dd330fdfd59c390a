import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ambiguousStretch } from '../../src/compile/unambiguous.js';

function choices(...options: string[][]) {
  return options.map((texts) => texts.map((text) => ({ key: text === '' ? [] : text.split(' ') })));
}

/** What a naive reader finds: draw everything, look for a text that comes twice. */
function repeats(options: readonly (readonly string[])[]): boolean {
  let texts = [''];
  for (const texts2 of options) texts = texts.flatMap((a) => texts2.map((b) => `${a} ${b}`.trim()));
  return new Set(texts).size < texts.length;
}

describe('ambiguousStretch', () => {
  it('finds nothing where every draw reads differently', () => {
    expect(ambiguousStretch(choices(['a', 'b'], ['c', 'd']))).toBeUndefined();
    expect(ambiguousStretch(choices(['please', ''], ['play', 'start']))).toBeUndefined();
  });

  it('finds the stretch that reads in two ways', () => {
    expect(ambiguousStretch(choices(['x', 'x y'], ['y z', 'z']))).toEqual({ start: 0, end: 2 });
    expect(ambiguousStretch(choices(['k'], ['a', ''], ['b'], ['', 'a']))).toBeUndefined();
    expect(ambiguousStretch(choices(['k'], ['a', ''], ['a', '']))).toEqual({ start: 1, end: 3 });
  });

  it('agrees with drawing everything', () => {
    const word = fc.constantFrom('a', 'b', 'a b', 'b a', 'a a', '');
    const options = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(options, { minLength: 1, maxLength: 4 }), (texts) => {
        expect(ambiguousStretch(choices(...texts)) !== undefined).toBe(repeats(texts));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});
