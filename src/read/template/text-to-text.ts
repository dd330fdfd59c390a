import { parseAnnotated, type TemplateItem } from '../../model/model.js';
import { type JsonObject, parseJsonObject, textOf } from '../json.js';
import { ofEachLine } from '../lines.js';
import type { Input, TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import { type Piece, piecesOf, templateOf } from './labelled.js';
import { openPartition, type Reading } from './opening.js';

/** What stands before the words of an input. */
const TASK = 'Annotate: ';

/** The label of words outside of slots. */
const OUTSIDE = 'Other';

/** Inputs and targets of text-to-text models, as MASSIVE trains mT5: a label a word, then the intent. */
export const textToText: TemplateReader = {
  id: 'text-to-text',
  title: 'Text-to-text: JSON lines with input and target, a label a word and then the intent (MASSIVE’s mT5)',
  extensions: ['jsonl'],
  specification: 'https://github.com/alexa/massive',
  carries: ['utterances', 'intents', 'slots'],
  sniff({ head }) {
    const [line = ''] = head.trimStart().split('\n', 1);
    const row = line.startsWith('{') ? parseJsonObject(line) : undefined;
    return row && textOf(row, 'input').startsWith(TASK) && textOf(row, 'target') !== '' ? 1 : 0;
  },
  async open(input, options) {
    return openPartition({ input, options }, readRows);
  },
};

function readRows(input: Input, { partition }: Reading): AsyncGenerator<TemplateItem[]> {
  return ofEachLine(input, (line, text) => readRow(line, text, partition));
}

function readRow(line: number, text: string, partition: string): TemplateItem {
  const row = parseJsonObject(text);
  const input = row ? textOf(row, 'input') : '';
  if (!row || !input.startsWith(TASK)) return rejection(line, `not a JSON object whose input begins "${TASK}"`, text);
  const words = input.slice(TASK.length).split(/\s+/).filter(Boolean);
  const labels = textOf(row, 'target').split(/\s+/);
  const intent = labels.pop() ?? '';
  if (words.length === 0 || words.length !== labels.length) {
    return rejection(line, 'a label for each word and the intent are expected', text);
  }
  const pieces = annotatedPieces(row, words, labels) ?? labelledPieces(words, labels);
  return templateOf({ line, id: textOf(row, 'id'), scenario: '', intent, partition, pieces });
}

/** Where the row also has its slots in brackets, they tell what labels cannot: where one of two slots of a name ends. */
function annotatedPieces(row: JsonObject, words: readonly string[], labels: readonly string[]): Piece[] | undefined {
  const parsed = parseAnnotated(textOf(row, 'annot_utt'));
  const pieces = parsed && piecesOf(parsed.text, parsed.spans);
  const agrees = pieces && plain(pieces.map(({ text }) => text)) === plain(words) && slots(pieces) === runs(labels);
  return agrees ? pieces : undefined;
}

const plain = (texts: readonly string[]) => texts.join('').replace(/\s+/g, '');

/** Names of slots in their order, each run of one name once, as labels show them. */
const slots = (pieces: readonly Piece[]) =>
  runs(pieces.filter(({ text, slot }) => slot !== '' || text.trim() !== '').map(({ slot }) => slot || OUTSIDE));

const runs = (labels: readonly string[]) =>
  labels.filter((label, i) => label !== OUTSIDE && label !== labels[i - 1]).join(' ');

function labelledPieces(words: readonly string[], labels: readonly string[]): Piece[] {
  const pieces: { text: string; slot: string }[] = [];
  for (const [i, word] of words.entries()) {
    const slot = labels[i] === OUTSIDE ? '' : (labels[i] as string);
    const last = pieces.at(-1);
    if (last?.slot === slot) last.text += ` ${word}`;
    else {
      if (last) pieces.push({ text: ' ', slot: '' });
      pieces.push({ text: word, slot });
    }
  }
  return pieces;
}
