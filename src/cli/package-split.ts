import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit, CalqueError, type Row } from '../model/model.js';
import { PARTITIONS, type Partition, SPLIT_SALT, type Split } from '../package/package.js';

const SPLIT_FILE = 'splits.json';

/** The partition of a row's template, where rows are not split anew. */
export function ownPartition(row: Row, allowSyntheticTest: boolean): Partition {
  const partition = PARTITIONS.find((each) => each === row.partition) ?? 'train';
  if (partition !== 'test' || allowSyntheticTest) return partition;
  throw new CalqueError('usage', `row ${row.id} is of the partition "test", and nobody wrote or checked it`, {
    suggestions: ['give rows other partitions with --split 90/10', 'or keep the name with --allow-synthetic-test'],
  });
}

/** What a later package needs to keep a split, and what a check needs to hold files against. */
export function splitText({ report, templates }: Split): string {
  const { asked, by, rows, leftOut, intents } = report;
  const record = {
    salt: SPLIT_SALT,
    asked: Object.fromEntries(asked),
    apart: by,
    rows: Object.fromEntries(rows),
    leftOut,
    // Lists of pairs: names of templates and intents come from data.
    intents: intents.map((each) => [each.intent, Object.fromEntries(each.rows)]),
    templates: [...templates].sort(([a], [b]) => byCodeUnit(a, b)),
  };
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** Whether a package was split. */
export function isSplit(folder: string): boolean {
  return existsSync(join(folder, SPLIT_FILE));
}

/** The partitions of templates in an older package. */
export function knownSplit(folder: string): Map<string, Partition> {
  const file = join(folder, SPLIT_FILE);
  try {
    const { templates } = JSON.parse(readFileSync(file, 'utf8')) as { templates: [string, Partition][] };
    const known = new Map(templates);
    if ([...known.values()].every((partition) => PARTITIONS.includes(partition))) return known;
  } catch (cause) {
    throw new CalqueError('input', 'cannot be read as the split of a package', { place: { file }, cause });
  }
  throw new CalqueError('input', 'names a partition that there is none of', { place: { file } });
}
