export { conllSpans, iob2Spans, type TagSpan, tagsOfLabels, tagsOfSpans } from './bio.js';
export { type BleuOptions, type BleuScore, bleu, bleuStatistics, type Smoothing } from './bleu.js';
export {
  type Confusion,
  intentConfusions,
  intentTable,
  type LabelTable,
  NO_SPAN,
  slotConfusions,
  slotTable,
} from './breakdown.js';
export { scoresByTier, type TierScores } from './by-tier.js';
export { type Calibration, type CalibrationBin, type Coverage, calibrate, type Prediction } from './calibration.js';
export { type ChrfOptions, chrf, chrfStatistics } from './chrf.js';
export {
  type ComparedScore,
  compareHypotheses,
  compareScores,
  type NamedStatistics,
  type TwoSystems,
} from './compare-systems.js';
export {
  type SpanFates,
  spanFates,
  VALUE_KINDS,
  type ValueFate,
  type ValueFates,
  type ValueKind,
  valueFates,
} from './fate.js';
export {
  type ConfidenceDecile,
  type InflectionOutcome,
  type InflectionScore,
  type InflectionScores,
  type SplitScore,
  scoreInflection,
} from './inflection.js';
export { type IntentModel, type IntentOptions, trainIntents } from './intent-learner.js';
export {
  CURVE_SIZES,
  type CurveOptions,
  type CurvePoint,
  type HumanEquivalent,
  humanEquivalent,
  learningCurve,
} from './learning-curve.js';
export {
  type LabelledLine,
  type MassiveScores,
  readTextToText,
  scoreMassive,
  shareError,
  type TextToTextOptions,
} from './massive.js';
export { SACREBLEU_VERSION, type TextPair, type TextScore, type TextStatistics } from './ngrams.js';
export { type Overlap, overlapOf } from './overlap.js';
export {
  compareParallel,
  FEW_LINES,
  type MeasuredText,
  type PairedRows,
  type ParallelReport,
  type ParallelRow,
  pairRows,
  type RowPair,
  type TextComparison,
  textStatistics,
} from './parallel.js';
export { type McNemar, mcnemar, wilsonInterval } from './proportions.js';
export { holm, type Randomisation, randomisation } from './randomisation.js';
export { type Scores, scoresOf, type TestStatistics, testStatistics } from './scores.js';
export {
  type BootstrapInterval,
  bootstrapInterval,
  bootstrapIntervals,
  type Interval,
  type PairedBootstrap,
  type PairedTest,
  pairedBootstrap,
  type Resampling,
} from './significance.js';
export { type SlotModel, type SlotOptions, trainSlots } from './slot-learner.js';
export {
  countsByType,
  type MeanScore,
  type SpanCounts,
  type SpanLines,
  type SpanReport,
  type SpanScore,
  scoreOf,
  scoreSpans,
  scoreXsid,
  spanStatistics,
  tokenAccuracy,
  type XsidScores,
} from './spans.js';
export {
  accuracyStatistics,
  corpusScore,
  groupLines,
  type LineStatistics,
  lineStatistics,
  sumLines,
} from './statistics.js';
export { splitWords, TOKENIZER_NAMES, type TokenizerName, tokenize } from './tokenize.js';
export { type PlacedToken, spansOf, tagsOf, tokenise } from './tokens.js';
export {
  allRight,
  intentRight,
  type TestedUtterance,
  type TrainOptions,
  type Trial,
  trainAndTest,
  trainAndTestAll,
} from './train-test.js';
export { keyedOrder, type LabelledUtterance } from './utterance.js';
export type { ValueReport } from './value-overlap.js';
