import type {
  BalanceReport,
  GuardReport,
  PackageFacts,
  PackageFile,
  PackageRecord,
  SplitReport,
} from '../package/package.js';
import { count, plural } from './text.js';

/** What `package` says: to people, and under --json. */
export function packageAnswer(
  output: string,
  { facts, record }: { readonly facts: PackageFacts; readonly record: PackageRecord },
  notes: readonly string[],
) {
  const { rows, files, balance, splits, guard } = facts;
  const said = [
    ...leftOut(balance),
    ...(splits ? splitLines(splits) : []),
    ...(guard ? guardLines(guard) : []),
    ...licenceLines(record, balance.read),
    ...changeLines(record),
    ...notes,
  ];
  const json = {
    output,
    rows,
    repeated: balance.repeated,
    files: files.map(({ file, rows, bytes, sha256 }) => ({ file, rows, bytes, sha256 })),
    balance,
    release: record.release,
    licence: record.licence,
    ...(record.changes && { changes: record.changes }),
    ...(splits && { splits: splitJson(splits) }),
    ...(guard && { guard: guardJson(guard) }),
    notes,
  };
  return { table: tableOf(files), said, json };
}

/** A line for each format: its files, rows and size. */
function tableOf(files: readonly PackageFile[]): string[][] {
  const formats = [...new Set(files.map(({ format }) => format))];
  return formats.map((format) => {
    const own = files.filter((file) => file.format === format);
    const rows = own.reduce((sum, file) => sum + file.rows, 0);
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0);
    return [format, count(own.length), count(rows), (bytes / 1e6).toFixed(1)];
  });
}

function licenceLines({ licence }: PackageRecord, read: number): string[] {
  const { carries, alternatives, leftOutRows, leftOutSources } = licence;
  const others = alternatives.length > 0 ? ` (or ${alternatives.join(', ')})` : '';
  const names = leftOutSources.map((source) => `${source.name} (${source.licence || 'no licence stated'})`);
  const share = ((100 * leftOutRows) / Math.max(1, read)).toFixed(1);
  return [
    `licence: ${carries || 'none allows this mix; it is not to be passed on'}${others}`,
    ...(leftOutRows > 0
      ? [`it cost ${plural(leftOutRows, 'row')} (${share} %) that hold entries of ${names.join(', ')}`]
      : []),
  ];
}

function changeLines({ changes }: PackageRecord): string[] {
  if (!changes) return [];
  const { since, added, changed, gone, proposed } = changes;
  const counts = `${plural(added, 'row')} added, ${count(changed)} changed, ${count(gone)} gone`;
  return [`since ${since}: ${counts}; that is release ${proposed}`];
}

function leftOut(balance: BalanceReport): string[] {
  const reasons: readonly [number, string][] = [
    [balance.repeated, 'that repeated another'],
    [balance.nearlyRepeated, 'that nearly repeated another'],
    [balance.overPerTemplate, 'over the number of their template'],
    [balance.overPerIntent, 'over the number of their intent'],
  ];
  return reasons.filter(([rows]) => rows > 0).map(([rows, why]) => `${plural(rows, 'row')} ${why} left out`);
}

function splitLines({ asked, rows, leftOut, by, intents }: SplitReport): string[] {
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  const share = (part: number) => `${((100 * part) / Math.max(1, total)).toFixed(1)} %`;
  const parts = [...asked.keys()].map(
    (name) => `${name} ${count(rows.get(name) ?? 0)} (${share(rows.get(name) ?? 0)})`,
  );
  const last = [...asked.keys()].slice(1);
  const bare = intents.filter((each) => each.rows.size > 0 && last.some((name) => !each.rows.has(name)));
  const list = bare.map(({ intent }) => intent).slice(0, 5);
  const more = bare.length > list.length ? ` and ${bare.length - list.length} more` : '';
  return [
    `split: ${parts.join(', ')}`,
    ...(leftOut > 0
      ? [`${plural(leftOut, 'row')} left out: their ${said(by)} would be on two sides, or their side has its share`]
      : []),
    ...(bare.length > 0
      ? [`not in every partition, for want of templates or of values: ${list.join(', ')}${more}`]
      : []),
  ];
}

function said(by: SplitReport['by']): string {
  const names = by.filter((each) => each !== 'template');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function guardLines({ found, action, removed, files }: GuardReport): string[] {
  const guarded = files.reduce((sum, file) => sum + file.rows, 0);
  const kinds = [...found].filter(([, rows]) => rows > 0).map(([kind, rows]) => `${count(rows)} ${kind}`);
  const what = kinds.length === 0 ? 'nothing' : kinds.join(', ');
  const done = action === 'remove' ? `; ${plural(removed, 'row')} left out` : '';
  return [`compared with ${plural(guarded, 'guarded utterance')}: ${what} found${done}`];
}

function splitJson({ asked, by, rows, leftOut, intents, syntheticTest }: SplitReport) {
  return {
    asked: Object.fromEntries(asked),
    apart: by,
    rows: Object.fromEntries(rows),
    leftOut,
    syntheticTest,
    intents: intents.map((each) => ({ intent: each.intent, rows: Object.fromEntries(each.rows) })),
  };
}

function guardJson({ files, found, action, leaks, removed, examples }: GuardReport) {
  return { files, found: Object.fromEntries(found), action, leaks, removed, examples };
}
