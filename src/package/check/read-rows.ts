import { parseAnnotated } from '../../model/model.js';
import { wordsOf } from '../words.js';
import type { FaultyLine, FiledRow } from './filed-row.js';

export type RowReader = (lines: AsyncIterable<string>) => AsyncGenerator<FiledRow | FaultyLine>;

/** Readers of the formats that name their rows. */
export const ROW_READERS: ReadonlyMap<string, RowReader> = new Map<string, RowReader>([
  ['massive', (lines) => jsonRows(lines, massiveRow)],
  ['token-classification', (lines) => jsonRows(lines, tokenRow)],
  ['text-to-text', (lines) => jsonRows(lines, textToTextRow)],
  ['csv', csvRows],
  ['conll', conllRows],
]);

type Fields = Readonly<Record<string, unknown>>;
export type Read = Omit<FiledRow, 'line'> | string;

async function* jsonRows(lines: AsyncIterable<string>, read: (fields: Fields) => Read) {
  let line = 0;
  for await (const text of lines) {
    line++;
    yield lineOf(line, parsed(text, read));
  }
}

function lineOf(line: number, read: Read): FiledRow | FaultyLine {
  return typeof read === 'string' ? { line, fault: read } : { line, ...read };
}

function parsed(text: string, read: (fields: Fields) => Read): Read {
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === 'object' && fields !== null ? read(fields as Fields) : 'is no JSON object';
  } catch {
    return 'is no JSON';
  }
}

/** Keys that are not text; '' where all are. */
function notText(fields: Fields, keys: readonly string[]): string {
  const wrong = keys.filter((key) => typeof fields[key] !== 'string');
  return wrong.length === 0 ? '' : `has no text for ${wrong.join(', ')}`;
}

const MASSIVE_KEYS = ['id', 'locale', 'partition', 'scenario', 'intent', 'utt', 'annot_utt', 'worker_id'];

function massiveRow(fields: Fields): Read {
  const fault = notText(fields, MASSIVE_KEYS);
  if (fault !== '') return fault;
  if (!Array.isArray(fields.slot_method) || !Array.isArray(fields.judgments)) return 'lacks slot_method or judgments';
  const row = annotatedRow(fields as Readonly<Record<string, string>>);
  if (typeof row === 'string') return row;
  // The methods are told of the slots of the row, in their order, each once.
  const told = (fields.slot_method as { slot?: unknown }[]).map(({ slot }) => slot);
  const inRow = new Set<unknown>((row.spans ?? []).map(({ slot }) => slot));
  return told.every((slot) => inRow.has(slot)) ? row : 'slot_method names a slot that annot_utt lacks';
}

/** A row with its text and its annotation: the one without brackets is the other. */
export function annotatedRow(fields: Readonly<Record<string, string>>): Read {
  const { id = '', locale = '', partition = '', intent = '', utt = '', annot_utt = '' } = fields;
  const parsed = parseAnnotated(annot_utt);
  if (!parsed) return 'annot_utt has brackets that do not match';
  if (parsed.text !== utt) return 'utt is not annot_utt without brackets';
  if (intent === '') return 'has no intent';
  const values = parsed.spans.map(({ start, end }) => utt.slice(start, end));
  if (values.some((value) => value !== value.trim())) return 'a span begins or ends with a blank';
  return { id, locale, partition, intent, utt, spans: parsed.spans };
}

function tokenRow(fields: Fields): Read {
  const fault = notText(fields, ['id', 'intent', 'text']);
  if (fault !== '') return fault;
  const { tokens, ner_tags: tags, text } = fields;
  if (!isTexts(tokens) || !isTexts(tags)) return 'tokens and ner_tags must be lists of text';
  if (tokens.length !== tags.length) return 'has not as many tags as tokens';
  if (tokens.join('') !== (text as string).replaceAll(' ', '')) return 'tokens are not those of text';
  return taggedRow(fields as Readonly<Record<string, string>>, tokens, tags);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Words with BIO tags: `I-` goes on with a span that `B-` has begun. */
export function taggedRow(
  { id = '', intent = '' }: Readonly<Record<string, string>>,
  tokens: readonly string[],
  tags: readonly string[],
): Read {
  const spans: { slot: string; start: number; end: number }[] = [];
  let open: (typeof spans)[number] | undefined;
  let at = 0;
  for (const [i, tag] of tags.entries()) {
    const slot = tag.slice(2);
    const end = at + tokens[i]!.length;
    if (tag === 'O') open = undefined;
    else if (tag.startsWith('B-') && slot !== '') {
      open = { slot, start: at, end };
      spans.push(open);
    } else if (open && tag.startsWith('I-') && slot === open.slot) open.end = end;
    else return `the tag ${tag} continues nothing`;
    at = end + 1;
  }
  return { id, locale: '', partition: '', intent, utt: tokens.join(' '), spans };
}

function textToTextRow(fields: Fields): Read {
  const fault = notText(fields, ['id', 'input', 'target', 'annot_utt']);
  if (fault !== '') return fault;
  const { id = '', input = '', target = '', annot_utt = '' } = fields as Readonly<Record<string, string>>;
  const labels = target.split(' ');
  const intent = labels.pop() as string;
  const parsed = parseAnnotated(annot_utt);
  const words = parsed ? wordsOf(parsed.text, parsed.spans) : [];
  const said = words.map(({ text }) => text).join(' ');
  if (!parsed || words.length !== labels.length || input !== `Annotate: ${said}`) {
    return 'has not a label for each word, and an intent';
  }
  const differs = words.some(({ span }, i) => (span?.slot ?? 'Other') !== labels[i]);
  if (differs) return 'target has not the slots of annot_utt';
  return { id, locale: '', partition: '', intent, utt: parsed.text, spans: parsed.spans };
}

async function* csvRows(lines: AsyncIterable<string>): AsyncGenerator<FiledRow | FaultyLine> {
  let columns: readonly string[] | undefined;
  let line = 0;
  for await (const text of lines) {
    line++;
    const cells = csvCells(text);
    if (cells === undefined) yield { line, fault: 'has quotes that do not match' };
    else if (columns === undefined) columns = cells;
    else if (cells.length !== columns.length) yield { line, fault: `has ${cells.length} cells, not ${columns.length}` };
    else {
      const fields = Object.fromEntries(columns.map((column, i) => [column, unguarded(cells[i]!)]));
      yield lineOf(line, notText(fields, ['id', 'utt', 'annot_utt']) || annotatedRow(fields));
    }
  }
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;

/** Cells of a line; texts of a package hold no line ends. */
function csvCells(text: string): string[] | undefined {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const match = CELL.exec(text);
    if (!match) return undefined;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return cells;
  }
}

/** The apostrophe of `--spreadsheet-safe`. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

interface Block {
  readonly line: number;
  readonly comments: Map<string, string>;
  readonly words: (readonly string[])[];
}

async function* conllRows(lines: AsyncIterable<string>): AsyncGenerator<FiledRow | FaultyLine> {
  let line = 0;
  let block: Block | undefined;
  for await (const text of lines) {
    line++;
    if (text === '') {
      if (block) yield lineOf(block.line, blockRow(block));
      block = undefined;
      continue;
    }
    block ??= { line, comments: new Map(), words: [] };
    const comment = /^# ([^=]+) = (.*)$/.exec(text);
    if (comment && block.words.length === 0) block.comments.set(comment[1]!, comment[2]!);
    else block.words.push(text.split('\t'));
  }
  if (block) yield { line: block.line, fault: 'the block does not end' };
}

function blockRow({ comments, words }: Block): Read {
  const [id, intent, utt] = ['id', 'intent', 'text'].map((key) => comments.get(key));
  if (id === undefined || intent === undefined || utt === undefined) return 'the block lacks id, intent or text';
  const bad = words.find((cells, i) => cells.length !== 4 || cells[0] !== String(i + 1) || cells[2] !== intent);
  if (bad) return `the block has a word that is no number, form, intent and label: ${bad.join(' ')}`;
  const row = taggedRow(
    { id, intent },
    words.map((cells) => cells[1]!),
    words.map((cells) => cells[3]!),
  );
  if (typeof row === 'string') return row;
  return row.utt.replaceAll(' ', '') === utt.replaceAll(' ', '') ? row : 'the words are not the text';
}
