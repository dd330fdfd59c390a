import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detect, openInput, tableReaders } from '../../src/read/read.js';
import { FIXTURES, write } from './support.js';

/** `line lemma form bundle` or `line ! reason` of each item, and the remarks. */
async function readTable(file: string) {
  const input = await openInput(file.startsWith('/') ? file : join(FIXTURES, 'table', file));
  const reader = detect(tableReaders, input);
  const { batches, language, remarks } = await reader.open(input, {});
  const lines: string[] = [];
  for await (const items of batches) {
    for (const item of items) {
      lines.push(
        'reason' in item ? `${item.line} ! ${item.reason}` : `${item.line} ${item.lemma} ${item.form} ${item.bundle}`,
      );
    }
  }
  const said = remarks?.().map(({ text, line, count }) => `${line} ${text} ×${count}`) ?? [];
  return { format: reader.id, language, lines, remarks: said };
}

describe('CoNLL-U', () => {
  it('makes cells of words, and says why others are none', async () => {
    expect(await readTable('sw_own-ud-dev.conllu')).toEqual({
      format: 'conllu',
      language: 'sw',
      lines: [
        '3 mtoto watoto N;BANTU2;PL',
        '4 dogo wadogo ADJ;BANTU2;PL',
        '5 cheza wanacheza V;IND;PRS;NOM(PL,3)',
        '6 uwanja uwanjani N;LOC;LGSPEC(Register=High)',
        '7 ! no word: PUNCT',
        '12 ! part of a word that is written as one',
        '13 ! part of a word that is written as one',
        '11 na naye ADP;SG;3',
        '14 mama mama N;SG',
        '15 cheza anacheza V;IND;PRS;NOM(SG,3)',
        '16 ! no word: PUNCT',
        '17 ! an empty node: nothing is written there',
        '18 mtoto watoto N;BANTU2;PL',
        '20 ! part of a word that is written as one',
        '21 ! part of a word that is written as one',
        '19 ! a word of several, without a lemma of its own',
        '22 Kenya Kenya PROPN;SG',
        '23 ! no word: X',
      ],
      remarks: ['6 Register=High has no name in UniMorph: kept as LGSPEC(Register=High) ×1'],
    });
  });
});

describe('Apertium', () => {
  it('writes paradigms out, and leaves out what is only understood', async () => {
    expect(await readTable('apertium-xyz.swa.dix')).toEqual({
      format: 'monodix',
      language: 'sw',
      lines: [
        '26 mti mti N;SG',
        '26 mti miti N;PL',
        '27 cheza cheza V;IMP;2;SG',
        '27 cheza chezani V;IMP;2;PL',
        '27 cheza cheze V;IMP;LGSPEC(emph)',
        '29 cheza ngoma cheza ngoma V;IMP;2;SG',
        '29 cheza ngoma chezani ngoma V;IMP;2;PL',
        '29 cheza ngoma cheze ngoma V;IMP;LGSPEC(emph)',
        '30 ! only understood, never said (LR)',
        '31 ! its paradigm lost__n is not in the file',
        '32 ! a regular expression, not a word',
        '33 ! several words in one',
        '34 ! no word: sent',
      ],
      remarks: [
        '27 forms that are only understood, never said (LR), were left out ×2',
        '27 <emph> has no name in UniMorph: kept as LGSPEC(emph) ×2',
      ],
    });
  });

  it('refuses paradigms that multiply without end, quickly', async () => {
    const steps = Array.from(
      { length: 40 },
      (_, i) => `<pardef n="${i + 1}"><e><par n="${i}"/><par n="${i}"/></e><e><par n="${i}"/></e></pardef>`,
    );
    const first =
      '<pardef n="0"><e><p><l>a</l><r>a<s n="n"/></r></p></e><e><p><l>b</l><r>b<s n="n"/></r></p></e></pardef>';
    const text = `<dictionary><pardefs>${first}${steps.join('')}</pardefs><e lm="a"><par n="40"/></e></dictionary>`;
    const begin = performance.now();
    expect((await readTable(write('swa.dix', text))).lines).toEqual(['1 ! its paradigms have too many forms']);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('forms of Wiktionary', () => {
  it('makes cells of forms with tags of inflection', async () => {
    expect(await readTable('forms.jsonl')).toEqual({
      format: 'kaikki',
      language: 'tr',
      lines: [
        '1 ev evler N;PL;NOM',
        '1 ev evim N;SG;PSS(1,SG)',
        '1 ! an old form',
        '1 ! no form: the name of a table or a class',
        '1 ev evde N;LOC;SG;LGSPEC(predicative)',
        '1 ! the form is a dash: the table says that there is none',
        '2 yaz yazan V.PTCP;PRS',
        '2 yaz yaz V;IMP;2;SG',
        '4 ! no part of speech that is inflected: suffix',
        '5 ! the entry has no forms',
      ],
      remarks: [
        '1 predicative has no name in UniMorph: kept as LGSPEC(predicative) ×1',
        '3 entries of English were read past ×1',
      ],
    });
  });
});

describe('UniMorph', () => {
  it('brings spellings of one feature together, and lists what the schema does not know', async () => {
    const rows = ['ev\tevler\tN;NOM;PL', 'ev\tevle\tN;INST;SG', 'ev\tevsi\tN;CASE9;PST+RMT', 'dövri\tcədvəl\tdövri'];
    const file = write('tur.tsv', `${rows.join('\n')}\nev\tevim\tN;NOM(SG;PSS(1,SG))\n`);
    expect(await readTable(file)).toMatchObject({
      lines: [
        '1 ev evler N;NOM;PL',
        '2 ev evle N;INS;SG',
        '3 ev evsi N;CASE9;PST+RMT',
        '4 ! the column of features holds none',
        '5 ev evim N;NOM(SG;PSS(1,SG))',
      ],
      remarks: ['2 INST is read as INS ×1', "3 CASE9 is no feature of UniMorph's: kept as it is ×1"],
    });
  });
});
