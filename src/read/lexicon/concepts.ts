import { resolveLanguage } from '../../languages/languages.js';
import type { LexiconItem } from '../../model/model.js';
import { isEnglishName, privateTag } from '../name.js';
import { type Input, type LexiconPart, type LexiconReader, type ReadOptions, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { faultOfForm } from './abvd.js';
import { delimiterOf, firstRows, rowsOf } from './delimiter.js';
import { conceptWords } from './gloss.js';
import { takePair } from './pair.js';
import { languageColumns } from './wide-columns.js';

const HEADER_ROWS = 5;
const LEAST_CONCEPTS = 10;

/** Word lists of linguists that stand the other way: a row for each language, a column for each concept. */
export const concepts: LexiconReader = {
  id: 'concepts',
  title: 'Word list with a row for each language and a column for each concept, concepts named in a row of English',
  extensions: ['csv', 'tsv'],
  specification: 'https://www.rfc-editor.org/rfc/rfc4180',
  carries: ['translations', 'many languages'],
  sniff: likenessToConcepts,
  async open(input, options) {
    return { ...SILENT, kind: 'lexicon', direction: 'said', parts: readParts(input, options) };
  },
};

export function likenessToConcepts(input: Input): number {
  return englishRow(input) < 0 ? 0 : 0.9;
}

/** Which of the first rows names the concepts in English; -1 where none does. */
function englishRow(input: Input): number {
  const delimiter = delimiterOf(input);
  if (delimiter === undefined || /^\s*[<{[\\]/.test(input.head)) return -1;
  const rows = firstRows(input, delimiter, HEADER_ROWS);
  if ((rows[0]?.length ?? 0) < LEAST_CONCEPTS || languageColumns(rows[0] ?? []).has('en')) return -1;
  return rows.findIndex(([name = '', ...words]) => isEnglish(name) && words.length >= LEAST_CONCEPTS);
}

function isEnglish(name: string): boolean {
  return isEnglishName(name) || /^(anglais|ingl[eé]s|englisch)$/i.test(name.trim());
}

async function* readParts(input: Input, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const named = englishRow(input);
  let number = 0;
  let english: readonly string[] = [];
  for await (const rows of rowsOf(input, delimiterOf(input) ?? ',')) {
    for (const { line, cells } of rows) {
      if (number === named) english = cells;
      // What stands above the English row names the concepts in other ways.
      if (number++ <= named || cells[0] === undefined || cells[0].trim() === '') continue;
      const to = tagOf(cells[0]);
      if (options.to !== undefined && options.to !== to) continue;
      yield { from: 'en', to, items: itemsOf(line, cells, english) };
    }
  }
}

function itemsOf(line: number, cells: readonly string[], english: readonly string[]): LexiconItem[] {
  const items: LexiconItem[] = [];
  for (const [index, concept] of english.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (index === 0 || NO_CONCEPTS.test(concept) || /^[?\s]*$/.test(cell)) continue;
    const text = `${cells[0]}: ${concept}: ${cell}`;
    const fault = faultOfForm(cell);
    if (fault !== '') items.push(rejection(line, fault, text));
    else takePair(items, { line, from: conceptWords(concept), to: cell.replace(/\s*~\s*/g, '; '), text });
  }
  if (items.length === 0) items.push(rejection(line, 'no form is given', cells[0] ?? ''));
  return items;
}

const NO_CONCEPTS = /^\s*(sources?|references?|notes?|comments?|collectors?)?\s*$/i;

/** `A11_Londo`, `Fefe_Grassfields`: a code of a classification before the name, a group after it. */
function tagOf(name: string): string {
  const plain = name.trim().replace(/^\*?[A-Z]{1,2}\d+[A-Za-z]?_(?=\p{L})/u, '');
  return resolveLanguage(plain.replaceAll('_', ' ')) ?? privateTag(plain) ?? 'und';
}
