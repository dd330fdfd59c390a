/** One cell of a test set, what was answered and what would have been right. */
export interface InflectionOutcome {
  readonly form: string;
  /** All forms that the test set has for the cell. */
  readonly gold: readonly string[];
  readonly method: string;
  /** 0..1 */
  readonly confidence: number;
  /** The table that was learnt from has the lemma, the bundle. */
  readonly lemmaSeen: boolean;
  readonly bundleSeen: boolean;
}

export interface InflectionScore {
  readonly cells: number;
  /** Share of exact matches, 0..1; null where there are no cells. */
  readonly accuracy: number | null;
  /** Mean edit distance to the nearest right form, in letters. */
  readonly distance: number | null;
}

export interface ConfidenceDecile extends InflectionScore {
  readonly from: number;
  readonly to: number;
  /** Mean confidence. */
  readonly confidence: number | null;
}

export interface SplitScore extends InflectionScore {
  readonly bundles: { readonly seen: InflectionScore; readonly unseen: InflectionScore };
}

export interface InflectionScores extends InflectionScore {
  readonly seen: SplitScore;
  readonly unseen: SplitScore;
  readonly methods: Readonly<Record<string, InflectionScore>>;
  readonly calibration: readonly ConfidenceDecile[];
}

const DECILES = 10;

/** Accuracy and distance in all, by what the table has seen, by method and by confidence. */
export function scoreInflection(outcomes: readonly InflectionOutcome[]): InflectionScores {
  const methods = [...new Set(outcomes.map(({ method }) => method))].sort();
  const split = (seen: boolean): SplitScore => {
    const own = outcomes.filter(({ lemmaSeen }) => lemmaSeen === seen);
    const ofBundle = (known: boolean) => scoreOf(own.filter(({ bundleSeen }) => bundleSeen === known));
    return { ...scoreOf(own), bundles: { seen: ofBundle(true), unseen: ofBundle(false) } };
  };
  return {
    ...scoreOf(outcomes),
    seen: split(true),
    unseen: split(false),
    methods: Object.fromEntries(
      methods.map((method) => [method, scoreOf(outcomes.filter((outcome) => outcome.method === method))]),
    ),
    calibration: Array.from({ length: DECILES }, (_, decile) => scoreDecile(outcomes, decile)),
  };
}

function scoreDecile(outcomes: readonly InflectionOutcome[], decile: number): ConfidenceDecile {
  const own = outcomes.filter(({ confidence }) => Math.min(DECILES - 1, Math.floor(confidence * DECILES)) === decile);
  const sum = own.reduce((all, { confidence }) => all + confidence, 0);
  const confidence = own.length === 0 ? null : rounded(sum / own.length);
  return { from: decile / DECILES, to: (decile + 1) / DECILES, confidence, ...scoreOf(own) };
}

function scoreOf(outcomes: readonly InflectionOutcome[]): InflectionScore {
  if (outcomes.length === 0) return { cells: 0, accuracy: null, distance: null };
  let right = 0;
  let distance = 0;
  for (const { form, gold } of outcomes) {
    if (gold.includes(form)) right++;
    else distance += Math.min(...gold.map((other) => editDistance(form, other)));
  }
  const cells = outcomes.length;
  return { cells, accuracy: rounded(right / cells), distance: rounded(distance / cells) };
}

/** Levenshtein's distance in code points. */
export function editDistance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  left.forEach((letter, i) => {
    const next = [i + 1];
    right.forEach((other, j) => {
      const swapped = (row[j] as number) + (letter === other ? 0 : 1);
      next.push(Math.min(swapped, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    });
    row = next;
  });
  return row[right.length] as number;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
