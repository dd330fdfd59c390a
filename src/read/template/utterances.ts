import { CalqueError, type TemplateItem } from '../../model/model.js';
import { firstRowOf } from '../lexicon/calque.js';
import { delimiterOf, firstRows, rowsOf } from '../lexicon/delimiter.js';
import { languageOf } from '../name.js';
import { type Input, SILENT, type TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import { TEMPLATE_HEADER } from './calque.js';
import { partitionOf, piecesOf, templateOf } from './labelled.js';
import { readAnnotated } from './massive.js';

const SAMPLE_ROWS = 60;

/** What header cells are called. */
const NAMES = {
  text: /^(annotated[ _]?utterance|annot_utt|utterances?|utt|texts?|sentences?|quer(y|ies)|phrases?|examples?)$/i,
  intent: /^(intents?|labels?|category|class)$/i,
  scenario: /^(scenario|domain)$/i,
  partition: /^(partition|split)$/i,
  id: /^id$/i,
} as const;

/** Where columns stand, from 0; -1 for those that the file has not. */
interface Columns extends Readonly<Record<keyof typeof NAMES, number>> {
  readonly header: boolean;
}

/** Tables of utterances and intents, as people keep them in spreadsheets. */
export const utterances: TemplateReader = {
  id: 'utterances',
  title: 'Table of utterances and intents in TSV or CSV, slots as [slot : value]',
  extensions: ['tsv', 'csv', 'txt'],
  specification: 'https://www.rfc-editor.org/rfc/rfc4180',
  carries: ['utterances', 'intents', 'slots', 'scenarios, partitions and ids (columns of these names)'],
  sniff(input) {
    const columns = columnsOf(input);
    return columns === undefined ? 0 : columns.header ? 0.95 : 0.5;
  },
  async open(input, { partition, language }) {
    const columns = columnsOf(input);
    if (!columns) {
      throw new CalqueError('input', 'no column holds intents', {
        place: { file: input.file },
        suggestions: ['begin the file with a line that names the columns: utterance, intent'],
      });
    }
    return { ...SILENT, language: language ?? languageOf(input) ?? 'en', batches: readRows(input, columns, partition) };
  },
};

function columnsOf(input: Input): Columns | undefined {
  const delimiter = delimiterOf(input);
  if (TEMPLATE_HEADER.test(firstRowOf(input.head)) || delimiter === undefined || /^\s*[[{<]\s*["<\n]/.test(input.head))
    return undefined;
  const rows = firstRows(input, delimiter, SAMPLE_ROWS);
  return named(rows[0] ?? []) ?? (delimiter === '\t' ? unnamed(rows) : undefined);
}

function named(header: readonly string[]): Columns | undefined {
  const cells = header.map((cell) => cell.trim());
  const at = (name: keyof typeof NAMES) => cells.findIndex((cell) => NAMES[name].test(cell));
  const found = {
    text: at('text'),
    intent: at('intent'),
    scenario: at('scenario'),
    partition: at('partition'),
    id: at('id'),
  };
  return found.text < 0 || found.intent < 0 ? undefined : { ...found, header: true };
}

/** Intents come again and again, have no blanks and look like names; utterances have blanks. */
function unnamed(rows: readonly (readonly string[])[]): Columns | undefined {
  if (rows.length < 3 || rows.some((row) => row.length !== 2)) return undefined;
  const column = (index: number) => rows.map((row) => (row[index] ?? '').trim());
  for (const intent of [1, 0]) {
    const names = column(intent);
    const texts = column(1 - intent);
    const areNames = names.every((name) => /^\p{L}[\p{L}\p{N}_./:-]*$/u.test(name));
    const spaced = texts.filter((text) => text.includes(' ')).length;
    if (
      areNames &&
      new Set(names).size <= names.length / 2 &&
      spaced >= texts.length / 2 &&
      names.some(looksLikeName)
    ) {
      return { text: 1 - intent, intent, scenario: -1, partition: -1, id: -1, header: false };
    }
  }
  return undefined;
}

const looksLikeName = (name: string) => /[_./:]|\p{Ll}\p{Lu}/u.test(name);

async function* readRows(input: Input, columns: Columns, asked: string | undefined): AsyncGenerator<TemplateItem[]> {
  const usual = partitionOf(input, asked);
  let header = columns.header;
  for await (const rows of rowsOf(input, delimiterOf(input) ?? '\t')) {
    const items: TemplateItem[] = [];
    for (const { line, cells } of rows) {
      if (header) {
        header = false;
        continue;
      }
      const item = readRow(line, cells, { columns, usual });
      if (asked === undefined || 'reason' in item || item.partition === asked) items.push(item);
    }
    yield items;
  }
}

function readRow(
  line: number,
  cells: readonly string[],
  { columns, usual }: { readonly columns: Columns; readonly usual: string },
): TemplateItem {
  const cell = (index: number) => (index < 0 ? '' : (cells[index] ?? '').trim());
  const shown = cells.join('\t');
  const parsed = readAnnotated(cell(columns.text));
  if (typeof parsed === 'string') return rejection(line, parsed, shown);
  const pieces = piecesOf(parsed.text, parsed.spans);
  if (!pieces) return rejection(line, 'slots overlap', shown);
  const partition = cell(columns.partition) || usual;
  return templateOf({
    line,
    id: cell(columns.id),
    scenario: cell(columns.scenario),
    intent: cell(columns.intent),
    partition,
    pieces,
  });
}
