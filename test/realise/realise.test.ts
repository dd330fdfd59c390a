import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, Row } from '../../src/model/model.js';
import { parseAnnotated } from '../../src/model/model.js';
import { renderRow, rowCounts, shardRange, sum, type Wanted } from '../../src/realise/realise.js';
import { anyPlan, carrier, hole, option, plan, SAMPLE, segment, value, weighted, written } from './plans.js';

const KEYS = 'id locale partition scenario intent utt annot_utt slot_method score tier template sources'.split(' ');
/** Text of all kinds; brackets are kept out of plans when they are compiled. */
const hostile = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', '\\', '\u2028', '\u0000\u001f', '\ud800', '🙂', 'a  b ', ' '),
  )
  .map((text) => text.replace(/[[\]]/g, ''));

function rendered(one: Plan, wanted: Wanted, seed = 1): Row[] {
  const counts = rowCounts(one, wanted);
  return one.carriers.flatMap((_, index) =>
    Array.from({ length: counts[index]! }, (_, ordinal) => renderRow(one, { carrier: index, seed, ordinal })),
  );
}

function parsed(text: string): Row[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Row);
}

function expectInvariants(row: Row): void {
  const annotated = parseAnnotated(row.annot_utt)!;
  expect(annotated.text).toBe(row.utt);
  expect(row.utt).not.toMatch(/^ | {2}| $/);
  const slots = [...new Set(annotated.spans.map((span) => span.slot))];
  expect(row.slot_method.map(({ slot }) => slot)).toEqual(slots);
}

describe('realise', () => {
  it('writes what renderRow says, in its order of keys', () => {
    const { text } = written(SAMPLE, { perTemplate: 100 });
    expect(text).toBe(
      rendered(SAMPLE, { perTemplate: 100 })
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
    for (const row of parsed(text)) {
      expect(Object.keys(row)).toEqual(KEYS);
      expectInvariants(row);
    }
  });

  it('does so for any plan and any text', () => {
    fc.assert(
      fc.property(anyPlan(hostile), fc.integer(), (one, seed) => {
        const { text } = written(one, { perTemplate: 20, seed });
        const rows = rendered(one, { perTemplate: 20 }, seed);
        expect(text).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
        for (const row of rows) expectInvariants(row);
        expect(new Set(rows.map(({ template, annot_utt }) => `${template} ${annot_utt}`)).size).toBe(rows.length);
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing for an option without pieces, and one method for a slot said twice', () => {
    const rows = parsed(written(SAMPLE, { perTemplate: 100 }).text);
    expect(rows.some(({ utt }) => utt === 'saa tatu')).toBe(true);
    const twice = rows.filter(({ template }) => template === 'train/12');
    for (const { annot_utt, slot_method } of twice) {
      expect(annot_utt.match(/place_name/g)).toHaveLength(2);
      expect(slot_method.map(({ slot }) => slot)).toEqual(['place_name', 'date']);
      const first = annot_utt.indexOf('Tanga') >= 0 ? 'localization' : 'translation';
      expect(slot_method[0]!.method).toBe(first);
    }
  });

  it('gives a row the same bytes however many are asked', () => {
    const ids = (text: string) => new Map(parsed(text).map((row) => [row.id, JSON.stringify(row)]));
    const many = ids(written(SAMPLE, { perTemplate: 10 }).text);
    for (const [id, row] of ids(written(SAMPLE, { perTemplate: 3 }).text)) expect(many.get(id)).toBe(row);
  });

  it('writes shards that joined are the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20 }), (count, perTemplate) => {
        const total = sum(rowCounts(SAMPLE, { perTemplate }));
        const parts = Array.from({ length: count }, (_, i) => {
          return written(SAMPLE, { perTemplate, ...shardRange(total, i + 1, count) }).text;
        });
        expect(parts.join('')).toBe(written(SAMPLE, { perTemplate }).text);
      }),
    );
  });

  it('counts rows, templates, tiers, bytes and different utterances', () => {
    const same = [weighted('a', [[1, 1]]), weighted('b', [[1, 1, 1]]), carrier('c', { score: 0.1 })];
    const { text, result } = written(plan(same), { perTemplate: 10 });
    expect(result).toEqual({
      rows: 6,
      templates: 3,
      distinct: 4,
      bytes: Buffer.byteLength(text),
      tiers: { A: 5, B: 0, C: 1 },
    });
    expect(written(plan(same), { perTemplate: 10, from: 2, to: 5 }).result).toMatchObject({ rows: 3, templates: 1 });
    expect(written(plan([]), {}).result).toMatchObject({ rows: 0, distinct: 0, bytes: 0 });
  });

  it('tells utterances apart that differ only in their last bytes', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `${'a'.repeat(i % 7)}${i}`);
    const one = plan([
      carrier('a', { segments: [segment(...words)] }),
      carrier('b', { segments: [segment(...words)] }),
    ]);
    expect(written(one, { perTemplate: 1e6 }).result).toMatchObject({ rows: 10_000, distinct: 5000 });
  });

  it('hands on whole pieces of 1 MiB, whatever the length of rows', () => {
    const long = ['x', 'é'.repeat(40_000), 'ሰላም '.repeat(300_000)];
    const one = plan([
      carrier('long', {
        segments: [segment(...long), segment(option([{ hole: 0, form: 0 }]))],
        holes: [hole('time', value('leo'))],
      }),
      ...Array.from({ length: 3000 }, (_, i) => weighted(`t${i}`, [[1, 1, 1]])),
    ]);
    const { text, lengths, result } = written(one, { perTemplate: 3 });
    expect(lengths.slice(0, -1).every((length) => length === 1 << 20)).toBe(true);
    expect(result.bytes).toBe(lengths.reduce((a, b) => a + b, 0));
    expect(text).toBe(
      rendered(one, { perTemplate: 3 })
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    );
  });

  it('has room for carriers with very many choices, sources and pieces', () => {
    const sources = Array.from({ length: 100 }, (_, i) => `source ${i}`);
    const wide = segment(...Array.from({ length: 700 }, (_, i) => option([`w${i}`], 1, [i % 100])));
    const deep = Array.from({ length: 80 }, (_, i) =>
      segment(option([`a${i}`, 'b', 'c'], 1, [i]), option(['d'], 2, [99])),
    );
    const holes = Array.from({ length: 40 }, (_, i) => hole(`slot${i}`, value(`v${i}`), value(`u${i}`)));
    const said = segment(option(holes.map((_, hole) => ({ hole, form: 0 }))));
    const one = plan([carrier('wide', { segments: [wide, ...deep, said], holes }), weighted('small', [[1, 2]])], {
      sources,
    });
    expect(parsed(written(one, { perTemplate: 50 }).text)).toEqual(rendered(one, { perTemplate: 50 }));
  });
});
