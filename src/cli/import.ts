import { dirname } from 'node:path';
import { CalqueError, type Source } from '../model/model.js';
import { type Input, openInput, otherKind, type Walk, walkInputs } from '../read/read.js';
import type { Store } from '../store/store.js';
import type { ImportedSource } from './import-file.js';
import { importFile } from './import-file.js';
import type { ImportKind } from './import-kinds.js';
import { onInterrupt } from './interrupt.js';
import type { Progress } from './progress.js';
import { gatherRejects } from './rejects.js';
import { readSaid } from './said.js';
import type { FileOptions, SourceRules } from './sources-file.js';
import { count } from './text.js';

/** Everything that a user can say of an import. */
export interface ImportOptions extends FileOptions {
  readonly slot?: string;
  readonly countries?: readonly string[];
  readonly partition?: string;
  readonly language?: string;
}

export interface ImportTask<Item extends { readonly line: number }> {
  readonly kind: ImportKind<Item>;
  /** What `filesOf` found. */
  readonly walk: Walk;
  /** Paths that the user named: such a file is what it is said to be, or an error. */
  readonly named: ReadonlySet<string>;
  readonly options: ImportOptions;
  readonly rules?: SourceRules | undefined;
  readonly replace?: string | undefined;
  readonly strict: boolean;
  /** Where all rows of the command that were not taken in are written. */
  readonly rejects?: string | undefined;
  readonly progress: Progress;
}

export interface FailedFile {
  readonly file: string;
  readonly message: string;
}

export interface ImportResult {
  readonly sources: readonly ImportedSource[];
  /** Files that could not be read as what they were said to be; what others held is in the store. */
  readonly failed: readonly FailedFile[];
  readonly skipped: readonly PassedOver[];
}

/** A file of a folder that was not read. */
export interface PassedOver {
  readonly file: string;
  readonly reason: string;
  /** The command that takes it; undefined where it holds no data. */
  readonly command?: string;
}

/** The files that a command names, those of its folders among them, and those that were passed over. */
export async function filesOf({
  paths,
  rules,
  replace,
}: Pick<ImportTask<never>, 'rules' | 'replace'> & { readonly paths: readonly string[] }): Promise<Walk> {
  const walk = await walkInputs(paths.length === 0 && rules ? [rules.folder] : paths);
  // Without paths, a file of sources imports what it names and nothing else.
  const files = paths.length === 0 && rules ? walk.files.filter((file) => rules.of(file)) : walk.files;
  if (files.length === 0) {
    throw new CalqueError('input', 'there is nothing to import', {
      place: { file: paths[0] ?? rules?.folder ?? '.' },
      suggestions: walk.skipped.slice(0, 3).map(({ file, reason }) => `${file} was passed over: ${reason}`),
    });
  }
  if (replace !== undefined && files.length > 1) {
    throw new CalqueError('usage', `--replace takes one file, and ${files.length} are named`);
  }
  return { ...walk, files };
}

/** Imports files one after another, each in a transaction of its own. */
export async function importFiles<Item extends { readonly line: number }>(
  store: Store,
  task: ImportTask<Item>,
): Promise<ImportResult> {
  const { files } = task.walk;
  const skipped: PassedOver[] = [...task.walk.skipped];
  const sources: ImportedSource[] = [];
  const failed: FailedFile[] = [];
  const forget = onInterrupt(() => store.close());
  let known = knownWords(store);
  let rows = 0;
  try {
    for (const file of files) {
      const onRows = (more: number) => {
        rows += more;
        task.progress.update(() => `${file}: ${count(rows)} rows read`);
      };
      try {
        const described = await describe(file, task, store);
        const other = passedOver(described.input, task, described.options.format);
        if (other) {
          skipped.push(other);
          continue;
        }
        const results = await importFile({ ...described, store, known, onRows });
        sources.push(...results);
        known += results.reduce((sum, { kept }) => sum + kept, 0);
      } catch (error) {
        // One wrong file in a folder does not keep the others out; it is told, and the command fails.
        if (files.length === 1 || !(error instanceof CalqueError) || error.reason !== 'input') throw error;
        failed.push({ file, message: error.message });
      }
    }
  } finally {
    forget();
    task.progress.done();
  }
  if (sources.length === 0 && failed.length === 0) throw nothingToImport(task.walk, skipped);
  if (task.rejects !== undefined) await gatherRejects(task.rejects, sources);
  return { sources, failed, skipped };
}

/** A folder may hold data of several kinds: a file that is surely of another one waits for its own command. */
export function passedOver<Item extends { readonly line: number }>(
  input: Input,
  { kind, named }: Pick<ImportTask<Item>, 'kind' | 'named'>,
  format: string | undefined,
): PassedOver | undefined {
  if (named.has(input.file) || format !== undefined || input.head.trim() === '') return undefined;
  const other = otherKind(kind.readers, input);
  return other && { file: input.file, reason: other.title, command: `${other.command} ${input.file}` };
}

export function nothingToImport({ files }: Walk, skipped: readonly PassedOver[]): CalqueError {
  const others = skipped.filter(({ command }) => command !== undefined);
  return new CalqueError('input', 'there is nothing of this kind to import', {
    place: { file: dirname(files[0] ?? '.') },
    suggestions: others.slice(0, 3).map(({ reason, command }) => `calque ${command} (${reason})`),
  });
}

/** What is to be imported, and how: flags win over the file of sources, and that over what was said of a source before. */
export async function describe<Item extends { readonly line: number }>(
  file: string,
  { kind, options, rules, strict, replace }: Omit<ImportTask<Item>, 'walk' | 'named' | 'progress'>,
  store: Store | undefined,
) {
  const before = replace === undefined ? undefined : sourceNamed(replace, store);
  const said: ImportOptions = { ...(before && readSaid(before)), ...rules?.of(file), ...options };
  const input = await openInput(file, said.encoding);
  return { kind, input, options: said, strict, ...(replace !== undefined && { replace }) };
}

function sourceNamed(name: string, store: Store | undefined): Source {
  const sources = store?.sources() ?? [];
  const found = sources.find((source) => source.name === name);
  if (found) return found;
  throw new CalqueError('usage', `the store has no source named ${name}`, {
    suggestions: [sources.length === 0 ? 'it has none yet' : `it has: ${sources.map((each) => each.name).join(', ')}`],
  });
}

/** How many English words the store has, near enough: the entries of its best-equipped language. */
export function knownWords(store: Store): number {
  return store.languages().reduce((most, { entries }) => Math.max(most, entries), 0);
}
