import { CalqueError, type TextItem } from '../../model/model.js';
import { openInput } from '../input.js';
import { type Input, type ReadOptions, SILENT, type TextPart, type TextReader } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { textLanguage } from './language.js';
import { type RawVerse, takeVerse } from './sentence.js';
import { sideBySide } from './side-by-side.js';

const INDEX = 'vref.txt';

/** Where eBible's corpus keeps its index, and where it lies when somebody has copied it. */
const PLACES = [INDEX, `../metadata/${INDEX}`];

const REFERENCE = /^[1-9A-Z]{3} \d{1,3}:\d{1,3}[a-z]?$/;

/** A verse whose text stands with the one before it. */
const RANGE = '<range>';

/** Verses, each on the line that its reference has in an index: eBible's corpus. */
export const verses: TextReader = {
  id: 'verses',
  title: 'Verse per line, with an index of verses (`vref.txt` beside it, or --with FILE): the eBible corpus',
  extensions: ['txt'],
  specification: 'https://github.com/BibleNLP/ebible',
  carries: ['verses', 'ranges of verses'],
  joined: true,
  sniff: likenessToVerses,
  async open(input, options) {
    const to = textLanguage(input, options);
    const index = await indexOf(input, options);
    return { ...SILENT, parts: readParts(input, index, to) };
  },
};

export function likenessToVerses(input: Input): number {
  if (!PLACES.some((place) => input.hasSibling(place)) || input.name === INDEX) return 0;
  return input.head.includes('\t') || rootName(input.head) !== '' ? 0 : 0.9;
}

/** True for the first lines of an index of verses. */
export function isVerseIndex(head: string): boolean {
  const lines = head.split(/\r?\n/, 6).slice(0, -1);
  return lines.length > 0 && lines.every((line) => REFERENCE.test(line));
}

async function indexOf(input: Input, options: ReadOptions): Promise<Input> {
  const index = options.with === undefined ? await nearIndex(input) : await openInput(options.with);
  if (index && isVerseIndex(index.head)) return index;
  throw new CalqueError('input', index ? 'is no index of verses' : `there is no index of verses (${INDEX}) beside it`, {
    place: { file: index?.file ?? input.file },
    suggestions: ['name it: --with vref.txt; its lines are like GEN 1:1'],
  });
}

async function nearIndex(input: Input): Promise<Input | undefined> {
  for (const place of PLACES) {
    const found = await input.sibling(place);
    if (found) return found;
  }
  return undefined;
}

async function* readParts(input: Input, index: Input, to: string): AsyncGenerator<TextPart> {
  // A verse waits for the next line, which may say that it goes on.
  let open: RawVerse | undefined;
  for await (const { first, left, right } of sideBySide(input, index)) {
    const items: TextItem[] = [];
    for (const [offset, text] of left.entries()) {
      const line = first + offset;
      const reference = (right[offset] as string).trim();
      if (!REFERENCE.test(reference)) throw noReference(index, line, reference);
      if (text.trim() === RANGE) {
        if (open) open = { ...open, last: reference };
        else items.push(rejection(line, 'no verse stands before the rest of a range', text));
        continue;
      }
      if (open) takeVerse(items, open);
      open = text.trim() === '' ? undefined : { line, reference, last: '', text };
    }
    yield { from: '', to, items };
  }
  const items: TextItem[] = [];
  if (open) takeVerse(items, open);
  yield { from: '', to, items };
}

function noReference(index: Input, line: number, text: string): CalqueError {
  return new CalqueError('input', `${JSON.stringify(text.slice(0, 40))} is no reference of a verse`, {
    place: { file: index.file, line },
    suggestions: ['name the index of these verses: --with vref.txt; its lines are like GEN 1:1'],
  });
}
