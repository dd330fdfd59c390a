import type { LabelledUtterance, Scores, TierScores } from '../evaluate/evaluate.js';
import { TIERS } from '../model/model.js';
import { type BaselineSets, baselineSets } from './baselines.js';
import type { Progress } from './progress.js';
import { readUtterances, type Utterances } from './utterances.js';

export interface StoreLanguage {
  readonly store: string;
  readonly language: string;
}

export interface EvaluationTask {
  readonly train: readonly string[];
  readonly test: string;
  readonly format?: string | undefined;
  readonly trainPartition?: string | undefined;
  readonly testPartition?: string | undefined;
  readonly seed: number;
  /** A second set of training rows. */
  readonly compare?: readonly string[] | undefined;
  /** Training rows that people labelled. */
  readonly human?: readonly string[] | undefined;
  /** Score parts of the training rows too. */
  readonly curve: boolean;
  readonly baselines?: StoreLanguage | undefined;
  /** What rows are made again from, with parts of its lexicon, for the curve. */
  readonly material?: StoreLanguage | undefined;
  readonly progress: Progress;
}

export interface Material {
  readonly train: Utterances;
  readonly test: Utterances;
  readonly compare: Utterances | undefined;
  readonly human: Utterances | undefined;
  readonly baselines: BaselineSets | undefined;
}

export type Rows = readonly LabelledUtterance[];
export type Sets = ReadonlyMap<string, Rows>;

/** Names of sets; tiers go by their letters. */
export const OWN = 'own';
export const COMPARED = 'compared';
export const FLOOR = 'floor';
export const DRAW = 'published ';

export async function materialOf(task: EvaluationTask): Promise<Material> {
  const { format, trainPartition: partition, testPartition, baselines } = task;
  const read = async (files: readonly string[] | undefined) => files && readUtterances(files, { format, partition });
  return {
    train: await readUtterances(task.train, { format, partition }),
    test: await readUtterances([task.test], { format, partition: testPartition }),
    compare: await read(task.compare),
    human: await read(task.human),
    baselines: baselines && baselineSets(baselines.store, baselines.language),
  };
}

/** All that is trained on, by name; the best tiers only where they are not all there is. */
export function setsOf({ train, compare, baselines }: Material): Sets {
  const sets = new Map<string, Rows>([[OWN, train.rows]]);
  if (compare) sets.set(COMPARED, compare.rows);
  if (baselines) {
    sets.set(FLOOR, baselines.floor);
    for (const [draw, rows] of baselines.published.entries()) sets.set(DRAW + draw, rows);
  }
  let before = 0;
  for (const [i] of TIERS.entries()) {
    const tiers = TIERS.slice(0, i + 1);
    const rows = train.rows.filter(({ tier }) => tier !== undefined && tiers.includes(tier));
    if (rows.length > before && rows.length < train.rows.length) sets.set(tiers.join(''), rows);
    before = rows.length;
  }
  return sets;
}

export function tiersOf(sets: Sets, scores: ReadonlyMap<string, Scores>): TierScores[] {
  const own = sets.get(OWN) as Rows;
  if (!own.some(({ tier }) => tier !== undefined)) return [];
  const steps = TIERS.map((_, i) => TIERS.slice(0, i + 1)).flatMap((tiers): TierScores[] => {
    const name = tiers.join('');
    const rows = sets.get(name)?.length;
    return rows === undefined ? [] : [{ tiers, rows, scores: scores.get(name) as Scores }];
  });
  const present = TIERS.filter((each) => own.some(({ tier }) => tier === each));
  return [...steps, { tiers: present, rows: own.length, scores: scores.get(OWN) as Scores }];
}
