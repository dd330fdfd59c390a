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
  /** Folded English name → our tag. */
  readonly byName: ReadonlyMap<string, string>;
}

interface IsoRecord {
  readonly name: string;
  readonly scope: string;
  readonly iso6393: string;
  readonly iso6392B?: string;
  readonly iso6392T?: string;
  readonly iso6391?: string;
}

let loaded: Registry | undefined;

export function registry(): Registry {
  loaded ??= build();
  return loaded;
}

const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** CLDR's English name of a plain code; undefined too where CLDR folds the code into another (`quz` into `qu`). */
export function cldrName(code: string): string | undefined {
  return Intl.getCanonicalLocales(code)[0] === code ? english.of(code) : undefined;
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

function build(): Registry {
  const { iso6393 } = createRequire(import.meta.url)('iso-639-3') as { iso6393: readonly IsoRecord[] };
  const codes = new Map<string, string>();
  const short = new Map<string, string>();
  const names = new Map<string, string>(GROUP_CODES);
  for (const language of iso6393) {
    names.set(language.iso6393, language.name);
    if (language.iso6391) short.set(language.iso6393, language.iso6391);
    for (const code of [language.iso6391, language.iso6392B, language.iso6392T, language.iso6393]) {
      if (code) codes.set(code, language.iso6393);
    }
  }
  for (const code of GROUP_CODES.keys()) codes.set(code, code);
  return { codes, short, names, byName: indexNames(iso6393) };
}

/** Names by falling authority: ours, ISO's, ISO's without its remark (`Swahili (macrolanguage)`), CLDR's. */
function indexNames(records: readonly IsoRecord[]): Map<string, string> {
  const byName = new Map(NAME_ALIASES);
  const add = (name: string | undefined, tag: string) => {
    const key = name === undefined ? '' : foldName(name);
    if (key !== '' && !byName.has(key)) byName.set(key, tag);
  };
  const tagOf = (language: IsoRecord) => CODE_ALIASES.get(language.iso6393) ?? language.iso6391 ?? language.iso6393;
  for (const language of records) add(language.name, tagOf(language));
  const addWithoutRemark = (language: IsoRecord) => add(language.name.replace(/\s*\(.*\)$/, ''), tagOf(language));
  records.filter((language) => language.scope === 'macrolanguage').forEach(addWithoutRemark);
  const withShort = records.filter((language) => language.iso6391);
  for (const language of [...withShort, ...records]) {
    add(cldrName(language.iso6391 ?? language.iso6393), tagOf(language));
  }
  records.forEach(addWithoutRemark);
  return byName;
}
