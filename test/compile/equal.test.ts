import { describe, expect, it } from 'vitest';
import { resolveEqualCarriers } from '../../src/compile/equal.js';
import type { Carrier } from '../../src/model/model.js';

function carrier(template: string, intent: string, words: string[], values: string[] = []): Carrier {
  const pieces = values.length > 0 ? [{ hole: 0, form: 0 }] : [];
  return {
    template,
    scenario: 's',
    intent,
    partition: 'train',
    score: 1,
    tier: 'A',
    segments: [{ options: words.map((word) => ({ weight: 1, pieces: [word, ...pieces], sources: [] })) }],
    holes:
      values.length > 0
        ? [
            {
              slot: 'time',
              forms: [''],
              values: values.map((value) => ({
                weight: 1,
                method: 'translation' as const,
                sources: [],
                forms: [value],
              })),
            },
          ]
        : [],
  };
}

describe('equal carriers', () => {
  it('of one intent that offer the same are merged into the first', () => {
    const { carriers, merged, conflicts } = resolveEqualCarriers([
      carrier('a', 'x', ['taa']),
      carrier('b', 'x', ['taa']),
      carrier('c', 'x', ['taa', 'nuru']),
    ]);
    expect(carriers.map(({ template }) => template)).toEqual(['a', 'c']);
    expect(merged).toEqual([{ template: 'b', into: 'a' }]);
    expect(conflicts).toEqual([]);
  });

  it('of one intent with other values keep their rows', () => {
    expect(
      resolveEqualCarriers([carrier('a', 'x', ['saa'], ['moja']), carrier('b', 'x', ['saa'], ['mbili'])]).merged,
    ).toEqual([]);
    expect(
      resolveEqualCarriers([carrier('a', 'x', ['saa'], ['moja']), carrier('b', 'x', ['saa'], ['moja'])]).merged,
    ).toHaveLength(1);
  });

  it('of two intents are reported and kept', () => {
    const { carriers, conflicts } = resolveEqualCarriers([
      carrier('a', 'x', ['saa'], ['moja']),
      carrier('b', 'y', ['saa'], ['mbili']),
    ]);
    expect(carriers).toHaveLength(2);
    expect(conflicts).toEqual([{ templates: ['a', 'b'], intents: ['x', 'y'], text: 'saa [time]' }]);
  });
});
