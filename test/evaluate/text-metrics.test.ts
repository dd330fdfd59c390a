// Scores of our own sentences, computed by sacreBLEU 2.6.0's code, worked by hand where the comment says so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bleu, chrf, type TextPair, tokenize } from '../../src/evaluate/evaluate.js';

const pair = (hypothesis: string, ...references: string[]): TextPair => ({ hypothesis, references });
const chrfPlusPlus = (pairs: TextPair[]) => chrf(pairs, { wordOrder: 2 });

const CASES: readonly (readonly [note: string, pairs: TextPair[], scores: readonly number[]])[] = [
  [
    'one agreement differs',
    [pair('zima taa za jikoni', 'zima taa ya jikoni')],
    [69.53047, 65.689519, 35.355339, 35.355339, 80.032032, 18.803015, 38.260294],
  ],
  [
    'words in another order',
    [pair('yarın sabah altıda beni uyandır', 'yarın sabah saat altıda uyandır beni')],
    [60.738208, 58.936789, 21.994586, 21.994586, 69.425993, 11.697372, 25.576657],
  ],
  [
    'marks and numbers',
    [pair('is it (really) 3.50, or 1,000?', 'is it really 3.50 or 1,000 ?')],
    [59.108648, 60.359764, 21.36435, 21.36435, 65.370283, 14.287202, 23.469611],
  ],
  [
    'letters outside the BMP',
    [pair('𞤲𞤣𞤭𞤴𞤢𞤥 𞤸𞤢𞤲𞤣𞤫', '𞤲𞤣𞤭𞤴𞤢𞤥 𞤸𞤢𞤲𞤣𞤫𞤲')],
    [91.096666, 74.583913, 0, 50, 91.310072, 0, 63.89431],
  ],
  ['no blanks', [pair('打开客厅的灯', '打开厨房的灯')], [17.777778, 15.238095, 0, 0, 22.957488, 0, 0]],
  [
    'Georgian',
    [pair('გამორთე შუქი სამზარეულოში', 'გამორთე შუქი სამზარეულოდან')],
    [86.769205, 79.664509, 0, 55.032121, 86.813353, 0, 60.427508],
  ],
  [
    'byte order mark, no-break blank',
    [pair('\ufeffcheza muziki\u00a0sasa hivi tafadhali', 'cheza muziki sasa hivi tafadhali')],
    [99.218433, 93.792563, 66.87403, 66.87403, 96.357495, 66.87403, 71.860822],
  ],
  [
    'one of two lines empty',
    [pair('weka kengele ya saa kumi na mbili', 'weka kengele saa kumi na mbili asubuhi'), pair('', 'habari za leo')],
    [57.098908, 57.401184, 31.850355, 31.850355, 48.479439, 31.850355, 35.671872],
  ],
  [
    'two references',
    [pair('niamshe saa moja asubuhi kesho', 'niamshe kesho saa moja asubuhi', 'uniamshe saa moja asubuhi')],
    [91.073163, 85.05945, 45.1801, 45.1801, 92.539118, 30.213754, 46.713798],
  ],
  [
    'a word again and again',
    [pair('hapana hapana hapana hapana', 'hapana si hapana bali ndiyo')],
    [34.108571, 30.840095, 14.794016, 14.794016, 40.28998, 7.440996, 20.458395],
  ],
  // By hand: precision 1 in each order; recall 9/13, 8/12, 7/11, 6/10, 5/9, 4/8, with words also 3/4, 2/3.
  ['one word missing', [pair('the cat sat', 'the cat sat down')], [66.017641, 68.355729, 0, 71.653131]],
  ['identical, three words', [pair('stop the music', 'stop the music')], [100, 100, 0, 100]],
  ['nothing in common', [pair('abcd efgh', 'xyzw uvst')], [0, 0, 0, 0]],
  ['both empty', [pair('', '')], [0, 0, 0, 0]],
  ['a hypothesis of blanks', [pair(' \t', 'hello there')], [0, 0, 0, 0]],
];

describe('text scores', () => {
  it.each(CASES)('%s', (_, pairs, expected) => {
    const found = [
      chrf(pairs),
      chrfPlusPlus(pairs),
      bleu(pairs),
      bleu(pairs, { effectiveOrder: true }),
      bleu(pairs, { tokenizer: 'char' }),
      bleu(pairs, { smoothing: 'floor' }),
      bleu(pairs, { smoothing: 'add-k', smoothingValue: 0.5 }),
    ].map(({ score }) => Number(score.toFixed(6)));
    expect(found.slice(0, expected.length)).toEqual(expected);
  });

  it('writes signatures as sacreBLEU does', () => {
    const pairs = [pair('a b', 'a b', 'a c'), pair('d', 'd')];
    expect(chrfPlusPlus(pairs).signature).toBe('nrefs:var|case:mixed|eff:yes|nc:6|nw:2|space:no|version:2.6.0');
    expect(bleu(pairs.slice(0, 1), { smoothing: 'floor', tokenizer: 'intl', lowercase: true }).signature).toBe(
      'nrefs:2|case:lc|eff:no|tok:intl|smooth:floor[0.10]|version:2.6.0',
    );
    expect(chrf([pair('abc', 'abc')], { epsSmoothing: true })).toEqual({
      name: 'chrF2',
      score: 50,
      signature: 'nrefs:1|case:mixed|eff:no|nc:6|nw:0|space:no|version:2.6.0',
    });
  });

  it('treats names of JavaScript as the words that they are', () => {
    const text = 'constructor __proto__ toString hasOwnProperty';
    expect(bleu([pair(text, text)]).score).toBeCloseTo(100, 9);
    expect(chrfPlusPlus([pair(text, 'valueOf')]).score).toBeLessThan(50);
  });

  it('says which line has no reference', () => {
    expect(() => chrf([pair('a', 'a'), pair('b')])).toThrow(/line 2 has nothing to be compared with/);
  });

  it.each([
    ['13a', 'a,b 3,5 5-6 a-b &amp;lt; (x)', 'a , b 3,5 5 - 6 a-b < ( x )'],
    ['13a', "don't <skipped>stop.", "don't stop ."],
    ['intl', '¿qué? 7. „so“', '¿ qué ? 7 . „ so “'],
    ['intl', 'at 7.', 'at 7.'],
    ['char', '你 好', '你   好'],
    ['none', ' a  b', ' a  b'],
  ] as const)('tokeniser %s: %s', (tokenizer, text, tokens) => {
    expect(tokenize(text, tokenizer)).toBe(tokens);
  });
});

const word = fc.oneof(
  fc.constantFrom('taa', 'zima', 'ya', '(hi)', '3.5', 'ს', '灯', '𞤢𞤣', 'constructor', '.', '\u200b'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const pairs = fc.array(fc.record({ hypothesis: line, references: fc.array(line, { minLength: 1, maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 6,
});
const METRICS = [
  ['chrF2', chrf],
  ['chrF2++', chrfPlusPlus],
  ['chrF2 with eps', (all: TextPair[]) => chrf(all, { epsSmoothing: true })],
  ['BLEU', bleu],
  ['BLEU of lines', (all: TextPair[]) => bleu(all, { effectiveOrder: true })],
  ['BLEU intl floor', (all: TextPair[]) => bleu(all, { tokenizer: 'intl', smoothing: 'floor' })],
] as const;

describe.each(METRICS)('%s', (_, metric) => {
  it('lies between 0 and 100', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const { score } = metric(all);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });

  it('does not depend on the order of lines', () => {
    const shuffled = pairs.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(metric(other).score).toBe(metric(all).score);
      }),
    );
  });
});

// BLEU keeps neither rule: its smoothing hangs on the number of n-grams, and a longer line can lift a corpus of lines
// that are too short from 0.
describe.each(METRICS.slice(0, 3))('%s', (_, metric) => {
  it('does not change when every line comes twice', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        expect(metric([...all, ...all]).score).toBeCloseTo(metric(all).score, 9);
      }),
    );
  });

  it('does not rise when a line with nothing right is added', () => {
    const nothing = pair('ഠഠഠഠഠഠ ഠഠഠഠഠഠ ഠഠ ഠഠ ഠഠ', 'ഡഡഡഡഡഡ ഡഡഡഡഡഡ ഡഡ ഡഡ ഡഡ');
    fc.assert(
      fc.property(pairs, (all) => {
        expect(metric([...all, nothing]).score).toBeLessThanOrEqual(metric(all).score + 1e-9);
      }),
    );
  });
});

describe('identity and symmetry', () => {
  // Six letters at least: chrF with eps misses the n-grams that a shorter text has not.
  const long = fc.array(fc.constantFrom('taa', 'zima', 'jikoni', 'ya', '灯', '𞤢𞤣𞤤'), { minLength: 6, maxLength: 9 });

  it('gives 100 to a text that is its own reference', () => {
    fc.assert(
      fc.property(long, (words) => {
        const same = pair(words.join(' '), words.join(' '));
        for (const [, metric] of METRICS) expect(metric([same]).score).toBeCloseTo(100, 9);
      }),
    );
  });

  it('takes hypothesis and reference for each other where recall weighs as much as precision', () => {
    fc.assert(
      fc.property(line, line, (a, b) => {
        const options = { beta: 1, wordOrder: 2 };
        expect(chrf([pair(a, b)], options).score).toBeCloseTo(chrf([pair(b, a)], options).score, 9);
      }),
    );
  });

  it('does not lose by one more reference of a line', () => {
    fc.assert(
      fc.property(line, line, line, (hypothesis, a, b) => {
        expect(chrf([pair(hypothesis, a, b)]).score).toBeGreaterThanOrEqual(chrf([pair(hypothesis, a)]).score);
      }),
    );
  });
});
