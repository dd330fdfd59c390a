import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CalqueError } from '../model/model.js';
import {
  type Balance,
  FactsCounter,
  type Fate,
  type FormatOptions,
  type FormatWriter,
  type LeakAction,
  PACKAGE_FORMATS,
  type PackageFacts,
  type PackageFormat,
  type PackageRecord,
  type Partition,
  preparedRow,
  type Split,
  Survey,
  type SurveyOptions,
  splitRows,
} from '../package/package.js';
import { requireWritable, writeWhole } from './output.js';
import { PackageFolder } from './package-folder.js';
import { leaksFound, readGuard } from './package-guard.js';
import { chooseLicence, licencesOf } from './package-licence.js';
import { type RowStreamTask, rowStream, type StreamedRow } from './package-rows.js';
import { isSplit, knownSplit, ownPartition, splitText } from './package-split.js';
import { writePapers } from './papers.js';
import type { Progress } from './progress.js';
import { type Run, readRun } from './run-folder.js';
import { count } from './text.js';

export { parseShares } from '../package/package.js';
export { commandLine } from './package-commands.js';
export { parsePapers } from './paper-options.js';

export interface PackageTask extends Omit<RowStreamTask, 'runs'>, Balance, FormatOptions {
  /** Folders of runs. */
  readonly runs: readonly string[];
  readonly formats: readonly string[];
  readonly output: string;
  /** Shares of partitions; undefined leaves rows in the partitions of their templates. */
  readonly split: readonly number[] | undefined;
  readonly shareValues: boolean;
  /** An older package whose split is kept. */
  readonly keepSplit: string | undefined;
  readonly allowSyntheticTest: boolean;
  /** Files that rows must not give away. */
  readonly guard: readonly string[];
  readonly leaks: LeakAction;
  readonly gzip: boolean;
  readonly force: boolean;
  /** Licence that the whole is to carry; undefined: whichever its sources allow. */
  readonly licences: string | undefined;
  readonly papers: PaperOptions;
  /** The command as it was typed. */
  readonly line: string;
  readonly progress: Progress;
}

/** What a user says of the data set. */
export interface PaperOptions {
  readonly title?: string | undefined;
  readonly creators: readonly string[];
  readonly url: string;
  /** `2026-01-01` */
  readonly date: string;
  readonly release?: string | undefined;
  /** An older package that this one follows. */
  readonly since?: string | undefined;
}

export interface Packaged {
  readonly output: string;
  readonly facts: PackageFacts;
  readonly record: PackageRecord;
  /** What a user should know of what was written. */
  readonly notes: readonly string[];
}

type Stream = ReturnType<typeof rowStream>;

/** Writes the rows of runs in other formats: into a temporary folder, which gets its name when all of it is there. */
export async function packageRuns(task: PackageTask): Promise<Packaged> {
  const formats = task.formats.map(formatNamed);
  if ((task.split?.length ?? 0) > 2 && !task.allowSyntheticTest) throw syntheticTest();
  requireEmpty(task);
  const runs = task.runs.map((folder): Run => ({ folder, records: readRun(folder) }));
  const licence = await chooseLicence(runs, task.licences);
  const guard = task.guard.length === 0 ? undefined : await readGuard(task.guard, task.leaks);
  const stream = rowStream({ ...task, runs });
  const folder = new PackageFolder(task.output, task);
  try {
    const survey = await surveyRows(stream, { ...task, accept: licence.accept, guard });
    const report = guard?.report();
    if (report?.action === 'refuse' && report.leaks > 0) throw leaksFound(report);
    const known = olderSplit(task);
    const split =
      task.split && survey && splitRows(survey, { shares: task.split, shareValues: task.shareValues, known });
    const written = await writeRows({ runs, stream, survey, split, formats, folder, task });
    const others = new Map<string, string>();
    const write = (file: string, text: string) => void others.set(file, writeWhole(join(folder.temporary, file), text));
    if (split) write('splits.json', splitText(split));
    const facts = {
      ...written.facts,
      balance: balanceOf(survey, written.facts.rows, written.counter),
      splits: split?.report,
      guard: report,
    };
    const record = await writePapers({ facts, runs, task, licence, folder: folder.temporary, others }, write);
    folder.install();
    return { output: task.output, facts, record, notes: [...written.notes, ...unsplit(task)] };
  } finally {
    task.progress.done();
    folder.abort();
  }
}

/** A package that follows one that was split, and is not, calls its held-out rows train: seldom what is meant. */
function unsplit({ split, papers: { since } }: PackageTask): string[] {
  if (split !== undefined || since === undefined || !isSplit(since)) return [];
  return [`${since} was split, this package is not: --split keeps each template on its side`];
}

/** The split of the package that was named for it, else of the one that this one follows, if that was split. */
function olderSplit({ keepSplit, papers: { since } }: PackageTask) {
  if (keepSplit !== undefined) return knownSplit(keepSplit);
  return since !== undefined && isSplit(since) ? knownSplit(since) : undefined;
}

function formatNamed(id: string): PackageFormat {
  const format = PACKAGE_FORMATS.find((each) => each.id === id);
  if (format) return format;
  throw new CalqueError('usage', `unknown format ${JSON.stringify(id)}`, {
    suggestions: [`known: ${PACKAGE_FORMATS.map((each) => each.id).join(', ')}`],
  });
}

function syntheticTest(): CalqueError {
  return new CalqueError('usage', 'three shares make a test partition, of rows that nobody wrote or checked', {
    suggestions: ['give two shares: --split 90/10', 'or insist with --allow-synthetic-test'],
  });
}

function requireEmpty({ output, force }: PackageTask): void {
  requireWritable(output);
  if (!existsSync(output) || force || readdirSync(output).length === 0) return;
  throw new CalqueError('output', 'is there already, and not empty', {
    place: { file: output },
    suggestions: ['name another folder with --output DIR', 'or overwrite it with --force'],
  });
}

/** Looks at all rows before the first is written, where that decides which are written. */
async function surveyRows(
  stream: Stream,
  options: SurveyOptions & Omit<PackageTask, 'guard'>,
): Promise<Survey | undefined> {
  const { accept, guard, dedupe, dedupeNear, maxPerTemplate, perIntent, split } = options;
  const limits = [accept, guard, maxPerTemplate, perIntent, split];
  if (!dedupe && !dedupeNear && limits.every((limit) => limit === undefined)) return undefined;
  const survey = new Survey({ ...options, forSplit: split !== undefined });
  for await (const batch of stream.batches()) {
    for (const streamed of batch) survey.add(rowOf(streamed, options));
    options.progress.update(() => `${count(survey.length)} of ${count(stream.rows)} rows looked at`);
  }
  survey.limitIntents();
  return survey;
}

function rowOf(
  { row, origin }: StreamedRow,
  task: Pick<PackageTask, 'split' | 'allowSyntheticTest'>,
  partition?: Partition,
) {
  const own = partition ?? (task.split === undefined ? ownPartition(row, task.allowSyntheticTest) : 'train');
  return preparedRow(row, own, origin);
}

interface Writing {
  readonly runs: readonly Run[];
  readonly stream: Stream;
  readonly survey: Survey | undefined;
  readonly split: Split | undefined;
  readonly formats: readonly PackageFormat[];
  readonly folder: PackageFolder;
  readonly task: PackageTask;
}

async function writeRows({ runs, stream, survey, split, formats, folder, task }: Writing) {
  const writers: FormatWriter[] = formats.map((format) => format.open(folder, task));
  const counter = new FactsCounter();
  let index = 0;
  let rows = 0;
  for await (const batch of stream.batches()) {
    for (const streamed of batch) {
      const at = index++;
      if (survey?.isKept(at) === false) continue;
      const row = rowOf(streamed, task, split?.partitionOf(at));
      for (const writer of writers) writer.write(row);
      counter.add(row);
      rows++;
    }
    task.progress.update(() => `${count(rows)} of at most ${count(stream.rows)} rows written`);
  }
  const notes = writers.flatMap((writer) => writer.finish());
  const files = folder.finishFiles();
  const licences = licencesOf(runs.flatMap(({ records }) => records));
  return { facts: { rows, files, languages: counter.languages(), sources: counter.sources(licences) }, counter, notes };
}

function balanceOf(survey: Survey | undefined, rows: number, counter: FactsCounter): PackageFacts['balance'] {
  const lost = (fate: Fate) => survey?.count(fate) ?? 0;
  return {
    read: survey?.length ?? rows,
    repeated: lost('repeated'),
    nearlyRepeated: lost('nearlyRepeated'),
    overPerTemplate: lost('overPerTemplate'),
    overPerIntent: lost('overPerIntent'),
    refusedLicence: lost('licence'),
    mixedIn: counter.rowsOf('source'),
    codeSwitched: counter.rowsOf('code-switched'),
  };
}
