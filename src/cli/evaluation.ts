import {
  compareScores,
  intentConfusions,
  intentTable,
  type LabelTable,
  type Scores,
  scoresOf,
  slotConfusions,
  slotTable,
  spanFates,
  type TestedUtterance,
  testStatistics,
  valueFates,
} from '../evaluate/evaluate.js';
import {
  type Baselines,
  type Comparison,
  type Evaluation,
  equivalents,
  type FilesRead,
  figuresOf,
  type Human,
  type LabelScore,
  meanFigures,
} from './evaluation-result.js';
import {
  COMPARED,
  DRAW,
  type EvaluationTask,
  FLOOR,
  type Material,
  materialOf,
  OWN,
  type Rows,
  setsOf,
  tiersOf,
} from './evaluation-sets.js';
import { humanCurve, type Learning, learnAll, ownCurves } from './learning.js';
import { reportOverlap } from './overlap-report.js';
import { programVersion } from './program.js';
import type { Utterances } from './utterances.js';

/** Trains on one set of rows, and on what it is to be held against; tests all of them on the same rows. */
export async function evaluate(task: EvaluationTask): Promise<Evaluation> {
  const material = await materialOf(task);
  const { train, test, compare, human } = material;
  const learning: Learning = { test: test.rows, seed: task.seed, progress: task.progress };
  const sets = setsOf(material);
  const answers = await learnAll(sets, learning);
  const scores = new Map([...answers].map(([name, tested]) => [name, scoresOf(tested, { seed: task.seed })]));
  const own = scores.get(OWN) as Scores;
  const baselines = task.baselines && baselinesOf(scores, task.baselines.language, material);
  return {
    ...own,
    train: filesRead(train),
    test: filesRead(test),
    seed: task.seed,
    versions: { calque: programVersion(), node: process.versions.node },
    ...tablesOf(answers.get(OWN) as TestedUtterance[], train.rows),
    tiers: tiersOf(sets, scores),
    overlap: reportOverlap(train, test),
    ...(baselines && { baselines }),
    ...(human && { human: await againstHuman(human, learning, { own, baselines }) }),
    ...(task.curve && { curve: await curvesOf(task, train.rows, learning) }),
    ...(compare && { compare: comparison(compare, answers, { scores, seed: task.seed }) }),
  };
}

function baselinesOf(scores: ReadonlyMap<string, Scores>, language: string, { baselines }: Material): Baselines {
  const draws = [...scores].filter(([name]) => name.startsWith(DRAW)).map(([, each]) => each);
  const dictionaries = baselines?.dictionaries ?? [];
  return { language, dictionaries, floor: scores.get(FLOOR) as Scores, published: { draws, mean: meanFigures(draws) } };
}

async function againstHuman(
  human: Utterances,
  learning: Learning,
  { own, baselines }: { readonly own: Scores; readonly baselines: Baselines | undefined },
): Promise<Human> {
  const curve = await humanCurve(human.rows, learning);
  const baselineEquivalent = baselines && equivalents(curve, baselines.published.mean);
  const equivalent = equivalents(curve, figuresOf(own));
  return { ...filesRead(human), curve, equivalent, ...(baselineEquivalent && { baselineEquivalent }) };
}

async function curvesOf({ material: from }: EvaluationTask, rows: Rows, learning: Learning) {
  const { lexiconCurve } = await import('./lexicon-curve.js');
  return { ...(await ownCurves(rows, learning)), entries: from ? await lexiconCurve(from, learning) : [] };
}

function filesRead({ rows, files }: Utterances): FilesRead {
  return { rows: rows.length, files };
}

function tablesOf(tested: readonly TestedUtterance[], train: Rows) {
  const { kinds, ...tokens } = valueFates(tested, train);
  return {
    byIntent: labels(intentTable(tested)),
    bySlot: labels(slotTable(tested)),
    confusions: { intents: intentConfusions(tested), slots: slotConfusions(tested) },
    fate: spanFates(tested),
    values: { kinds: [...kinds].map(([kind, fate]) => ({ kind, ...fate })), ...tokens },
  };
}

function labels(table: LabelTable): LabelScore[] {
  return [...table].map(([label, scores]) => ({ label, ...scores }));
}

function comparison(
  other: Utterances,
  answers: ReadonlyMap<string, TestedUtterance[]>,
  { scores, seed }: { readonly scores: ReadonlyMap<string, Scores>; readonly seed: number },
): Comparison {
  const a = testStatistics(answers.get(OWN) as TestedUtterance[]);
  const b = testStatistics(answers.get(COMPARED) as TestedUtterance[]);
  const differences = compareScores(
    [
      { name: 'intent accuracy', a: a.intent, b: b.intent },
      { name: 'slot F1', a: a.slots, b: b.slots },
      { name: 'exact match', a: a.exact, b: b.exact },
    ],
    { seed },
  );
  return { ...filesRead(other), scores: scores.get(COMPARED) as Scores, differences };
}
