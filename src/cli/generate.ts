import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { languageName } from '../languages/languages.js';
import { CalqueError, GENERATOR_VERSION, type Tier } from '../model/model.js';
import type { SourceOrigin } from '../package/package.js';
import { DEFAULT_PER_TEMPLATE, type Realised, realiseInSteps, rowCounts, shardRange, sum } from '../realise/realise.js';
import { openStore, SCHEMA_VERSION, type Store } from '../store/store.js';
import { type CompiledLanguage, compileLanguage, type PlanOptions, requireMaterial } from './compile-language.js';
import { hashOfFile } from './file-hash.js';
import { onInterrupt } from './interrupt.js';
import { type LicenceCost, licenceCost } from './licence-cost.js';
import { OutputFile, requireWritable } from './output.js';
import { programVersion } from './program.js';
import type { Progress } from './progress.js';
import {
  filesOfRun,
  prepareFolder,
  type RunFile,
  type RunKey,
  type RunRecord,
  removeStale,
  requireSamePlan,
  runName,
  writeRecord,
} from './run-folder.js';
import { type Shard, shardName } from './shard.js';
import { count, plural } from './text.js';

export { costText } from './licence-cost.js';

/** Between two looks for an interrupt: a tenth of a second. */
const ROWS_BETWEEN = 50_000;

export interface GenerateTask extends PlanOptions {
  readonly store: string;
  readonly languages: readonly string[];
  readonly perTemplate?: number | undefined;
  readonly rows?: number | undefined;
  readonly seed: number;
  readonly shard?: Shard | undefined;
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly progress: Progress;
}

/** What was made for one language. */
export interface GeneratedLanguage {
  readonly language: string;
  readonly name: string;
  readonly rows: number;
  readonly distinct: number | null;
  readonly templates: number;
  readonly coverage: number;
  readonly forms: CompiledLanguage['report']['forms'];
  readonly tiers: Readonly<Record<Tier, number>>;
  /** Only where `--licences` left something out. */
  readonly licences?: LicenceCost;
  readonly merged: CompiledLanguage['report']['merged'];
  readonly conflicts: CompiledLanguage['report']['conflicts'];
  readonly unusable: readonly string[];
  readonly profile: CompiledLanguage['profile']['origin'];
}

export interface Generated {
  readonly run: string;
  readonly seed: number;
  readonly languages: readonly GeneratedLanguage[];
}

/** A language when its file is whole. */
interface Made {
  readonly result: GeneratedLanguage;
  readonly file: RunFile;
  readonly digest: string;
}

/** Compiles each language and writes its rows: one after another, so that memory holds one plan at a time. */
export async function generate(task: GenerateTask): Promise<Generated> {
  const store = openStore(task.store, { mode: 'read' });
  // What is to be undone is registered by the files; this one makes an interrupt end with its exit code at any time.
  const forget = onInterrupt(() => store.close());
  try {
    for (const language of task.languages) requireMaterial(store, language, task.licences);
    const key = keyOf(task);
    const folder = task.output ?? join('output', runName(task.languages, task.seed, key.arguments));
    const others = prepareFolder(folder, key, task);
    requireWritable(folder);
    const before = task.force ? filesOfRun(folder) : [];
    const made: Made[] = [];
    for (const language of task.languages) {
      const left = await licenceCost(store, language, task);
      const compiled = await compileLanguage(store, language, {
        ...task,
        learning: task.progress,
        progress: compiling(task, language),
      });
      requireSamePlan(folder, others, language, compiled.report.digest);
      made.push(await writeLanguage(compiled, folder, { ...task, left }));
    }
    if (made.every(({ result }) => result.rows === 0)) throw nothingLeft(folder, made, task);
    const record = writeRecord(folder, await recordOf(store, { key, task, made }));
    removeStale(folder, before, new Set([record, ...made.map(({ file }) => file.file)]));
    return { run: folder, seed: task.seed, languages: made.map(({ result }) => result) };
  } finally {
    task.progress.done();
    forget();
    store.close();
  }
}

function keyOf(task: GenerateTask): RunKey {
  const { seed, rows, tiers, minScore, licences, allRegisters, profile } = task;
  const perTemplate = task.perTemplate ?? (rows === undefined ? DEFAULT_PER_TEMPLATE : undefined);
  const said = { perTemplate, rows, tiers, minScore, licences, allRegisters: allRegisters || undefined, profile };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { seed, generator: GENERATOR_VERSION, arguments: Object.fromEntries(given) };
}

function compiling({ progress }: GenerateTask, language: string) {
  return async (done: number, of: number) => {
    progress.update(() => `${language}: ${count(done)} of ${plural(of, 'template')} compiled`);
    await setImmediate();
  };
}

async function writeLanguage(
  compiled: CompiledLanguage,
  folder: string,
  task: GenerateTask & { readonly left: LicenceCost | undefined },
): Promise<Made> {
  const { language, plan, report, profile } = compiled;
  const { seed, shard } = task;
  const counts = rowCounts(plan, { perTemplate: task.perTemplate, rows: task.rows });
  const total = sum(counts);
  const range = shard ? shardRange(total, shard.index, shard.count) : { from: 0, to: total };
  const name = shardName(language, 'jsonl', shard);
  const output = new OutputFile(join(folder, name));
  try {
    let bytes = 0;
    const write = (buffer: Uint8Array, length: number) => {
      output.write(buffer.subarray(0, length));
      bytes += length;
      task.progress.update(() => `${language}: ${count(Math.round(bytes / 1e6))} MB written`);
    };
    const { rows, templates, distinct, tiers } = await listening(
      realiseInSteps(plan, { seed, counts, ...range, write }),
    );
    const file = { language, file: name, rows, sha256: output.finish() };
    const { coverage, forms, merged, conflicts, unusable, digest } = report;
    const rounded = Math.round(coverage * 1000) / 1000;
    const said = { language, name: languageName(language), rows, distinct, templates, coverage: rounded, forms, tiers };
    const licences = task.left && { licences: task.left };
    return { result: { ...said, ...licences, merged, conflicts, unusable, profile: profile.origin }, file, digest };
  } catch (error) {
    output.abort();
    throw error;
  }
}

/** Runs to the end, stopping now and then so that an interrupt is heard, the last time before the file has its name. */
async function listening(steps: ReturnType<typeof realiseInSteps>): Promise<Realised> {
  let heard = 0;
  for (;;) {
    const step = steps.next();
    if (step.done || step.value - heard >= ROWS_BETWEEN) await setImmediate();
    if (step.done) return step.value;
    if (step.value - heard >= ROWS_BETWEEN) heard = step.value;
  }
}

async function recordOf(
  store: Store,
  { key, task, made }: { readonly key: RunKey; readonly task: GenerateTask; readonly made: readonly Made[] },
): Promise<RunRecord> {
  return {
    command: 'generate',
    version: programVersion(),
    ...key,
    shard: task.shard ?? null,
    plans: Object.fromEntries(made.map(({ result, digest }) => [result.language, digest])),
    store: { schema: SCHEMA_VERSION, sha256: (await hashOfFile(task.store)).sha256 },
    files: made.map(({ file }) => file),
    languages: made.map(({ result }) => result),
    sources: Object.fromEntries(store.sources().map(({ name, licence }) => [name, licence])),
    origins: originsOf(store, task.languages),
  };
}

/** What is known of the sources that rows of these languages can name. */
function originsOf(store: Store, languages: readonly string[]): Record<string, SourceOrigin> {
  const near = store.sources().filter(({ kind, to }) => kind === 'template' || languages.includes(to));
  const origins = near.map(({ name, kind, format, file, sha256, title, citation }): [string, SourceOrigin] => {
    return [name, { kind, format, file: basename(file), sha256, title, citation }];
  });
  return Object.fromEntries(origins);
}

/** Filters have left nothing, or a part is smaller than a row. */
function nothingLeft(folder: string, made: readonly Made[], task: GenerateTask): CalqueError {
  for (const { file } of made) rmSync(join(folder, file.file), { force: true });
  const filtered = task.tiers !== undefined || task.minScore !== undefined;
  return new CalqueError('nothingToGenerate', 'no template gives a row', {
    suggestions: filtered
      ? ['ask for less with --tier A,B,C or --min-score 0']
      : [
          `see what is missing: calque language show ${task.languages[0]}`,
          'see which templates there are: calque template list',
        ],
  });
}
