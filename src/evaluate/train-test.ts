import { conllSpans, type TagSpan } from './bio.js';
import { type IntentModel, trainIntents } from './intent-learner.js';
import { type SlotModel, trainSlots } from './slot-learner.js';
import { type PlacedToken, tagsOf, tokenise } from './tokens.js';
import type { LabelledUtterance } from './utterance.js';

export interface Learners {
  readonly intents: IntentModel;
  readonly slots: SlotModel;
}

export interface TrainOptions {
  readonly seed?: number;
}

/** What was said of one test utterance; spans count its tokens. */
export interface TestedUtterance {
  readonly utterance: LabelledUtterance;
  readonly tokens: readonly PlacedToken[];
  readonly predictedIntent: string;
  readonly gold: readonly TagSpan[];
  readonly predicted: readonly TagSpan[];
}

export function trainLearners(rows: readonly LabelledUtterance[], { seed = 0 }: TrainOptions = {}): Learners {
  return { intents: trainIntents(rows, { seed }), slots: trainSlots(rows, { seed }) };
}

export function testLearners(learners: Learners, rows: readonly LabelledUtterance[]): TestedUtterance[] {
  return rows.map((utterance) => {
    const tokens = tokenise(utterance.text);
    return {
      utterance,
      tokens,
      predictedIntent: learners.intents.predict(utterance.text).intent,
      gold: conllSpans(tagsOf(tokens, utterance.spans)),
      predicted: conllSpans(learners.slots.predict(tokens.map((token) => token.text))),
    };
  });
}

/** Trains on one set of rows, tests on another. */
export function trainAndTest(
  train: readonly LabelledUtterance[],
  test: readonly LabelledUtterance[],
  options: TrainOptions = {},
): TestedUtterance[] {
  return testLearners(trainLearners(train, options), test);
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
