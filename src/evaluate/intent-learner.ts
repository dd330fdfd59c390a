import { byCodeUnit, CalqueError, keyOfNumber, keyOfText } from '../model/model.js';
import { letterGrams, wordGrams } from './intent-features.js';
import { learnWeights, type SparseMatrix, sparseMatrix, type Weigher } from './sparse.js';
import { trainer } from './support-vectors.js';
import { keyedOrder, type LabelledUtterance } from './utterance.js';

export interface IntentOptions {
  readonly seed?: number;
  readonly cost?: number;
  /** Letters of fewer utterances are left out; words never are, since a hundred rows have hardly two alike. */
  readonly leastUtterances?: number;
  readonly tolerance?: number;
}

export interface IntentModel {
  readonly intents: readonly string[];
  /** The likeliest intent, and by how much it is on its own side of the plane. */
  predict(text: string): { readonly intent: string; readonly score: number };
}

const MOST_PASSES = 200;

/**
 * One linear support vector machine for each intent against all others, on TF-IDF of word 1-2-grams and of character
 * 2-5-grams. The order of the rows plays no part.
 */
export function trainIntents(rows: readonly LabelledUtterance[], options: IntentOptions = {}): IntentModel {
  if (rows.length === 0) {
    throw new CalqueError('input', 'no utterance to learn intents from', { suggestions: ['check the training file'] });
  }
  const { seed = 0, cost = 0.5, leastUtterances = 2, tolerance = 0.01 } = options;
  const ordered = keyedOrder(rows, keyOfText(seed, 'intents'));
  const intents = [...new Set(rows.map((row) => row.intent))].sort(byCodeUnit);
  const weighers = learnFamilies(ordered, leastUtterances);
  const matrix = matrixOf(ordered, weighers);
  const { train } = trainer(matrix, { cost, tolerance, mostPasses: MOST_PASSES, key: seed });
  // By column, then by intent: prediction walks the columns of one text.
  const weights = new Float32Array((matrix.width + 1) * intents.length);
  for (const [number, intent] of intents.entries()) {
    const positive = Uint8Array.from(ordered, (row) => (row.intent === intent ? 1 : 0));
    const learnt = train(positive, keyOfNumber(keyOfText(seed, intent), 0));
    for (let c = 0; c < learnt.length; c++) weights[c * intents.length + number] = learnt[c] as number;
  }
  return { intents, predict: (text) => best(score(vectorOf(text, weighers), weights, intents.length), intents) };
}

interface Families {
  readonly words: Weigher;
  readonly letters: Weigher;
}

function learnFamilies(rows: readonly LabelledUtterance[], least: number): Families {
  const words = learnWeights(
    rows.map((row) => wordGrams(row.text)),
    1,
    0,
  );
  const letters = learnWeights(
    rows.map((row) => letterGrams(row.text)),
    least,
    words.width,
  );
  return { words, letters };
}

function vectorOf(text: string, { words, letters }: Families): { columns: number[]; values: number[] } {
  const vector = { columns: [], values: [] };
  words.weigh(wordGrams(text), vector);
  letters.weigh(letterGrams(text), vector);
  return vector;
}

function matrixOf(rows: readonly LabelledUtterance[], families: Families): SparseMatrix {
  return sparseMatrix(
    rows.map((row) => vectorOf(row.text, families)),
    families.words.width + families.letters.width,
  );
}

function score(vector: { columns: number[]; values: number[] }, weights: Float32Array, width: number): Float64Array {
  const scores = new Float64Array(width);
  const add = (column: number, value: number) => {
    for (let i = 0; i < width; i++) scores[i]! += (weights[column * width + i] as number) * value;
  };
  for (const [k, column] of vector.columns.entries()) add(column, vector.values[k] as number);
  add(weights.length / width - 1, 1);
  return scores;
}

function best(scores: Float64Array, intents: readonly string[]): { intent: string; score: number } {
  let top = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[top] as number)) top = i;
  return { intent: intents[top] as string, score: scores[top] as number };
}
