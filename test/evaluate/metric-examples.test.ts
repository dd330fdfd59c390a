// Worked values computed by sacreBLEU's and seqeval's own code and by MASSIVE's evaluation functions. The file is not
// part of the project: without it these tests are skipped, and metrics.test.ts holds the same rules on cases of ours.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type BleuOptions,
  bleu,
  bleuStatistics,
  type ChrfOptions,
  calibrate,
  chrf,
  chrfStatistics,
  conllSpans,
  countsByType,
  iob2Spans,
  pairedBootstrap,
  randomisation,
  readTextToText,
  type SpanLines,
  scoreMassive,
  scoreSpans,
  splitWords,
  sumLines,
  type TextPair,
  type TextToTextOptions,
  type TokenizerName,
  tokenAccuracy,
  tokenize,
} from '../../src/evaluate/evaluate.js';

const DATA = process.env.CALQUE_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const FILE = join(DATA, 'nlu', 'metric-examples.json');
const present = existsSync(FILE);

type Spans = [string, number, number][][];
interface Scores {
  precision: number | null;
  recall: number | null;
  f1: number | null;
  support: number;
}
interface Averages {
  micro: Scores;
  macro: Scores;
  weighted: Scores;
  per_type?: Record<string, Scores>;
  error?: string;
}
interface TextCase {
  id: string;
  metric: string;
  params: Record<string, never>;
  hypotheses: string[];
  references: (string | null)[][];
  score: number;
  signature: string;
  ngrams_hyp_ref_match?: number[][];
  segment_scores?: number[];
  precisions?: number[];
  bp?: number;
  sys_len?: number;
  ref_len?: number;
  counts?: number[];
  totals?: number[];
}
interface BioCase {
  id: string;
  true: string[][];
  pred: string[][];
  spans_true_default: Spans;
  spans_pred_default: Spans;
  spans_true_strict?: Spans;
  spans_pred_strict?: Spans;
  default: Averages;
  strict_iob2: Averages;
  token_accuracy: number;
  conlleval?: Record<
    'phrases_true' | 'phrases_pred' | 'correct' | 'token_accuracy' | 'precision' | 'recall' | 'fb1',
    number
  >;
}
interface MassiveCase extends Record<string, unknown> {
  id: string;
  intents_true: string[];
  intents_pred: string[];
  slots_true: string[][];
  slots_pred: string[][];
}
interface TextToTextCase {
  id: string;
  model_output: string;
  params: Record<string, unknown>;
  parsed_back: { intent: string; slots: string[] };
}
interface SignificanceCase {
  id: string;
  metric: string;
  params: { word_order?: number };
  system_a: string[];
  system_b: string[];
  references: string[];
  score_a: number;
  score_b: number;
  abs_difference: number;
  assignments: number;
  count_at_least_as_large: number;
  count_strictly_larger: number;
  p_exact_ge: number;
}
interface Bin {
  bin?: number;
  decile?: number;
  n: number;
  mean_confidence?: number;
  accuracy?: number;
}
interface CalibrationCase {
  id: string;
  confidence: number[];
  correct: number[];
  ece_equal_width: number;
  ece_deciles: number;
  brier: number;
  table_equal_width: Bin[];
  table_deciles: Bin[];
}
interface Examples {
  text: TextCase[];
  tokenizers: Record<string, string>[];
  bio: BioCase[];
  massive: MassiveCase[];
  massive_text_to_text: TextToTextCase[];
  significance: SignificanceCase[];
  calibration: CalibrationCase[];
}

const NONE: Examples = {
  text: [],
  tokenizers: [],
  bio: [],
  massive: [],
  massive_text_to_text: [],
  significance: [],
  calibration: [],
};
const examples: Examples = present ? JSON.parse(readFileSync(FILE, 'utf8')) : NONE;

function pairsOf(hypotheses: readonly string[], references: readonly (readonly (string | null)[])[]): TextPair[] {
  return hypotheses.map((hypothesis, line) => ({
    hypothesis,
    references: references.map((stream) => stream[line]).filter((text) => typeof text === 'string'),
  }));
}

/** sacreBLEU's names of settings as ours. */
const SETTINGS = new Map([
  ['smooth_method', 'smoothing'],
  ['smooth_value', 'smoothingValue'],
  ['max_ngram_order', 'maxOrder'],
  ['effective_order', 'effectiveOrder'],
  ['tokenize', 'tokenizer'],
  ['char_order', 'charOrder'],
  ['word_order', 'wordOrder'],
  ['eps_smoothing', 'epsSmoothing'],
  ['intent_first', 'intentFirst'],
  ['inside_format', 'inside'],
  ['slots_mixed', 'slotsMixed'],
  ['toks_in_output', 'tokensInOutput'],
  ['use_output_descrip', 'described'],
]);

function settings<Options>(params: Record<string, unknown>): Options {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [SETTINGS.get(name) ?? name, value]),
  ) as Options;
}

function near(found: number, expected: number): void {
  expect(Math.abs(found - expected), `${found} against ${expected}`).toBeLessThan(1e-9);
}

const printed = (number: number | null, digits = 6) => (number === null ? null : Number(number.toFixed(digits)));
const rounded = ({ precision, recall, f1, support }: Scores) => ({
  precision: printed(precision),
  recall: printed(recall),
  f1: printed(f1),
  support,
});
const triples = (lines: SpanLines) => lines.map((spans) => spans.map(({ type, start, end }) => [type, start, end]));

describe.skipIf(!present)(present ? 'worked values' : `no ${FILE}: set CALQUE_DATA to the folder above nlu`, () => {
  it('are all there', () => {
    expect(
      Object.values(examples)
        .filter(Array.isArray)
        .map((cases) => cases.length),
    ).toEqual([151, 15, 20, 4, 8, 4, 3]);
  });

  it.each(examples.text.filter(({ metric }) => metric.startsWith('chrF')))('$id', (example) => {
    const pairs = pairsOf(example.hypotheses, example.references);
    const options = settings<ChrfOptions>(example.params);
    const found = chrf(pairs, options);
    near(found.score, example.score);
    expect([found.name, found.signature]).toEqual([example.metric, example.signature]);
    expect(Array.from(sumLines(chrfStatistics(pairs, options)))).toEqual(example.ngrams_hyp_ref_match?.flat());
    for (const [line, score] of (example.segment_scores ?? []).entries())
      near(chrf([pairs[line]!], options).score, score);
  });

  it.each(examples.text.filter(({ metric }) => metric === 'BLEU'))('$id', (example) => {
    const found = bleu(pairsOf(example.hypotheses, example.references), settings<BleuOptions>(example.params));
    near(found.score, example.score);
    near(found.brevityPenalty, example.bp!);
    for (const [order, precision] of example.precisions!.entries()) near(found.precisions[order]!, precision);
    expect(found).toMatchObject({
      name: 'BLEU',
      signature: example.signature,
      hypothesisLength: example.sys_len,
      referenceLength: example.ref_len,
      counts: example.counts,
      totals: example.totals,
    });
  });

  it.each(examples.tokenizers.flatMap((example) => ['13a', 'intl', 'char'].map((name) => ({ name, example }))))(
    'tokeniser $name: $example.text',
    ({ name, example }) => {
      expect(tokenize(example.text!, name as TokenizerName)).toBe(example[name]);
      expect(splitWords(example.text!)).toEqual(example.py_split);
    },
  );

  it.each(examples.bio)('spans as conlleval finds them: $id', (example) => {
    const [gold, found] = [example.true.map(conllSpans), example.pred.map(conllSpans)];
    expect(triples(gold)).toEqual(example.spans_true_default);
    expect(triples(found)).toEqual(example.spans_pred_default);
    const report = scoreSpans(gold, found);
    expect(rounded(report.micro)).toEqual(example.default.micro);
    expect(rounded(report.macro)).toEqual(example.default.macro);
    expect(rounded(report.weighted)).toEqual(example.default.weighted);
    const types = [...report.types].map(([type, scores]) => [type, rounded(scores)]);
    expect(Object.fromEntries(types)).toEqual(example.default.per_type ?? {});
    const accuracy = tokenAccuracy(example.true, example.pred);
    expect(printed(accuracy)).toBe(example.token_accuracy);
    const correct = [...countsByType(gold, found).values()].reduce((sum, each) => sum + each.correct, 0);
    const counted = {
      phrases_true: gold.flat().length,
      phrases_pred: found.flat().length,
      correct,
      token_accuracy: printed(100 * accuracy, 2),
      precision: printed(100 * report.micro.precision, 2),
      recall: printed(100 * report.micro.recall, 2),
      fb1: printed(100 * report.micro.f1, 2),
    };
    if (example.conlleval !== undefined) expect(counted).toEqual(example.conlleval);
  });

  it.each(examples.bio)('spans in strict IOB2: $id', (example) => {
    const spans = () => [example.true.map(iob2Spans), example.pred.map(iob2Spans)] as const;
    if (example.strict_iob2.error !== undefined) return expect(spans).toThrow(/IOB2/);
    const [gold, found] = spans();
    expect(triples(gold)).toEqual(example.spans_true_strict);
    expect(triples(found)).toEqual(example.spans_pred_strict);
    const report = scoreSpans(gold, found);
    expect(rounded(report.micro)).toEqual(example.strict_iob2.micro);
    expect(rounded(report.macro)).toEqual(example.strict_iob2.macro);
    expect(rounded(report.weighted)).toEqual(example.strict_iob2.weighted);
  });

  it.each(examples.massive)('MASSIVE: $id', (example) => {
    const lines = (side: 'true' | 'pred') =>
      example[`intents_${side}`].map((intent, i) => ({ intent, labels: example[`slots_${side}`][i]! }));
    const scores = Object.entries(scoreMassive(lines('true'), lines('pred')));
    expect(scores.map(([name, score]) => [name, printed(score)])).toEqual(
      scores.map(([name]) => [name, example[name]]),
    );
  });

  it.each(examples.massive_text_to_text)('text to text: $id', ({ model_output, params, parsed_back }) => {
    const { intent, labels } = readTextToText(model_output, settings<TextToTextOptions>(params));
    expect({ intent, slots: labels }).toEqual(parsed_back);
  });

  it.each(examples.significance)('significance: $id', (example) => {
    const statistics = (system: readonly string[]) => {
      const pairs = pairsOf(system, [example.references]);
      return example.metric === 'BLEU'
        ? bleuStatistics(pairs)
        : chrfStatistics(pairs, settings<ChrfOptions>(example.params));
    };
    const found = randomisation(statistics(example.system_a), statistics(example.system_b));
    near(found.scoreA, example.score_a);
    near(found.scoreB, example.score_b);
    near(Math.abs(found.difference), example.abs_difference);
    expect(found).toMatchObject({
      exact: true,
      resamples: example.assignments,
      atLeast: example.count_at_least_as_large,
      above: example.count_strictly_larger,
      p: example.p_exact_ge,
    });
    const { p } = pairedBootstrap(statistics(example.system_a), statistics(example.system_b));
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThanOrEqual(1);
  });

  it.each(examples.calibration)('calibration: $id', (example) => {
    const predictions = example.confidence.map((confidence, i) => ({ confidence, correct: example.correct[i] === 1 }));
    const found = calibrate(predictions);
    expect(printed(found.eceEqualWidth)).toBe(example.ece_equal_width);
    expect(printed(found.eceDeciles)).toBe(example.ece_deciles);
    expect(printed(found.brier)).toBe(example.brier);
    const table = (bins: typeof found.equalWidth, name: 'bin' | 'decile', first: number) =>
      bins.map(({ bin, n, meanConfidence, accuracy }) =>
        n === 0
          ? { [name]: bin + first, n }
          : { [name]: bin + first, n, mean_confidence: printed(meanConfidence), accuracy: printed(accuracy) },
      );
    expect(table(found.equalWidth, 'bin', 0)).toEqual(example.table_equal_width);
    expect(table(found.deciles, 'decile', 1).filter(({ n }) => n !== 0)).toEqual(example.table_deciles);
  });
});
