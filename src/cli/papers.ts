import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { iso6393, languageName, languageOrigin } from '../languages/languages.js';
import { byCodeUnit } from '../model/model.js';
import {
  type Count,
  checksums,
  type LanguageFacts,
  type LanguageRecord,
  licenceFile,
  type PackageFacts,
  type PackageRecord,
  papersOf,
  type RunSummary,
  type SourceRecord,
} from '../package/package.js';
import { changesSince } from './package-changes.js';
import { generateLine } from './package-commands.js';
import { type LicenceChoice, licenceRecord, licencesOf } from './package-licence.js';
import { worthOf } from './package-worth.js';
import type { PackageTask } from './packaging.js';
import { PROGRAM, programVersion } from './program.js';
import type { Run, RunRecord } from './run-folder.js';

export interface PapersTask {
  readonly facts: PackageFacts;
  readonly runs: readonly Run[];
  /** As the user asked. */
  readonly task: PackageTask;
  readonly licence: LicenceChoice;
  /** Where the data files lie now. */
  readonly folder: string;
  /** Files that are neither data nor papers, with their hashes. */
  readonly others: ReadonlyMap<string, string>;
}

/** Writes what explains the data files, and the sums of all; returns what they were written from. */
export async function writePapers(
  task: PapersTask,
  write: (file: string, text: string) => void,
): Promise<PackageRecord> {
  const record = await recordOf(task);
  const sums = new Map([...task.others, ...record.files.map(({ file, sha256 }): [string, string] => [file, sha256])]);
  const licence = licenceFile(record.licence.carries);
  const papers = papersOf(record);
  if (licence !== '') papers.push({ file: licence, text: textOfLicence(basename(licence)) });
  for (const { file, text } of papers) {
    write(file, text);
    sums.set(file, createHash('sha256').update(text).digest('hex'));
  }
  write('SHA256SUMS', checksums(sums));
  return record;
}

/** Texts of licences that do not let their address stand for them. */
function textOfLicence(name: string): string {
  return readFileSync(join(PROGRAM, 'docs', 'licence-texts', name), 'utf8');
}

async function recordOf({ facts, runs, task, licence: choice, folder }: PapersTask): Promise<PackageRecord> {
  const records = runs.flatMap(({ records }) => records);
  const sources = sourcesOf(facts, records);
  const languages = facts.languages.map((each) => languageRecord(each, records));
  const { papers } = task;
  const changes = papers.since === undefined ? null : await changesSince(papers.since, { folder, files: facts.files });
  const names = languages.map(({ name }) => name);
  const shown = names.length > 4 ? `${names.length} languages` : names.join(', ');
  const title = papers.title ?? `Commands in ${shown}, made with Calque`;
  return {
    command: 'package',
    version: programVersion(),
    name: nameOf(title),
    title,
    release: papers.release ?? changes?.proposed ?? '1.0.0',
    date: papers.date,
    creators: papers.creators,
    url: papers.url,
    commands: [...runs.flatMap(({ folder, records }) => records.map((each) => generateLine(each, folder))), task.line],
    rows: facts.rows,
    languages,
    sources,
    // Twins in two languages fall with their rows.
    licence: licenceRecord({ ...choice, leftOutRows: facts.balance.refusedLicence }, sources),
    runs: records.map(runSummary),
    files: [...facts.files].sort((a, b) => byCodeUnit(a.file, b.file)),
    leftOut: leftOutOf(facts),
    mixed: [
      { name: 'source', rows: facts.balance.mixedIn },
      { name: 'code-switched', rows: facts.balance.codeSwitched },
    ],
    split: splitOf(facts),
    guard: guardOf(facts),
    worth: runs.flatMap(({ folder }) => worthOf(folder)),
    changes,
  };
}

/** Counts as a list; names come from data. */
function counts(map: ReadonlyMap<string, number>): Count[] {
  return [...map].map(([name, rows]) => ({ name, rows })).sort((a, b) => byCodeUnit(a.name, b.name));
}

function languageRecord(facts: LanguageFacts, records: readonly RunRecord[]): LanguageRecord {
  const { locale, rows, templates, words } = facts;
  const made = records.flatMap(({ languages }) => languages as { language?: string; coverage?: number }[]);
  const coverage = made.find(({ language }) => language === locale)?.coverage ?? null;
  return {
    locale,
    name: languageName(locale),
    iso: iso6393(locale) ?? '',
    ...languageOrigin(locale),
    rows,
    templates,
    words,
    coverage,
    partitions: counts(facts.partitions),
    tiers: counts(facts.tiers),
    origins: counts(facts.origins),
    intents: counts(facts.intents),
    slots: counts(facts.slots),
  };
}

const NOTHING_KNOWN = { kind: '', format: '', file: '', sha256: '', title: '', citation: '' };

function sourcesOf(facts: PackageFacts, records: readonly RunRecord[]): SourceRecord[] {
  const licences = licencesOf(records);
  const origins = new Map(records.flatMap(({ origins = {} }) => Object.entries(origins)));
  return facts.sources.map(({ name, rows }) => {
    const { kind, format, file, sha256, title, citation } = origins.get(name) ?? NOTHING_KNOWN;
    return { name, licence: licences.get(name) ?? '', rows, kind, format, file, sha256, title, citation };
  });
}

function runSummary(record: RunRecord): RunSummary {
  const { command, seed, generator, version, store, files } = record;
  const listed = files.map(({ file, sha256, rows }) => ({ file, sha256, rows }));
  return { command, seed, generator, version, store: store.sha256, files: listed };
}

function leftOutOf({ balance, splits, guard }: PackageFacts): Count[] {
  return [
    { name: 'whose licence does not fit', rows: balance.refusedLicence },
    { name: 'that say what another says', rows: balance.repeated },
    { name: 'that differ from another in values, case or punctuation alone', rows: balance.nearlyRepeated },
    { name: 'more than were wanted of a template', rows: balance.overPerTemplate },
    { name: 'more than were wanted of an intent', rows: balance.overPerIntent },
    { name: 'that a guarded file has too', rows: guard?.removed ?? 0 },
    { name: 'that would stand on two sides of the split, or over the share of theirs', rows: splits?.leftOut ?? 0 },
  ];
}

function splitOf({ splits }: PackageFacts): PackageRecord['split'] {
  if (!splits) return null;
  const asked = [...splits.asked].map(([name, share]) => ({ name, share }));
  return { asked, by: splits.by, leftOut: splits.leftOut, syntheticTest: splits.syntheticTest };
}

function guardOf({ guard }: PackageFacts): PackageRecord['guard'] {
  if (!guard) return null;
  const files = guard.files.map(({ file, sha256, rows }) => ({ file: basename(file), sha256, rows }));
  return { files, action: guard.action, found: counts(guard.found), removed: guard.removed };
}

/** A name for citations: letters, digits and dashes. */
function nameOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-');
  return plain.replace(/^-+|-+$/g, '').toLowerCase() || 'calque-data-set';
}
