import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CalqueError, type Row } from '../model/model.js';
import { PACKAGE_FORMATS, type PackageFormat } from '../package/package.js';
import { onInterrupt } from './interrupt.js';
import { OutputFile, requireWritable, writeWhole } from './output.js';
import type { Progress } from './progress.js';
import { readRun } from './run-folder.js';
import { count } from './text.js';

export interface PackageTask {
  readonly runs: readonly string[];
  readonly formats: readonly string[];
  readonly output: string;
  readonly dedupe: boolean;
  readonly force: boolean;
  readonly progress: Progress;
}

export interface Packaged {
  readonly output: string;
  readonly rows: number;
  /** Rows left out because an earlier one of the language says the same. */
  readonly repeated: number;
  readonly files: readonly { readonly file: string; readonly rows: number; readonly sha256: string }[];
}

interface OpenFile {
  readonly output: OutputFile;
  rows: number;
}

/** Writes the rows of runs in other formats: into a temporary folder, which gets its name when all of it is there. */
export async function packageRuns(task: PackageTask): Promise<Packaged> {
  const formats = task.formats.map(formatNamed);
  const { output } = task;
  requireWritable(output);
  if (existsSync(output) && !task.force && readdirSync(output).length > 0) {
    throw new CalqueError('output', 'is there already, and not empty', {
      place: { file: output },
      suggestions: ['name another folder with --output DIR', 'or overwrite it with --force'],
    });
  }
  const sources = sourcesOf(task.runs);
  const temporary = `${output}.tmp-${process.pid}`;
  const cleanup = () => rmSync(temporary, { recursive: true, force: true });
  const forget = onInterrupt(cleanup);
  try {
    const written = await writeAll(task, formats, temporary);
    writeWhole(join(temporary, 'sources.json'), `${JSON.stringify(Object.fromEntries(sources), null, 2)}\n`);
    install(temporary, output);
    return { output, ...written };
  } finally {
    task.progress.done();
    cleanup();
    forget();
  }
}

function formatNamed(id: string): PackageFormat {
  const format = PACKAGE_FORMATS.find((each) => each.id === id);
  if (format) return format;
  throw new CalqueError('usage', `unknown format ${JSON.stringify(id)}`, {
    suggestions: [`known: ${PACKAGE_FORMATS.map((each) => each.id).join(', ')}`],
  });
}

async function writeAll(task: PackageTask, formats: readonly PackageFormat[], folder: string) {
  const files = new Map<string, OpenFile>();
  const seen = new Set<string>();
  let rows = 0;
  let repeated = 0;
  try {
    for await (const row of rowsOf(task.runs)) {
      const key = `${row.locale}\t${row.utt}`;
      if (task.dedupe && seen.has(key)) {
        repeated++;
        continue;
      }
      if (task.dedupe) seen.add(key);
      for (const format of formats) writeRow(files, format, folder, row);
      rows++;
      task.progress.update(() => `${count(rows)} rows written`);
    }
    const list = [...files].map(([file, { output, rows }]) => ({ file, rows, sha256: output.finish() }));
    return { rows, repeated, files: list };
  } catch (error) {
    for (const { output } of files.values()) output.abort();
    throw error;
  }
}

function writeRow(files: Map<string, OpenFile>, format: PackageFormat, folder: string, row: Row): void {
  const name = format.file(row);
  let file = files.get(name);
  if (!file) {
    file = { output: new OutputFile(join(folder, name)), rows: 0 };
    files.set(name, file);
  }
  file.output.write(format.write(row));
  file.rows++;
}

/** Rows of all runs; shards in their order. */
async function* rowsOf(runs: readonly string[]): AsyncGenerator<Row> {
  for (const run of runs) {
    for (const { files } of readRun(run)) {
      for (const { file } of files) yield* rowsIn(join(run, file));
    }
  }
}

/** The rows of one file. */
export async function* rowsIn(file: string): AsyncGenerator<Row> {
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      if (text !== '') yield JSON.parse(text) as Row;
    }
  } catch (cause) {
    throw new CalqueError('input', 'is not what the run wrote', { place: { file, line }, cause });
  }
}

function sourcesOf(runs: readonly string[]): Map<string, string> {
  const records = runs.flatMap((run) => readRun(run));
  return new Map(records.flatMap(({ sources }) => Object.entries(sources)));
}

function install(temporary: string, output: string): void {
  try {
    mkdirSync(join(output, '..'), { recursive: true });
    rmSync(output, { recursive: true, force: true });
    renameSync(temporary, output);
  } catch (cause) {
    throw new CalqueError('output', 'cannot be written', { place: { file: output }, cause });
  }
}
