import type { Rejection } from '../model/model.js';
import { checkDirection, detect, type Input } from '../read/read.js';
import type { Store } from '../store/store.js';
import {
  describe,
  type ImportOptions,
  type ImportTask,
  nothingToImport,
  type PassedOver,
  passedOver,
} from './import.js';
import type { OpeningReader } from './import-kinds.js';

const SHOWN = 10;

/** A file as it would be understood. */
export interface PreviewedFile {
  readonly file: string;
  readonly format: string;
  readonly from: string;
  readonly to: string;
  readonly licence: string;
  readonly title: string;
  readonly entries: readonly object[];
  /** The entries for people. */
  readonly shown: readonly string[];
  readonly rejections: readonly Rejection[];
}

export interface Previewed {
  readonly previews: readonly PreviewedFile[];
  readonly skipped: readonly PassedOver[];
}

/** Reads the begin of each file and stores nothing. */
export async function previewFiles<Item extends { readonly line: number }>(
  store: Store | undefined,
  task: ImportTask<Item>,
): Promise<Previewed> {
  const previews: PreviewedFile[] = [];
  const skipped: PassedOver[] = [...task.walk.skipped];
  for (const file of task.walk.files) {
    const { input, options } = await describe(file, task);
    const other = passedOver(input, task, options.format);
    if (other) skipped.push(other);
    else previews.push(await preview({ input, options }, store, task));
  }
  if (previews.length === 0) throw nothingToImport(task.walk, skipped);
  return { previews, skipped };
}

async function preview<Item extends { readonly line: number }>(
  { input, options }: { readonly input: Input; readonly options: ImportOptions },
  store: Store | undefined,
  task: ImportTask<Item>,
): Promise<PreviewedFile> {
  const { file } = input;
  const reader: OpeningReader<Item> = detect(task.kind.readers, input, options.format);
  const opened = await reader.openParts(input, options);
  const records: Exclude<Item, Rejection>[] = [];
  const rejections: Rejection[] = [];
  let pair = { from: '', to: '' };
  for await (const part of opened.parts) {
    if (records.length === 0) pair = { from: part.from, to: part.to };
    if (store && opened.direction === 'guessed' && records.length === 0) {
      const known = store.languages().reduce((most, { entries }) => Math.max(most, entries), 0);
      checkDirection({ file, items: part.items as never, isEnglish: store.languageWords('en'), known });
    }
    for (const item of part.items) {
      if ('reason' in item) rejections.push(item as unknown as Rejection);
      else if (records.length < SHOWN) records.push(item as Exclude<Item, Rejection>);
    }
    if (records.length >= SHOWN) break;
  }
  return {
    ...{ file, format: reader.id, ...pair, licence: options.licence ?? opened.licence },
    title: options.title ?? opened.title,
    entries: records,
    shown: records.map((record) => task.kind.show(record)),
    rejections: rejections.slice(0, SHOWN),
  };
}
