import { describe, expect, it } from 'vitest';
import { LeakGuard, type LeakKind } from '../../src/package/package.js';
import { rowWith } from './rows.js';

const GUARDED = [
  ['1', 'weka kengele saa moja asubuhi', []],
  ['2', 'Zima taa, tafadhali!', []],
  ['3', 'cheza jazz', [{ slot: 'g', start: 6, end: 10 }]],
  ['44', 'mvua itanyesha kesho mjini nairobi ama mombasa', []],
].map(([id, text, spans]) => ({ file: 'test', id, intent: 'alarm_set', text, spans }) as never);

function guard(action: 'refuse' | 'remove' | 'report' = 'remove') {
  return new LeakGuard(GUARDED, [{ file: 'test', sha256: '', rows: 4 }], action);
}

const CASES: readonly [LeakKind | 'none', string, string][] = [
  ['exact', 'weka kengele saa moja asubuhi', '9'],
  ['normalised', 'zima  TAA tafadhali', '9'],
  ['skeleton', 'cheza [g : hip hop]', '9'],
  ['source', 'kitu kingine kabisa', '44'],
  ['source', 'kitu kingine kabisa', 'massive/44'],
  ['near', 'mvua itanyesha kesho mjini nairobi ama mombasan', '9'],
  ['similar', 'mvua itanyesha kesho mjini nairobi na mombasa', '9'],
  ['none', 'mvua itanyesha leo', '9'],
  ['none', 'cheza [h : jazzy]', '9'],
];

describe('the guard', () => {
  it.each(CASES)('finds %s: %s', (kind, annotated, template) => {
    const one = guard();
    const isLeak = one.isLeak(rowWith({ annot_utt: annotated, template }));
    const found = [...one.report().found].filter(([, rows]) => rows > 0).map(([name]) => name);
    expect(found).toEqual(kind === 'none' ? [] : [kind]);
    expect(isLeak).toBe(kind !== 'none' && kind !== 'similar');
  });

  it('takes an id for the same source only with the same intent', () => {
    expect(guard().isLeak(rowWith({ annot_utt: 'kitu', template: '44', intent: 'other' }))).toBe(false);
  });

  it('tells what it found, and takes nothing out when it is to report', () => {
    const one = guard('report');
    expect(one.isLeak(rowWith({ annot_utt: 'cheza [g : hip hop]' }))).toBe(false);
    expect(one.report()).toMatchObject({
      leaks: 1,
      removed: 0,
      examples: [{ kind: 'skeleton', id: '11#0', text: 'cheza hip hop', guardId: '3', guardText: 'cheza jazz' }],
    });
  });

  it('finds all that comparing every pair finds', () => {
    const words = 'saa moja mbili tatu kengele weka zima taa leo kesho'.split(' ');
    const text = (n: number) =>
      Array.from({ length: 2 + (n % 4) }, (_, i) => words[(n * (i + 3) + i * i) % 10]).join(' ');
    const guarded = Array.from({ length: 150 }, (_, n) => text(n));
    const all = guarded.map((said, i) => ({ file: 't', id: `x${i}`, intent: 'i', text: said, spans: [] }));
    for (let n = 150; n < 200; n++) {
      const one = new LeakGuard(all, [], 'remove');
      const row = rowWith({ annot_utt: `${text(n)}a`, template: 'none' });
      const best = Math.max(...guarded.map((said) => jaccard(said, row.utt)));
      one.isLeak(row);
      const found = one.report().examples[0];
      expect(found === undefined ? 0 : found.similarity).toBeCloseTo(best >= 0.8 ? best : 0);
    }
  });
});

function jaccard(a: string, b: string): number {
  const grams = (text: string) => new Set(Array.from({ length: text.length }, (_, i) => ` ${text} `.slice(i, i + 3)));
  const [one, other] = [grams(a), grams(b)];
  const both = [...one].filter((gram) => other.has(gram)).length;
  return both / (one.size + other.size - both);
}
