import { CalqueError, LEXICAL_CATEGORIES, type LexiconItem, NOTHING } from '../../model/model.js';
import { lineBatches } from '../lines.js';
import { languageOf } from '../name.js';
import { type Input, type LexiconPart, type LexiconReader, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { faultOf, needsOf, tidy } from './tidy.js';

const HEADER = /^english\tpos\ttarget(\tclass)?(\tlabels)?\s*$/;
const CATEGORIES: ReadonlySet<string> = new Set(['', ...LEXICAL_CATEGORIES]);

/** The project's own lexicons and phrasebooks. What they say is taken as it is: nothing is split off or dropped. */
export const calqueLexicon: LexiconReader = {
  id: 'calque',
  title: "Calque's own lexicon or phrasebook",
  extensions: ['tsv'],
  carries: ['translations', 'part of speech', 'noun class', 'labels', 'phrasebook'],
  sniff: (input) => (isCalqueLexicon(input) ? 1 : 0),
  async open(input, { to, language }) {
    const tag = to ?? language ?? languageOf(input);
    if (tag === undefined) {
      throw new CalqueError('input', 'neither its folder nor its name tells the language', {
        place: { file: input.file },
        suggestions: ['name it: --to sw'],
      });
    }
    const kind = /phrasebook/i.test(input.name) ? 'phrasebook' : 'lexicon';
    return { ...SILENT, kind, direction: 'said', parts: readParts(input, tag) };
  },
};

export function isCalqueLexicon(input: Input): boolean {
  return HEADER.test(firstRowOf(input.head));
}

/** The first line that is no comment. */
export function firstRowOf(head: string): string {
  const lines = head.split(/\r?\n/);
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? '';
}

async function* readParts(input: Input, to: string): AsyncGenerator<LexiconPart> {
  let header = true;
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      if (header) header = false;
      else takeLine(items, first + index, line);
    }
    yield { from: 'en', to, items };
  }
}

function takeLine(items: LexiconItem[], line: number, text: string): void {
  const needs = needsOf(text);
  const cells = text.split('\t').map((cell) => tidy(cell));
  const [from = '', pos = '', target = '', nounClass = '', labels = ''] = cells;
  const fault = faultOf(text, needs) || faultOfCells(cells);
  if (fault !== '') {
    items.push(rejection(line, fault, text));
    return;
  }
  const texts = [...new Set(target.split(/ ?\| ?/))];
  for (const [index, to] of texts.entries()) {
    const said = to === NOTHING ? '' : to;
    items.push({ line, from, to: said, pos, nounClass, rank: index + 1, sense: '', labels });
  }
}

function faultOfCells([from = '', pos = '', target]: readonly string[]): string {
  if (target === undefined) return 'too few columns: english, pos and target are needed';
  if (from === '') return 'the English side is empty';
  if (!CATEGORIES.has(pos)) return `unknown part of speech ${JSON.stringify(pos)}`;
  if (target.split(/ ?\| ?/).some((each) => each === '')) return `the target is empty (${NOTHING} renders by nothing)`;
  return '';
}
