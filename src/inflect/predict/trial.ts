import { keyOfText, uniform } from '../../model/model.js';
import {
  type Believed,
  type Calibration,
  FIRST_WEIGHT,
  fitCalibration,
  fitWeight,
  inputsOf,
  type Judged,
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
  /** How often the lemma itself is the form of a bundle that the table lacks, where that is the best guess; else 0. */
  readonly citedUnseen: number;
}

export const NOT_TRIED: Trial = { calibration: fitCalibration([]), directWeight: FIRST_WEIGHT, citedUnseen: 0 };

/** Lemmas of which all is held out, and lemmas of which one cell in so many is. */
const WHOLE = 0.18;
const PART = 0.25;
const ONE_IN = 4;
const MOST = { whole: 1200, part: 300, hidden: 160 } as const;
const FIFTHS = 5;
/** Answers from which something is concluded of bundles that the table lacks. */
const FEWEST_HIDDEN = 10;
const CLEARLY = 2;

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

/** What is tried: a predictor whose ranker has not seen some cells, and the cells. */
export interface Tried {
  readonly predictor: Predictor;
  /** The same without a fifth of the bundles. */
  readonly unaware: (fifth: number) => Predictor;
  readonly held: HeldOut;
  /** All cells of each lemma, those that completion added, too. */
  readonly lemmas: ReadonlyMap<string, readonly KnownCell[]>;
}

/** How often a predictor is right. What it knows of the cells that it is asked for is left out. */
export function tryOut({ predictor, unaware, held: { whole, part }, lemmas }: Tried): Trial {
  const asked = [...thinned(whole, MOST.whole), ...thinned(part, MOST.part)];
  const answers = asked.map((question) => ask(predictor, question, lemmas));
  const unseen = askHidden(unaware, new Set(whole.map(({ cell }) => cell.lemma)), lemmas);
  predictor.knowledge.sounds.leaveOut([]);
  const directWeight = fitWeight(answers.flatMap(({ cell, answer }) => mixedOf(answer, cell.forms)));
  const outcomes = [...answers, ...unseen].flatMap(({ cell, answer }) => outcomesOf(cell, answer, directWeight));
  return { calibration: fitCalibration(outcomes), directWeight, citedUnseen: citedShare(unseen) };
}

interface Answered {
  readonly cell: KnownCell;
  readonly answer: Answer;
}

function ask(predictor: Predictor, { cell, known }: Asked, lemmas: Tried['lemmas']): Answered {
  const { lemma, slot } = cell;
  const of = lemmas.get(lemma) ?? [];
  predictor.leaveOut({ lemma, known, cells: of });
  const { sounds } = predictor.knowledge;
  if (known.length > 0) sounds.leaveOut(cell.forms);
  else sounds.leaveOutLemma(of);
  return { cell, answer: predictor.answer(lemma, slot) };
}

/** Bundles are hidden by fifths, to learn what to believe of those that the table lacks. */
export function isHidden({ slot }: KnownCell, fifth: number): boolean {
  return Math.floor(uniform(keyOfText(11, slot.bundle)) * FIFTHS) === fifth;
}

/** Asks for cells of hidden bundles: of a large table those of one fifth are enough, of a small one all are wanted. */
function askHidden(unaware: Tried['unaware'], whole: ReadonlySet<string>, lemmas: Tried['lemmas']): Answered[] {
  const answers: Answered[] = [];
  for (let fifth = 0; fifth < FIFTHS && answers.length < MOST.hidden; fifth++) {
    const cells = [...lemmas.values()].flat().filter((cell) => cell.weight === 1 && isHidden(cell, fifth));
    const asked = cells.map((cell) => {
      const others = (lemmas.get(cell.lemma) ?? []).filter((own) => own.weight === 1 && !isHidden(own, fifth));
      return { cell, known: whole.has(cell.lemma) ? [] : others };
    });
    const predictor = unaware(fifth);
    answers.push(...thinned(asked, MOST.hidden - answers.length).map((question) => ask(predictor, question, lemmas)));
  }
  return answers;
}

/** The share of cells whose form is the lemma, if clearly more than of those that are answered rightly. */
function citedShare(asked: readonly Answered[]): number {
  const answered = asked.filter(({ answer }) => answer.forms.length > 0);
  const cited = answered.filter(({ cell }) => cell.forms.includes(cell.lemma)).length;
  const right = answered.filter(({ cell, answer }) => cell.forms.includes(answer.forms[0]?.form ?? '')).length;
  return answered.length >= FEWEST_HIDDEN && cited > CLEARLY * right ? cited / answered.length : 0;
}

/** So many of a list at most, evenly drawn. */
function thinned(asked: readonly Asked[], most: number): readonly Asked[] {
  const count = Math.min(most, asked.length);
  return Array.from({ length: count }, (_, i) => asked[Math.floor((i * asked.length) / count)] as Asked);
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

/** What the bundle's own rules said in doubt counts for their map, too: those that they are sure of are too much alike. */
function outcomesOf({ lemma, forms: right }: KnownCell, answer: Answer, directWeight: number): Outcome[] {
  const { way, rows, support, doubted } = answer;
  const outcomeOf = (judged: Judged, [best, second]: readonly Believed[]): Outcome[] => {
    if (best === undefined) return [];
    const inputs = inputsOf(best, second?.p ?? 0, judged);
    return [{ lemma, way: judged.way, inputs, right: right.includes(best.form) }];
  };
  const forms = way === 'paradigm' && support !== undefined ? mix(support, directWeight) : answer.forms;
  return [...outcomeOf(answer, forms), ...outcomeOf({ way: 'direct', rows, sources: 0 }, doubted ?? [])];
}
