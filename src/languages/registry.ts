import { createRequire } from 'node:module';
import { CODE_ALIASES, GROUP_CODES, NAME_ALIASES } from './aliases.js';

/** What ISO 639-3 says, indexed once, on first use: the list is 780 kB and a command that needs no name never reads it. */
export interface Registry {
  /** Any code (639-1, 639-2/B, 639-2/T, 639-3) → 639-3. */
  readonly codes: ReadonlyMap<string, string>;
  /** 639-3 → 639-1, where the language itself has one. */
  readonly short: ReadonlyMap<string, string>;
  /** 639-3 → reference name. */
  readonly names: ReadonlyMap<string, string>;
}

interface IsoRecord {
  readonly name: string;
  readonly scope: string;
  readonly iso6393: string;
  readonly iso6392B?: string;
  readonly iso6392T?: string;
  readonly iso6391?: string;
}

let english: Intl.DisplayNames | undefined;

/** CLDR's English name of a plain code; undefined too where CLDR folds the code into another (`quz` into `qu`). */
export function cldrName(code: string): string | undefined {
  if (Intl.getCanonicalLocales(code)[0] !== code) return undefined;
  // Made at the first question: it takes longer than most commands need to begin.
  english ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return english.of(code);
}

/** One spelling for all ways to write a name: lower case, no accents or apostrophes, one blank between words. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’ʼʻ`]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const records = once((): readonly IsoRecord[] => {
  const { iso6393 } = createRequire(import.meta.url)('iso-639-3') as { iso6393: readonly IsoRecord[] };
  return iso6393;
});

export const registry = once((): Registry => {
  const codes = new Map<string, string>();
  const short = new Map<string, string>();
  const names = new Map<string, string>(GROUP_CODES);
  for (const language of records()) {
    names.set(language.iso6393, language.name);
    if (language.iso6391) short.set(language.iso6393, language.iso6391);
    for (const code of [language.iso6391, language.iso6392B, language.iso6392T, language.iso6393]) {
      if (code) codes.set(code, language.iso6393);
    }
  }
  for (const code of GROUP_CODES.keys()) codes.set(code, code);
  return { codes, short, names };
});

/** The tag that an English name stands for. Names by falling authority: ours, ISO's, ISO's without its remark, CLDR's. */
export function tagOfName(name: string): string | undefined {
  const key = foldName(name);
  return isoNames().get(key) ?? (key === '' ? undefined : cldrNames().get(key));
}

/** All names that are known, for suggestions. */
export function knownNames(): ReadonlyMap<string, string> {
  return new Map([...cldrNames(), ...isoNames()]);
}

type Naming = readonly [name: string | undefined, tag: string];

const isoNames = once(() => {
  const all = records();
  const macrolanguages = all.filter((language) => language.scope === 'macrolanguage');
  return indexNames([
    ...NAME_ALIASES,
    ...all.map((language): Naming => [language.name, tagOf(language)]),
    ...macrolanguages.map((language): Naming => [withoutRemark(language.name), tagOf(language)]),
  ]);
});

/**
 * Languages without a code in ISO 639-1 or 639-2 whose English name in CLDR is not ISO's, or not theirs alone (CLDR 48). Asking for
 * the CLDR name of each of 7,900 languages takes a third of a second, which most imports of a word list would pay.
 */
const NAMED_BY_CLDR: ReadonlySet<string> = new Set(
  'brx bum dtp gur ikt kek kfo khq ksh kwk liv moe naq ojs pfl pms pqm rif ses slh stq swb vls vmf yrl yue zea'.split(
    ' ',
  ),
);

const cldrNames = once(() => {
  const all = records();
  const withShort = all.filter((language) => language.iso6391);
  const named = all.filter(({ iso6392T, iso6393 }) => iso6392T !== undefined || NAMED_BY_CLDR.has(iso6393));
  return indexNames([
    ...[...withShort, ...named].map(
      (language): Naming => [cldrName(language.iso6391 ?? language.iso6393), tagOf(language)],
    ),
    ...all.map((language): Naming => [withoutRemark(language.name), tagOf(language)]),
  ]);
});

/** The first to bring a name keeps it. */
function indexNames(namings: Iterable<Naming>): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [name, tag] of namings) {
    const key = name === undefined ? '' : foldName(name);
    if (key !== '' && !byName.has(key)) byName.set(key, tag);
  }
  return byName;
}

/** `Swahili (macrolanguage)` → `Swahili` */
function withoutRemark(name: string): string {
  return name.replace(/\s*\(.*\)$/, '');
}

function tagOf(language: IsoRecord): string {
  return CODE_ALIASES.get(language.iso6393) ?? language.iso6391 ?? language.iso6393;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
