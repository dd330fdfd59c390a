import { describe, expect, it } from 'vitest';
import { baselineRows, floorRows } from '../../src/compile/compile.js';
import { annotate, type Candidate, type Lexicon, parseAnnotated, type StoredTemplate } from '../../src/model/model.js';

function template(name: string, annotated: string): StoredTemplate {
  const parsed = parseAnnotated(annotated)!;
  return { id: name, name, scenario: 's', intent: 'i', partition: 'train', source: 1, scheme: 'massive', ...parsed };
}

function lexicon(words: Readonly<Record<string, readonly string[]>>): Lexicon {
  const entries = new Map(Object.entries(words));
  const candidate = (text: string): Candidate => {
    return { text, pos: [], nounClass: '', sources: [1], support: 1, rank: 1, phrasebook: false };
  };
  return { lookup: (key) => (entries.get(key) ?? []).map(candidate), longestKey: 1 };
}

const WORDS = lexicon({ wake: ['amka'], nine: ['tisa', 'kenda', 'tisa'], pm: ['ya jioni'], the: [''], up: ['juu'] });

describe('the published baseline', () => {
  it('replaces tokens, keeps unknown ones and copies labels', () => {
    const [row] = baselineRows({
      language: 'sw',
      seed: 1,
      lexicon: WORDS,
      templates: [template('1', 'Wake constructor up at [time : nine pm] [date : today] the')],
    });
    expect(annotate(row!.text, row!.spans)).toMatch(
      /^amka constructor juu at \[time : (tisa|kenda) ya jioni\] \[date : today\] the$/,
    );
    expect([row!.id, row!.intent]).toEqual(['1', 'i']);
  });

  it('draws all translations as often, by seed and template alone', () => {
    const templates = Array.from({ length: 2000 }, (_, i) => template(String(i), 'nine'));
    const input = { language: 'sw', seed: 1, lexicon: WORDS, templates };
    const rows = baselineRows(input);
    const share = rows.filter(({ text }) => text === 'tisa').length / rows.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.04);
    expect(baselineRows(input)).toEqual(rows);
    expect(baselineRows({ ...input, templates: [...templates].reverse() }).reverse()).toEqual(rows);
    expect(baselineRows({ ...input, seed: 2 })).not.toEqual(rows);
  });

  it('gives a token to the span that holds most of it', () => {
    const odd = template('1', "[date : tomorrow]'s [x : a]bc wake");
    const [row] = baselineRows({ language: 'sw', seed: 1, lexicon: WORDS, templates: [odd] });
    expect(annotate(row!.text, row!.spans)).toBe("[date : tomorrow's] [x : abc] amka");
  });
});

it('leaves the floor as it is', () => {
  const one = template('1', 'at [time : nine]');
  expect(floorRows([one])).toEqual([{ id: '1', intent: 'i', text: 'at nine', spans: one.spans }]);
});
