import type { SlotSpan, TemplateItem } from '../../model/model.js';
import { fieldOfObject, type JsonObject, objectsOf, parseJsonObject, textOf } from '../json.js';
import { ofEachLine } from '../lines.js';
import type { Input, TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import { piecesOf, templateOf } from './labelled.js';
import { openPartition, type Reading } from './opening.js';

/** Injongo's release: natively written utterances, slots by offsets. */
export const injongo: TemplateReader = {
  id: 'injongo',
  title: 'Injongo: labelled utterances as JSON lines, slots by offsets',
  extensions: ['jsonl'],
  specification: 'https://github.com/masakhane-io/masakhane-nlu',
  carries: ['utterances', 'intents', 'slots'],
  sniff({ head }) {
    const [line = ''] = head.trimStart().split('\n', 1);
    const row = line.startsWith('{') && /"spans"\s*:\s*\[/.test(line) ? parseJsonObject(line) : undefined;
    return row && textOf(row, 'intent') !== '' && textOf(row, 'text') !== '' ? 1 : 0;
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
  const utterance = row ? fieldOfObject(row, 'text') : undefined;
  if (!row || typeof utterance !== 'string') return rejection(line, 'not a JSON object with a text', text);
  const spans = spansOf(row, utterance);
  const pieces = spans && piecesOf(utterance, spans);
  if (!pieces) return rejection(line, 'the offsets of its slots do not fit the text', text);
  return templateOf({
    line,
    id: textOf(row, 'example_id'),
    scenario: '',
    intent: textOf(row, 'intent'),
    partition,
    pieces,
  });
}

/** The offsets are said to count bytes and count characters; `target` tells which. */
function spansOf(row: JsonObject, text: string): SlotSpan[] | undefined {
  const said = objectsOf(row, 'spans');
  const target = textOf(row, 'target').replace(/\s+/g, ' ');
  for (const units of [Array.from(text), byteUnits(text)]) {
    const spans = said.map((span) => spanIn(units, span));
    if (spans.includes(undefined)) continue;
    const found = spans as SlotSpan[];
    const values = found.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim());
    if (target === '' || values.every((value) => target.includes(value))) return found;
  }
  return undefined;
}

/** One string a byte of UTF-8: the first of a character holds it, the others nothing. */
function byteUnits(text: string): string[] {
  return Array.from(text).flatMap((letter) => [letter, ...new Array<string>(Buffer.byteLength(letter) - 1).fill('')]);
}

function spanIn(units: readonly string[], span: JsonObject): SlotSpan | undefined {
  const [start, end] = [fieldOfObject(span, 'start_byte'), fieldOfObject(span, 'limit_byte')];
  const slot = textOf(span, 'label');
  const isInside = typeof start === 'number' && typeof end === 'number' && start >= 0 && end <= units.length;
  if (!isInside || slot === '' || !Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  const before = units.slice(0, start).join('').length;
  return { slot, start: before, end: before + units.slice(start, end).join('').length };
}
