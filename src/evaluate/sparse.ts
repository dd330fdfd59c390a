import { KeyTable } from './key-table.js';

/** Rows of a sparse matrix: row i has columns and values [starts[i], starts[i + 1]). */
export interface SparseMatrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly width: number;
}

/** Makes feature counts of one family (words, letters) into weights; each row has length 1, or 0 where nothing is known. */
export interface Weigher {
  readonly width: number;
  /** Appends what a text's keys weigh. */
  weigh(keys: readonly number[], into: { columns: number[]; values: number[] }): void;
}

/**
 * TF-IDF with sublinear counts: (1 + ln tf) · (1 + ln((1 + n) / (1 + df))), rows scaled to length 1; features of fewer
 * than `least` texts are left out. Columns begin at `offset`.
 */
export function learnWeights(texts: readonly (readonly number[])[], least: number, offset: number): Weigher {
  const table = new KeyTable();
  const frequency: number[] = [];
  for (const keys of texts) {
    for (const key of new Set(keys)) {
      const number = table.add(key);
      frequency[number] = (frequency[number] ?? 0) + 1;
    }
  }
  const { columns, width } = columnsByFrequency(frequency, least, offset);
  const rarity = Float64Array.from(frequency, (count) => 1 + Math.log((1 + texts.length) / (1 + count)));
  const weigh: Weigher['weigh'] = (keys, into) => {
    const numbers = known(keys, table, columns);
    const weights: number[] = [];
    let squares = 0;
    for (let i = 0; i < numbers.length; ) {
      const number = numbers[i] as number;
      let count = 0;
      while (numbers[i] === number) {
        count++;
        i++;
      }
      const weight = (1 + Math.log(count)) * (rarity[number] as number);
      squares += weight * weight;
      into.columns.push(columns[number] as number);
      weights.push(weight);
    }
    const length = Math.sqrt(squares);
    for (const weight of weights) into.values.push(weight / length);
  };
  return { width, weigh };
}

/** Frequent features come first, and so lie side by side in the weights: training then seldom leaves the cache. */
function columnsByFrequency(frequency: readonly number[], least: number, offset: number) {
  const count = (number: number) => frequency[number] as number;
  const kept = [...frequency.keys()].filter((number) => count(number) >= least);
  const columns = new Int32Array(frequency.length).fill(-1);
  for (const [place, number] of kept.sort((a, b) => count(b) - count(a) || a - b).entries()) {
    columns[number] = offset + place;
  }
  return { columns, width: kept.length };
}

function known(keys: readonly number[], table: KeyTable, columns: Int32Array): Int32Array {
  const numbers = new Int32Array(keys.length);
  let size = 0;
  for (const key of keys) {
    const number = table.find(key);
    if (number >= 0 && (columns[number] as number) >= 0) numbers[size++] = number;
  }
  return numbers.subarray(0, size).sort();
}

export function sparseMatrix(rows: readonly { columns: number[]; values: number[] }[], width: number): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) starts[i + 1] = (starts[i] as number) + row.columns.length;
  const size = starts[rows.length] as number;
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  for (const [i, row] of rows.entries()) {
    columns.set(row.columns, starts[i]);
    values.set(row.values, starts[i]);
  }
  return { starts, columns, values, width };
}
