import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError } from '../../model/model.js';
import { isEnglishName, languageOf, languagePairOf } from '../name.js';
import type { Input, ReadOptions } from '../reader.js';

/** Which columns of a table of pairs hold what, and which languages they are of. */
export interface Columns {
  /** True when the first row names columns. */
  readonly header: boolean;
  /** Index of the described side: English wherever one side is English. */
  readonly from: number;
  readonly to: number;
  /** -1 where there is none. */
  readonly pos: number;
  readonly fromTag: string;
  readonly toTag: string;
  readonly direction: 'said' | 'guessed';
}

/** `column 1 "English" → en`, for people. */
export function describeColumns(row: readonly string[], { header, from, to, pos, fromTag, toTag }: Columns): string[] {
  const named = (index: number) => {
    const name = header ? ` ${JSON.stringify((row[index] ?? '').trim())}` : '';
    return `column ${index + 1}${name}`;
  };
  const kind = pos < 0 ? [] : [`${named(pos)} → part of speech`];
  return [`${named(from)} → ${fromTag}`, `${named(to)} → ${toTag}`, ...kind];
}

const SOURCE_NAMES = ['english', 'en', 'eng', 'sourcestring', 'source', 'source_string', 'src', 'gloss'];
const TARGET_NAMES = [
  'targetstring',
  'target',
  'target_string',
  'translation',
  'tgt',
  'trg',
  'word',
  'lemma',
  'headword',
];
export const POS_NAMES = ['pos', 'part of speech', 'part_of_speech', 'category', 'wordclass', 'word class'];
const OTHER_NAMES = [
  'id',
  'stringid',
  'sourcelang',
  'targetlang',
  'description',
  'notes',
  'note',
  'comment',
  'rank',
  'key',
];
export const HEADER_NAMES = new Set([...SOURCE_NAMES, ...TARGET_NAMES, ...POS_NAMES, ...OTHER_NAMES]);

/** Longer strings that name a language are names, not codes. */
const LONGEST_CODE = 3;

interface Chosen {
  readonly left: number;
  readonly right: number;
}

/** Finds the two columns and their languages in what the user said, the first rows, and the file's name, in this order. */
export function findColumns(input: Input, rows: readonly (readonly string[])[], options: ReadOptions): Columns {
  const first = (rows[0] ?? []).map((cell) => cell.trim());
  const names = first.map((cell) => cell.toLowerCase());
  const named = options.columns?.some((column) => !/^\d+$/.test(column)) ?? false;
  const header = named || looksLikeHeader(input, names, options);
  const chosen = options.columns
    ? columnsSaid(input, first, options.columns)
    : header
      ? columnsOfHeader(input, first, options)
      : columnsOfWidth(input, first.length);
  const pos = header ? names.findIndex((name) => POS_NAMES.includes(name)) : -1;
  const stated = header ? languagesOfHeader(names, rows[1], chosen) : { left: undefined, right: undefined };
  return { header, pos, ...orient(input, chosen, { stated, options }) };
}

/**
 * Short words are codes of languages, too (`how` is Honi, `in` an old code of Indonesian), so that `how⇥en` may well be
 * the first entry of a list: codes make a header only where English leads or the other is what is expected.
 */
function looksLikeHeader(input: Input, names: readonly string[], options: ReadOptions): boolean {
  if (names.length < 2) return false;
  const known = names.filter((name) => HEADER_NAMES.has(name)).length;
  if (known >= 2) return true;
  const others = names.filter((name) => !HEADER_NAMES.has(name) && resolveLanguage(name) !== undefined);
  if (others.length > 2) return true;
  if (known === 0 || others.length === 0) return false;
  const expected = [options.to, options.from, languageOf(input), ...Object.values(languagePairOf(input.name) ?? {})];
  if (others.some((name) => name.length > LONGEST_CODE || expected.includes(resolveLanguage(name)))) return true;
  return isEnglishName(names[0] as string) && others[0]?.length === names[0]?.length;
}

function columnsSaid(input: Input, cells: readonly string[], columns: readonly string[]): Chosen {
  const indices = columns.map((column) => columnIndex(cells, column.trim()));
  const [left, right] = indices;
  if (columns.length === 2 && left !== undefined && right !== undefined && left >= 0 && right >= 0 && left !== right) {
    return { left, right };
  }
  const missing = columns.find((_, index) => (indices[index] ?? -1) < 0);
  const what =
    missing === undefined ? 'two different columns are needed' : `there is no column ${JSON.stringify(missing)}`;
  throw columnError(input, what, cells);
}

/** Index of a column by number, name or language; -1 where there is none. */
export function columnIndex(cells: readonly string[], column: string): number {
  if (/^\d+$/.test(column)) return Number(column) <= cells.length ? Number(column) - 1 : -1;
  const exact = cells.findIndex((cell) => cell.toLowerCase() === column.toLowerCase());
  if (exact >= 0) return exact;
  const tag = resolveLanguage(column);
  return tag === undefined ? -1 : cells.findIndex((cell) => resolveLanguage(cell) === tag);
}

function columnsOfHeader(input: Input, cells: readonly string[], { to }: ReadOptions): Chosen {
  const names = cells.map((cell) => cell.toLowerCase());
  const left = names.findIndex((name) => SOURCE_NAMES.includes(name) || isEnglishName(name));
  const languages = names.flatMap((name, index) => {
    if (HEADER_NAMES.has(name) || index === left) return [];
    const tag = resolveLanguage(name);
    return tag === undefined || tag === 'en' ? [] : [{ index, tag }];
  });
  const wanted = languages.filter(({ tag }) => to === undefined || tag === to);
  const plain = names.findIndex((name, index) => TARGET_NAMES.includes(name) && index !== left);
  const right = wanted.length === 1 ? (wanted[0] as { index: number }).index : languages.length === 0 ? plain : -1;
  if (left >= 0 && right >= 0) return { left, right };
  if (names.length === 2) return { left: 0, right: 1 };
  const what =
    wanted.length > 1
      ? `has ${languages.length} languages: say which with --to or --columns`
      : 'does not show which columns hold the two languages';
  throw columnError(input, what, cells);
}

function columnsOfWidth(input: Input, width: number): Chosen {
  if (width === 2) return { left: 0, right: 1 };
  throw columnError(input, `has ${width} columns and no header: say which two to read`, []);
}

export function columnError(input: Input, what: string, cells: readonly string[]): CalqueError {
  const list = cells.length === 0 ? [] : [`the columns are: ${cells.slice(0, 40).join(', ')}`];
  return new CalqueError('input', what, {
    place: { file: input.file },
    suggestions: ['--columns 1,2 names the column with English and the one with the other language', ...list],
  });
}

interface Tags {
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/** Languages by header cells, or by the columns that name them row by row (TICO-19's sourceLang, targetLang). */
function languagesOfHeader(
  names: readonly string[],
  row: readonly string[] | undefined,
  { left, right }: Chosen,
): Tags {
  const cell = (name: string) => {
    const index = names.indexOf(name);
    return index < 0 ? undefined : resolveLanguage(row?.[index] ?? '');
  };
  const own = (index: number) => {
    const name = names[index] as string;
    return HEADER_NAMES.has(name) && !isEnglishName(name) ? undefined : resolveLanguage(name);
  };
  return { left: own(left) ?? cell('sourcelang'), right: own(right) ?? cell('targetlang') };
}

/** Puts English on the `from` side and names both languages. */
function orient(
  input: Input,
  { left, right }: Chosen,
  { stated, options }: { stated: Tags; options: ReadOptions },
): Omit<Columns, 'header' | 'pos'> {
  const pair = stated.left || stated.right ? undefined : pairByName(input, left < right);
  const hint = { left: stated.left ?? pair?.left, right: stated.right ?? pair?.right };
  const said = options.reverse === true || options.from !== undefined || options.to === 'en';
  const turned = said
    ? isTurned(options)
    : hint.right === 'en' || (hint.left !== undefined && hint.left === options.to);
  const english = said || hint.left === undefined || hint.right === undefined || [hint.left, hint.right].includes('en');
  const direction = said || stated.left === 'en' || stated.right === 'en' ? 'said' : 'guessed';
  const fromTag = english ? 'en' : ((turned ? hint.right : hint.left) as string);
  const toTag = otherLanguage(input, hint, options, fromTag);
  return { from: turned ? right : left, to: turned ? left : right, fromTag, toTag, direction };
}

function isTurned({ reverse, from, to }: ReadOptions): boolean {
  return reverse === true || to === 'en' || (from !== undefined && from !== 'en');
}

function pairByName(input: Input, inOrder: boolean): Tags | undefined {
  const pair = languagePairOf(input.name);
  return pair && !inOrder ? { left: pair.right, right: pair.left } : pair;
}

function otherLanguage(input: Input, hint: Tags, options: ReadOptions, fromTag: string): string {
  const candidates = [options.to, options.from, hint.left, hint.right, languageOf(input)];
  const tag = candidates.find((each) => each !== undefined && each !== fromTag && each !== 'en');
  if (tag !== undefined) return tag;
  throw new CalqueError('input', 'neither its content nor its name tells the language', {
    place: { file: input.file },
    suggestions: ['name it: --to sw'],
  });
}
