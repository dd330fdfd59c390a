import { keyOfText, uniform } from '../../model/model.js';
import {
  type Calibration,
  FIRST_WEIGHT,
  fitCalibration,
  fitWeight,
  inputsOf,
  type Mixed,
  type Outcome,
} from './calibrate.js';
import type { KnownCell } from './lexicon.js';
import { type Answer, mix, type Predictor } from './predictor.js';

/** What a trial on held-out cells finds out. */
export interface Trial {
  readonly calibration: Calibration;
  /** What a bundle's own rules weigh against the votes of a known lemma's other cells. */
  readonly directWeight: number;
}

export const NOT_TRIED: Trial = { calibration: fitCalibration([]), directWeight: FIRST_WEIGHT };

/** Lemmas of which all is held out, and lemmas of which one cell in so many is. */
const WHOLE = 0.18;
const PART = 0.25;
const ONE_IN = 4;
const MOST = { whole: 2000, part: 700 } as const;

/** A held-out cell, and the lemma's cells that may be known when it is asked for. */
interface Asked {
  readonly cell: KnownCell;
  readonly known: readonly KnownCell[];
}

export interface HeldOut {
  /** Of lemmas taken for unknown. */
  readonly whole: readonly Asked[];
  /** Of lemmas whose other cells are known. */
  readonly part: readonly Asked[];
  readonly all: ReadonlySet<KnownCell>;
}

export function heldOutCells(lemmas: ReadonlyMap<string, readonly KnownCell[]>): HeldOut {
  const whole: Asked[] = [];
  const part: Asked[] = [];
  for (const [lemma, cells] of lemmas) {
    const share = uniform(keyOfText(3, lemma));
    if (share < WHOLE) whole.push(...cells.map((cell) => ({ cell, known: [] })));
    else if (share < WHOLE + PART) {
      const known = cells.filter((_, i) => i % ONE_IN !== 1);
      part.push(...cells.filter((_, i) => i % ONE_IN === 1).map((cell) => ({ cell, known })));
    }
  }
  return { whole, part, all: new Set([...whole, ...part].map(({ cell }) => cell)) };
}

/** How often a predictor is right whose ranker has not seen some cells. What else it knows of them is left out. */
export function tryOut(
  predictor: Predictor,
  { whole, part }: HeldOut,
  lemmas: ReadonlyMap<string, readonly KnownCell[]>,
): Trial {
  const answers = [...thinned(whole, MOST.whole), ...thinned(part, MOST.part)].map(({ cell, known }) => {
    const of = lemmas.get(cell.lemma) ?? [];
    predictor.leaveOut({ lemma: cell.lemma, known, cells: new Map(of.map((own) => [own.slot.id, own])) });
    predictor.knowledge.sounds.leaveOut(
      known.length > 0 ? cell.forms : [cell.lemma, ...of.flatMap(({ forms }) => forms)],
    );
    return { cell, answer: predictor.answer(cell.lemma, cell.slot) };
  });
  predictor.knowledge.sounds.leaveOut([]);
  const directWeight = fitWeight(answers.flatMap(({ cell, answer }) => mixedOf(answer, cell.forms)));
  const outcomes = answers.flatMap(({ cell, answer }) => outcomeOf(cell, answer, directWeight));
  return { calibration: fitCalibration(outcomes), directWeight };
}

/** So many of a list at most, evenly drawn. */
function thinned(asked: readonly Asked[], most: number): readonly Asked[] {
  const step = Math.max(1, asked.length / most);
  return Array.from({ length: Math.ceil(asked.length / step) }, (_, i) => asked[Math.floor(i * step)] as Asked);
}

function mixedOf({ way, support }: Answer, right: readonly string[]): Mixed[] {
  if (way !== 'paradigm' || support === undefined) return [];
  let votes = 0;
  let direct = 0;
  let allVotes = 0;
  for (const backing of support.all) {
    allVotes += backing.votes;
    if (!right.includes(backing.form)) continue;
    votes += backing.votes;
    direct += backing.direct;
  }
  return [{ votes, allVotes, direct }];
}

function outcomeOf({ lemma, forms: right }: KnownCell, answer: Answer, directWeight: number): Outcome[] {
  const { way, support } = answer;
  const [best, second] = way === 'paradigm' && support !== undefined ? mix(support, directWeight) : answer.forms;
  if (best === undefined) return [];
  return [{ lemma, way, inputs: inputsOf(best, second?.p ?? 0, answer), right: right.includes(best.form) }];
}
