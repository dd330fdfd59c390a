import { keyOfText, uniform } from '../../model/model.js';
import { type Calibration, fitCalibration, inputsOf, type Outcome } from './calibrate.js';
import { completeParadigms } from './completion.js';
import { Direct } from './direct.js';
import { examplesOf, soundsOf } from './examples.js';
import { imagineCells } from './imagine.js';
import { groupByLemma, groupBySlot, type Knowledge } from './knowledge.js';
import { splitLetters } from './letters.js';
import { readTable, type TableCell } from './lexicon.js';
import { Neighbours } from './neighbours.js';
import { Predictor } from './predictor.js';
import { newRanker, trainRanker } from './ranker.js';
import type { Slot } from './slots.js';

export interface TrainingOptions {
  /** Rows of the table that are learnt from, in whole lemmas; the rest is left out. 20,000 unless told. */
  readonly mostRows?: number;
  /** False: confidences are not fitted on held-out lemmas. */
  readonly calibrate?: boolean;
}

const PASSES = 4;
const MOST_ROWS = 20_000;
const HELD_OUT = 0.2;
/** Part of the held-out lemmas of which nothing is kept. */
const WHOLE = 0.75;
const FEWEST_LEMMAS = 10;
const MOST_OUTCOMES = 2500;
const NOT_FITTED = fitCalibration([]);

/** Learns from a table how a language inflects. The same rows give the same predictor. */
export function trainPredictor(rows: readonly TableCell[], options: TrainingOptions = {}): Predictor {
  const taken = wholeLemmas(rows, options.mostRows ?? MOST_ROWS);
  const calibration = options.calibrate === false ? NOT_FITTED : calibrationOf(taken);
  return new Predictor(learn(taken, calibration));
}

function learn(rows: readonly TableCell[], calibration: Calibration): Knowledge {
  const lexicon = readTable(rows);
  const { cells, slots } = lexicon;
  const lemmas = groupByLemma(cells);
  const counted = groupBySlot(cells, slots.all.length);
  const rowsOf = (slot: Slot) => counted[slot.id]?.length ?? 0;
  const filled = completeParadigms(lexicon, lemmas, new Neighbours(lexicon, lemmas, rowsOf, true));
  const all = [...cells, ...filled];
  const sounds = soundsOf(all);
  const examples = examplesOf(new Direct(groupBySlot(all, slots.all.length), newRanker(), sounds), all);
  const ranker = trainRanker(examples, PASSES);
  const direct = new Direct(groupBySlot(all, slots.all.length), ranker, sounds);
  return { ...lexicon, filled, imagined: imagineCells(direct, cells, slots.all), sounds, ranker, calibration };
}

function lemmaShare(lemma: string): number {
  return uniform(keyOfText(3, lemma));
}

/** A table that is too long is cut by lemma, not by row. */
function wholeLemmas(rows: readonly TableCell[], most: number): readonly TableCell[] {
  if (rows.length <= most) return rows;
  const share = most / rows.length;
  return rows.filter(({ lemma }) => uniform(keyOfText(5, lemma)) < share);
}

/** Trains on most lemmas, asks for the others: most of these new, some with every second cell known. */
function calibrationOf(rows: readonly TableCell[]): Calibration {
  const held: TableCell[] = [];
  const kept: TableCell[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const share = lemmaShare(row.lemma);
    const count = seen.get(row.lemma) ?? 0;
    seen.set(row.lemma, count + 1);
    const hold = share < HELD_OUT * WHOLE || (share < HELD_OUT && count % 2 === 1);
    if (hold) held.push(row);
    else kept.push(row);
  }
  if (seen.size < FEWEST_LEMMAS || held.length === 0) return NOT_FITTED;
  const predictor = new Predictor(learn(kept, NOT_FITTED));
  const step = Math.max(1, held.length / MOST_OUTCOMES);
  const outcomes: Outcome[] = [];
  for (let at = 0; at < held.length; at += step) {
    const outcome = outcomeOf(predictor, held[Math.floor(at)] as TableCell);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  return fitCalibration(outcomes);
}

function outcomeOf(predictor: Predictor, { lemma, bundle, form }: TableCell): Outcome | undefined {
  const { way, rows, forms } = predictor.answer(splitLetters(lemma), predictor.slot(bundle));
  const [best, second] = forms;
  if (best === undefined) return undefined;
  return { way, inputs: inputsOf(best.share, second?.share ?? 0, rows), right: best.form === splitLetters(form) };
}
