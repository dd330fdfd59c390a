// Rows of term lists that write the part of speech after the English word, as part of the field: `absorption n.`
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Not in brackets: those were removed before anything was counted. */
const CATEGORY = /\p{L} (?:n|v|adj|adv|prep|conj|interj)\.\s*(?:$|[({])/u;

/** Lists with at least one such row, each with the numbers of the lines where such rows end. */
export function rowsWithCategory(files) {
  const lists = files.filter((file) => /\/za-mavito\//.test(file)).map((file) => [file, linesOf(file)]);
  return new Map(lists.filter(([, lines]) => lines.size > 0));
}

function linesOf(file) {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  if (/\.csv\.gz$/.test(file)) return linesOfTable(text);
  return /\.jsonl\.gz$/.test(file) ? linesOfObjects(text) : new Set();
}

function linesOfTable(text) {
  const rows = parse(text, { info: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
  const header = rows[0].record;
  const english = [...header.keys()].filter((index) => /^eng(?:__\d+)?$/.test(header[index]));
  const marked = rows.filter(({ record }) => english.some((index) => CATEGORY.test(record[index] ?? '')));
  return new Set(marked.map(({ info }) => info.lines));
}

function linesOfObjects(text) {
  const marked = text
    .split('\n')
    .map((line, index) => [line, index + 1])
    .filter(([line]) => line !== '' && [JSON.parse(line).eng].flat().some((term) => CATEGORY.test(term ?? '')));
  return new Set(marked.map(([, number]) => number));
}
