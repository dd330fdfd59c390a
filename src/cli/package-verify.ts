import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mixOf } from '../licence/licence.js';
import { CalqueError } from '../model/model.js';
import {
  type Fault,
  Faults,
  type KnownSplit,
  licenceFile,
  type PackageRecord,
  papersOf,
  RowCheck,
  readChecksums,
} from '../package/package.js';
import { hashOfFile } from './file-hash.js';
import { filesBelow, readPackageRecord, rowsOfFile } from './package-files.js';
import type { Progress } from './progress.js';
import { count } from './text.js';

export interface Verified {
  readonly package: string;
  readonly ok: boolean;
  readonly files: number;
  readonly rows: number;
  readonly licence: string;
  readonly found: number;
  /** Of each check in each file the first few. */
  readonly faults: readonly Fault[];
}

const SUMS = 'SHA256SUMS';

/** Checks a package from its files alone. */
export async function verifyPackage(folder: string, progress: Progress): Promise<Verified> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new CalqueError('input', 'there is no such folder', { place: { file: folder } });
  }
  if (!existsSync(join(folder, SUMS)) && !isPackage(folder)) {
    throw new CalqueError('input', 'is not a package: it has neither its sums nor its record', {
      place: { file: folder },
      suggestions: ['calque package RUN --output DIR makes one of a run'],
    });
  }
  const faults = new Faults();
  const hashes = await checkFiles(folder, faults, progress);
  const record = recordOf(folder, faults);
  if (record) {
    try {
      checkRecord(record, hashes, faults);
      checkPapers(folder, record, faults);
      checkLicence(record, faults);
      await checkRows(folder, record, { hashes, faults, progress });
    } catch (error) {
      // A record that was altered may have any shape.
      faults.add({
        check: 'record',
        file: 'run.json',
        message: `cannot be checked against: ${(error as Error).message}`,
      });
    }
  }
  progress.done();
  const ok = faults.total === 0;
  const said = { rows: record?.rows ?? 0, licence: record?.licence?.carries ?? '' };
  return { package: folder, ok, files: hashes.size, ...said, found: faults.total, faults: faults.list() };
}

type Hashes = ReadonlyMap<string, { readonly sha256: string; readonly bytes: number }>;

async function checkFiles(folder: string, faults: Faults, progress: Progress): Promise<Hashes> {
  const add = (file: string, message: string) => faults.add({ check: 'files', file, message });
  const hashes = new Map<string, { sha256: string; bytes: number }>();
  const path = join(folder, SUMS);
  const sums = existsSync(path) ? readChecksums(readFileSync(path, 'latin1')) : undefined;
  if (sums === undefined) add(SUMS, existsSync(path) ? 'is no list of sums as Calque writes it' : 'is missing');
  for (const file of filesBelow(folder)) {
    if (file === SUMS) continue;
    if (!statSync(join(folder, file), { throwIfNoEntry: false })?.isFile()) {
      add(file, 'is no file');
      continue;
    }
    progress.update(() => `${count(hashes.size)} files read`);
    const hash = await hashOfFile(join(folder, file));
    hashes.set(file, hash);
    if (sums && !sums.has(file)) add(file, `is not listed in ${SUMS}`);
    else if (sums && sums.get(file) !== hash.sha256) add(file, `is not the file that ${SUMS} lists: its hash differs`);
  }
  for (const file of sums?.keys() ?? []) if (!hashes.has(file)) add(file, 'is missing');
  return hashes;
}

function isPackage(folder: string): boolean {
  try {
    return readPackageRecord(folder) !== undefined;
  } catch {
    return false;
  }
}

function recordOf(folder: string, faults: Faults): PackageRecord | undefined {
  try {
    return readPackageRecord(folder);
  } catch (error) {
    faults.add({ check: 'record', file: 'run.json', message: (error as Error).message });
    return undefined;
  }
}

/** Files are those of the record, and no others but the papers. */
function checkRecord(record: PackageRecord, hashes: Hashes, faults: Faults): void {
  const papers = papersOf(record).map(({ file }) => file);
  const known = new Set([...papers, licenceFile(record.licence.carries), ...(record.split ? ['splits.json'] : [])]);
  for (const { file, sha256, bytes } of record.files) {
    known.add(file);
    const hash = hashes.get(file);
    const add = (message: string) => faults.add({ check: 'record', file, message });
    if (!hash) add('is in run.json, and missing');
    else if (hash.sha256 !== sha256 || hash.bytes !== bytes)
      add('is not the file that run.json lists: its hash differs');
  }
  for (const file of hashes.keys()) {
    if (!known.has(file)) faults.add({ check: 'record', file, message: 'is no file that run.json knows' });
  }
}

/** The papers say what the record says, letter by letter. */
function checkPapers(folder: string, record: PackageRecord, faults: Faults): void {
  for (const { file, text } of papersOf(record)) {
    const path = join(folder, file);
    if (!existsSync(path)) {
      faults.add({ check: 'papers', file, message: 'is missing' });
      continue;
    }
    const lines = readFileSync(path, 'utf8').split('\n');
    const wanted = text.split('\n');
    const line = wanted.findIndex((each, i) => each !== lines[i]);
    if (line < 0 && lines.length === wanted.length) continue;
    const at = line < 0 ? wanted.length : line + 1;
    faults.add({ check: 'papers', file, line: at, message: 'does not say what run.json says' });
  }
}

/** The licence follows from the sources by the rules. */
function checkLicence({ licence, sources }: PackageRecord, faults: Faults): void {
  const add = (message: string) => faults.add({ check: 'licence', file: 'run.json', message });
  const { yes, owed } = mixOf(sources.map(({ licence }) => licence));
  const { carries, asked, alternatives } = licence;
  if (carries === '' ? asked !== 'any' || yes.length > 0 : !yes.includes(carries)) {
    add(`the sources do not allow ${carries || 'no licence at all'}; they allow ${yes.join(', ') || 'none'}`);
  }
  if (JSON.stringify(alternatives) !== JSON.stringify(yes.filter((each) => each !== carries)))
    add('other licences are allowed');
  if (JSON.stringify(licence.owed) !== JSON.stringify(owed)) add(`owed is ${owed.join(', ') || 'nothing'}`);
}

async function checkRows(
  folder: string,
  record: PackageRecord,
  { hashes, faults, progress }: { readonly hashes: Hashes; readonly faults: Faults; readonly progress: Progress },
): Promise<void> {
  const check = new RowCheck(record, knownSplit(folder, record, faults), faults);
  for (const file of record.files) {
    const hash = hashes.get(file.file);
    // Named already; a decoder of tables may be kept busy for ever by one that is damaged.
    const isBroken = hash === undefined || (file.format === 'huggingface' && hash.sha256 !== file.sha256);
    const rows = isBroken ? undefined : rowsOfFile(folder, file);
    if (rows === undefined) continue;
    progress.update(() => `rows of ${file.file}`);
    try {
      await check.file(file, rows);
    } catch (error) {
      faults.add({ check: 'schema', file: file.file, message: `cannot be read: ${(error as Error).message}` });
    }
  }
  check.finish();
  const rows = record.languages.reduce((sum, language) => sum + language.rows, 0);
  if (rows !== record.rows)
    faults.add({ check: 'counts', file: 'run.json', message: `${record.rows} rows are not the sum` });
}

function knownSplit(folder: string, record: PackageRecord, faults: Faults): KnownSplit | undefined {
  if (record.split === null) return undefined;
  try {
    const { templates } = JSON.parse(readFileSync(join(folder, 'splits.json'), 'utf8')) as {
      templates: [string, string][];
    };
    return { templates: new Map(templates) };
  } catch {
    faults.add({ check: 'splits', file: 'splits.json', message: 'cannot be read as a split' });
    return undefined;
  }
}
