import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type TextItem } from '../../model/model.js';
import { type Columns, findColumns, HEADER_NAMES } from '../lexicon/columns.js';
import { delimiterOf, firstRows } from '../lexicon/delimiter.js';
import { englishShare, LEAST_ENGLISH } from '../lexicon/english.js';
import { likenessToPo } from '../lexicon/po.js';
import { likenessToWide } from '../lexicon/wide-columns.js';
import { fieldOf, lineBatches } from '../lines.js';
import { isEnglishName, languagePairOf } from '../name.js';
import { BATCH_SIZE, type Input, type ReadOptions, SILENT, type TextPart, type TextReader } from '../reader.js';
import { rejection } from '../reject.js';
import { likenessToAligned } from './aligned.js';
import { likenessToFrequency } from './frequency.js';
import { languageOfTextName } from './language.js';
import { takeSentencePair } from './sentence.js';
import { likenessToTatoeba } from './tatoeba.js';
import { unilex } from './unilex.js';

const OTHERS: readonly ((input: Input) => number)[] = [
  likenessToAligned,
  likenessToFrequency,
  likenessToPo,
  likenessToTatoeba,
  (input) => unilex.sniff(input),
];

const SURE = 0.85;

/** Rows that show which column is English. */
const SAMPLE = 200;
const LEAST_SAMPLE = 20;

/** Sentences and their translations, side by side. */
export const pairs: TextReader = {
  id: 'pairs',
  title:
    'Sentence pairs in TSV (Tatoeba, user interfaces): English and the other language, other columns with a header',
  extensions: ['tsv', 'txt'],
  specification: 'https://tatoeba.org/en/downloads',
  carries: ['sentence pairs'],
  sniff(input) {
    if (/^\s*[<{]/.test(input.head) || OTHERS.some((likeness) => likeness(input) > 0)) return 0;
    if (delimiterOf(input) !== '\t') return 0;
    // Where a table of words would be sure of the file, this must be, too: the command says which is meant.
    return likenessToWide(input) >= SURE && languageColumnsOf(firstRows(input, '\t', 1)[0] ?? []).has('en')
      ? SURE
      : 0.4;
  },
  async open(input, options) {
    const rows = firstRows(input, '\t', SAMPLE);
    const columns = findColumns(input, rows, { ...options, ...columnsOf(input, rows, options) });
    checkSides(input, rows, columns);
    return { ...SILENT, parts: readParts(input, columns) };
  },
};

/** Which columns, where neither the user nor two columns say it. */
function columnsOf(input: Input, rows: readonly (readonly string[])[], options: ReadOptions): ReadOptions {
  const [header = []] = rows;
  if (options.columns || header.length < 3) return {};
  const numbered = (row: readonly string[], ...columns: readonly number[]) =>
    columns.every((column) => /^\d+$/.test(row[column] ?? ''));
  if (header.length === 4 && rows.every((row) => numbered(row, 0, 2))) return { columns: ['2', '4'] };
  if (rows.every(([, , last = '']) => /CC[- ]BY|tatoeba/i.test(last))) return { columns: ['1', '2'] };
  return columnsByHeader(input, header, options);
}

/** Short names of columns are codes of languages, too (`app`): the file's name or the user says which is meant. */
function columnsByHeader(input: Input, header: readonly string[], { to, from, language }: ReadOptions): ReadOptions {
  const columns = languageColumnsOf(header);
  const english = columns.get('en');
  const pair = languagePairOf(input.name);
  const candidates = [to, from, language, pair?.left, pair?.right, languageOfTextName(input.name)];
  const tag = candidates.find((each) => each !== undefined && each !== 'en' && columns.has(each));
  const other = tag === undefined ? undefined : columns.get(tag);
  return english === undefined || other === undefined ? {} : { columns: [english, other] };
}

/** The first column of each language that a header names. */
function languageColumnsOf(header: readonly string[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const name of header.map((cell) => cell.trim())) {
    const tag = isEnglishName(name) ? 'en' : HEADER_NAMES.has(name.toLowerCase()) ? undefined : resolveLanguage(name);
    if (tag !== undefined && !columns.has(tag)) columns.set(tag, name);
  }
  return columns;
}

/** A file whose other column is the English one would teach everything the wrong way round. */
function checkSides(input: Input, rows: readonly (readonly string[])[], columns: Columns): void {
  if (columns.direction === 'said' || columns.fromTag !== 'en') return;
  const body = rows.slice(columns.header ? 1 : 0);
  const share = (index: number) => englishShare(body.map((row) => row[index] ?? ''));
  const [from, to] = [share(columns.from), share(columns.to)];
  if (body.length < LEAST_SAMPLE || from >= LEAST_ENGLISH || to < 2 * LEAST_ENGLISH) return;
  throw new CalqueError('input', 'stands the wrong way round: English is in the column of the other language', {
    place: { file: input.file },
    suggestions: ['use --reverse if the other language stands in the left column'],
  });
}

async function* readParts(input: Input, columns: Columns): AsyncGenerator<TextPart> {
  const { fromTag: from, toTag: to } = columns;
  let skip = columns.header;
  for await (const { first, lines } of lineBatches(input)) {
    for (let start = 0; start < lines.length; start += BATCH_SIZE) {
      const items: TextItem[] = [];
      for (let i = start; i < Math.min(lines.length, start + BATCH_SIZE); i++) {
        const line = lines[i] as string;
        if (line.trim() === '') continue;
        if (skip) skip = false;
        else takeRow(items, { line: first + i, row: line }, columns);
      }
      yield { from, to, items };
    }
  }
}

function takeRow(items: TextItem[], { line, row }: { line: number; row: string }, columns: Columns): void {
  const [from, to] = [fieldOf(row, columns.from), fieldOf(row, columns.to)];
  if (from === undefined || to === undefined) items.push(rejection(line, 'too few columns', row));
  else takeSentencePair(items, { line, from, to });
}
