import { describe, expect, it } from 'vitest';
import { readLexicon } from './support.js';

// What each sample says: entry by entry, checked by hand.
describe('lexicons of several files, in markup and in JSON', () => {
  it('reads wordlist', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('wordlist');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'cldf',
      licence: 'CC-BY-4.0',
      title: 'Words of our own',
      pairs: ['en>sw', 'en>x-northern-island', 'en>x-proto-island', 'en>tr'],
    });
    expect(lines).toEqual([
      '2 hand=mkono ///1',
      '3 leg=mguu ///1',
      '3 foot=mguu ///2',
      '4 leg=unyayo ///2',
      '4 foot=unyayo ///3',
      '9 ! the concept is not in parameters.csv',
      '10 ! a grammatical label, not a translation',
      '11 __proto__=mjenzi ///1',
      '5 fingernail=ucha /N//1',
      '6 ! no form is given',
      '7 ! a reconstructed form',
      '12 hand=el ///1',
    ]);
  });

  it('reads dictionary', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('dictionary');
    expect({ format, licence, title, pairs }).toEqual({ format: 'cldf', licence: '', title: '', pairs: ['en>sw'] });
    expect(lines).toEqual([
      '2 water=maji /N//1',
      '2 juice=maji /N//2',
      '2 sap=maji /N//3',
      '3 be big=-kubwa /ADJ//1',
      '3 important=-kubwa /ADJ//2',
      '4 ! an affix, not a word',
      '5 go=enda /V//1',
      '5 move=enda /V//2',
      '5 travel=enda /V//3',
      '6 ! the entry has no sense',
      '7 ! a reconstructed form',
      '8 builder=constructor /N//1',
      '9 ! a grammatical label, not a translation',
    ]);
  });

  it('reads sample.dsl', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('sample.dsl');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'dsl',
      licence: '',
      title: 'Our own (En-Sw)',
      pairs: ['en>sw'],
    });
    expect(lines).toEqual([
      '5 water=maji /N//1',
      '5 water=bahari /N//2',
      '5 water=mto /N//3',
      '10 big=-kubwa /ADJ//1',
      '10 large=-kubwa /ADJ//1',
      '13 go=enda zake ///1/away',
      '13 ! refers to another entry',
      '16 ! the card has no translation',
      '18 constructor=mjenzi ///1',
    ]);
  });

  it('reads sw-en_titles.dsl', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('sw-en_titles.dsl');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'dsl',
      licence: '',
      title: 'sw-en titles of our own',
      pairs: ['en>sw'],
    });
    expect(lines).toEqual([
      '5 Africa=Afrika ///1',
      '10 Town=Mji ///1',
      '15 ! a number or a date, not a word',
      '20 ! a page of an encyclopaedia, not a word',
    ]);
  });

  it('reads dictd/eng-swh.index', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('dictd/eng-swh.index');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'dictd',
      licence: 'GPL-2.0-or-later',
      title: 'English-Swahili words of our own ver. 1',
      pairs: ['en>sw'],
    });
    expect(lines).toEqual([
      '3 big=-kubwa /ADJ//1',
      '4 end=mwisho ///1',
      '4 end=kikomo ///2',
      '4 ! a definition, not a translation',
      '4 end=fikia ///3',
      '4 ! examples or other entries run in',
      '5 she going=anaenda ///1',
      '6 tree=mti /N/MASC/1',
      '7 constructor=mjenzi ///1',
      '8 ! the article has no translation',
      '10 ! points behind the end of the articles',
    ]);
  });

  it('reads stardict/words.ifo', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('stardict/words.ifo');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'stardict',
      licence: 'CC-BY-SA-3.0',
      title: 'Swahili-English words of our own',
      pairs: ['en>sw'],
    });
    expect(lines).toEqual([
      '1 book=kitabu /N//1',
      '1 account=kitabu /N//2//archaic',
      '1 ! refers to another entry',
      '2 water=maji /N//1',
      '3 ! an affix, not a word',
      '4 builder & maker=constructor ///1',
      '5 ! the article has no translation',
      '6 ! points behind the end of the articles',
    ]);
  });

  it('reads words.json', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('words.json');
    expect({ format, licence, title, pairs }).toEqual({ format: 'json', licence: '', title: '', pairs: ['en>sw'] });
    expect(lines).toEqual([
      '4 as=kama ///1',
      '5 ! no translation',
      '6 big=kubwa /ADJ//1',
      '6 big=kuu /ADJ//2',
      '7 constructor=mjenzi ///1',
      '8 ! brackets do not match',
    ]);
  });

  it('reads terms.jsonl', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('terms.jsonl');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'json',
      licence: '',
      title: '',
      pairs: ['en>zu', 'en>af', 'en>ss', 'en>nr', 'en>xh'],
    });
    expect(lines).toEqual([
      '1 abdomen=isisu ///1',
      '1 abdomen=inxasisu ///2',
      '2 absorption=ukumunca /N//1',
      '2 uptake=ukumunca ///1',
      '3 ! a side is empty',
      '4 ! no translation',
      '1 abdomen=buik ///1',
      '2 absorption=absorpsie /N//1',
      '2 uptake=absorpsie ///1',
      '1 abdomen=sisu ///1',
      '1 abdomen=isisu ///1',
      '2 absorption=ufunxo /N//1',
      '2 uptake=ufunxo ///1',
    ]);
  });

  it('reads glossary.json', async () => {
    const { format, licence, title, pairs, lines } = await readLexicon('glossary.json');
    expect({ format, licence, title, pairs }).toEqual({
      format: 'json-glossary',
      licence: 'CC-BY-SA-4.0',
      title: 'English-Swahili glossary of our own',
      pairs: ['en>sw'],
    });
    expect(lines).toEqual([
      '4 ! an explanation in English, not a translation',
      '4 water=maji /N//1',
      '5 constructor=mjenzi /N//1',
      '6 ! an affix, not a word',
      '7 ! the article has no translation',
    ]);
  });
});
