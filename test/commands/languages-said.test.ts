import { afterAll, describe, expect, it } from 'vitest';
import { Session } from './session.js';

const session = new Session();
afterAll(() => session.end());

const ENGLISH =
  'water fire earth sun moon star rain wind stone tree leaf root bark flower grass fruit seed bird fish dog'.split(' ');
const rows = (line: (word: string, at: number) => string) => ENGLISH.map(line).join('');

session.write(
  'forward.tsv',
  rows((word, at) => `${word}\tneno${at}\n`),
);
session.write(
  'backward.tsv',
  rows((word, at) => `neno${at}\t${word}\n`),
);
session.write('turkish.tsv', 'water\tmaji\n');
session.write('cym-eng.dix', '<dictionary><section><e><p><l>dŵr</l><r>water</r></p></e></section></dictionary>');
session.write('words.po', 'msgid ""\nmsgstr "Language: tr\\n"\n\nmsgid "Water"\nmsgstr "Su"\n');
session.write('terms.csv', 'english,zulu,xhosa\nwater,amanzi,amanzi\n');

describe('languages that a user names', () => {
  it.each([
    [['backward.tsv'], 20, 'stands the wrong way round'],
    [['backward.tsv', '--dry-run'], 20, 'stands the wrong way round'],
    [['backward.tsv', '--reverse'], 0, 'kept'],
    [['forward.tsv', '--reverse'], 0, 'seems wrong all the same'],
    [['turkish.tsv'], 0, 'its name says Turkish (tr), and --to Swahili (sw)'],
    [['cym-eng.dix'], 20, 'is named as Welsh (cy), not as Swahili (sw)'],
    [['words.po'], 20, 'is not of Swahili (sw) by what it says itself, but of Turkish (tr)'],
    [['words.po', '--from', 'en'], 0, 'kept'],
    [['terms.csv'], 20, 'ask for one of them: --to zu'],
  ])('%j', async ([file = '', ...flags], code, said) => {
    const store = ['--store', `${flags.join('')}${file}.db`];
    const answer = await session.run(['lexicon', 'import', file, '--to', 'sw', ...flags, ...store]);
    expect([answer.code, answer.stdout + answer.stderr]).toEqual([code, expect.stringContaining(said)]);
  });
});
