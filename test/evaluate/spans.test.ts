// Cases of BIO that the reference implementations (conlleval.pl, seqeval) disagree on or treat in odd ways.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accuracyStatistics,
  conllSpans,
  corpusScore,
  groupLines,
  iob2Spans,
  readTextToText,
  scoreMassive,
  scoreSpans,
  scoreXsid,
  spanStatistics,
  tagsOfLabels,
  tagsOfSpans,
  tokenAccuracy,
} from '../../src/evaluate/evaluate.js';

const tags = (text: string) => text.split(' ');
const shown = (spans: ReturnType<typeof conllSpans>) => spans.map(({ type, start, end }) => `${type} ${start}-${end}`);

describe('spans of tags', () => {
  it.each([
    ['B-t I-t O', ['t 0-2'], ['t 0-2']],
    ['I-t I-t O', ['t 0-2'], []],
    ['B-t I-p I-p', ['t 0-1', 'p 1-3'], ['t 0-1']],
    ['B-i B-i I-i', ['i 0-1', 'i 1-3'], ['i 0-1', 'i 1-3']],
    ['I-x I-x B-x O', ['x 0-2', 'x 2-3'], ['x 2-3']],
    ['I-x I-y I-x', ['x 0-1', 'y 1-2', 'x 2-3'], []],
    ['B I O', ['_ 0-2'], ['_ 0-2']],
    ['B-music-item I-music-item', ['music-item 0-2'], ['music-item 0-2']],
    ['B-x- I-x-', ['x- 0-2'], ['x 0-2']],
    ['B-T I-t', ['T 0-1', 't 1-2'], ['T 0-1']],
    ['O O', [], []],
  ])('%s', (text, conll, strict) => {
    expect(shown(conllSpans(tags(text)))).toEqual(conll);
    expect(shown(iob2Spans(tags(text)))).toEqual(strict);
  });

  it('knows E and S in the lenient mode and refuses them in the strict one', () => {
    expect(shown(conllSpans(tags('B-x E-x S-y E-z')))).toEqual(['x 0-2', 'y 2-3', 'z 3-4']);
    expect(() => iob2Spans(tags('B-x E-x'))).toThrow(/"E-x" is no tag of the scheme IOB2/);
  });

  it('half understands a label without prefix, as the reference does', () => {
    expect(shown(conllSpans(['date']))).toEqual(['ate 0-1']);
    expect(() => conllSpans([''])).toThrow(/empty tag/);
  });

  it('makes one span of neighbouring labels of MASSIVE', () => {
    expect(tagsOfLabels(tags('x x Other x y'))).toEqual(tags('B-x I-x O B-x B-y'));
  });
});

const report = (gold: string[], found: string[], spansOf = conllSpans) =>
  scoreSpans(
    gold.map((line) => spansOf(tags(line))),
    found.map((line) => spansOf(tags(line))),
  );

describe('span scores', () => {
  it('averages by spans, by types and by support', () => {
    const found = report(['B-a I-a O B-b', 'O B-a', 'B-c O B-b I-b'], ['B-a I-a O B-c', 'B-a B-a', 'B-c O B-b O']);
    expect(found.micro).toEqual({ precision: 0.5, recall: 0.6, f1: expect.closeTo(6 / 11), support: 5 });
    expect(found.macro.f1).toBeCloseTo((0.8 + 0 + 2 / 3) / 3);
    expect(found.weighted.f1).toBeCloseTo((0.8 * 2 + 0 * 2 + 2 / 3) / 5);
    expect([...found.types.keys()]).toEqual(['a', 'b', 'c']);
  });

  it('gives 0, not 1, where there is no span at all, and no mean over no type', () => {
    const nothing = { precision: 0, recall: 0, f1: 0, support: 0 };
    expect(report(['O O'], ['O O'])).toEqual({
      micro: nothing,
      macro: { precision: null, recall: null, f1: null, support: 0 },
      weighted: nothing,
      types: new Map(),
    });
  });

  it('differs between modes on stray tags only', () => {
    expect(report(['B-x I-x B-x O'], ['I-x I-x B-x O']).micro.f1).toBe(1);
    expect(report(['B-x I-x B-x O'], ['I-x I-x B-x O'], iob2Spans).micro).toMatchObject({ precision: 1, recall: 0.5 });
  });

  it('counts tokens', () => {
    expect(tokenAccuracy([tags('O B-x'), tags('O O')], [tags('O O'), tags('O O')])).toBe(0.75);
    expect(tokenAccuracy([], [])).toBe(0);
  });

  it('keeps the lenient scores of xSID apart', () => {
    const [gold, found] = [[conllSpans(tags('B-x I-x O B-y'))], [conllSpans(tags('B-x O O B-z'))]];
    expect(scoreSpans(gold, found).micro.f1).toBe(0);
    expect(scoreXsid(gold, found).loose).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, support: 2 });
    expect(scoreXsid(gold, found).unlabelled).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, support: 2 });
  });
});

describe("MASSIVE's figures", () => {
  it('cuts and fills predictions, and needs everything right for an exact match', () => {
    const gold = [
      { intent: 'a', labels: tags('Other x x') },
      { intent: 'b', labels: tags('x Other y y') },
    ];
    const found = [
      { intent: 'a', labels: tags('Other x x x x') },
      { intent: 'b', labels: tags('x') },
    ];
    expect(scoreMassive(gold, found)).toEqual({
      intent_acc: 1,
      intent_acc_stderr: 0,
      slot_micro_f1: expect.closeTo(0.8),
      slot_micro_f1_stderr: expect.closeTo(Math.sqrt(0.16 / 7)),
      ex_match_acc: 0.5,
      ex_match_acc_stderr: expect.closeTo(Math.sqrt(0.25 / 2)),
    });
  });

  it.each([
    ['Other time time alarm_set', {}],
    ['Other time I-time alarm_set', { inside: 'inside_slot_name' }],
    ['Other time I alarm_set', { inside: 'inside' }],
    ['<extra_id_0> Other <extra_id_1> time <extra_id_2> time alarm_set', { sentinels: true }],
    ['at Other five time am time alarm_set', { slotsMixed: true }],
    [
      'intent: alarm_set annotation: at five am Other time time',
      { described: true, intentFirst: true, tokensInOutput: true },
    ],
  ] as const)('reads %s', (output, options) => {
    expect(readTextToText(output, options)).toEqual({ intent: 'alarm_set', labels: ['Other', 'time', 'time'] });
  });

  it('keeps a slot named I-… where the form has no such prefix', () => {
    expect(readTextToText('Other I-pad play').labels).toEqual(['Other', 'I-pad']);
  });
});

const TAG = fc.constantFrom('O', 'O', 'B-x', 'I-x', 'B-y', 'I-y', 'B-z', 'I-z');
const sentence = fc.array(TAG, { maxLength: 8 });
const corpus = fc.array(fc.tuple(sentence, sentence), { maxLength: 6 });
const halves = (lines: readonly (readonly [string[], string[]])[]) =>
  [lines.map(([gold]) => conllSpans(gold)), lines.map(([, found]) => conllSpans(found))] as const;

describe('properties of span scores', () => {
  it('lie between 0 and 1, and F1 between precision and recall', () => {
    fc.assert(
      fc.property(corpus, (lines) => {
        const { micro, types } = scoreSpans(...halves(lines));
        for (const { precision, recall, f1 } of [micro, ...types.values()]) {
          expect(Math.min(precision, recall)).toBeLessThanOrEqual(f1 + 1e-12);
          expect(f1).toBeLessThanOrEqual(Math.max(precision, recall) + 1e-12);
          expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(0);
          expect(Math.max(precision, recall)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('are 1 for a prediction that is the gold standard', () => {
    fc.assert(
      fc.property(corpus, (lines) => {
        const [gold] = halves(lines);
        expect(scoreSpans(gold, gold).micro.f1).toBe(gold.flat().length > 0 ? 1 : 0);
      }),
    );
  });

  it('swap precision and recall when gold and prediction are swapped', () => {
    fc.assert(
      fc.property(corpus, (lines) => {
        const [gold, found] = halves(lines);
        const [one, other] = [scoreSpans(gold, found).micro, scoreSpans(found, gold).micro];
        expect([one.precision, one.recall, one.f1]).toEqual([other.recall, other.precision, other.f1]);
      }),
    );
  });

  it('do not depend on the order of lines', () => {
    fc.assert(
      fc.property(corpus, (lines) => {
        expect(scoreSpans(...halves(lines.toReversed()))).toEqual(scoreSpans(...halves(lines)));
      }),
    );
  });

  it('do not depend on what labels are called', () => {
    const renamed = new Map([
      ['x', 'z'],
      ['y', 'x'],
      ['z', 'y'],
    ]);
    const rename = (line: string[]) => line.map((tag) => (tag === 'O' ? tag : tag.slice(0, 2) + renamed.get(tag[2]!)));
    fc.assert(
      fc.property(corpus, (lines) => {
        const before = scoreSpans(...halves(lines));
        const after = scoreSpans(...halves(lines.map(([gold, found]) => [rename(gold), rename(found)] as const)));
        expect(after.micro).toEqual(before.micro);
        if (before.macro.f1 !== null) expect(after.macro.f1).toBeCloseTo(before.macro.f1, 12);
        for (const [type, score] of before.types) expect(after.types.get(renamed.get(type)!)).toEqual(score);
      }),
    );
  });

  it('agree between modes on well-formed tags, which spans give back', () => {
    fc.assert(
      fc.property(sentence, (line) => {
        const spans = conllSpans(line);
        const wellFormed = tagsOfSpans(spans, line.length);
        expect(conllSpans(wellFormed)).toEqual(spans);
        expect(iob2Spans(wellFormed)).toEqual(spans);
      }),
    );
  });

  it('never give the lenient scores of xSID less than the exact one', () => {
    fc.assert(
      fc.property(corpus, (lines) => {
        const { f1 } = scoreSpans(...halves(lines)).micro;
        const { loose, unlabelled } = scoreXsid(...halves(lines));
        expect(loose.f1).toBeGreaterThanOrEqual(f1 - 1e-12);
        expect(unlabelled.f1).toBeGreaterThanOrEqual(f1 - 1e-12);
      }),
    );
  });

  it('come out of sums of lines, and of groups of lines', () => {
    fc.assert(
      fc.property(corpus, (lines) => {
        const statistics = spanStatistics(...halves(lines));
        const groups = lines.map((_, i) => String(i % 2));
        expect(corpusScore(statistics)).toBe(scoreSpans(...halves(lines)).micro.f1);
        expect(corpusScore(groupLines(statistics, groups))).toBe(corpusScore(statistics));
        expect(groupLines(statistics, groups).lines).toBe(Math.min(2, lines.length));
      }),
    );
    expect(corpusScore(accuracyStatistics([true, false, true, true]))).toBe(0.75);
  });
});
