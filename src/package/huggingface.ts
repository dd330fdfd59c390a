import type { FormatWriter, PackageFiles, PackageFormat, PackageRow, Partition } from './format.js';
import { configOf } from './format.js';
import { type Column, ParquetFile } from './parquet.js';
import { bioTag, wordsOf } from './words.js';

/** Columns of the Parquet files, in order; the card's `features` say the same. */
export const HUGGING_FACE_COLUMNS: readonly Column[] = [
  { name: 'id', dtype: 'string', unlike: true },
  { name: 'locale', dtype: 'string' },
  { name: 'scenario', dtype: 'string' },
  { name: 'intent', dtype: 'string' },
  { name: 'utt', dtype: 'string', unlike: true },
  { name: 'annot_utt', dtype: 'string', unlike: true },
  { name: 'tokens', dtype: 'string', list: true },
  { name: 'ner_tags', dtype: 'string', list: true },
  {
    name: 'slots',
    dtype: 'string',
    list: true,
    fields: [
      { name: 'label', dtype: 'string' },
      { name: 'start', dtype: 'int32' },
      { name: 'end', dtype: 'int32' },
      { name: 'text', dtype: 'string' },
    ],
  },
  {
    name: 'slot_method',
    dtype: 'string',
    list: true,
    fields: [
      { name: 'slot', dtype: 'string' },
      { name: 'method', dtype: 'string' },
    ],
  },
  { name: 'score', dtype: 'float64' },
  { name: 'tier', dtype: 'string' },
  { name: 'template', dtype: 'string' },
  { name: 'sources', dtype: 'string', list: true },
  { name: 'origin', dtype: 'string' },
];

/** Names of partitions that the Hub's tools look for. */
export const HUGGING_FACE_SPLITS: Readonly<Record<Partition, string>> = {
  train: 'train',
  dev: 'validation',
  test: 'test',
};

const ROWS_IN_GROUP = 10_000;
/** Rows of all files together that may wait: what memory is for. */
const MOST_WAITING = 20_000;

/** A folder for `load_dataset`: Parquet, a configuration for each language and tier. */
export const huggingface: PackageFormat = {
  id: 'huggingface',
  title: 'folder for Hugging Face datasets: Parquet, a configuration for each language and tier',
  loses: '',
  reader: 'parquet',
  open: (files) => new HuggingFaceWriter(files),
};

class HuggingFaceWriter implements FormatWriter {
  readonly #files: PackageFiles;
  readonly #open = new Map<string, ParquetFile>();
  #waiting = 0;

  constructor(files: PackageFiles) {
    this.#files = files;
  }

  write(row: PackageRow): void {
    const file = this.#fileOf(row);
    file.add(valuesOf(row));
    this.#waiting++;
    if (file.waiting >= ROWS_IN_GROUP) this.#writeGroup(file);
    else if (this.#waiting >= MOST_WAITING) this.#writeGroup(this.#fullest());
  }

  finish(): string[] {
    for (const file of this.#open.values()) file.finish();
    return [];
  }

  #fileOf(row: PackageRow): ParquetFile {
    const config = configOf(row);
    const name = `huggingface/${config}/${HUGGING_FACE_SPLITS[row.partition]}.parquet`;
    let file = this.#open.get(name);
    if (file === undefined) {
      const { locale, partition } = row;
      const mediaType = 'application/x-parquet';
      const output = this.#files.open(name, {
        format: 'huggingface',
        mediaType,
        locale,
        partition,
        config,
        plain: true,
      });
      file = new ParquetFile(HUGGING_FACE_COLUMNS, (piece, rows) => output.write(piece, rows));
      this.#open.set(name, file);
    }
    return file;
  }

  #writeGroup(file: ParquetFile): void {
    this.#waiting -= file.waiting;
    file.writeGroup();
  }

  #fullest(): ParquetFile {
    return [...this.#open.values()].reduce((most, file) => (file.waiting > most.waiting ? file : most));
  }
}

/** In the order of the columns. */
function valuesOf(row: PackageRow): unknown[] {
  const words = wordsOf(row.utt, row.spans);
  return [
    row.id,
    row.locale,
    row.scenario,
    row.intent,
    row.utt,
    row.annot_utt,
    words.map(({ text }) => text),
    words.map(bioTag),
    slotsOf(row),
    row.slot_method,
    row.score,
    row.tier,
    row.template,
    row.sources,
    row.origin,
  ];
}

/** Offsets in code points, as Python counts. */
function slotsOf({ utt, spans }: PackageRow) {
  return spans.map(({ slot, start, end }) => ({
    label: slot,
    start: codePoints(utt, start),
    end: codePoints(utt, end),
    text: utt.slice(start, end),
  }));
}

function codePoints(text: string, end: number): number {
  let count = 0;
  for (let i = 0; i < end; count++) i += text.codePointAt(i)! > 0xffff ? 2 : 1;
  return count;
}
