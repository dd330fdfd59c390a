import type { LexiconItem } from '../../model/model.js';
import { type LexiconPart, type LexiconReader, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { delimiterOf, firstRows, rowsOf } from './delimiter.js';
import { bantuClassOf } from './marks.js';
import { takePair } from './pair.js';
import { likenessToWide, type WideColumns, wideColumns } from './wide-columns.js';

/** Term lists of many languages: a column, or several numbered ones, for each. */
export const wide: LexiconReader = {
  id: 'wide',
  title: 'Table of many languages in CSV or TSV: a column, or several numbered ones, for each language',
  extensions: ['csv', 'tsv'],
  specification: 'https://www.rfc-editor.org/rfc/rfc4180',
  carries: ['translations', 'many languages', 'part of speech', 'noun class'],
  sniff: likenessToWide,
  async open(input, options) {
    const delimiter = delimiterOf(input) ?? ',';
    const header = firstRows(input, delimiter, 1)[0] ?? [];
    const columns = wideColumns(input, header, options);
    const parts = readParts(rowsOf(input, delimiter), columns);
    return { ...SILENT, kind: 'lexicon', direction: 'said', understood: understoodOf(header, columns), parts };
  },
};

function understoodOf(header: readonly string[], columns: WideColumns): string[] {
  const named = (indices: readonly number[]) => indices.map((index) => JSON.stringify(header[index])).join(', ');
  const targets = [...columns.targets].map(([tag, indices]) => `columns ${named(indices)} → ${tag}`);
  const pos = columns.pos < 0 ? [] : [`column ${named([columns.pos])} → part of speech`];
  const unknown = columns.unknown.map((name) => `column ${JSON.stringify(name)} → no known language`);
  return [`columns ${named(columns.fromColumns)} → ${columns.from}`, ...targets, ...pos, ...unknown];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

async function* readParts(batches: AsyncIterable<readonly Row[]>, columns: WideColumns): AsyncGenerator<LexiconPart> {
  let header = true;
  for await (const rows of batches) {
    const byLanguage = new Map<string, LexiconItem[]>([...columns.targets.keys()].map((tag) => [tag, []]));
    for (const row of rows) {
      if (header) rejectColumns(row, columns, byLanguage);
      else takeRow(row, columns, byLanguage);
      header = false;
    }
    for (const [to, items] of byLanguage) if (items.length > 0) yield { from: columns.from, to, items };
  }
}

/** What stands in a column that no language is known for is lost, and that must be told. */
function rejectColumns({ line }: Row, { unknown }: WideColumns, byLanguage: ReadonlyMap<string, LexiconItem[]>): void {
  const [items] = byLanguage.values();
  for (const name of unknown) items?.push(rejection(line, 'a column that names no known language', name));
}

/** `dsac_lif_00368`: a cell that slipped into a column of words. */
const IDENTIFIER = /^[A-Za-z]+_\w*\d+$/;

function takeRow(row: Row, columns: WideColumns, byLanguage: ReadonlyMap<string, LexiconItem[]>): void {
  const described = cellsOf(row, columns.fromColumns);
  const [first] = byLanguage.values();
  const text = row.cells.filter((cell) => cell !== '').join(' | ');
  if (described.length === 0) {
    first?.push(rejection(row.line, 'a side is empty', text));
    return;
  }
  let translated = false;
  for (const [tag, indices] of columns.targets) {
    const items = byLanguage.get(tag) as LexiconItem[];
    const words = cellsOf(row, indices);
    translated ||= words.length > 0;
    for (const from of described) takeWords(row, { from, words, items }, columns);
  }
  if (!translated) first?.push(rejection(row.line, 'no translation in any language', text));
}

interface Translations {
  readonly from: string;
  readonly words: readonly string[];
  readonly items: LexiconItem[];
}

function takeWords(row: Row, { from, words, items }: Translations, columns: WideColumns): void {
  const { text, pos } = annotatedTerm(from);
  const category = categoryOf(row.cells[columns.pos] ?? '') || pos;
  const nounClass = bantuClassOf(row.cells[columns.nounClass] ?? '');
  let rank = 1;
  for (const to of words) {
    const before = items.length;
    const facts = { line: row.line, from: text, to: annotatedTerm(to).text, pos: category, nounClass, rank };
    takePair(items, { ...facts, text: `${from} | ${to}` }, columns.from === 'en');
    rank += items.length - before;
  }
}

function cellsOf({ cells }: Row, indices: readonly number[]): string[] {
  const found: string[] = [];
  for (const index of indices) {
    const cell = cells[index]?.trim() ?? '';
    if (cell === '' || IDENTIFIER.test(cell)) continue;
    const before = found.at(-1);
    // `narcotic {illegal drug, heroin}`: a comma that nobody quoted cut the cell within its brackets.
    if (before !== undefined && CUT_OPEN.test(before) && CUT_CLOSE.test(cell))
      found[found.length - 1] = `${before}, ${cell}`;
    else found.push(cell);
  }
  return found;
}

const CUT_OPEN = /[{<(][^{}<>()]*$/;
const CUT_CLOSE = /^[^{}<>()]*[}>)]/;

/** `abolish <v.>`, `absorption n.`, `leaf (n.)`: the part of speech as term lists write it after the word. */
export function annotatedTerm(cell: string): { readonly text: string; readonly pos: string } {
  const bracketed = /<\s*([\p{L}. /]{1,20})\s*>/u.exec(cell) ?? /(?<=\p{L}) \((n|v|adj|adv)\.\)/u.exec(cell);
  const written = bracketed ?? /(?<=\p{L}) (n|v|adj|adv|prep|conj|interj)\.(?=$|\s*[({])/u.exec(cell);
  if (!written) return { text: cell, pos: '' };
  return { text: cell.replace(written[0], ' '), pos: categoryOf(written[1] as string) };
}
