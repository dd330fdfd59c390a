import { describe, expect, it } from 'vitest';
import { readLexicon, write } from './support.js';

// What each sample says: entry by entry, checked by hand.
describe('lexicons in text', () => {
  it('reads ding.txt', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('ding.txt');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'ding',
      licence: 'CC-BY-SA-4.0',
      title: 'Swahili – English vocabulary of our own',
      pairs: ['en>sw'],
    });
    expect(lines).toEqual([
      '6 human being=mtu /N//1',
      '6 person=mtu /N//2',
      '6 human being=binadamu /N//1',
      '6 person=binadamu /N//2',
      '6 people=watu /N//1',
      '7 big=-kubwa /ADJ//1/in size/rare',
      '7 large=-kubwa /ADJ//2//rare',
      '8 go=enda /V//1',
      '9 end=mwisho ///1',
      '9 ! parts that the other side lacks',
      '10 ! no :: between two languages',
      '11 builder=constructor /N//1//obsolete',
    ]);
  });

  it('reads de-en.ding.txt', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('de-en.ding.txt');
    expect({ format, licence, title, pairs }).toEqual({ format: 'ding', licence: '', title: '', pairs: ['en>de'] });
    expect(lines).toEqual([
      '1 house=Haus /N/NEUT/1',
      '1 building=Haus /N/NEUT/2',
      '1 house=Gebäude /N/NEUT/1//architecture',
      '1 building=Gebäude /N/NEUT/2//architecture',
      '1 houses=Häuser /N//1',
      '2 cat=Katze /N/FEM/1',
      '3 go=gehen /V//1',
      '4 fast=schnell /ADJ//1',
      '4 quickly=schnell /ADJ//2',
    ]);
  });

  it('reads sw.po', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('sw.po');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'po',
      licence: 'GPL-3.0-or-later',
      title: 'kalenda 1.0',
      pairs: ['en>sw'],
    });
    expect(lines).toEqual([
      '11 open=fungua ///1',
      '14 save calendar as=hifadhi kalenda kama ///1',
      '18 ! fuzzy: nobody has confirmed the translation',
      '21 ! holds placeholders or markup',
      '24 day=siku ///1',
      '29 ! a sentence, not a word',
      '32 ! not translated',
      '34 Monday=Jumatatu ///1',
      '36 wake up=amka ///1',
      '42 America=Amerika /PROPN//1',
      '42 Nairobi=Nairobi /PROPN//1',
      '45 constructor=mjenzi ///1',
      '48 ! obsolete: the program has it no more',
    ]);
  });

  it('reads swahili.jsonl', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('swahili.jsonl');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'kaikki',
      licence: '',
      title: 'Wiktionary, extracted by wiktextract',
      pairs: ['en>sw', 'en>und', 'en>cy'],
    });
    expect(lines).toEqual([
      '1 book=kitabu /N//1/collection of sheets',
      '1 book=buku /N//2/collection of sheets/dated',
      '1 ! a translation without a word',
      '3 water=maji /N//1/liquid',
      '3 juice=maji /N//2//archaic',
      '3 sap=maji /N//3//archaic',
      '3 ! an inflected form',
      '4 jump=ruka /V//1',
      '4 ! refers to another entry',
      '4 ! the sense has no gloss',
      '5 ! an affix or a sign, not a word',
      '6 __proto__=constructor /N//1',
      '1 ! an unknown language',
      '2 ! the entry has no translation',
      '7 ! the entry has no headword',
      '8 ! not a JSON object',
      '1 book=llyfr /N/MASC/1',
    ]);
  });

  it('reads sample.u8', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('sample.u8');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'cedict',
      licence: 'CC-BY-SA-4.0',
      title: 'Our own sample in the format of CC-CEDICT',
      pairs: ['en>zh', 'en>zh-Hant'],
    });
    expect(lines).toEqual([
      '4 water=水 ///1',
      '4 river=水 ///2',
      '5 cat=猫 ///1',
      '5 ! a note, not a translation',
      '6 eat=吃 /V//1',
      '6 wipe out=吃 /V//2/slang/slang',
      '6 ! refers to another entry',
      '7 ! a bound form, not a word',
      '8 speech=话 ///1',
      '8 language=话 ///2',
      '8 ! a definition, not a translation',
      '9 ! not of the form: traditional simplified [pinyin] /gloss/',
      '10 mountain=山 ///1',
      '10 hill=山 ///2',
      '11 person=人 ///1',
      '11 people=人 ///2',
      '5 cat=貓 ///1',
      '5 ! a note, not a translation',
      '7 ! a bound form, not a word',
      '8 speech=話 ///1',
      '8 language=話 ///2',
      '8 ! a definition, not a translation',
    ]);
  });

  it('reads edict.txt', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('edict.txt');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'edict',
      licence: '',
      title: 'EDICT, our own sample',
      pairs: ['en>ja'],
    });
    expect(lines).toEqual([
      '2 water=水 /N//1',
      '2 fluid=水 /N//2/esp. in body',
      '2 mizu=水 /N//3//sports',
      '3 eat=食べる /V//1',
      '4 it=それ /PRO//1',
      '4 that=それ /PRO//2',
      '5 quiet=静か /ADJ//1',
      '6 ! an affix, not a word',
      '7 ! not of the form: word [reading] /gloss/',
      '8 thou=汝 /PRO//1//archaic',
      '9 run=走る /V//1',
      '9 travel=走る /V//2/of a vehicle',
      '10 mountain=山 /N//1',
    ]);
  });

  it('reads abvd.tsv', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('abvd.tsv');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'abvd',
      licence: '',
      title: 'Austronesian Basic Vocabulary Database',
      pairs: ['en>jv', 'en>x-proto-island', 'en>x-island-north', 'en>tl'],
    });
    expect(lines).toEqual([
      '2 hand=tangan ///1',
      '3 leg=sikil ///1',
      '3 foot=sikil ///2',
      '4 leg=suku ///2',
      '4 foot=suku ///3',
      '5 walk=m-laku /V//1',
      '6 ! a reconstructed form',
      '7 die=amate /V//1',
      '7 be dead=amate ///2',
      '8 ! no form is given',
      '9 earth=lúpaʔ ///1',
      '9 soil=lúpaʔ ///2',
      '10 ! a grammatical label, not a translation',
    ]);
  });
});

describe('pairs without columns', () => {
  it('are read by the languages that the name tells', async () => {
    const muse = await readLexicon('en-sw.0-11.txt');
    expect([muse.format, muse.pairs]).toEqual(['spaced', ['en>sw']]);
    expect(muse.lines.slice(2, 5)).toEqual(['3 house=nyumba ///1', '4 ! not two words', '5 milk=maziwa ///1']);
    expect((await readLexicon('swh-eng.txt')).lines).toEqual([
      '1 wash=kuosha /V//1',
      '2 milk=maziwa ///1',
      '3 fresh water fish=samaki wa maji ///1',
    ]);
  });

  it.each([
    ['names.txt', 'new york\nlos angeles\n'],
    ['en-sw.freq.txt', 'na 1000\nya 900\nwa 800\n'],
  ])('%s is none', async (name, text) => {
    await expect(readLexicon(write(name, text))).rejects.toThrow(/no format/);
  });
});

describe('encodings and variants', () => {
  it('finds EUC-JP by itself', async () => {
    // 水 [みず] and 猫 [ねこ]
    const line = (word: readonly number[], reading: readonly number[], gloss: string) =>
      Buffer.concat([Buffer.from(word), Buffer.from(' ['), Buffer.from(reading), Buffer.from(`] /${gloss}/\n`)]);
    const file = write(
      'edict.euc',
      Buffer.concat([
        line([0xbf, 0xe5], [0xa4, 0xdf, 0xa4, 0xba], '(n) water'),
        line([0xc7, 0xad], [0xa4, 0xcd, 0xa4, 0xb3], '(n) (uk) cat'),
      ]),
    );
    expect((await readLexicon(file)).lines).toEqual(['1 water=水 /N//1', '2 cat=ねこ /N//1']);
  });

  it('takes one language of many where it is asked for', async () => {
    expect((await readLexicon('swahili.jsonl', { to: 'cy' })).pairs).toEqual(['en>cy']);
    expect((await readLexicon('abvd.tsv', { to: 'tl' })).lines.length).toBe(3);
    expect((await readLexicon('sample.u8', { to: 'zh-Hant' })).lines).toContain('5 cat=貓 ///1');
  });

  it('reads a catalogue without blank lines, and lowers capitals that only open it', async () => {
    const text =
      'msgid "Open File"\nmsgstr "Dosya Aç"\nmsgid "Istanbul Time"\nmsgstr "Istanbul Saati"\nmsgid "Italian"\nmsgstr "İtalyanca"\nmsgid "Insert"\nmsgstr "İliştir"\n';
    expect((await readLexicon(write('tr.po', text))).lines).toEqual([
      '1 open file=dosya aç ///1',
      '3 Istanbul time=Istanbul saati ///1',
      '5 Italian=İtalyanca ///1',
      '7 insert=iliştir ///1',
    ]);
  });
});
