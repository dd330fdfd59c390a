import { CalqueError } from '../model/model.js';
import { conllSpans, type TagSpan } from './bio.js';
import { runJobs } from './learner-jobs.js';
import { type PlacedToken, tagsOf, tokenise } from './tokens.js';
import type { LabelledUtterance } from './utterance.js';

export interface TrainOptions {
  readonly seed?: number;
  /** Threads to train in; the result is the same with any number. */
  readonly threads?: number;
}

/** What was said of one test utterance; spans count its tokens. */
export interface TestedUtterance {
  readonly utterance: LabelledUtterance;
  readonly tokens: readonly PlacedToken[];
  readonly predictedIntent: string;
  readonly gold: readonly TagSpan[];
  readonly predicted: readonly TagSpan[];
}

/** Rows to train on and rows to test on. */
export interface Trial {
  readonly train: readonly LabelledUtterance[];
  readonly test: readonly LabelledUtterance[];
}

/** Trains on one set of rows, tests on another. */
export async function trainAndTest(trial: Trial, options: TrainOptions = {}): Promise<TestedUtterance[]> {
  return (await trainAndTestAll([trial], options))[0] as TestedUtterance[];
}

/** Several trials at once, so that no core waits for another. */
export async function trainAndTestAll(
  trials: readonly Trial[],
  { seed = 0, threads }: TrainOptions = {},
): Promise<TestedUtterance[][]> {
  for (const trial of trials) requireRows(trial);
  const jobs = trials.flatMap(({ train, test }) => {
    const texts = test.map((row) => row.text);
    return [{ kind: 'intents', train, texts, seed } as const, { kind: 'slots', train, texts, seed } as const];
  });
  const answers = await runJobs(jobs, threads);
  return trials.map(({ test }, i) => tested(test, answers[2 * i] as string[], answers[2 * i + 1] as string[][]));
}

function requireRows({ train, test }: Trial): void {
  if (train.length === 0) throw new CalqueError('input', 'there is no utterance to train on', NO_ROWS);
  if (test.length === 0) throw new CalqueError('input', 'there is no utterance to test on', NO_ROWS);
}

const NO_ROWS = { suggestions: ['check that the file holds labelled utterances, and of the partition asked for'] };

function tested(
  test: readonly LabelledUtterance[],
  intents: readonly string[],
  tags: readonly (readonly string[])[],
): TestedUtterance[] {
  return test.map((utterance, i) => {
    const tokens = tokenise(utterance.text);
    const gold = conllSpans(tagsOf(tokens, utterance.spans));
    return {
      utterance,
      tokens,
      predictedIntent: intents[i] as string,
      gold,
      predicted: conllSpans(tags[i] as string[]),
    };
  });
}

/** Intent right. */
export function intentRight({ utterance, predictedIntent }: TestedUtterance): boolean {
  return utterance.intent === predictedIntent;
}

/** Intent right, all spans right, none too many. */
export function allRight(tested: TestedUtterance): boolean {
  const { gold, predicted } = tested;
  return (
    intentRight(tested) && gold.length === predicted.length && gold.every((span, i) => sameSpan(span, predicted[i]))
  );
}

export function sameSpan(a: TagSpan, b: TagSpan | undefined): boolean {
  return b !== undefined && a.type === b.type && a.start === b.start && a.end === b.end;
}
