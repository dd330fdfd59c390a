import { fieldOf } from '../lines.js';
import { SILENT, type TextReader } from '../reader.js';
import { textLanguage } from './language.js';
import { wordCountParts } from './word-count.js';

const HEADER = /^Form\tFrequency\s*(\n|$)/;
const LICENCE = /^# SPDX-License-Identifier: (\S+)/m;

/** Unicode's word lists: occurrences per thousand million words, so that lists that are cut off can be compared. */
export const unilex: TextReader = {
  id: 'unilex',
  title: 'Unilex word frequencies: `Form`, TAB, `Frequency` per thousand million words',
  extensions: ['txt', 'tsv'],
  specification: 'https://github.com/unicode-org/unilex',
  carries: ['word counts per thousand million words'],
  sniff: ({ head }) => (HEADER.test(head) ? 1 : 0),
  async open(input, options) {
    const to = textLanguage(input, options);
    const licence = LICENCE.exec(input.head)?.[1] ?? '';
    return { ...SILENT, licence, parts: wordCountParts(input, { to, header: true, cut: cutRow }) };
  },
};

function cutRow(line: string) {
  const count = fieldOf(line, 1)?.trim();
  return count === undefined ? undefined : { word: fieldOf(line, 0) as string, count };
}
