import type { ValueItem } from '../../model/model.js';
import { faultOf, needsOf, tidy } from '../lexicon/tidy.js';
import { fieldOf, lineBatches } from '../lines.js';
import { type Input, SILENT, type ValueReader } from '../reader.js';
import { rejection } from '../reject.js';
import { bracketFault } from './brackets.js';
import { isCalqueValues, readWeight, valueLanguage, weightFault } from './calque.js';
import { saidSlot } from './slot.js';

/** Longer lines are prose, not values. */
const LONGEST_VALUE = 200;

/** Plain lists: one value a line, a weight after a TAB if there is one. */
export const valueLines: ValueReader = {
  id: 'lines',
  title: 'Plain list: one value a line, optionally a TAB and a weight',
  extensions: ['txt', 'tsv', 'lst'],
  carries: ['slot values', 'weights'],
  sniff(input) {
    if (isCalqueValues(input) || /^\s*([<{]|\[\{)/.test(input.head)) return 0;
    const lines = input.head.split(/\r?\n/, 50).filter((line) => line !== '');
    return lines.every((line) => line.length <= LONGEST_VALUE && line.split('\t').length <= 2) ? 0.2 : 0;
  },
  async open(input, { slot, language, to }) {
    return {
      ...SILENT,
      language: valueLanguage(input, language ?? to),
      batches: readValues(input, saidSlot(input, slot)),
    };
  },
};

async function* readValues(input: Input, slot: string): AsyncGenerator<ValueItem[]> {
  for await (const { first, lines } of lineBatches(input)) {
    const items: ValueItem[] = [];
    for (const [index, row] of lines.entries()) {
      if (row.trim() === '' || row.startsWith('#')) continue;
      items.push(readValue(first + index, row, slot));
    }
    yield items;
  }
}

function readValue(line: number, row: string, slot: string): ValueItem {
  const text = tidy(fieldOf(row, 0) ?? '');
  const weight = readWeight((fieldOf(row, 1) ?? '').trim());
  const long = text.length > LONGEST_VALUE ? 'longer than a value can be' : '';
  const fault =
    faultOf(row, needsOf(row)) ||
    (text === '' ? 'the value is empty' : long) ||
    bracketFault(text) ||
    weightFault(weight);
  return fault === '' ? { line, slot, english: '', text, weight } : rejection(line, fault, row);
}
