import { createHash } from 'node:crypto';
import { CalqueError } from '../model/model.js';
import {
  type ChangesRecord,
  compareRows,
  type FileRecord,
  type RowHashes,
  rowText,
  slotText,
} from '../package/package.js';
import { readPackageRecord, rowsOfFile } from './package-files.js';

interface Build {
  readonly folder: string;
  readonly files: readonly FileRecord[];
}

/** How the rows of a new build differ from those of an older package, in the first format that both have. */
export async function changesSince(old: string, build: Build): Promise<ChangesRecord> {
  const before = readPackageRecord(old);
  const formats = (files: readonly FileRecord[]) => new Set(files.map(({ format }) => format));
  const has = formats(before.files);
  const common = ['massive', 'csv', 'token-classification', 'conll'].find(
    (id) => has.has(id) && formats(build.files).has(id),
  );
  if (common === undefined) {
    throw new CalqueError('usage', '--since needs a format that both packages have', {
      place: { file: old },
      suggestions: [`it has ${[...has].join(', ')}; add massive with --format`],
    });
  }
  const older = await hashes({ folder: old, files: before.files }, common);
  return compareRows(older, await hashes(build, common), before.release);
}

async function hashes({ folder, files }: Build, format: string): Promise<RowHashes> {
  const hashes = new Map<string, string>();
  for (const file of files.filter((each) => each.format === format)) {
    for await (const row of rowsOfFile(folder, file) ?? []) {
      if ('fault' in row) throw new CalqueError('input', row.fault, { place: { file: file.file, line: row.line } });
      const said = [row.partition || file.partition, rowText(row), slotText(row)].join('\n');
      hashes.set(
        `${row.locale || file.locale}\t${row.id}`,
        createHash('sha256').update(said).digest('base64').slice(0, 16),
      );
    }
  }
  return hashes;
}
