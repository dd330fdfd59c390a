import { describe, expect, it } from 'vitest';
import { encodingOf } from '../../src/read/encoding.js';
import { openInput } from '../../src/read/read.js';
import { readLexicon, write, writeAll } from './support.js';

const LATIN = Buffer.from('water\tuj\xeb\nhouse\tsht\xebpi\nfood\tushqim\nbrother\tv\xeblla\n', 'latin1');

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from('water\tagwụ\n'), 'utf-8', false],
    ['UTF-8 that is cut off', Buffer.from('water\tagwụ').subarray(0, -1), 'utf-8', false],
    ['UTF-8 with one damaged byte', Buffer.from('caf\xe9\twater\n', 'latin1'), 'utf-8', false],
    ['UTF-16 with a mark', Buffer.from('\ufeffwater\tmaji\n', 'utf16le'), 'utf-16le', false],
    ['UTF-16 without one', Buffer.from('water\tmaji\n', 'utf16le'), 'utf-16le', false],
    ['Western letters', LATIN, 'windows-1252', true],
    ['Western quotation marks', Buffer.from('he said \x93never\x94 again\tdon\x92t\n', 'latin1'), 'windows-1252', true],
    [
      'Cyrillic of one byte',
      Buffer.from('water\t\xe2\xee\xe4\xe0\nhouse\t\xe4\xee\xec\nsea\t\xec\xee\xf0\xe5\n', 'latin1'),
      'utf-8',
      true,
    ],
  ])('of %s', (_, bytes, name, doubted) => {
    const encoding = encodingOf(bytes);
    expect([encoding.name, encoding.doubt !== '']).toEqual([name, doubted]);
  });

  it('are told, and taken as somebody names them', async () => {
    const file = write('albanian.tsv', LATIN);
    expect((await readLexicon(file)).lines[0]).toBe('1 water=ujë ///1');
    expect((await openInput(file)).encoding.doubt).toContain('--encoding');
    const named = await openInput(file, 'windows-1250');
    expect([named.encoding, named.head.split('\n')[0]]).toEqual([{ name: 'windows-1250', doubt: '' }, 'water\tujë']);
    await expect(openInput(file, 'klingon')).rejects.toThrow(/unknown encoding "klingon"/);
  });

  it('come from the fonts of a Toolbox type file', async () => {
    const type =
      '\\+DatabaseType MDF\n\\lngDefault Ours\n\\mkrRecord lx\n\\+mkr ge\n\\nam Gloss\n\\lng English\n\\-mkr\n';
    const words = Buffer.from(
      '\\_sh v3.0  400  MDF\n\\lx \xb3\xf3d\x9f\n\\ge boat\n\\lx \xbfaba\n\\ge frog\n',
      'latin1',
    );
    const files = {
      'polish.db': words,
      'MDF.typ': type,
      'Ours.lng': '\\+font\n\\Name Arial CE\n\\charset EE\n\\-font\n',
    };
    expect((await readLexicon(writeAll(files), { to: 'pl' })).lines).toEqual(['3 boat=łódź ///1', '5 frog=żaba ///1']);
  });
});

describe('a mapping', () => {
  const text = '\\w maji\n\\c -maji\n\\g agua\n\\en water\n\\k n\n\\cl 6\n\\w moto\n\\g fuego\n\\k n\n';

  it('says what markers hold', async () => {
    const file = write('words.db', text);
    const mapping = new Map([
      ['w', 'lemma.sw'],
      ['g', 'gloss.es'],
      ['en', 'gloss.en'],
      ['k', 'pos'],
      ['cl', 'class'],
    ]);
    const english = await readLexicon(file, { mapping });
    expect([english.pairs, english.lines]).toEqual([
      ['en>sw'],
      ['4 water=maji /N/BANTU6/1', '7 ! the entry has no gloss'],
    ]);
    const spanish = await readLexicon(file, { mapping, from: 'es' });
    expect([spanish.pairs, spanish.lines.at(-1)]).toEqual([['es>sw'], '8 fuego=moto /N//1']);
    const cited = await readLexicon(file, { mapping: new Map([...mapping, ['c', 'citation']]) });
    expect(cited.lines[0]).toBe('4 water=-maji /N/BANTU6/1');
  });

  it('says what fields of JSON hold', async () => {
    const file = write(
      'words.json',
      '[{"english":"water","x":"maji","y":"amanzi","cl":"6"},{"english":"fire","x":"moto"}]',
    );
    const mapping = new Map([
      ['english', 'gloss'],
      ['x', 'lemma.sw'],
      ['y', 'lemma.zu'],
      ['cl', 'class'],
    ]);
    const { pairs, lines } = await readLexicon(file, { mapping });
    expect(pairs).toEqual(['en>sw', 'en>zu']);
    expect(lines).toEqual(['1 water=maji //BANTU6/1', '1 fire=moto ///1', '1 water=amanzi //BANTU6/1']);
  });

  it.each([
    [{ w: 'lema' }, /cannot hold "lema"/],
    [{ w: 'lemma', g: 'gloss.klingonese' }, /no language "klingonese"/],
  ])('%j is refused', async (said, message) => {
    await expect(
      readLexicon(write('w.db', text), { to: 'sw', mapping: new Map(Object.entries(said)) }),
    ).rejects.toThrow(message);
  });
});
