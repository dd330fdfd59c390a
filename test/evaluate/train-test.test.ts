import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  humanEquivalent,
  intentConfusions,
  intentTable,
  type LabelledUtterance,
  learningCurve,
  overlapOf,
  scoresByTier,
  scoresOf,
  slotConfusions,
  slotTable,
  spanFates,
  type TestedUtterance,
  tokenise,
  trainAndTest,
  valueFates,
} from '../../src/evaluate/evaluate.js';
import { CalqueError } from '../../src/model/model.js';
import { tinyLanguage, utterance } from './tiny-language.js';

const rows = tinyLanguage();
const span = (type: string, start: number, end: number) => ({ type, start, end });

/** An answer made by hand: intent and spans of tokens. */
function answered(
  row: LabelledUtterance,
  predictedIntent: string,
  [gold, predicted]: readonly [TestedUtterance['gold'], TestedUtterance['predicted']],
): TestedUtterance {
  return { utterance: row, tokens: tokenise(row.text), predictedIntent, gold, predicted };
}

const ANSWERS = [
  answered(utterance('1', 'a', 'w0 w1 w2 w3 w4'), 'a', [
    [span('time', 0, 2), span('place', 3, 5)],
    [span('time', 0, 2), span('place', 4, 5)],
  ]),
  answered(utterance('2', 'a', 'w0 w1 w2'), 'b', [[span('time', 1, 2)], [span('place', 1, 2)]]),
  answered(utterance('3', 'b', 'w0 w1 w2'), 'b', [[span('time', 0, 1)], [span('date', 2, 3)]]),
  answered(utterance('4', 'b', 'w0 w1'), 'b', [[], []]),
  answered(utterance('5', 'c', 'w0 w1'), 'c', [[span('time', 0, 2)], [span('time', 0, 2)]]),
];

describe('scores', () => {
  it('are shares of utterances and spans, with errors', () => {
    const scores = scoresOf(ANSWERS);
    expect(scores.utterances).toBe(5);
    expect(scores.intent.accuracy).toBeCloseTo(4 / 5, 12);
    expect(scores.slots.precision).toBeCloseTo(2 / 5, 12);
    expect(scores.slots.recall).toBeCloseTo(2 / 5, 12);
    expect(scores.slots.f1).toBeCloseTo(2 / 5, 12);
    expect(scores.exact.accuracy).toBeCloseTo(2 / 5, 12);
    // The bootstrap error of a share is √(p(1 − p)/n) but for its own noise.
    expect(scores.intent.error).toBeGreaterThan(0.15);
    expect(scores.intent.error).toBeLessThan(0.21);
    expect(scoresOf(ANSWERS)).toEqual(scores);
  });

  it('do not hang on the order of rows; rows of one template are drawn together', () => {
    const { intent, slots, exact } = scoresOf([...ANSWERS].reverse());
    const scores = scoresOf(ANSWERS);
    expect([intent.accuracy, slots.f1, exact.accuracy]).toEqual([
      scores.intent.accuracy,
      scores.slots.f1,
      scores.exact.accuracy,
    ]);
    const tripled = ANSWERS.flatMap((one) =>
      [one, one, one].map((each) => ({ ...each, utterance: { ...each.utterance, template: one.utterance.id } })),
    );
    expect(scoresOf(tripled).intent.error).toBeCloseTo(scores.intent.error, 12);
  });

  it('are 1 for the training rows of a tiny language', async () => {
    const scores = scoresOf(await trainAndTest({ train: rows, test: rows }));
    expect([scores.intent.accuracy, scores.slots.f1, scores.exact.accuracy]).toEqual([1, 1, 1]);
  });

  it('are refused where a file has no rows', async () => {
    await expect(trainAndTest({ train: [], test: rows })).rejects.toThrow(CalqueError);
    await expect(trainAndTest({ train: rows, test: [] })).rejects.toThrow(CalqueError);
  });
});

describe('threads', () => {
  const compiled = new URL('../../dist/evaluate/evaluate.js', import.meta.url);

  it.skipIf(!existsSync(new URL('learner-worker.js', compiled)))('change no answer', async () => {
    const evaluate: typeof import('../../src/evaluate/evaluate.js') = await import(compiled.href);
    const train = Array.from({ length: 6 }, (_, i) => rows.map((row) => ({ ...row, id: `${row.id}-${i}` }))).flat();
    const trials = [
      { train, test: rows },
      { train: train.slice(0, 60), test: rows },
    ];
    const [one, two] = [
      await evaluate.trainAndTestAll(trials, { threads: 1 }),
      await evaluate.trainAndTestAll(trials, { threads: 2 }),
    ];
    expect(two).toEqual(one);
  });
});

describe('tables', () => {
  it('have a row for each label', () => {
    expect([...intentTable(ANSWERS).keys()]).toEqual(['a', 'b', 'c']);
    expect(intentTable(ANSWERS).get('b')).toMatchObject({ recall: 1, support: 2 });
    expect(slotTable(ANSWERS).get('time')).toMatchObject({ precision: 1, recall: 0.5, support: 4 });
    expect(slotTable(ANSWERS).get('date')).toMatchObject({ precision: 0, recall: 0, f1: 0, support: 0 });
  });

  it('say what is taken for what', () => {
    expect(intentConfusions(ANSWERS)).toEqual([{ gold: 'a', predicted: 'b', count: 1 }]);
    expect(slotConfusions(ANSWERS)).toEqual([
      { gold: '', predicted: 'date', count: 1 },
      { gold: 'place', predicted: 'place', count: 1 },
      { gold: 'time', predicted: '', count: 1 },
      { gold: 'time', predicted: 'place', count: 1 },
    ]);
  });
});

describe('fates', () => {
  it('of spans are exact, boundary, wrong label, missed; spurious spans are counted apart', () => {
    expect(spanFates(ANSWERS)).toEqual({ spans: 5, exact: 2, boundary: 1, wrongLabel: 1, missed: 1, spurious: 1 });
  });

  it('of values go by what the training rows know', () => {
    const train = [
      utterance('1', 'a', 'at [time : five pm] in [place : Old Town]'),
      utterance('2', 'a', 'at [time : six am] we go'),
    ];
    const values = ['five pm', 'six pm', 'old town', 'noon'];
    const tested = values.map((value, i) => {
      const gold = [span('time', 1, 1 + value.split(' ').length)];
      return answered(utterance(`${i}`, 'a', `at [time : ${value}]`), 'a', [gold, i < 2 ? gold : []]);
    });
    const fates = valueFates(tested, train);
    expect(Object.fromEntries(fates.kinds)).toEqual({
      seen: { spans: 1, exact: 1 },
      'known words': { spans: 1, exact: 1 },
      'words from elsewhere': { spans: 1, exact: 0 },
      'unknown word': { spans: 1, exact: 0 },
    });
    expect([fates.tokens, fates.unknownTokens]).toEqual([11, 1]);
  });
});

describe('overlap', () => {
  it('is found in the text, and in what is left without the slots', () => {
    const train = [
      utterance('1', 'a', 'wake me at [time : five]'),
      utterance('2', 'b', 'stop'),
      utterance('3', 'b', 'go'),
    ];
    const test = [
      utterance('4', 'a', 'Wake me  at [time : five]'),
      utterance('5', 'a', 'wake me at [time : half past ten]'),
      utterance('6', 'a', 'wake me at [place : five]'),
      utterance('7', 'b', 'stop'),
      utterance('8', 'b', 'stop it'),
    ];
    // The sixth has the text of the first, though other labels: a model may have learnt its words by heart.
    expect(overlapOf(train, test)).toEqual({
      testRows: 5,
      slotRows: 3,
      exact: 3,
      sameCarrier: 2,
      ids: ['4', '5', '6', '7'],
    });
    expect(overlapOf(train, [utterance('9', 'a', 'sleep [time : now]')])).toMatchObject({
      exact: 0,
      sameCarrier: 0,
      ids: [],
    });
  });
});

describe('the learning curve', () => {
  it('has a point a size, and ends with all rows', async () => {
    const curve = await learningCurve({ train: rows, test: rows }, { sizes: [5, 20, 100], draws: 2 });
    expect(curve.map(({ size, draws }) => [size, draws])).toEqual([
      [5, 2],
      [20, 2],
      [50, 1],
    ]);
    expect(curve.at(-1)).toMatchObject({ intent: 1, slots: 1, exact: 1 });
    expect((curve[0] as { intent: number }).intent).toBeLessThanOrEqual(1);
    expect(await learningCurve({ train: [...rows].reverse(), test: rows }, { sizes: [5, 20, 100], draws: 2 })).toEqual(
      curve,
    );
  });

  it('counts templates with all their rows where asked', async () => {
    const named = rows.map((row) => ({ ...row, template: row.id.replace(/-\d$/, '') }));
    const curve = await learningCurve({ train: named, test: rows }, { sizes: [4], draws: 1, unit: 'template' });
    expect(curve.map(({ size }) => size)).toEqual([4, new Set(named.map((row) => row.template)).size]);
  });

  it('tells what a score is worth in rows of its kind', () => {
    // Figures of a published curve: 59.0 lies between 53.2 at 300 rows and 68.8 at 1,000.
    const curve = [
      { size: 100, score: 0.366 },
      { size: 300, score: 0.532 },
      { size: 1000, score: 0.688 },
      { size: 3000, score: 0.788 },
      { size: 11514, score: 0.836 },
    ];
    const about = humanEquivalent(curve, 0.59);
    expect(about).toEqual({ rows: 469, relation: 'about' });
    expect(humanEquivalent(curve, 0.532)).toEqual({ rows: 300, relation: 'about' });
    expect(humanEquivalent(curve, 0.1)).toEqual({ rows: 100, relation: 'fewer than' });
    expect(humanEquivalent(curve, 0.9)).toEqual({ rows: 11514, relation: 'more than' });
    expect(humanEquivalent([], 0.5)).toBeUndefined();
  });
});

describe('tiers', () => {
  it('are added one by one, and those without rows left out', async () => {
    const tiered = rows.map((row, i) => ({ ...row, tier: i % 3 === 0 ? ('C' as const) : ('A' as const) }));
    const steps = await scoresByTier({ train: tiered, test: rows }, { resamples: 10 });
    expect(steps.map((step) => step.tiers)).toEqual([['A'], ['A', 'B', 'C']]);
    expect(steps.map((step) => step.rows)).toEqual([33, 50]);
    expect(await scoresByTier({ train: rows, test: rows })).toEqual([]);
  });
});
