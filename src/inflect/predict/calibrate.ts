/** Which way a form was found: each way has its own map from share to probability. */
export const WAYS = ['direct', 'neighbours', 'paradigm'] as const;
export type Way = (typeof WAYS)[number];

/** What the map sees: a constant, the logit of the share, the size of the slot, the lead over the second form. */
export const INPUTS = 4;
export type Calibration = Readonly<Record<Way, readonly number[]>>;

export interface Outcome {
  readonly way: Way;
  readonly inputs: readonly number[];
  readonly right: boolean;
}

/** Believed when nothing could be held out: raw shares are over-confident. */
const FIRST: Calibration = { direct: [-0.4, 0.8, 0, 0], neighbours: [-0.8, 0.7, 0, 0], paradigm: [-0.4, 0.8, 0, 0] };
const PRIOR = 2;
const ROUNDS = 300;
const RATE = 0.5;

export function inputsOf(share: number, second: number, rows: number): number[] {
  const p = Math.min(0.9999, Math.max(0.0001, share));
  return [
    1,
    Math.log(p / (1 - p)),
    Math.log(1 + rows) / 4,
    Math.min(8, Math.log((share + 1e-4) / (second + 1e-4))) / 2,
  ];
}

export function confidenceOf(calibration: Calibration, way: Way, inputs: readonly number[]): number {
  return probability(calibration[way], inputs);
}

function probability(weights: readonly number[], inputs: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < INPUTS; i++) sum += (weights[i] as number) * (inputs[i] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** Logistic regression, one for each way, drawn towards the first belief. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const mapOf = (way: Way) =>
    fitOne(
      outcomes.filter((outcome) => outcome.way === way),
      FIRST[way],
    );
  return { direct: mapOf('direct'), neighbours: mapOf('neighbours'), paradigm: mapOf('paradigm') };
}

function fitOne(outcomes: readonly Outcome[], first: readonly number[]): number[] {
  const weights = [...first];
  const squares = weights.map(() => 1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight, i) => PRIOR * (weight - (first[i] as number)));
    for (const { inputs, right } of outcomes) {
      const error = probability(weights, inputs) - (right ? 1 : 0);
      for (let i = 0; i < INPUTS; i++) slopes[i] = (slopes[i] as number) + error * (inputs[i] as number);
    }
    for (let i = 0; i < INPUTS; i++) {
      const slope = (slopes[i] as number) / (outcomes.length + PRIOR);
      squares[i] = (squares[i] as number) + slope * slope;
      weights[i] = (weights[i] as number) - (RATE * slope) / Math.sqrt(squares[i] as number);
    }
  }
  return weights;
}
