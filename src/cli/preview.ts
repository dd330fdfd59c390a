import { escapeCell, type Rejection } from '../model/model.js';
import { checkDirection, detect, type Input } from '../read/read.js';
import type { Store } from '../store/store.js';
import {
  describe,
  type ImportOptions,
  type ImportTask,
  knownWords,
  nothingToImport,
  type PassedOver,
  passedOver,
} from './import.js';
import type { OpenedFile, OpeningReader, Part } from './import-kinds.js';
import { OutputFile } from './output.js';
import { count } from './text.js';

const SHOWN = 10;

/** What a file holds of one pair of languages. */
export interface PreviewedPair {
  readonly from: string;
  readonly to: string;
  read: number;
  rejected: number;
}

/** A file as it would be understood. */
export interface PreviewedFile {
  readonly file: string;
  readonly format: string;
  readonly from: string;
  readonly to: string;
  readonly licence: string;
  readonly title: string;
  readonly encoding: string;
  readonly doubt: string;
  /** Which of its fields are taken for what. */
  readonly understood: readonly string[];
  readonly pairs: readonly PreviewedPair[];
  /** Rejected rows by reason, most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly entries: readonly object[];
  /** The entries for people. */
  readonly shown: readonly string[];
  readonly rejections: readonly Rejection[];
}

export interface Previewed {
  readonly previews: readonly PreviewedFile[];
  readonly skipped: readonly PassedOver[];
}

/** Reads each file to its end and stores nothing. */
export async function previewFiles<Item extends { readonly line: number }>(
  store: Store | undefined,
  task: ImportTask<Item>,
): Promise<Previewed> {
  const previews: PreviewedFile[] = [];
  const skipped: PassedOver[] = [...task.walk.skipped];
  const rejects = task.rejects === undefined ? undefined : new OutputFile(task.rejects);
  try {
    rejects?.write('file\tline\treason\ttext\n');
    for (const file of task.walk.files) {
      const { input, options } = await describe(file, task, store);
      const other = passedOver(input, task, options.format);
      if (other) skipped.push(other);
      else previews.push(await new Preview(input, options, rejects).read(store, task));
    }
    rejects?.finish();
  } catch (error) {
    rejects?.abort();
    throw error;
  } finally {
    task.progress.done();
  }
  if (previews.length === 0) throw nothingToImport(task.walk, skipped);
  return { previews, skipped };
}

/** What one file shows, while it is read. */
class Preview {
  readonly #records: object[] = [];
  readonly #rejections: Rejection[] = [];
  readonly #pairs = new Map<string, PreviewedPair>();
  readonly #reasons = new Map<string, number>();
  #read = 0;

  constructor(
    readonly input: Input,
    readonly options: ImportOptions,
    readonly rejects: OutputFile | undefined,
  ) {}

  async read<Item extends { readonly line: number }>(
    store: Store | undefined,
    { kind, progress }: ImportTask<Item>,
  ): Promise<PreviewedFile> {
    const { input, options } = this;
    const reader: OpeningReader<Item> = detect(kind.readers, input, options.format);
    const opened = await reader.openParts(input, options);
    for await (const part of opened.parts) {
      if (this.#read === 0) this.#check(store, opened, part);
      this.#take(part);
      progress.update(() => `${input.file}: ${count(this.#read)} rows read`);
    }
    const shown = this.#records.map((record) => kind.show(record as Exclude<Item, Rejection>));
    return this.#result(reader.id, opened, shown);
  }

  #check<Item>(store: Store | undefined, { direction }: OpenedFile<Item>, { items }: Part<Item>): void {
    if (direction !== 'guessed') return;
    const isEnglish = store?.languageWords('en') ?? (() => false);
    const known = store === undefined ? 0 : knownWords(store);
    checkDirection({ file: this.input.file, items: items as never, isEnglish, known });
  }

  #take<Item extends { readonly line: number }>({ from, to, items }: Part<Item>): void {
    const key = `${from}\t${to}`;
    const pair = this.#pairs.get(key) ?? { from, to, read: 0, rejected: 0 };
    this.#pairs.set(key, pair);
    pair.read += items.length;
    this.#read += items.length;
    for (const item of items) {
      if (!('reason' in item)) {
        if (this.#records.length < SHOWN) this.#records.push(item);
        continue;
      }
      const rejection = item as unknown as Rejection;
      const { line, reason, text } = rejection;
      pair.rejected++;
      this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
      if (this.#rejections.length < SHOWN) this.#rejections.push(rejection);
      this.rejects?.write(`${escapeCell(this.input.file)}\t${line}\t${escapeCell(reason)}\t${escapeCell(text)}\n`);
    }
  }

  #result<Item>(format: string, opened: OpenedFile<Item>, shown: readonly string[]): PreviewedFile {
    const { input, options } = this;
    const pairs = [...this.#pairs.values()];
    const { from = '', to = '' } = pairs[0] ?? {};
    const reasons = [...this.#reasons].map(([reason, many]) => ({ reason, count: many }));
    return {
      ...{ file: input.file, format, from, to, licence: options.licence ?? opened.licence },
      title: options.title ?? opened.title,
      encoding: opened.encoding ?? input.encoding.name,
      doubt: opened.encoding === undefined ? input.encoding.doubt : '',
      understood: opened.understood ?? [],
      pairs,
      reasons: reasons.sort((a, b) => b.count - a.count),
      entries: this.#records,
      shown,
      rejections: this.#rejections,
    };
  }
}
