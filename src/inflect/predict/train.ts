import { keyOfText, uniform } from '../../model/model.js';
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
import type { SlotStatistics } from './statistics.js';
import { heldOutCells, isHidden, NOT_TRIED, type Trial, tryOut } from './trial.js';

export interface TrainingOptions {
  /** Rows of the table that are learnt from, in whole lemmas; the rest is left out. 20,000 unless told. */
  readonly mostRows?: number;
  /** False: confidences are not fitted on held-out lemmas. */
  readonly calibrate?: boolean;
}

const PASSES = 4;
const TRIAL_PASSES = 2;
const MOST_ROWS = 20_000;
const FEWEST_LEMMAS = 10;

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
  const examples = examplesOf(untrained, cells, all);
  const predictorWith = (ranker: Ranker, trial: Trial) => {
    const imagined = imagineCells(new Direct(index, ranker, sounds, statistics), cells, slots.all);
    return new Predictor({ ...lexicon, ...trial, filled, imagined, sounds, ranker }, index, statistics);
  };
  let trial = NOT_TRIED;
  if (options.calibrate !== false && lemmas.size >= FEWEST_LEMMAS) {
    const held = heldOutCells(lemmas);
    const others = examples.all.filter(({ cell }) => !held.all.has(cell));
    const predictor = predictorWith(trainRanker(others, examples.places, TRIAL_PASSES), NOT_TRIED);
    const unaware = (fifth: number) => withoutHidden(predictor.knowledge, statistics, fifth);
    trial = tryOut({ predictor, unaware, held, lemmas: groupByLemma(all) });
  }
  return predictorWith(trainRanker(examples.all, examples.places, PASSES), trial);
}

/** The same predictor without the bundles that a trial hides. */
function withoutHidden(knowledge: Knowledge, statistics: (SlotStatistics | undefined)[], fifth: number): Predictor {
  const shown = (cells: readonly KnownCell[]) => cells.filter((cell) => !isHidden(cell, fifth));
  const part = {
    ...knowledge,
    cells: shown(knowledge.cells),
    filled: shown(knowledge.filled),
    imagined: shown(knowledge.imagined),
  };
  return new Predictor(part, indexCells(part), statistics);
}

/** A table that is too long is cut by lemma, not by row. */
function wholeLemmas(rows: readonly TableCell[], most: number): readonly TableCell[] {
  if (rows.length <= most) return rows;
  const share = most / rows.length;
  return rows.filter(({ lemma }) => uniform(keyOfText(5, lemma)) < share);
}
