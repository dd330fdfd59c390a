import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit, CalqueError } from '../model/model.js';
import type { SourceOrigin } from '../package/package.js';
import { writeWhole } from './output.js';
import { type Shard, shardName } from './shard.js';

/** What decides the bytes of a run; shards that share a folder must agree in it. */
export interface RunKey {
  readonly seed: number;
  /** The generator's version. */
  readonly generator: number;
  /** Arguments that decide bytes: not where the run lies, nor which part of it this is. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface RunFile {
  readonly language: string;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
}

export interface RunRecord extends RunKey {
  readonly command: string;
  readonly version: string;
  readonly shard: Shard | null;
  /** Digest of each language's plan. */
  readonly plans: Readonly<Record<string, string>>;
  readonly store: { readonly schema: number; readonly sha256: string };
  readonly files: readonly RunFile[];
  readonly languages: readonly object[];
  /** Sources that the store had, with their licences: rows name them. */
  readonly sources: Readonly<Record<string, string>>;
  /** Where the sources of the run's languages came from; runs of before lack it. */
  readonly origins?: Readonly<Record<string, SourceOrigin>>;
}

/** A run folder and what it says of itself. */
export interface Run {
  readonly folder: string;
  readonly records: readonly RunRecord[];
}

const RECORD = /^run(\.\d{5}-of-\d{5})?\.json$/;

/** All records of a run folder: one, or one for each shard. */
export function readRun(folder: string): RunRecord[] {
  if (!existsSync(folder)) {
    throw new CalqueError('input', 'there is no such run', {
      place: { file: folder },
      suggestions: ['calque generate --to sw makes one, and says where'],
    });
  }
  const records = readdirSync(folder)
    .filter((name) => RECORD.test(name))
    .sort()
    .map((name) => parseRecord(join(folder, name)));
  if (records.length === 0) {
    throw new CalqueError('input', 'is not the folder of a run: it has no run.json', {
      place: { file: folder },
      suggestions: ['calque generate --to sw makes one, and says where'],
    });
  }
  return records;
}

function parseRecord(file: string): RunRecord {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
    if (Array.isArray(record.files) && typeof record.seed === 'number') return record;
  } catch (cause) {
    throw new CalqueError('input', 'cannot be read as the record of a run', { place: { file }, cause });
  }
  throw new CalqueError('input', 'is not the record of a run', {
    place: { file },
    suggestions: ['a package is made of the folder that calque generate wrote'],
  });
}

/**
 * Refuses a folder that holds something else. Shards of the same run may join each other: their records are returned,
 * for comparing plans.
 */
export function prepareFolder(
  folder: string,
  key: RunKey,
  { shard, force }: { readonly shard?: Shard | undefined; readonly force: boolean },
): readonly RunRecord[] {
  if (!existsSync(folder) || force || !statSync(folder).isDirectory()) return [];
  const names = readdirSync(folder).filter((name) => !/\.tmp-\d+$/.test(name));
  if (names.length === 0) return [];
  const ending = shard && `-of-${String(shard.count).padStart(5, '0')}.`;
  const areShards = ending !== undefined && names.every((name) => name.includes(ending));
  const records = areShards
    ? names.filter((name) => RECORD.test(name)).map((name) => parseRecord(join(folder, name)))
    : [];
  if (areShards && records.every((record) => keyText(record) === keyText(key))) return records;
  throw occupied(folder, areShards ? 'holds shards of another run' : 'is there already, and not empty');
}

/** Shards of one run have one plan: a store that has changed between them would give rows twice, or not at all. */
export function requireSamePlan(folder: string, records: readonly RunRecord[], language: string, digest: string): void {
  const other = records.find(({ plans }) => plans[language] !== undefined && plans[language] !== digest);
  if (other) throw occupied(folder, `holds shards that were made of another store (the plan for ${language} differs)`);
}

function occupied(folder: string, message: string): CalqueError {
  return new CalqueError('output', message, {
    place: { file: folder },
    suggestions: ['name another folder with --output DIR', 'or overwrite it with --force'],
  });
}

/** Takes away what an overwritten run has left and the new one has not written. */
export function removeStale(folder: string, before: readonly string[], written: ReadonlySet<string>): void {
  for (const name of before) if (!written.has(name)) rmSync(join(folder, name), { force: true });
}

/** Files of the run that lies in a folder, as its records list them. */
export function filesOfRun(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const records = readdirSync(folder).filter((name) => RECORD.test(name));
  return records.flatMap((name) => [name, ...parseRecord(join(folder, name)).files.map(({ file }) => file)]);
}

export function writeRecord(folder: string, record: RunRecord): string {
  const name = shardName('run', 'json', record.shard ?? undefined);
  writeWhole(join(folder, name), `${JSON.stringify(record, null, 2)}\n`);
  return name;
}

function keyText({ seed, generator, arguments: said }: RunKey): string {
  return JSON.stringify([seed, generator, Object.entries(said).sort(([a], [b]) => byCodeUnit(a, b))]);
}

/** A name that says what the run is, made of its arguments alone. */
export function runName(languages: readonly string[], seed: number, said: Readonly<Record<string, unknown>>): string {
  const { perTemplate, rows, ...rest } = said;
  const which = languages.length <= 6 ? languages.join('-') : `${languages.length}-languages`;
  const many = rows === undefined ? `${perTemplate}-per-template` : `${rows}-rows`;
  const others = Object.entries(rest).filter(([, value]) => value !== undefined && value !== false);
  const list = languages.length <= 6 ? others : [...others, ['to', languages]];
  const hash = createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 8);
  return `${which}_${many}_seed-${seed}${list.length === 0 ? '' : `_${hash}`}`;
}
