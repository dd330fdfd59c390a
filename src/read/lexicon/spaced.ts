import type { LexiconItem } from '../../model/model.js';
import { lineBatches } from '../lines.js';
import { languagePairOf } from '../name.js';
import { type Input, type LexiconPart, type LexiconReader, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { oriented, takePair } from './pair.js';
import { type Sides, sidesOf } from './sides.js';

/** Two words with one blank between, or two phrases with one `@`. */
const ROW = /^([^\s@]+) ([^\s@]+)$|^([^@\t]+)@([^@\t]+)$/;

/** What a list of pairs must be in nine lines of ten. */
const LEAST_SHARE = 0.9;

/** Word pairs as MUSE publishes them: `cat gato`; and `cat@gato`, where words may hold blanks. */
export const spaced: LexiconReader = {
  id: 'spaced',
  title: 'Word pairs with a blank (MUSE) or @ between, both languages named by the file: en-sw.txt',
  extensions: ['txt'],
  specification: 'https://github.com/facebookresearch/MUSE',
  carries: ['translations'],
  sniff: likenessToSpaced,
  async open(input, options) {
    const sides = sidesOf(input, options, languagePairOf(input.name));
    return { ...SILENT, kind: 'lexicon', direction: 'guessed', parts: readParts(input, sides) };
  },
};

/** Two words a line may be names, or a word and its count: only a name of two languages makes them pairs. */
export function likenessToSpaced({ head, name }: Input): number {
  if (languagePairOf(name) === undefined || /^\s*[<{[\\#]/.test(head)) return 0;
  const lines = head.split(/\r?\n/, 200).filter((line) => line !== '');
  const sample = lines.length > 1 ? lines.slice(0, -1) : lines;
  const pairs = sample.filter((line) => ROW.test(line) && !/ [\d.,]+$/.test(line)).length;
  return pairs > 0 && pairs >= sample.length * LEAST_SHARE ? 0.5 : 0;
}

async function* readParts(input: Input, sides: Sides): AsyncGenerator<LexiconPart> {
  const { from, to, english } = sides;
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, text] of lines.entries()) {
      const line = first + index;
      const [, word = '', translation = '', phrase = '', other = ''] = ROW.exec(text) ?? [];
      if (word + phrase !== '')
        takePair(items, { line, ...oriented(sides, word || phrase, translation || other), text }, english);
      else if (text.trim() !== '') items.push(rejection(line, 'not two words', text));
    }
    yield { from, to, items };
  }
}
