import type { TemplateItem } from '../../model/model.js';
import { lineBatches } from '../lines.js';
import type { Input, TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import type { Remarks } from '../remarks.js';
import { templateOf } from './labelled.js';
import { openPartition, type Reading } from './opening.js';
import { BIO_LABEL, piecesOfWords, type TaggedWord } from './tagged.js';

const SAMPLE_LINES = 200;

/** Words with BIO labels, a block an utterance, as xSID writes them. */
export const conll: TemplateReader = {
  id: 'conll',
  title: 'CoNLL with BIO labels and intents (xSID): a word a line, a block an utterance',
  extensions: ['conll', 'conllu', 'txt'],
  specification: 'https://github.com/mainlp/xsid',
  carries: ['utterances', 'intents', 'slots'],
  sniff: likenessToConll,
  async open(input, options) {
    return openPartition({ input, options }, readRows);
  },
};

function likenessToConll({ head }: Input): number {
  const lines = head.split('\n', SAMPLE_LINES + 1).map((line) => line.trimEnd());
  const words = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const labelled = words.filter((line) => BIO_LABEL.test(line.split('\t').at(-1) ?? '') && line.includes('\t'));
  if (labelled.length < words.length * 0.9 || labelled.length === 0) return 0;
  const hasIntents = lines.some((line) => /^#\s*intent\s*[=:]/.test(line));
  return hasIntents || labelled.every((line) => /^\d+\t[^\t]+\t[^\t]+\t[^\t]+$/.test(line)) ? 1 : 0;
}

async function* readRows(input: Input, { partition, remarks }: Reading): AsyncGenerator<TemplateItem[]> {
  const blocks = new Blocks(partition, remarks);
  for await (const { first, lines } of lineBatches(input)) {
    for (const [index, text] of lines.entries()) blocks.take(first + index, text);
    yield blocks.taken();
  }
  blocks.end();
  yield blocks.taken();
}

/** Words that a block may hold: what has more lacks its empty lines. */
const MOST_WORDS = 2000;

class Blocks {
  #items: TemplateItem[] = [];
  #comments = new Map<string, string>();
  #words: TaggedWord[] = [];
  #column = '';
  #line = 0;
  #fault = '';
  #number = 0;

  constructor(
    private readonly partition: string,
    private readonly remarks: Remarks,
  ) {}

  taken(): TemplateItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  take(line: number, text: string): void {
    if (text.trim() === '') {
      this.end();
      return;
    }
    if (this.#line === 0) this.#line = line;
    if (text.startsWith('#') && this.#words.length === 0) this.#comment(text);
    else this.#word(line, text);
  }

  #comment(text: string): void {
    const [, key, value = ''] = /^#\s*([\w-]+)\s*[=:]\s*(.*)$/.exec(text) ?? [];
    if (key !== undefined) this.#comments.set(key, value.trim());
  }

  #word(line: number, text: string): void {
    const cells = text.split('\t').map((cell) => cell.trim());
    const numbered = /^\d+$/.test(cells[0] ?? '') && cells.length > 2;
    const form = cells[numbered ? 1 : 0] ?? '';
    const label = cells.at(-1) ?? '';
    if (!BIO_LABEL.test(label) || form === '' || this.#words.length >= MOST_WORDS) {
      this.#fault ||= `line ${line}: a word and a label O, B-slot or I-slot are expected`;
      return;
    }
    this.#words.push({ form, label });
    if (numbered && cells.length > 3) this.#column ||= cells[2] as string;
  }

  /** Blocks without ids go by their numbers: translations of one set then share them. */
  end(): void {
    if (this.#line === 0) return;
    this.#number++;
    const [line, words, comments] = [this.#line, this.#words, this.#comments];
    const id = comments.get('id') || String(this.#number);
    const intent = comments.get('intent') || this.#column;
    const text = comments.get('text') ?? '';
    const fault = this.#fault || (words.length === 0 ? 'a block without words' : '');
    if (fault !== '') this.#items.push(rejection(line, fault, text));
    else {
      const { pieces, fits } = piecesOfWords(words, text);
      if (!fits) {
        this.remarks.add(line, 'utterances whose words are not those of their text were put together from the words');
      }
      const { partition } = this;
      this.#items.push(templateOf({ line, id, scenario: '', intent, partition, pieces }));
    }
    [this.#words, this.#comments, this.#line, this.#fault, this.#column] = [[], new Map(), 0, '', ''];
  }
}
