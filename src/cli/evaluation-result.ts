import {
  type ComparedScore,
  type Confusion,
  type CurvePoint,
  type HumanEquivalent,
  humanEquivalent,
  type Scores,
  type SpanFates,
  type SpanScore,
  type TierScores,
  type ValueFate,
  type ValueFates,
} from '../evaluate/evaluate.js';
import type { OverlapReport } from './overlap-report.js';
import type { UtteranceFile } from './utterances.js';

/** What `evaluate --json` answers. Scores are shares, 0..1. */
export interface Evaluation extends Scores {
  readonly train: FilesRead;
  readonly test: FilesRead;
  readonly seed: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly byIntent: readonly LabelScore[];
  readonly bySlot: readonly LabelScore[];
  readonly confusions: { readonly intents: readonly Confusion[]; readonly slots: readonly Confusion[] };
  readonly fate: SpanFates;
  readonly values: Omit<ValueFates, 'kinds'> & { readonly kinds: readonly (ValueFate & { readonly kind: string })[] };
  readonly tiers: readonly TierScores[];
  readonly overlap: OverlapReport;
  readonly baselines?: Baselines;
  readonly human?: Human;
  readonly curve?: {
    readonly rows: readonly CurvePoint[];
    readonly templates: readonly CurvePoint[];
    /** By entries of the lexicon; empty without a store and a language. */
    readonly entries: readonly CurvePoint[];
  };
  readonly compare?: Comparison;
}

export interface FilesRead {
  readonly rows: number;
  readonly files: readonly UtteranceFile[];
}

export interface LabelScore extends SpanScore {
  readonly label: string;
}

/** The three scores alone. */
export interface Figures {
  readonly intent: number;
  readonly slots: number;
  readonly exact: number;
}

export interface Baselines {
  readonly language: string;
  /** Sources of the store that the published baseline was made with. */
  readonly dictionaries: readonly string[];
  readonly floor: Scores;
  /** A second draw moves the scores by more than most gains are worth: the mean is what counts. */
  readonly published: { readonly draws: readonly Scores[]; readonly mean: Figures };
}

/** How many human-labelled rows give the same score. */
export type Equivalents = Readonly<Record<keyof Figures, HumanEquivalent>>;

export interface Human extends FilesRead {
  readonly curve: readonly CurvePoint[];
  readonly equivalent: Equivalents;
  readonly baselineEquivalent?: Equivalents;
}

export interface Comparison extends FilesRead {
  readonly scores: Scores;
  readonly differences: readonly ComparedScore[];
}

export function figuresOf({ intent, slots, exact }: Scores): Figures {
  return { intent: intent.accuracy, slots: slots.f1, exact: exact.accuracy };
}

export function meanFigures(scores: readonly Scores[]): Figures {
  const mean = (key: keyof Figures) => scores.reduce((sum, each) => sum + figuresOf(each)[key], 0) / scores.length;
  return { intent: mean('intent'), slots: mean('slots'), exact: mean('exact') };
}

export function equivalents(curve: readonly CurvePoint[], figures: Figures): Equivalents {
  const of = (key: keyof Figures) => {
    const points = curve.map((point) => ({ size: point.size, score: point[key] }));
    return humanEquivalent(points, figures[key]) as HumanEquivalent;
  };
  return { intent: of('intent'), slots: of('slots'), exact: of('exact') };
}
