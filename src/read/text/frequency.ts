import { fieldOf } from '../lines.js';
import { type Input, SILENT, type TextReader } from '../reader.js';
import { textLanguage } from './language.js';
import { type CountedWord, wordCountParts } from './word-count.js';

/** `die 12974` or, with the rank before it, `1⇥die⇥12974`. */
const ROW = /^(?:\d+\t[^\t]+\t\d+|\S+[ \t]+\d+)\s*$/;

/** Share of lines that must be a word and a count. */
const LEAST_SHARE = 0.95;

/** Words with the number of times that a corpus has them. */
export const frequency: TextReader = {
  id: 'frequency',
  title: 'Word-frequency list: a word and its count a line, with a blank or TAB between',
  extensions: ['txt', 'tsv'],
  specification: 'https://github.com/hermitdave/FrequencyWords',
  carries: ['word counts'],
  sniff: likenessToFrequency,
  async open(input, options) {
    const to = textLanguage(input, options);
    return { ...SILENT, parts: wordCountParts(input, { to, header: false, cut: cutRow }) };
  },
};

/** Below what is sure: names with a weight, which are values of slots, look the same. */
export function likenessToFrequency({ head }: Input): number {
  const sample = head
    .split(/\r?\n/, 100)
    .slice(0, -1)
    .filter((line) => line.trim() !== '');
  const rows = sample.filter((line) => ROW.test(line)).length;
  return rows > 0 && rows >= LEAST_SHARE * sample.length ? 0.7 : 0;
}

function cutRow(line: string): CountedWord | undefined {
  const third = fieldOf(line, 2);
  if (third !== undefined) return { word: fieldOf(line, 1) as string, count: third.trim() };
  const found = /^(.*\S)[ \t]+(\S+)\s*$/.exec(line);
  return found ? { word: found[1] as string, count: found[2] as string } : undefined;
}
