import { CalqueError, parseAnnotated, type TemplateItem } from '../../model/model.js';
import { parseJsonObject, textOf } from '../json.js';
import { isParquet, openParquet, type ParquetRow, type ParquetTable } from '../parquet.js';
import { BATCH_SIZE, type Input, type TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import { type Piece, piecesOf, templateOf } from './labelled.js';
import { openUtterances } from './opening.js';
import { BIO_LABEL, piecesOfWords } from './tagged.js';

/** Names of columns, in the order in which they are looked for. */
const TEXTS = ['annot_utt', 'utt', 'text'] as const;
const COLUMNS = ['id', 'locale', 'partition', 'scenario', 'intent', ...TEXTS, 'tokens', 'ner_tags'] as const;

/** Tables of Hugging Face data sets: what `huggingface` packages hold, MASSIVE as the Hub has it, tokens with tags. */
export const parquet: TemplateReader = {
  id: 'parquet',
  title: 'Parquet tables with an intent, and annot_utt or tokens and ner_tags (Hugging Face data sets)',
  extensions: ['parquet'],
  specification: 'https://huggingface.co/docs/datasets',
  carries: ['utterances', 'scenarios', 'intents', 'slots', 'partitions'],
  sniff: (input) => (isParquet(input) ? 1 : 0),
  async open(input, options) {
    const table = await openParquet(input);
    const columns = COLUMNS.filter((name) => table.columns.has(name));
    const has = (name: string) => table.columns.has(name);
    if (!has('intent') || !(TEXTS.some(has) || has('tokens'))) throw noUtterances(input, table);
    const inside = has('locale') ? await firstLocale(table) : undefined;
    const names = labelNames(table);
    return openUtterances({ input, options, inside }, async function* (_, { partition }) {
      let row = 0;
      for await (const rows of table.rows(columns)) {
        for (let start = 0; start < rows.length; start += BATCH_SIZE) {
          const batch = rows.slice(start, start + BATCH_SIZE);
          const items = batch.map((cells) => readRow({ line: ++row, cells, names, partition }));
          yield items.filter((item) => 'reason' in item || item.partition === (options.partition ?? item.partition));
        }
      }
    });
  },
};

/** `sw-KE` → `sw`, as for MASSIVE. */
async function firstLocale(table: ParquetTable): Promise<string | undefined> {
  for await (const [first] of table.rows(['locale'])) {
    if (typeof first?.locale === 'string') return first.locale.replace(/-[A-Z]{2}$/, '');
  }
  return undefined;
}

type Names = ReadonlyMap<string, readonly string[]>;

/** Names of labels that columns number: `datasets` writes them into the file. */
function labelNames(table: ParquetTable): Names {
  const features = objectAt(objectAt(parseJsonObject(table.notes.get('huggingface') ?? ''), 'info'), 'features');
  const found = new Map<string, readonly string[]>();
  for (const column of COLUMNS) {
    const feature = objectAt(features, column);
    const names = [feature, objectAt(feature, 'feature')].map((each) => each?.names).find(Array.isArray);
    if (names) found.set(column, names.map(String));
  }
  return found;
}

function objectAt(object: ParquetRow | undefined, key: string): ParquetRow | undefined {
  const value = object && Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'object' && value !== null ? (value as ParquetRow) : undefined;
}

interface Cells {
  /** The number of the row: such files have no lines. */
  readonly line: number;
  readonly cells: ParquetRow;
  readonly names: Names;
  readonly partition: string;
}

function readRow({ line, cells, names, partition }: Cells): TemplateItem {
  const text = (column: string) => labelOf(cells[column], names.get(column)) ?? textOf(cells, column);
  const shown = TEXTS.map(text).find((each) => each !== '') ?? '';
  const pieces = piecesIn(cells, names, shown);
  if (typeof pieces === 'string') return rejection(line, pieces, shown);
  const own = { id: text('id'), scenario: text('scenario'), intent: text('intent') };
  return templateOf({ line, ...own, partition: text('partition') || partition, pieces });
}

/** The utterance cut at its slots, or why that cannot be done. */
function piecesIn(cells: ParquetRow, names: Names, shown: string): Piece[] | string {
  const annotated = textOf(cells, 'annot_utt');
  if (annotated !== '') {
    const parsed = parseAnnotated(annotated.replace(/\s+/g, ' '));
    return (
      (parsed && piecesOf(parsed.text, parsed.spans)) ?? 'slot brackets are not well-formed: [slot : value] is expected'
    );
  }
  const { tokens, ner_tags: tags } = cells;
  if (!Array.isArray(tokens)) return shown === '' ? 'the utterance is missing' : [{ text: shown, slot: '' }];
  if (!Array.isArray(tags) || tags.length !== tokens.length) return 'as many tags as tokens are expected';
  const words = tokens.map((form: unknown, i) => ({
    form: typeof form === 'string' ? form : '',
    label: labelOf(tags[i], names.get('ner_tags')) ?? String(tags[i]),
  }));
  const bad = words.find(({ form, label }) => form.trim() === '' || !BIO_LABEL.test(label));
  return bad ? `a token or a tag is none: ${bad.form} ${bad.label}` : piecesOfWords(words, shown).pieces;
}

/** What a number stands for. */
function labelOf(value: unknown, names: readonly string[] | undefined): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
  return names?.[Number(value)] ?? String(value);
}

function noUtterances(input: Input, { columns }: ParquetTable): CalqueError {
  return new CalqueError('input', 'is a table without labelled utterances', {
    place: { file: input.file },
    suggestions: [
      `columns intent and annot_utt, or intent, tokens and ner_tags, are expected; it has ${[...columns].join(', ')}`,
    ],
  });
}
