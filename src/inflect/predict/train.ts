import { keyOfText, uniform } from '../../model/model.js';
import { type Calibration, fitCalibration, inputsOf, type Outcome } from './calibrate.js';
import { completeParadigms } from './completion.js';
import { Direct } from './direct.js';
import { examplesOf, soundsOf } from './examples.js';
import { imagineCells } from './imagine.js';
import { groupByLemma, indexCells, type Knowledge } from './knowledge.js';
import { type KnownCell, readTable, type TableCell } from './lexicon.js';
import { Neighbours } from './neighbours.js';
import { Predictor } from './predictor.js';
import { newRanker, type Ranker, trainRanker } from './ranker.js';
import type { Slot } from './slots.js';

export interface TrainingOptions {
  /** Rows of the table that are learnt from, in whole lemmas; the rest is left out. 20,000 unless told. */
  readonly mostRows?: number;
  /** False: confidences are not fitted on held-out lemmas. */
  readonly calibrate?: boolean;
}

const PASSES = 4;
const TRIAL_PASSES = 3;
const MOST_ROWS = 20_000;
const HELD_OUT = 0.2;
/** Part of the held-out lemmas of which nothing is taken for known. */
const WHOLE = 0.75;
const FEWEST_LEMMAS = 10;
const MOST_OUTCOMES = 2500;
const NOT_FITTED = fitCalibration([]);

/** Learns from a table how a language inflects. The same rows give the same predictor. */
export function trainPredictor(rows: readonly TableCell[], options: TrainingOptions = {}): Predictor {
  const lexicon = readTable(wholeLemmas(rows, options.mostRows ?? MOST_ROWS));
  const { cells, slots } = lexicon;
  const lemmas = groupByLemma(cells);
  const { rows: counted } = indexCells({ cells, filled: [], slots });
  const rowsOf = (slot: Slot) => counted[slot.id] as number;
  const filled = completeParadigms(lexicon, lemmas, new Neighbours(lexicon, lemmas, rowsOf, true));
  const all = [...cells, ...filled];
  const index = indexCells({ cells, filled, slots });
  const sounds = soundsOf(all);
  const untrained = new Direct(index, newRanker(), sounds);
  const { statistics } = untrained;
  const examples = examplesOf(untrained, [...cells, ...filled.filter((_, i) => i % 2 === 0)]);
  const predictorWith = (ranker: Ranker, calibration: Calibration) => {
    const imagined = imagineCells(new Direct(index, ranker, sounds, statistics), cells, slots.all);
    const knowledge: Knowledge = { ...lexicon, filled, imagined, sounds, ranker, calibration };
    return new Predictor(knowledge, index, statistics);
  };
  let calibration = NOT_FITTED;
  if (options.calibrate !== false && lemmas.size >= FEWEST_LEMMAS) {
    const others = examples.filter(({ lemma }) => lemmaShare(lemma) >= HELD_OUT);
    calibration = calibrationOf(predictorWith(trainRanker(others, TRIAL_PASSES), NOT_FITTED), all);
  }
  return predictorWith(trainRanker(examples, PASSES), calibration);
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

/**
 * How often a predictor is right whose ranker has not seen some lemmas. What else it knows of such a lemma is left out
 * while it is asked: of most all, of some every second cell.
 */
function calibrationOf(predictor: Predictor, cells: readonly KnownCell[]): Calibration {
  const held = [...groupByLemma(cells)].filter(([lemma]) => lemmaShare(lemma) < HELD_OUT);
  const asked: { readonly cell: KnownCell; readonly known: readonly KnownCell[]; readonly of: readonly KnownCell[] }[] =
    [];
  for (const [lemma, of] of held) {
    const table = of.filter(({ weight }) => weight === 1);
    const whole = lemmaShare(lemma) < HELD_OUT * WHOLE;
    const known = whole ? [] : table.filter((_, i) => i % 2 === 0);
    for (const cell of whole ? table : table.filter((_, i) => i % 2 === 1)) asked.push({ cell, known, of });
  }
  const { sounds } = predictor.knowledge;
  const outcomes: Outcome[] = [];
  const step = Math.max(1, asked.length / MOST_OUTCOMES);
  let lemma: string | undefined;
  for (let at = 0; at < asked.length; at += step) {
    const { cell, known, of } = asked[Math.floor(at)] as (typeof asked)[number];
    if (cell.lemma !== lemma) {
      lemma = cell.lemma;
      predictor.leaveOut({ lemma, known, cells: new Map(of.map((own) => [own.slot.id, own])) });
      sounds.leaveOut([lemma, ...of.flatMap(({ forms }) => forms)]);
    }
    const outcome = outcomeOf(predictor, cell);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  sounds.leaveOut([]);
  return fitCalibration(outcomes);
}

function outcomeOf(predictor: Predictor, { lemma, slot, forms }: KnownCell): Outcome | undefined {
  const answer = predictor.answer(lemma, slot);
  const [best, second] = answer.forms;
  if (best === undefined) return undefined;
  const inputs = inputsOf(best, second?.p ?? 0, answer);
  return { way: answer.way, inputs, right: forms.includes(best.form) };
}
