import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { byCodeUnit, CalqueError } from '../model/model.js';
import {
  type FaultyLine,
  type FiledRow,
  type FileRecord,
  type PackageRecord,
  ROW_READERS,
  tableRow,
} from '../package/package.js';

/** Paths of all files below a folder, with slashes, sorted; what is neither file nor folder is listed too. */
export function filesBelow(folder: string, below = ''): string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  const files = entries.flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
  return files.sort(byCodeUnit);
}

/** The record of a package; a folder without one is refused. */
export function readPackageRecord(folder: string): PackageRecord {
  const file = join(folder, 'run.json');
  let record: PackageRecord;
  try {
    record = JSON.parse(readFileSync(file, 'utf8')) as PackageRecord;
  } catch (cause) {
    throw new CalqueError('input', 'cannot be read as the record of a package', { place: { file }, cause });
  }
  const lists = [record?.files, record?.languages, record?.sources, record?.runs, record?.commands, record?.worth];
  const isOurs = record?.command === 'package' && lists.every(Array.isArray) && typeof record.licence === 'object';
  if (isOurs) return record;
  throw new CalqueError('input', 'is not the record of a package', { place: { file } });
}

/** The rows of a data file; undefined for a format that does not name its rows. */
export function rowsOfFile(folder: string, file: FileRecord): AsyncGenerator<FiledRow | FaultyLine> | undefined {
  if (file.format === 'huggingface' && file.rows > 0) return parquetRows(join(folder, file.file));
  const reader = file.rows > 0 ? ROW_READERS.get(file.format) : undefined;
  return reader?.(linesOf(join(folder, file.file)));
}

/** Rows of a Parquet file, a few thousand at a time. */
async function* parquetRows(path: string): AsyncGenerator<FiledRow | FaultyLine> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  let start = 0;
  for (const { num_rows: rows } of metadata.row_groups) {
    const end = start + Number(rows);
    const objects = await parquetReadObjects({ file, metadata, rowStart: start, rowEnd: end });
    for (const [i, object] of objects.entries()) yield tableRow(object, start + i + 1);
    start = end;
  }
}

/** Lines as the formats write them: each ends with a line feed, and nothing else ends one. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file);
  const text = file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
  stream.on('error', (error) => text.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + decoder.decode(piece as Buffer, { stream: true })).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
