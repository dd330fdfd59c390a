import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError } from '../../model/model.js';
import type { Input, ReadOptions } from '../reader.js';
import { columnError, columnIndex, HEADER_NAMES, POS_NAMES } from './columns.js';
import { delimiterOf, firstRows } from './delimiter.js';

/** Columns of each language, in the order of the header. */
export type LanguageColumns = ReadonlyMap<string, readonly number[]>;

export interface WideColumns {
  readonly from: string;
  readonly fromColumns: readonly number[];
  readonly targets: LanguageColumns;
  /** -1 where there is none. */
  readonly pos: number;
  readonly nounClass: number;
  /** Names of columns that may be languages which nobody knows. */
  readonly unknown: readonly string[];
}

/** `afr__001`, `Sesotho__-`, `zul 2`: numbered columns of one language. */
const NUMBER = /(?:__(?:\d+|-)|[ _.-]?\d+)$/;

const NO_LANGUAGES = new Set([...HEADER_NAMES, 'no', 'nr', 'num', 'row', 'code', 'type']);
const ENGLISH_ITSELF = new Set(['en', 'eng', 'english']);

/**
 * Codes and names that tables use for another language than ISO 639-3 does, told by their company: South Africa's
 * official Ndebele is the southern one (`nr`), and its term lists name it `nde`; Mandara beside Bura is the one of the
 * Lake Chad basin (Wandala), not the one of New Ireland.
 */
const MISTAKEN: readonly { readonly code: string; readonly meant: string; readonly beside: readonly string[] }[] = [
  { code: 'nd', meant: 'nr', beside: ['af', 'xh', 'ss'] },
  { code: 'tbf', meant: 'mfi', beside: ['bwr'] },
];

export function languageColumns(names: readonly string[]): LanguageColumns {
  const columns = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    const tag = languageOfColumn(name);
    if (tag === undefined) continue;
    const list = columns.get(tag);
    if (list) list.push(index);
    else columns.set(tag, [index]);
  }
  return correctCodes(columns);
}

function languageOfColumn(name: string): string | undefined {
  const plain = name.trim().toLowerCase().replace(NUMBER, '').trim();
  if (plain === '') return undefined;
  return NO_LANGUAGES.has(plain) && !ENGLISH_ITSELF.has(plain) ? undefined : resolveLanguage(plain);
}

/** Applies to anything that is keyed by language: columns of a table, fields of an object. */
export function correctCodes<Value>(columns: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const corrected = new Map(columns);
  for (const { code, meant, beside } of MISTAKEN) {
    const value = columns.get(code);
    if (value === undefined || columns.has(meant) || !beside.every((other) => columns.has(other))) continue;
    corrected.delete(code);
    corrected.set(meant, value);
  }
  return corrected;
}

/** A header that names three languages and more, or several columns of one; nothing else is a wide table. */
export function likenessToWide(input: Input): number {
  const delimiter = delimiterOf(input);
  if (delimiter === undefined || /^\s*[<{[\\]/.test(input.head)) return 0;
  const header = firstRows(input, delimiter, 1)[0] ?? [];
  const columns = languageColumns(header);
  const others = [...columns.keys()].filter((tag) => tag !== 'en').length;
  if (!columns.has('en')) return hasNamesOnly(header, columns) ? 0.5 : 0;
  return others > 1 || (others === 1 && [...columns.values()].some((list) => list.length > 1)) ? 0.9 : 0;
}

/** Two languages by their names and no English: a table that can be read when somebody says from which one. */
function hasNamesOnly(header: readonly string[], columns: LanguageColumns): boolean {
  const named = [...columns.values()].flat().filter((index) => (header[index] as string).trim().length > 3);
  return named.length > 1 && header.length > 2;
}

export function wideColumns(input: Input, header: readonly string[], options: ReadOptions): WideColumns {
  const names = header.map((name) => name.trim().toLowerCase());
  const pos = names.findIndex((name) => POS_NAMES.includes(name) || name === 'wortart');
  const nounClass = names.findIndex((name) => /^(noun ?class|class|klasse|ngeli)$/.test(name));
  const columns = languageColumns(header);
  const said = options.columns;
  if (said) {
    const [left = -1, right = -1] = said.map((name) => columnIndex(header, name.trim()));
    if (left < 0 || right < 0 || left === right) throw missingColumn(input, header, said);
    const tagOf = (index: number) => [...columns].find(([, list]) => list.includes(index))?.[0];
    const to = options.to ?? tagOf(right);
    if (to === undefined) throw columnError(input, `does not say which language ${said[1]} is: add --to`, header);
    const from = options.from ?? tagOf(left) ?? 'en';
    return { from, fromColumns: [left], targets: new Map([[to, [right]]]), pos, nounClass, unknown: [] };
  }
  const from = options.from ?? 'en';
  const fromColumns = columns.get(from);
  if (!fromColumns) throw noSource(input, columns);
  const targets = new Map([...columns].filter(([tag]) => tag !== from && (!options.to || tag === options.to)));
  if (targets.size === 0) throw columnError(input, `has no column for ${options.to ?? 'another language'}`, header);
  const unknown = from === 'en' && options.to === undefined ? unknownColumns(header) : [];
  return { from, fromColumns, targets, pos, nounClass, unknown };
}

function unknownColumns(header: readonly string[]): string[] {
  return header.filter((name) => {
    const plain = name.trim().toLowerCase().replace(NUMBER, '').trim();
    return plain !== '' && !NO_LANGUAGES.has(plain) && resolveLanguage(plain) === undefined;
  });
}

function missingColumn(input: Input, header: readonly string[], said: readonly string[]): CalqueError {
  const missing = said.find((name) => columnIndex(header, name.trim()) < 0);
  return columnError(
    input,
    missing === undefined ? 'two different columns are needed' : `there is no column ${JSON.stringify(missing)}`,
    header,
  );
}

function noSource(input: Input, columns: LanguageColumns): CalqueError {
  const tags = [...columns.keys()];
  return new CalqueError('input', `has no English column: its languages are ${tags.join(', ')}`, {
    place: { file: input.file },
    suggestions: [`say which one describes the other: --from ${tags.at(-1) ?? 'de'} --to ${tags[0] ?? 'sw'}`],
  });
}
