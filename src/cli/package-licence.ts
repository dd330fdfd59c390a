import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import {
  allowedLicences,
  conflictOf,
  distinctSources,
  freest,
  type LicensedSource,
  mixOf,
  type OutputLicence,
  type RowGroup,
  type WayOut,
  wantedLicence,
  waysOut,
} from '../licence/licence.js';
import { CalqueError } from '../model/model.js';
import type { LicenceRecord, SourceRecord } from '../package/package.js';
import type { Run, RunRecord } from './run-folder.js';
import { count } from './text.js';

/** Which rows a package takes for the sake of its licence. */
export interface LicenceChoice {
  readonly asked: string;
  /** The licence that was asked for; undefined where anything goes, or where it follows from the rows. */
  readonly output: OutputLicence | undefined;
  readonly leftOutRows: number;
  readonly leftOutSources: readonly LicensedSource[];
  accept(row: { readonly sources: readonly string[] }): boolean;
}

/** Looks at the sources of all rows; refuses a mix that no licence allows, unless `any` was asked for. */
export async function chooseLicence(runs: readonly Run[], asked: string | undefined): Promise<LicenceChoice> {
  const output = wantedLicence(asked);
  const groups = await sourceGroups(runs);
  const all = distinctSources(groups.flatMap(({ sources }) => sources));
  if (asked === undefined) {
    const conflict = conflictOf(all);
    if (conflict.length > 0) throw noLicence(conflict, groups);
  }
  const allowed = allowedLicences(asked);
  if (allowed === undefined)
    return { asked: asked ?? '', output, leftOutRows: 0, leftOutSources: [], accept: () => true };
  const leftOutSources = all.filter(({ licence }) => !allowed(licence));
  const refused = new Set(leftOutSources.map(({ name }) => name));
  const fits = ({ sources }: RowGroup) => sources.every(({ name }) => !refused.has(name));
  const leftOutRows = groups.reduce((sum, group) => sum + (fits(group) ? 0 : group.rows), 0);
  if (groups.every((group) => !fits(group))) throw nothingFits(asked ?? '', groups);
  return {
    asked: asked ?? '',
    output,
    leftOutRows,
    leftOutSources,
    accept: ({ sources }) => !sources.some((name) => refused.has(name)),
  };
}

/** What the package can carry, from the sources that are in its rows. */
export function licenceRecord(choice: LicenceChoice, sources: readonly Pick<SourceRecord, 'licence'>[]): LicenceRecord {
  const { yes, owed } = mixOf(sources.map(({ licence }) => licence));
  const carries = choice.output ?? freest(yes) ?? '';
  const { asked, leftOutRows, leftOutSources } = choice;
  if ((choice.output !== undefined && !yes.includes(choice.output)) || (carries === '' && asked !== 'any')) {
    throw new CalqueError('input', 'source utterances were mixed in whose licence does not fit the rest', {
      suggestions: ['leave out --mix-source', 'or package for yourself alone with --licences any'],
    });
  }
  return { asked, carries, alternatives: yes.filter((each) => each !== carries), owed, leftOutRows, leftOutSources };
}

/** Name → licence; where runs differ about a source, both licences hold. */
export function licencesOf(records: readonly RunRecord[]): Map<string, string> {
  const licences = new Map<string, string>();
  for (const [name, licence] of records.flatMap(({ sources }) => Object.entries(sources))) {
    const before = licences.get(name);
    if (before === undefined || before === licence) licences.set(name, licence);
    else licences.set(name, before === '' || licence === '' ? '' : `${before} AND ${licence}`);
  }
  return licences;
}

/** Rows by the sources that they name, which stand at the end of each line. */
async function sourceGroups(runs: readonly Run[]): Promise<RowGroup[]> {
  const licences = licencesOf(runs.flatMap(({ records }) => records));
  const counts = new Map<string, number>();
  for (const { folder, records } of runs) {
    for (const { file } of records.flatMap(({ files }) => files)) await countSources(join(folder, file), counts);
  }
  return [...counts].map(([text, rows]) => {
    const names = JSON.parse(text) as string[];
    return { sources: names.map((name) => ({ name, licence: licences.get(name) ?? '' })), rows };
  });
}

async function countSources(file: string, counts: Map<string, number>): Promise<void> {
  const add = (line: string) => {
    const key = sourcesIn(line, file);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  let rest = '';
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + (piece as string)).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) add(line);
  }
  if (rest !== '') add(rest);
}

const KEY = ',"sources":';

/** The list as it stands: a row is not read whole for it, which would take as long as all the rest. */
function sourcesIn(line: string, file: string): string {
  const at = line.lastIndexOf(KEY);
  const list = line.slice(at + KEY.length, -1);
  if (at >= 0 && /^\[("(?:[^"\\]|\\.)*"(,(?!\]))?)*\]$/.test(list) && line.endsWith('}')) return list;
  try {
    const { sources } = JSON.parse(line) as { sources?: unknown };
    if (Array.isArray(sources) && sources.every((name) => typeof name === 'string')) return JSON.stringify(sources);
  } catch (cause) {
    throw new CalqueError('input', 'is not what the run wrote', { place: { file }, cause });
  }
  throw new CalqueError('input', 'has a row that does not name its sources', { place: { file } });
}

function noLicence(conflict: readonly LicensedSource[], groups: readonly RowGroup[]): CalqueError {
  const names = conflict.map(({ name, licence }) => `${name} (${licence || 'no licence stated'})`);
  const message =
    conflict.length === 1
      ? `no licence allows rows of ${names[0]} to be passed on`
      : `no licence allows rows of ${names.join(' and ')} in one data set`;
  const unstated = conflict.find(({ licence }) => licence === '');
  return new CalqueError('input', message, {
    suggestions: [
      ...(unstated ? [`say what its licence is: import it again with --licence SPDX --replace ${unstated.name}`] : []),
      ...waysText(groups),
      'calque generate --licences LICENCE draws from other sources in the place of those that do not fit',
      'make a package of each, in folders of their own, with --licences; or ask the owner for another licence',
      'for yourself alone, not to be passed on: --licences any',
    ],
  });
}

function nothingFits(asked: string, groups: readonly RowGroup[]): CalqueError {
  return new CalqueError('nothingToGenerate', `no row fits --licences ${asked}`, { suggestions: waysText(groups) });
}

/** Each way out with what is left of the rows. */
function waysText(groups: readonly RowGroup[]): string[] {
  const all = groups.reduce((sum, { rows }) => sum + rows, 0);
  return waysOut(groups)
    .slice(0, 5)
    .map(
      (way) =>
        `--licences ${way.licence} keeps ${count(way.rows)} of ${count(all)} rows (${share(way, all)} %)${without(way)}`,
    );
}

function share(way: WayOut, all: number): string {
  return ((100 * way.rows) / all).toFixed(1);
}

function without({ leftOut }: WayOut): string {
  if (leftOut.length === 0) return '';
  const names = leftOut.map(({ name }) => name);
  return `, without ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
}
