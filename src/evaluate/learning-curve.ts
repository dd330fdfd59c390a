import { keyOfNumber, keyOfText } from '../model/model.js';
import { testStatistics } from './scores.js';
import { corpusScore } from './statistics.js';
import { type TestedUtterance, type TrainOptions, type Trial, trainAndTestAll } from './train-test.js';
import { keyedOrder, type LabelledUtterance } from './utterance.js';

/** The sizes at which the published figures were measured; the whole set comes last. */
export const CURVE_SIZES = [100, 300, 1000, 3000] as const;
const DRAWS = 3;
/** From here on draws differ by less than the standard error of a test set of common size. */
const ONE_DRAW_FROM = 3000;

export interface CurvePoint {
  /** Rows, or templates. */
  readonly size: number;
  readonly draws: number;
  /** Means over the draws, 0..1. */
  readonly intent: number;
  readonly slots: number;
  readonly exact: number;
}

export interface CurveOptions extends TrainOptions {
  readonly sizes?: readonly number[];
  readonly draws?: number;
  /** What a size counts: rows, or templates with all rows that were made from them. */
  readonly unit?: 'row' | 'template';
}

type Rows = readonly LabelledUtterance[];

/**
 * Scores against the number of training rows. A draw is one keyed order, of which every size takes the first: the
 * subsets are nested.
 */
export async function learningCurve({ train, test }: Trial, options: CurveOptions = {}): Promise<CurvePoint[]> {
  const { seed = 0, sizes = CURVE_SIZES, draws = DRAWS, unit = 'row' } = options;
  const groups = unit === 'row' ? train.map((row) => [row]) : byTemplate(train);
  const all = groups.length;
  const wanted = [...new Set([...sizes.filter((size) => size < all), all])].sort((a, b) => a - b);
  const key = keyOfText(seed, 'curve');
  const orders = Array.from({ length: draws }, (_, draw) => orderOf(groups, keyOfNumber(key, draw)));
  const points = wanted.map((size) => ({ size, draws: size === all || size >= ONE_DRAW_FROM ? 1 : draws }));
  const trials = points.flatMap((point) =>
    orders.slice(0, point.draws).map((order) => ({ train: order.slice(0, point.size).flat(), test })),
  );
  const figures = (await trainAndTestAll(trials, options)).map(figuresOf);
  return points.map((point) => meanPoint(point.size, figures.splice(0, point.draws)));
}

function byTemplate(rows: Rows): LabelledUtterance[][] {
  const groups = new Map<string, LabelledUtterance[]>();
  for (const row of rows) {
    const name = row.template ?? row.id;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [row]);
    else known.push(row);
  }
  return [...groups.values()];
}

function orderOf(groups: readonly Rows[], key: number): Rows[] {
  const firsts = groups.map((rows) => ({ ...(rows[0] as LabelledUtterance), rows }));
  const named = firsts.map((first) => ({
    ...first,
    id: first.rows.length > 1 ? (first.template ?? first.id) : first.id,
  }));
  return keyedOrder(named, key).map(({ rows }) => rows);
}

type Figures = Pick<CurvePoint, 'intent' | 'slots' | 'exact'>;

function figuresOf(tested: readonly TestedUtterance[]): Figures {
  const { intent, slots, exact } = testStatistics(tested);
  return { intent: corpusScore(intent), slots: corpusScore(slots), exact: corpusScore(exact) };
}

function meanPoint(size: number, figures: readonly Figures[]): CurvePoint {
  const mean = (take: (each: Figures) => number) => figures.reduce((sum, each) => sum + take(each), 0) / figures.length;
  return {
    size,
    draws: figures.length,
    intent: mean((each) => each.intent),
    slots: mean((each) => each.slots),
    exact: mean((each) => each.exact),
  };
}

export interface HumanEquivalent {
  readonly rows: number;
  /** Outside the curve nothing is extrapolated: the score is worth less than its first point, or more than its last. */
  readonly relation: 'about' | 'fewer than' | 'more than';
}

/** How many rows of the curve's kind give a score: log-linear between the points of the curve. */
export function humanEquivalent(
  curve: readonly { readonly size: number; readonly score: number }[],
  score: number,
): HumanEquivalent | undefined {
  const points = [...curve].sort((a, b) => a.size - b.size);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (score < first.score) return { rows: first.size, relation: 'fewer than' };
  for (const [i, right] of points.entries()) {
    if (right.score < score) continue;
    const left = points[i - 1];
    if (left === undefined) return { rows: right.size, relation: 'about' };
    const share = (score - left.score) / (right.score - left.score);
    return { rows: Math.round(left.size * (right.size / left.size) ** share), relation: 'about' };
  }
  return { rows: last.size, relation: 'more than' };
}
