import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isGrammaticalLabel, unjoinGloss } from '../../src/read/lexicon/gloss.js';
import { walkInputs } from '../../src/read/read.js';
import { readLexicon, write, writeAll } from './support.js';

describe('standard format', () => {
  it('reads records by markers that hold English', async () => {
    const { format, pairs, lines } = await readLexicon('swahili.sfm');
    expect(format).toBe('sfm');
    expect(pairs).toEqual(['en>sw']);
    expect(lines).toEqual([
      '6 water=maji /N//1',
      '7 liquid=maji /N//2',
      '17 be big=-kubwa /ADJ//1',
      '19 important=-kubwa /ADJ//2',
      '21 great=-kubwa /ADJ//3',
      '27 ! a grammatical label, not a translation',
      '29 ! a grammatical label, not a translation',
      '33 wife=mke /N/FEM/1/married/archaic',
      '33 woman=mke /N/FEM/2/married/archaic',
      '36 co-wife=mke mwenza ///1',
      '41 sing=kuimba /V//1',
      '45 ! a definition, not a translation',
      '46 ! the entry has no gloss',
      '49 walk about=constructor ///1',
      '51 ! a reconstructed form',
    ]);
  });

  it('takes markers from options, and refuses what holds no English', async () => {
    const text = '\\lx agua\n\\de el agua de la fuente\n\\lx casa\n\\de la casa\n\\lx perro\n\\de animal que ladra\n';
    await expect(readLexicon(write('quechua.sfm', text))).rejects.toThrow(/no marker holds English/);
    const { pairs, lines } = await readLexicon(write('quechua.sfm', text), { from: 'es', columns: ['de'] });
    expect(pairs).toEqual(['es>qu']);
    expect(lines[1]).toBe('4 la casa=casa ///1');
  });

  it('takes record marker, language and glosses from a type file', async () => {
    const file = writeAll({
      'words.db': '\\_sh v3.0  400  Ours\n\\w maji\n\\g w\n\\w moto\n\\g f\n',
      'Ours.typ':
        '\\+DatabaseType Ours\n\\+mkrset\n\\lngDefault Swahili\n\\mkrRecord w\n\\+mkr g\n\\nam Gloss (E)\n\\lng English\n\\-mkr\n',
    });
    const { pairs, lines } = await readLexicon(file);
    expect(pairs).toEqual(['en>sw']);
    expect(lines).toEqual(['3 w=maji ///1', '5 f=moto ///1']);
  });

  it('takes glosses of another language from a type file that states it, and the file from its folder', async () => {
    const file = writeAll({
      'words.db': '\\_sh v3.0  400  Ours\n\\lx maji\n\\gn agua\n\\lx *mandi\n\\gn agua\n',
      'Ours.typ':
        '\\+mkrset\n\\lngDefault Default\n\\+mkr lx\n\\nam Lexeme\n\\lng Swahili\n\\-mkr\n\\+mkr gn\n\\nam Gloss (n)\n\\lng Spanish\n\\-mkr\n',
      'store.db': 'SQLite format 3\0',
    });
    const { pairs, lines } = await readLexicon(file);
    expect(pairs).toEqual(['es>sw']);
    expect(lines).toEqual(['3 agua=maji ///1', '5 ! a reconstructed form']);
    await expect(readLexicon(file, { mapping: new Map([['gl', 'gloss.es']]) })).rejects.toThrow(/no marker \\gl/);
    expect((await walkInputs([dirname(file)])).files).toEqual([file]);
  });

  it('reads encodings that are named', async () => {
    const bytes = Buffer.from(
      '\\lx caf\xe9\n\\ge water\n\\lx p\xeb\n\\ge fire\n\\lx a\n\\ge the house of stone\n',
      'latin1',
    );
    const file = write('albanian.sfm', bytes);
    expect((await readLexicon(file)).lines[0]).toBe('2 ! not valid UTF-8');
    expect((await readLexicon(file, { encoding: 'windows-1252' })).lines).toEqual([
      '2 water=café ///1',
      '4 fire=pë ///1',
      '6 house of stone=a ///1',
    ]);
    await expect(readLexicon(file, { encoding: 'klingon' })).rejects.toThrow(/unknown encoding/);
  });
});

describe('glosses', () => {
  it.each(['$loc.dem', 'ACC', 'INF.NOM', 'PART.3K', '3SG', '1PL EX', '[marker]', 'this NOM', 'DAT+ABL', 'RED'])(
    '%s is a label',
    (gloss) => expect(isGrammaticalLabel(gloss)).toBe(true),
  );

  it.each(['I', 'TV', 'A', 'be.empty', 'not', 'Monday', 'OK', 'X-ray', '8 p.m.'])('%s is none', (gloss) =>
    expect(isGrammaticalLabel(gloss)).toBe(false),
  );

  it.each([
    ['be.empty', 'be empty'],
    ['work_as_a_servant', 'work as a servant'],
    ['be at a.loss', 'be at a loss'],
    ['8 p.m.', '8 p.m.'],
    ['give sth. to sb.', 'give sth. to sb.'],
  ])('%s is %s', (gloss, words) => expect(unjoinGloss(gloss)).toBe(words));
});
