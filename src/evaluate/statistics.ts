/**
 * Sufficient statistics: the few counts of each line from whose sums a corpus score follows. Scores of parts and of
 * resamples are made from sums, never as means of the scores of lines.
 */
export interface LineStatistics {
  readonly lines: number;
  /** Numbers a line has. */
  readonly width: number;
  /** The numbers of all lines, one line after the other. */
  readonly values: Float64Array;
  readonly score: (sums: ArrayLike<number>) => number;
}

/** Lays out the counts of lines, given a width for the case that there are none. */
export function lineStatistics(
  counts: readonly (readonly number[])[],
  width: number,
  score: LineStatistics['score'],
): LineStatistics {
  const values = new Float64Array(counts.length * width);
  for (const [line, numbers] of counts.entries()) values.set(numbers, line * width);
  return { lines: counts.length, width, values, score };
}

/** The sums of all lines, each as often as its weight says. */
export function weightedSums({ lines, width, values }: LineStatistics, weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(width);
  for (let line = 0, start = 0; line < lines; line++, start += width) {
    const weight = weights[line] as number;
    if (weight === 0) continue;
    for (let i = 0; i < width; i++) sums[i] = (sums[i] as number) + weight * (values[start + i] as number);
  }
  return sums;
}

export function sumLines(statistics: LineStatistics): Float64Array {
  return weightedSums(statistics, new Uint8Array(statistics.lines).fill(1));
}

export function corpusScore(statistics: LineStatistics): number {
  return statistics.score(sumLines(statistics));
}

/**
 * One line a group, in the order in which groups come first. Rows made from one template are not independent: where
 * several of them are tested on, the template is what is drawn again, else errors come out too small.
 */
export function groupLines<Statistics extends LineStatistics>(
  statistics: Statistics,
  groups: readonly string[],
): Statistics {
  const { width, values } = statistics;
  const order = new Map<string, number>();
  for (const group of groups) if (!order.has(group)) order.set(group, order.size);
  const sums = new Float64Array(order.size * width);
  for (const [line, group] of groups.entries()) {
    const start = (order.get(group) as number) * width;
    for (let i = 0; i < width; i++) sums[start + i]! += values[line * width + i]!;
  }
  return { ...statistics, lines: order.size, values: sums };
}

/** Statistics of a share: how many of the lines are right. */
export function accuracyStatistics(right: readonly boolean[]): LineStatistics {
  const counts = right.map((each) => [each ? 1 : 0, 1]);
  return lineStatistics(counts, 2, (sums) => (sums[1]! > 0 ? sums[0]! / sums[1]! : 0));
}
