/** A confidence, 0..1, and whether it was right to have it. */
export interface Prediction {
  readonly confidence: number;
  readonly correct: boolean;
}

/** What lies in one bin; without mean and accuracy where nothing does. */
export interface CalibrationBin {
  /** From 0. */
  readonly bin: number;
  readonly n: number;
  readonly meanConfidence: number | null;
  readonly accuracy: number | null;
}

/** Accuracy on what is left when the least confident predictions are refused. */
export interface Coverage {
  readonly coverage: number;
  readonly accuracy: number;
}

export interface Calibration {
  readonly n: number;
  /** Expected calibration error (Naeini et al. 2015) over bins of equal width; null for no predictions. */
  readonly eceEqualWidth: number | null;
  /** The same over bins of equal mass. */
  readonly eceDeciles: number | null;
  /** What the error over equal widths would be on average, were the confidence perfect: noise of so few predictions. */
  readonly eceByChance: number | null;
  /** Mean squared distance of confidence and outcome (Brier 1950). */
  readonly brier: number | null;
  readonly equalWidth: readonly CalibrationBin[];
  readonly deciles: readonly CalibrationBin[];
  /** With none refused, then the lowest decile, then two … */
  readonly coverage: readonly Coverage[];
}

const BINS = 10;

export function calibrate(predictions: readonly Prediction[]): Calibration {
  const n = predictions.length;
  const equalWidth = binned(byWidth(predictions));
  const masses = byMass(predictions);
  const deciles = binned(masses);
  return {
    n,
    eceEqualWidth: n > 0 ? calibrationError(equalWidth, n) : null,
    eceDeciles: n > 0 ? calibrationError(deciles, n) : null,
    eceByChance: n > 0 ? errorByChance(equalWidth, n) : null,
    brier: n > 0 ? mean(predictions.map(({ confidence, correct }) => (confidence - Number(correct)) ** 2)) : null,
    equalWidth,
    deciles,
    coverage: coverageOf(masses, n),
  };
}

/** Bin k holds (k/10, (k+1)/10], the first also 0. */
function byWidth(predictions: readonly Prediction[]): Prediction[][] {
  const bins = Array.from({ length: BINS }, (): Prediction[] => []);
  for (const prediction of predictions) {
    let bin = 0;
    while (bin < BINS - 1 && prediction.confidence > (bin + 1) / BINS) bin++;
    bins[bin]!.push(prediction);
  }
  return bins;
}

/** Sorted by confidence and cut at ⌊kn/10⌋; among equals the earlier comes first. */
function byMass(predictions: readonly Prediction[]): Prediction[][] {
  const sorted = predictions
    .map((prediction, index) => ({ prediction, index }))
    .sort((a, b) => a.prediction.confidence - b.prediction.confidence || a.index - b.index)
    .map(({ prediction }) => prediction);
  const cut = (k: number) => Math.floor((k * sorted.length) / BINS);
  return Array.from({ length: BINS }, (_, k) => sorted.slice(cut(k), cut(k + 1)));
}

function binned(bins: readonly (readonly Prediction[])[]): CalibrationBin[] {
  return bins.map((predictions, bin) => ({
    bin,
    n: predictions.length,
    meanConfidence: predictions.length > 0 ? mean(predictions.map(({ confidence }) => confidence)) : null,
    accuracy: predictions.length > 0 ? accuracyOf(predictions) : null,
  }));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function accuracyOf(predictions: readonly Prediction[]): number {
  return predictions.filter(({ correct }) => correct).length / predictions.length;
}

/** Divided last: shares rounded one by one may add up to more than 1. */
function calibrationError(bins: readonly CalibrationBin[], all: number): number {
  const gaps = bins.reduce((sum, { n, meanConfidence, accuracy }) => {
    return n > 0 ? sum + n * Math.abs(meanConfidence! - accuracy!) : sum;
  }, 0);
  return gaps / all;
}

/** The mean distance of a share from its expectation is about √(2p(1−p)/πn). */
function errorByChance(bins: readonly CalibrationBin[], all: number): number {
  return bins.reduce((sum, { n, meanConfidence }) => {
    const p = meanConfidence ?? 0;
    return n > 0 ? sum + (n / all) * Math.sqrt((2 * p * (1 - p)) / (Math.PI * n)) : sum;
  }, 0);
}

function coverageOf(masses: readonly (readonly Prediction[])[], n: number): Coverage[] {
  return masses.flatMap((_, refused) => {
    const kept = masses.slice(refused).flat();
    return kept.length > 0 ? [{ coverage: kept.length / n, accuracy: accuracyOf(kept) }] : [];
  });
}
