import { resolveLanguage } from '../../languages/languages.js';
import { fieldOfObject, type JsonObject } from '../json.js';
import type { ReadOptions } from '../reader.js';
import { POS_NAMES } from './columns.js';
import { fieldsWith, mappedFields, type Role } from './roles.js';
import { type LanguageColumns, languageColumns } from './wide-columns.js';

/** Which fields of an object hold what. */
export interface JsonMapping {
  /** Fields with English, the first that has a value counts; several words may stand in a list. */
  readonly english: readonly string[];
  /** Fields by language; `''` where another field or the file tells the language. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
  /** A field that names the language of its object; '' where there is none. */
  readonly language: string;
  readonly pos: string;
  readonly nounClass: string;
  readonly label: string;
}

const ENGLISH = [
  'english',
  'englishword',
  'english_word',
  'en',
  'eng',
  'gloss',
  'annotation',
  'source_gloss',
  'meaning',
  'definition',
];
const TARGETS = ['targetword', 'target_word', 'target', 'translation', 'entry', 'form', 'headword', 'lemma', 'word'];
const LANGUAGES = ['languagecode', 'language_code', 'lang_code', 'language', 'lang', 'iso639_3', 'iso'];

/** As the user says (`--mapping en=gloss,sw=lemma`, `--columns englishField,otherField`), else by the names of fields. */
export function mappingOf(record: JsonObject, options: ReadOptions): JsonMapping | undefined {
  return options.mapping === undefined ? mappingByName(record, options) : mappingSaid(options.mapping);
}

function mappingSaid(said: ReadonlyMap<string, string>): JsonMapping | undefined {
  const fields = mappedFields(said);
  const only = (role: Role) => fieldsWith(fields, role)[0] ?? '';
  const targets = new Map<string, string[]>();
  for (const { field, role, language } of fields) {
    if (role === 'lemma') targets.set(language, [...(targets.get(language) ?? []), field]);
  }
  const english = fieldsWith(fields, 'gloss', 'en');
  if (english.length === 0 || targets.size === 0) return undefined;
  const rest = { pos: only('pos'), nounClass: only('class'), label: only('label') };
  return { english, targets, language: only('language'), ...rest };
}

function mappingByName(record: JsonObject, { columns }: ReadOptions): JsonMapping | undefined {
  const keys = Object.keys(record);
  const named = (names: readonly string[]) =>
    names.flatMap((name) => keys.filter((key) => key.trim().toLowerCase() === name));
  const [language = ''] = named(LANGUAGES).filter((key) => typeof fieldOfObject(record, key) === 'string');
  const [pos = ''] = named(POS_NAMES);
  const rest = { pos, nounClass: '', label: '' };
  if (columns) {
    const [english = '', target = ''] = columns;
    return keys.includes(english) && keys.includes(target)
      ? { english: [english], targets: new Map([['', [target]]]), language, ...rest }
      : undefined;
  }
  const wide = wideMapping(record, languageColumns(keys), keys);
  if (wide) return { ...wide, language: '', ...rest };
  const english = named(ENGLISH).filter((key) => isWords(fieldOfObject(record, key)));
  const target = named(TARGETS).find((key) => isWords(fieldOfObject(record, key)) && !english.includes(key));
  if (target === undefined) return undefined;
  // A REST dump points to its concept by an address whose last part is English.
  const slugs =
    target === 'entry' ? keys.filter((key) => key !== target && isSlug(fieldOfObject(record, key), 'word')) : [];
  return english.length + slugs.length === 0
    ? undefined
    : { english: [...english, ...slugs], targets: new Map([['', [target]]]), language, ...rest };
}

function wideMapping(
  record: JsonObject,
  columns: LanguageColumns,
  keys: readonly string[],
): Pick<JsonMapping, 'english' | 'targets'> | undefined {
  const fields = [...columns].map(([tag, indices]) => {
    const names = indices.map((index) => keys[index] as string);
    return [tag, names.filter((name) => isWords(fieldOfObject(record, name)))] as const;
  });
  const byTag = new Map(fields.filter(([, names]) => names.length > 0));
  const english = byTag.get('en');
  byTag.delete('en');
  return english && byTag.size > 0 ? { english, targets: byTag } : undefined;
}

function isWords(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
}

/** `/api/v1/word/to-die/` */
function isSlug(value: unknown, kind: string): boolean {
  return typeof value === 'string' && new RegExp(`/${kind}/[^/]+/?$`).test(value);
}

/** The words of a field: a text, a list of texts, or the last part of an address. */
export function wordsOf(record: JsonObject, name: string): string[] {
  const value = fieldOfObject(record, name);
  const texts = Array.isArray(value) ? value : [value];
  return texts.flatMap((text) => {
    if (typeof text !== 'string' || text.trim() === '') return [];
    return [lastPart(text.trim())];
  });
}

function lastPart(text: string): string {
  const slug = /^\/(?:[^/]+\/)+([^/]+)\/?$/.exec(text)?.[1];
  return slug === undefined ? text : slug.replaceAll('-', ' ');
}

/** The language that a field of an object names: a code, a name, or an address that ends in one. */
export function languageNamed(text: string): string | undefined {
  return resolveLanguage(lastPart(text.trim()));
}
