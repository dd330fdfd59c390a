import type { TextItem } from '../../model/model.js';
import { likenessToPo } from '../lexicon/po.js';
import { lineBatches } from '../lines.js';
import { BATCH_SIZE, type Input, SILENT, type TextPart, type TextReader } from '../reader.js';
import { rootName } from '../xml.js';
import { likenessToFrequency } from './frequency.js';
import { textLanguage } from './language.js';
import { likenessToMoses } from './moses.js';
import { takeSentence } from './sentence.js';
import { likenessToVerses } from './verses.js';

/** Above this share of lines with a TAB a file is a table. */
const MOST_TABS = 0.1;

/** Plain text of one language, a sentence a line. */
export const lines: TextReader = {
  id: 'lines',
  title: 'Plain text of one language: one sentence a line',
  extensions: ['txt'],
  carries: ['sentences'],
  sniff: likenessToLines,
  async open(input, options) {
    return { ...SILENT, parts: readParts(input, textLanguage(input, options)) };
  },
};

function likenessToLines(input: Input): number {
  const { head } = input;
  if (rootName(head) !== '' || /^\s*(<\?xml|\[?\{)/.test(head)) return 0;
  if ([likenessToFrequency, likenessToMoses, likenessToVerses, likenessToPo].some((of) => of(input) > 0)) return 0;
  const sample = head.split(/\r?\n/, 100).filter((line) => line.trim() !== '');
  const tabs = sample.filter((line) => line.includes('\t')).length;
  const unreadable = head.slice(0, 4096).match(/[\0\ufffd]/g)?.length ?? 0;
  return unreadable < 10 && tabs <= MOST_TABS * sample.length ? 0.2 : 0;
}

async function* readParts(input: Input, to: string): AsyncGenerator<TextPart> {
  for await (const { first, lines: batch } of lineBatches(input)) {
    for (let start = 0; start < batch.length; start += BATCH_SIZE) {
      const items: TextItem[] = [];
      for (let i = start; i < Math.min(batch.length, start + BATCH_SIZE); i++) {
        const line = batch[i] as string;
        if (line.trim() !== '') takeSentence(items, first + i, line);
      }
      yield { from: '', to, items };
    }
  }
}
