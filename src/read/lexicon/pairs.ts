import { CalqueError, type LexiconItem } from '../../model/model.js';
import { fieldOf, lineBatches, quotedRows } from '../lines.js';
import { BATCH_SIZE, type Input, type LexiconPart, type LexiconReader, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { likenessToAbvd } from './abvd.js';
import { isCalqueLexicon } from './calque.js';
import { likenessToExport } from './calque-export.js';
import { categoryOf } from './category.js';
import { likenessToCedict } from './cedict.js';
import { likenessToCldf } from './cldf.js';
import { cleanPair } from './clean.js';
import { type Columns, describeColumns, findColumns } from './columns.js';
import { likenessToConcepts } from './concepts.js';
import { delimiterOf, firstRows } from './delimiter.js';
import { likenessToDictd } from './dictd.js';
import { likenessToDing } from './ding.js';
import { likenessToDsl } from './dsl.js';
import { likenessToEdict } from './edict.js';
import { repeatsItself } from './identical.js';
import { likenessToWordnet } from './omw.js';
import { likenessToPo } from './po.js';
import { likenessToSwadesh } from './swadesh.js';
import { likenessToWide } from './wide-columns.js';

/** Formats whose lines have columns, too. */
const OTHERS: readonly ((input: Input) => number)[] = [
  (input) => (isCalqueLexicon(input) ? 1 : 0),
  likenessToExport,
  likenessToSwadesh,
  likenessToWide,
  likenessToAbvd,
  likenessToCedict,
  likenessToCldf,
  likenessToConcepts,
  likenessToDictd,
  likenessToDsl,
  likenessToDing,
  likenessToEdict,
  likenessToPo,
  likenessToWordnet,
];

/** Two columns of a table of text, one translation a row: what bilingual word lists mostly are. */
export const pairs: LexiconReader = {
  id: 'pairs',
  title: 'Word pairs in TSV or CSV: two columns, English and the other language',
  extensions: ['tsv', 'txt', 'csv', 'tab'],
  specification: 'https://www.rfc-editor.org/rfc/rfc4180',
  carries: ['translations', 'part of speech (column `pos`)'],
  sniff,
  async open(input, options) {
    const delimiter = delimiterOf(input);
    if (delimiter === undefined) {
      throw new CalqueError('input', 'has no columns: no TAB, semicolon or comma separates its lines', {
        place: { file: input.file },
      });
    }
    const rows = firstRows(input, delimiter);
    const columns = findColumns(input, rows, options);
    return {
      ...SILENT,
      kind: 'lexicon',
      direction: columns.direction,
      understood: describeColumns(rows[0] ?? [], columns),
      parts: delimiter === '\t' ? tabParts(input, columns) : quotedParts(input, columns, delimiter),
    };
  },
};

function sniff(input: Input): number {
  if (/^\s*[<{[\\]/.test(input.head) || OTHERS.some((likeness) => likeness(input) > 0)) return 0;
  const delimiter = delimiterOf(input);
  if (delimiter === undefined) return 0;
  return delimiter === '\t' ? 0.4 : 0.3;
}

/** TSV has no quoting: a lone quotation mark in a gloss must not swallow the rest of the file. */
async function* tabParts(input: Input, columns: Columns): AsyncGenerator<LexiconPart> {
  const take = makeTaker(columns, await repeatsItself(input, columns));
  const { fromTag: from, toTag: to } = columns;
  let skip = columns.header;
  const row = new TabRow();
  for await (const { first, lines } of lineBatches(input)) {
    for (let start = 0; start < lines.length; start += BATCH_SIZE) {
      const items: LexiconItem[] = [];
      const end = Math.min(lines.length, start + BATCH_SIZE);
      for (let i = start; i < end; i++) {
        const line = lines[i] as string;
        if (line === '') continue;
        if (skip) skip = false;
        else {
          row.text = line;
          take(items, first + i, row);
        }
      }
      yield { from, to, items };
    }
  }
}

async function* quotedParts(input: Input, columns: Columns, delimiter: string): AsyncGenerator<LexiconPart> {
  const take = makeTaker(columns, false);
  const { fromTag: from, toTag: to } = columns;
  let skip = columns.header;
  for await (const rows of quotedRows(input, delimiter)) {
    const items: LexiconItem[] = [];
    for (const { line, cells } of rows) {
      if (skip) skip = false;
      else take(items, line, { text: cells.join(delimiter), cell: (index) => cells[index] });
    }
    yield { from, to, items };
  }
}

interface PairRow {
  readonly text: string;
  cell(index: number): string | undefined;
}

/** One object for all lines of a file: nobody keeps it. */
class TabRow implements PairRow {
  text = '';

  cell(index: number): string | undefined {
    return fieldOf(this.text, index);
  }
}

/** Takes rows in order: several rows in a row for one word are its first, second … translation. */
function makeTaker(columns: Columns, repeats: boolean): (items: LexiconItem[], line: number, row: PairRow) => void {
  const english = columns.fromTag === 'en';
  let previous = '';
  let rank = 0;
  return (items, line, row) => {
    const from = row.cell(columns.from);
    const to = row.cell(columns.to);
    if (from === undefined || to === undefined) {
      items.push(rejection(line, 'too few columns', row.text));
      return;
    }
    if (repeats && from === to) {
      items.push(rejection(line, 'the same on both sides, as most of this list is', row.text));
      return;
    }
    const head = columns.from < columns.to ? from : to;
    rank = head === previous ? rank + 1 : 1;
    previous = head;
    const pos = columns.pos < 0 ? '' : categoryOf(row.cell(columns.pos) ?? '');
    cleanPair({ line, from, to, pos, nounClass: '', rank, sense: '', labels: '', text: row.text }, items, english);
  };
}
