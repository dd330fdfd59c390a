import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { resolveLanguage } from '../languages/languages.js';
import { byCodeUnit, CalqueError } from '../model/model.js';
import { openInput } from './input.js';
import { sfm } from './lexicon/sfm.js';
import { templateReaders } from './template/template.js';

/** A file that a folder holds and that is not data. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

export interface Walk {
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
}

const PACKED = /\.[gd]z$/;

/** Files that describe others. */
const DESCRIBING =
  /(^|[-_.])(readme|licen[cs]e|copying|notice|changelog|changes|authors|contributing|citation|metadata|makefile|credits|sha256sums?|md5sums?)([-_.]|$)|\.(md|rst|bib|pdf|html?|ya?ml|py|js|sh|css|typ|lng|dtd|rng|xsl|zip|tar|tgz|db|sqlite)$|^languages\.csv$|^slots\.tsv$|^langs?\d*\.txt$/i;

/** The files to read: those that are named, and all data in folders that are named, in an order that no system changes. */
export async function walkInputs(paths: readonly string[]): Promise<Walk> {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  for (const path of paths) await visit(path, { files, skipped });
  return { files: [...new Set(files)], skipped };
}

interface Found {
  readonly files: string[];
  readonly skipped: Skipped[];
}

async function visit(path: string, found: Found): Promise<void> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw new CalqueError('input', 'there is no such file or folder', {
      place: { file: path },
      suggestions: ['check the path'],
      cause,
    });
  });
  if (!facts.isDirectory()) {
    found.files.push(path);
    return;
  }
  const names = (await readdir(path)).sort(byCodeUnit);
  for (const name of names) {
    const file = join(path, name);
    const beside = BESIDE.get(name.replace(/\.gz$/, ''));
    const reason = beside ?? (isEnglishOfAndroid(path, name) ? ENGLISH_SIDE : reasonToSkip(name, names));
    const isData = reason === '' || (beside === undefined && (await isDataAllTheSame(file, name)));
    if (isData) await visit(file, found);
    else found.skipped.push({ file, reason });
  }
}

const ENGLISH_SIDE = 'the English side of the files in the folders beside it';

/** `values/strings.xml` beside `values-sw/strings.xml`. */
function isEnglishOfAndroid(folder: string, name: string): boolean {
  return basename(resolve(folder)) === 'values' && /^(strings|arrays|plurals)\.xml$/.test(name);
}

/** What packages have beside their rows. */
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['labels.json', 'names the labels of the files beside it'],
  ['lookups.yml', 'lists values for the files beside it'],
]);

/**
 * YAML is what people describe data with, and what two kinds of templates are written in; `.db` is a store, and what
 * Toolbox calls its dictionaries.
 */
async function isDataAllTheSame(file: string, name: string): Promise<boolean> {
  const readers = /\.ya?ml(\.gz)?$/i.test(name) ? templateReaders : /\.db(\.gz)?$/i.test(name) ? [sfm] : [];
  if (readers.length === 0 || !(await stat(file)).isFile()) return false;
  const input = await openInput(file);
  return readers.some((reader) => reader.sniff(input) > 0);
}

/** Files of a folder that are one data set, and the one of them that is opened. */
const COMPANIONS: readonly (readonly [part: RegExp, main: (stem: string) => RegExp])[] = [
  [/^(?!values\.csv)(.+)\.(csv|json|bib)$/, () => /^values\.csv$/],
  [/^(?!forms\.csv)(.+)\.(csv|json|bib)$/, () => /^forms\.csv$/],
  [/^(?!entries\.csv)(.+)\.(csv|json|bib)$/, () => /^entries\.csv$/],
  [/^(.+)\.dict$/, (stem) => new RegExp(`^${stem}\\.(index|ifo)$`)],
  [/^(.+)\.(idx|syn)$/, (stem) => new RegExp(`^${stem}\\.ifo$`)],
];

/** A CLDF data set is one only with the table that its main table points to. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ['values.csv', 'languages.csv'],
  ['forms.csv', 'parameters.csv'],
  ['entries.csv', 'senses.csv'],
]);

function mainFileOf(name: string, names: readonly string[]): string | undefined {
  for (const [part, main] of COMPANIONS) {
    const stem = part.exec(name)?.[1];
    if (stem === undefined) continue;
    const pattern = main(stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const found = names.find((other) => pattern.test(other));
    const needed = found === undefined ? undefined : NEEDED.get(found);
    if (found !== undefined && (needed === undefined || names.includes(needed))) return found;
  }
  return undefined;
}

/** English words, and the index of verses, that readers join others with. */
const JOINED: ReadonlyMap<string, string> = new Map([
  ...['eng-000.txt', 'pwn30-eng.tab', 'wn-data-eng.tab'].map(
    (name) => [name, 'the English side of the files beside it'] as const,
  ),
  ['vref.txt', 'the index of the verses beside it'],
]);

const TATOEBA: readonly (readonly [RegExp, string])[] = [
  [/^(links\.csv|[a-z]{3}-[a-z]{3}_links\.tsv)$/, 'says which sentences of the files beside it translate each other'],
  [/^eng_sentences(_detailed)?\.tsv$/, 'the English side of the files beside it'],
];

/** `speech.en` beside `speech.sw`. */
function isEnglishOfPair(name: string, names: readonly string[]): boolean {
  const stem = /^(.+)\.(?:en|eng|eng_Latn)$/.exec(name)?.[1];
  return stem !== undefined && names.some((other) => isOtherOfPair(other.replace(PACKED, ''), stem));
}

function isOtherOfPair(name: string, stem: string): boolean {
  const ending = name.startsWith(`${stem}.`) ? name.slice(stem.length + 1) : '';
  return /^(?!eng?(_|$))[a-z]{2,3}(_[A-Z][a-z]{3})?$/.test(ending) && resolveLanguage(ending) !== undefined;
}

function reasonToSkip(name: string, names: readonly string[]): string {
  if (name.startsWith('.')) return 'hidden';
  const main = mainFileOf(
    name.replace(PACKED, ''),
    names.map((other) => other.replace(PACKED, '')),
  );
  if (main !== undefined) return `part of ${main}`;
  const bare = name.replace(/\.gz$/, '');
  if (DESCRIBING.test(bare)) return 'describes other files';
  const ofTatoeba = TATOEBA.find(([pattern]) => pattern.test(bare))?.[1];
  return (
    JOINED.get(bare) ?? ofTatoeba ?? (isEnglishOfPair(bare, names) ? 'the English side of the file beside it' : '')
  );
}
