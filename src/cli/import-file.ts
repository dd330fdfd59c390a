import { CalqueError, type LexiconItem, type Rejection, type Source, type SourceDescription } from '../model/model.js';
import { checkDirection, detect, type Input, type Remark } from '../read/read.js';
import type { Import, Store } from '../store/store.js';
import type { ImportOptions } from './import.js';
import type { ImportKind, OpenedFile, OpeningReader, Part } from './import-kinds.js';
import { Rejects } from './rejects.js';
import { keyOfPair, takeOut } from './replace.js';
import { readSaid, writeSaid } from './said.js';
import { freeSourceName, sourceNames } from './source-name.js';

/** What became of one pair of languages of one file. */
export interface ImportedSource {
  readonly name: string;
  readonly file: string;
  readonly kind: string;
  readonly format: string;
  readonly from: string;
  readonly to: string;
  readonly sha256: string;
  readonly licence: string;
  readonly encoding: string;
  /** What is not sure of how the text was decoded; '' where nothing is. */
  readonly doubt: string;
  readonly read: number;
  readonly kept: number;
  readonly merged: number;
  readonly rejected: number;
  /** The store had the same bytes already. */
  readonly unchanged: boolean;
  /** What was read past, and what is in doubt. */
  readonly remarks: readonly Remark[];
  readonly rejections: readonly Rejection[];
  /** Where all rejected rows are kept; '' when there are none. */
  readonly rejectsFile: string;
}

export interface FileImport<Item extends { readonly line: number }> {
  readonly kind: ImportKind<Item>;
  readonly input: Input;
  readonly options: ImportOptions;
  readonly store: Store;
  readonly strict: boolean;
  /** A source whose place the file takes, in the same transaction. */
  readonly replace?: string;
  /** English words that the store has, for telling which way round a file stands. */
  readonly known: number;
  readonly onRows: (rows: number) => void;
}

type Item = { readonly line: number };

/** A pair of languages while its rows come in. */
interface Running<Record> {
  readonly description: SourceDescription;
  /** Undefined when the store has these bytes already. */
  readonly import: Import<Record> | undefined;
  readonly rejects: Rejects;
  readonly doubt: string;
  read: number;
}

/** Imports one file in one transaction: all of it that can be understood, or nothing. */
export async function importFile<T extends Item>(task: FileImport<T>): Promise<ImportedSource[]> {
  const { kind, input, options, store } = task;
  const reader: OpeningReader<T> = detect(kind.readers, input, options.format);
  const opened = await reader.openParts(input, options);
  const running = new Map<string, Running<Exclude<T, Rejection>>>();
  store.begin();
  try {
    const replaced = task.replace === undefined ? NONE : takeOut(store, task.replace);
    let first = true;
    let direction: Remark | undefined;
    for await (const part of opened.parts) {
      if (first) direction = checkFirst(task, opened, part);
      first = first && part.items.length === 0;
      const key = `${keyOfPair(part)}\t${part.source?.name ?? ''}`;
      const run = running.get(key) ?? (await start(task, { format: reader.id, opened, part, replaced }));
      running.set(key, run);
      takeItems(task, run, part.items);
    }
    const remarks = [...(direction ? [direction] : []), ...(opened.remarks?.() ?? [])];
    const results = [...running.values()].map((run) => finish(run, remarks));
    if (results.length === 0) throw nothingIn(input);
    store.commit();
    for (const { rejects } of running.values()) rejects.finish();
    return results;
  } catch (error) {
    store.rollback();
    for (const { rejects } of running.values()) rejects.abort();
    throw error;
  }
}

/** Refuses a file that stands the wrong way round; where somebody said which way it stands, remarks on it. */
function checkFirst<T extends Item>(
  { input, store, known }: FileImport<T>,
  opened: OpenedFile<T>,
  part: Part<T>,
): Remark | undefined {
  if (opened.kind !== 'lexicon' || part.from !== 'en' || part.items.length === 0) return undefined;
  const items = part.items as unknown as readonly LexiconItem[];
  const said = opened.direction === 'said';
  try {
    checkDirection({ file: input.file, items, isEnglish: store.languageWords('en'), known, said });
    return undefined;
  } catch (error) {
    if (!said || !(error instanceof CalqueError)) throw error;
    return { text: `seems wrong all the same: ${error.message}`, line: 0, count: 1 };
  }
}

const NONE: ReadonlyMap<string, string> = new Map();

interface Begin<T> {
  readonly format: string;
  readonly opened: OpenedFile<T>;
  readonly part: Part<T>;
  readonly replaced: ReadonlyMap<string, string>;
}

async function start<T extends Item>(task: FileImport<T>, begin: Begin<T>): Promise<Running<Exclude<T, Rejection>>> {
  const { kind, input, store } = task;
  const { opened, part } = begin;
  const sources = store.sources();
  const description = await describeSource(task, begin, new Set(sources.map(({ name }) => name)));
  const names = sourceNames(input, { qualifier: task.options.partition ?? task.options.slot, to: part.to });
  const same = sources.find(
    (source) =>
      source.sha256 === description.sha256 &&
      source.kind === description.kind &&
      keyOfPair(source) === keyOfPair(part) &&
      (part.source === undefined || source.name === part.source.name) &&
      (names.qualified === '' || source.name.startsWith(names.qualified)) &&
      selectionOf(readSaid(source)) === selectionOf(task.options),
  );
  const name = same?.name ?? description.name;
  return {
    description: { ...description, name },
    import: same === undefined ? kind.start(store, description) : undefined,
    rejects: new Rejects(store.path, name, same === undefined),
    doubt: opened.encoding === undefined ? input.encoding.doubt : '',
    read: 0,
  };
}

/** The same bytes are the same source only where the same part of them is asked for. */
function selectionOf({ columns, countries }: ImportOptions): string {
  return JSON.stringify([columns ?? null, countries ?? null]);
}

/** What flags say wins over what the rows say of their source, and that over what the file says of itself. */
async function describeSource<T extends Item>(
  { input, options }: FileImport<T>,
  { format, opened, part, replaced }: Begin<T>,
  taken: ReadonlySet<string>,
): Promise<SourceDescription> {
  const stated = { ...opened, ...part.source };
  const named = replaced.get(keyOfPair(part)) ?? part.source?.name;
  const names = sourceNames(input, { qualifier: options.partition ?? options.slot, to: part.to });
  return {
    name: freeSourceName(named === undefined ? names : { plain: named, long: named }, taken),
    kind: stated.kind,
    format,
    file: input.file,
    sha256: await input.sha256(),
    licence: options.licence ?? stated.licence,
    citation: stated.citation,
    title: options.title ?? stated.title,
    from: part.from,
    to: part.to,
    encoding: opened.encoding ?? input.encoding.name,
    said: writeSaid(options),
  };
}

function takeItems<T extends Item>(
  { input, strict, onRows }: FileImport<T>,
  run: Running<Exclude<T, Rejection>>,
  items: readonly T[],
): void {
  const records: Exclude<T, Rejection>[] = [];
  for (const item of items) {
    if (!isRejection(item)) records.push(item as Exclude<T, Rejection>);
    else if (strict) throw refused(input, item);
    else run.rejects.add(item);
  }
  run.read += items.length;
  run.import?.add(records);
  onRows(items.length);
}

function isRejection(item: object): item is Rejection {
  return 'reason' in item;
}

function finish<Record>(run: Running<Record>, remarks: readonly Remark[]): ImportedSource {
  const { description, rejects, doubt, read } = run;
  const rejected = rejects.count;
  const source: Pick<Source, 'kept' | 'merged' | 'name'> = run.import?.finish({ read, rejected }) ?? {
    name: description.name,
    kept: 0,
    merged: read - rejected,
  };
  const { kind, format, file, sha256, licence, from, to, encoding = '' } = description;
  const { kept, merged, name } = source;
  return {
    ...{ name, file, kind, format, from, to, sha256, licence, encoding, doubt, read, kept, merged, rejected },
    unchanged: run.import === undefined,
    remarks,
    rejections: rejects.listed,
    rejectsFile: rejected === 0 || run.import === undefined ? '' : rejects.path,
  };
}

function refused({ file }: Input, { line, reason, text }: Rejection): CalqueError {
  return new CalqueError('rejected', `${reason}: ${text}`, {
    place: { file, line },
    suggestions: ['correct the row', 'leave --strict out: such rows are then left aside and listed'],
  });
}

function nothingIn({ file }: Input): CalqueError {
  return new CalqueError('input', 'holds nothing for the languages that were asked', {
    place: { file },
    suggestions: ['look at what is understood with --dry-run', 'check --from and --to'],
  });
}
