import { CalqueError, type ValueItem } from '../../model/model.js';
import { firstRowOf } from '../lexicon/calque.js';
import { faultOf, needsOf, tidy } from '../lexicon/tidy.js';
import { lineBatches } from '../lines.js';
import { languageOf } from '../name.js';
import { type Input, SILENT, type ValueReader } from '../reader.js';
import { rejection } from '../reject.js';
import { bracketFault } from './brackets.js';

const HEADER = /^slot\tenglish\tvalue(\tweight)?\s*$/;

/** The project's own slot values. */
export const calqueValues: ValueReader = {
  id: 'calque',
  title: "Calque's own slot values",
  extensions: ['tsv'],
  carries: ['slot values', 'renderings of English values', 'weights'],
  sniff: (input) => (isCalqueValues(input) ? 1 : 0),
  async open(input, { language, to }) {
    return { ...SILENT, language: valueLanguage(input, language ?? to), batches: readRows(input) };
  },
};

export function isCalqueValues(input: Input): boolean {
  return HEADER.test(firstRowOf(input.head));
}

/** The language of values: what the user said, else what the file's name or folder tells. */
export function valueLanguage(input: Input, said: string | undefined): string {
  const tag = said ?? languageOf(input);
  if (tag !== undefined) return tag;
  throw new CalqueError('input', 'neither its name nor its folder tells the language', {
    place: { file: input.file },
    suggestions: ['name it: --language sw'],
  });
}

async function* readRows(input: Input): AsyncGenerator<ValueItem[]> {
  let header = true;
  for await (const { first, lines } of lineBatches(input)) {
    const items: ValueItem[] = [];
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      if (header) header = false;
      else items.push(readRow(first + index, line));
    }
    yield items;
  }
}

function readRow(line: number, row: string): ValueItem {
  const [slot = '', english = '', text = '', weight = ''] = row.split('\t').map((cell) => tidy(cell));
  const heavy = readWeight(weight);
  const fault =
    faultOf(row, needsOf(row)) ||
    (slot === '' || text === '' ? 'slot or value is missing' : bracketFault(text) || weightFault(heavy));
  if (fault !== '') return rejection(line, fault, row);
  return { line, slot, english: english.toLowerCase(), text, weight: heavy };
}

/** 1 where none is given; NaN where it is no positive number. */
export function readWeight(text: string): number {
  if (text === '') return 1;
  const weight = Number(text);
  return Number.isFinite(weight) && weight > 0 ? weight : Number.NaN;
}

export function weightFault(weight: number): string {
  return Number.isNaN(weight) ? 'the weight is not a number above zero' : '';
}
