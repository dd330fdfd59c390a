import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LexiconItem } from '../../src/model/model.js';
import { detect, lexiconReaders, openInput, type ReadOptions } from '../../src/read/read.js';
import { FIXTURES, write } from './support.js';

interface Read {
  readonly id: string;
  readonly stated: { readonly title: string; readonly licence: string; readonly citation: string };
  /** `en>sw water=maji/N/BANTU6/1/sense/label`, without empty ends; `! reason` for what was left out. */
  readonly lines: string[];
}

async function read(file: string, options: ReadOptions = {}): Promise<Read> {
  const input = await openInput(file.startsWith('/') ? file : join(FIXTURES, 'lexicon', file));
  const reader = detect(lexiconReaders, input);
  const { title, licence, citation, parts } = await reader.open(input, options);
  const lines: string[] = [];
  for await (const { from, to, items } of parts) for (const item of items) lines.push(shown(`${from}>${to}`, item));
  return { id: reader.id, stated: { title, licence, citation }, lines };
}

function shown(pair: string, item: LexiconItem): string {
  if ('reason' in item) return `${pair} ${item.line} ! ${item.reason}`;
  const { line, from, to, pos, nounClass, rank, sense, labels } = item;
  return `${pair} ${line} ${from}=${to}/${[pos, nounClass, rank, sense, labels].join('/').replace(/\/+$/, '')}`;
}

const body = (lines: readonly string[]) => lines.map((line) => line.replace(/^\S+ \d+ /, ''));

describe('Apertium', () => {
  it('reads both directions, paradigms, tags; no comments and no regular expressions', async () => {
    const { id, lines } = await read('cym-eng.dix');
    expect(id).toBe('dix');
    expect(lines[0]).toBe('en>cy 23 cat=cath/N/FEM/1');
    expect(body(lines)).toEqual([
      'cat=cath/N/FEM/1',
      'friend=cyfaill/N//1',
      'cat=pws/N/MASC/3',
      'cat=gath/N/FEM/1',
      'sing=canu/V//3',
      'get up=codi/V//1',
      'wake up=deffro/V//1',
      'bookshop=siop lyfrau/N/FEM/1',
      'great=mawr/ADJ//3',
      'radio=radio/N/MASC/1',
      'wood=coed/N//1',
      'cold=oer/N//1',
      'cold=oer/ADJ//1',
      'park=parc/N//1',
      'January=Ionawr/PROPN//1',
      'February=Chwefror/PROPN//1',
      'Jane=Siân/PROPN//1',
      'run=rhedeg///1',
      '! a regular expression, not a word',
      '! a label, not a word',
      '! a side is empty',
      'R&B=R&B/N//1',
    ]);
  });

  it('reads the other way round and between other languages', async () => {
    const entry = '<e r="RL"><p><l>boek<s n="n"/></l><r>boek<s n="n"/><s n="nt"/></r></p></e>';
    const text = `<dictionary><section id="main">${entry}</section></dictionary>`;
    expect((await read(write('apertium-eng-afr.eng-afr.dix', text))).lines).toEqual(['en>af 1 boek=boek/N/NEUT/3']);
    expect((await read(write('apertium-afr-nld.afr-nld.dix', text))).lines).toEqual(['af>nl 1 boek=boek/N/NEUT/3']);
    await expect(read(write('x.dix', text))).rejects.toThrow(/tells the languages/);
  });

  it('leaves monolingual dictionaries to others', async () => {
    const text = '<dictionary><section id="main"><e lm="cath"><i>cath</i><par n="x__n"/></e></section></dictionary>';
    await expect(read(write('apertium-cym.cym.dix', text))).rejects.toThrow(/of no format|another kind/);
  });
});

describe('LIFT', () => {
  it('reads citation forms, senses in order, glosses before definitions', async () => {
    const { id, lines } = await read('village.lift');
    expect(id).toBe('lift');
    expect(lines[1]).toBe('en>sw 13 water=maji/N/BANTU6/1');
    expect(body(lines)).toEqual([
      '! the entry is marked as deleted',
      'water=maji/N/BANTU6/1',
      'juice=maji///2',
      'sap=maji///3',
      'sing=kuimba/V//1//archaic',
      'praise=kuimba///2',
      'blind person=kipofu///1',
      '! an affix, not a word',
      '! the entry has no translation',
      '! a grammatical label, not a translation',
      'make noise=lia///1',
      '! a definition, not a translation',
      'constructor=mjenzi///1',
    ]);
  });

  it('finds English in the headword of word lists, and every other language in the glosses', async () => {
    const all = [
      'en>fr 8 body=corps/N//1/of man',
      'en>fr 32 ! the entry has no translation',
      'en>sw 8 body=mwili/N//1/of man',
      'en>sw 8 body=kiwiliwili/N//2/of man',
      'en>sw 22 hair=nywele/N//1',
      'en>sw 26 sing=-imba wimbo/V//1',
      'en>sw 30 ! marked as doubtful',
      'en>id 8 body=badan/N//1/of man',
      'en>id 8 body=tubuh/N//2/of man',
    ];
    expect((await read('concepts.lift')).lines.sort()).toEqual([...all].sort());
    const indonesian = (await read('concepts.lift', { to: 'id' })).lines;
    expect(indonesian.filter((line) => !line.includes('!'))).toEqual(all.slice(-2));
    const french = (await read('village.lift', { to: 'fr' })).lines;
    expect(french.filter((line) => !line.includes('!'))).toEqual(['en>fr 13 water=eau/N//1']);
    await expect(read('village.lift', { to: 'en' })).rejects.toThrow(/from en to en/);
  });

  it('reads version 0.02', async () => {
    expect((await read('old.lift')).lines).toEqual([
      'en>x-swa 3 prayer=dua/N//1',
      'en>x-swa 4 ! an affix, not a word',
      'en>x-swa 5 be long=-refu///1',
    ]);
  });
});

describe('Giella', () => {
  it('reads the English translations, variants of headwords, no examples', async () => {
    const { id, lines } = await read('sme-eng.xml');
    expect(id).toBe('giella');
    expect(lines[0]).toBe('en>se 8 water=čáhci/N//1');
    expect(body(lines)).toEqual([
      'water=čáhci/N//1',
      'lake=čáhci/N//2',
      'pool=čáhci/N//3',
      'juice=čáhci/N//3/of trees/obsolete',
      'run=viehkat/V//1',
      'run=viehkkat/V//2',
      'hurry=viehkat///2',
      'hurry=viehkkat///3',
      'flee=viehkat///4',
      'flee=viehkkat///5',
      '! the entry has no translation in en',
      '! tells of another word of the language',
      'eat=boradit///2',
      '! a form of the word, not a translation',
      'above=badjel/ADV//2',
      'good=buorre/ADJ//1/of men and animals',
      '! a definition, not a translation',
      '! the entry has no headword',
    ]);
    expect((await read('sme-eng.xml', { from: 'fi', to: 'se' })).lines.slice(0, 1)).toEqual([
      'fi>se 9 vesi=čáhci/N//1',
    ]);
  });

  it('knows the headwords by name, and English headwords', async () => {
    expect((await read('N_sms2x.xml')).lines).toEqual([
      'en>sms 3 fish=kueʹll/N//1',
      'en>sms 4 Helsinki=Helsset/PROPN//1',
    ]);
    const entry = '<e><l>fish</l><mg><tg xml:lang="sme"><t>guolli</t></tg><tg xml:lang="fin"><t>kala</t></tg></mg></e>';
    const text = `<r xml:lang="eng">${entry}</r>`;
    expect((await read(write('x.xml', text))).lines).toEqual(['en>se 1 fish=guolli///1', 'en>fi 1 fish=kala///2']);
    expect((await read(write('x.xml', text), { to: 'fi' })).lines).toEqual(['en>fi 1 fish=kala///1']);
    await expect(read(write('x.xml', '<r><e><l>guolli</l></e></r>'))).rejects.toThrow(/language of the headwords/);
  });
});

describe('XDXF', () => {
  it('reads the visual format', async () => {
    const { stated, lines } = await read('visual.xdxf');
    expect(stated).toEqual({ title: 'A small dictionary', licence: 'CC-BY-SA-4.0', citation: 'A small dictionary' });
    expect(lines).toEqual([
      'en>sw 8 fire=moto/N/MASC/1',
      'en>sw 10 fire=fukuza kazi/V//2//obsolete',
      'en>sw 10 fire=washa moto mkubwa wa kuni/V//3//obsolete',
      'en>sw 11 ! the entry has no translation',
      'en>sw 13 market=soko///1',
      'en>sw 13 market=gulio///2',
      'en>sw 18 ! the entry has no headword',
    ]);
  });

  it('reads the logical format, in several languages', async () => {
    const { stated, lines } = await read('logical.xml');
    expect(stated.citation).toBe('A small dictionary, version 002');
    expect(lines).toEqual([
      'en>sw 14 fire=moto/N//1',
      'en>sw 14 fire=mioto/N//1',
      'en>sw 15 heat=moto/N//2',
      'en>sw 15 warmth=moto/N//3',
      'en>sw 15 heat=mioto/N//2',
      'en>sw 15 warmth=mioto/N//3',
      'en>sw 19 burn=choma/V//1',
      'en>sw 20 ! the entry has no translation',
      'en>sw 21 carbon dioxide=CO2///1',
    ]);
  });

  it('says that a dictionary of one language translates nothing', async () => {
    const article = '<ar><k>home</k><def><deftext>where one lives, <dtrn>nyumbani</dtrn></deftext></def></ar>';
    const file = write('x.xdxf', `<xdxf lang_from="ENG" lang_to="ENG"><lexicon>${article}</lexicon></xdxf>`);
    await expect(read(file)).rejects.toThrow(/explains en in its own language/);
    expect((await read(file, { to: 'sw' })).lines).toEqual(['en>sw 1 home=nyumbani///1']);
  });
});

describe('TBX', () => {
  it('joins the terms of a concept', async () => {
    const { stated, lines } = await read('terms.tbx');
    expect(stated.title).toBe('Terms of the post office');
    expect(stated.licence).toBe('CC-BY-4.0');
    expect(lines).toEqual([
      'en>cy 11 letter=llythyr/N/MASC/1/post',
      'en>cy 11 epistle=llythyr//MASC/1/post/obsolete',
      'en>cy 14 ! the concept has no term in en',
      'en>cy 15 ! the concept has no other term',
      'en>sw 12 letter=barua/N//1/post',
      'en>sw 12 letter=waraka/N//2/post',
      'en>sw 12 epistle=barua///1/post/obsolete',
      'en>sw 12 epistle=waraka///2/post/obsolete',
    ]);
  });

  it('reads files that leave the terms without their element', async () => {
    expect((await read('odd.tbx')).lines).toEqual([
      'en>af 11 post office=poskantoor///1',
      'en>af 11 post office=poskantoortjie///2',
    ]);
  });
});

describe('TMX', () => {
  it('takes words and short phrases', async () => {
    expect((await read('memory.tmx')).lines).toEqual([
      'en>sw 3 wash your hands=osha mikono///1',
      'en>sw 4 fever=homa///1',
      'en>sw 5 ! a sentence, not a word or short phrase',
      'en>sw 6 ! the unit is not in en',
      'en>sw 7 ! the unit is in one language',
      'en>cy 3 wash your hands=golchwch eich dwylo///1',
    ]);
  });
});

describe('XLIFF', () => {
  it('takes short messages that are translated', async () => {
    expect((await read('clock.xlf')).lines).toEqual([
      'en>sw 4 alarm=kengele///1',
      'en>sw 5 set alarm=weka kengele///1',
      'en>sw 6 ! fuzzy: nobody has confirmed the translation',
      'en>sw 7 ! holds placeholders or markup',
      'en>sw 8 ! not translated',
      'en>sw 9 ! a sentence, not a word',
    ]);
    expect((await read('clock2.xlf')).lines).toEqual([
      'en>cy 3 timer=amserydd///1',
      'en>cy 4 ! fuzzy: nobody has confirmed the translation',
    ]);
  });
});

describe('wordnets', () => {
  it('join tables with the English one beside them', async () => {
    const { id, stated, lines } = await read('wordnet/wn-data-swa.tab');
    expect(id).toBe('omw');
    expect(stated).toEqual({
      title: 'Wordnet of the tests',
      licence: 'CC-BY-SA-3.0',
      citation: 'Wordnet of the tests, https://example.org/swa',
    });
    const all = [
      'en>sw 2 water=maji/N//1',
      'en>sw 2 H2O=maji/N//2',
      'en>sw 4 walk=tembea/V//1',
      'en>sw 4 go on foot=tembea/V//2',
      'en>sw 5 walk=enda kwa miguu/V//2',
      'en>sw 5 go on foot=enda kwa miguu/V//3',
      'en>sw 7 good=-zuri/ADJ//1',
      'en>sw 8 ! English has no word for this synset',
      'en>sw 9 ! the language has no word for this synset',
      'en>sw 10 well=vizuri/ADV//2',
      'en>sw 11 well=vema/ADV//3',
    ];
    expect(lines).toEqual(all);
    const alone = write('wn-data-swa.tab', readFileSync(join(FIXTURES, 'lexicon/wordnet/wn-data-swa.tab')));
    await expect(read(alone)).rejects.toThrow(/English wordnet is missing/);
    const english = join(FIXTURES, 'lexicon/wordnet/pwn30-eng.tab');
    expect((await read(alone, { with: english })).lines).toEqual(all);
    await expect(read(english)).rejects.toThrow(/is the English wordnet/);
    await expect(read(alone, { with: join(FIXTURES, 'lexicon/swahili.txt') })).rejects.toThrow(/no lemma/);
  });

  it('join lexicons of one file at their index', async () => {
    const { id, stated, lines } = await read('nets.xml');
    expect(id).toBe('wn-lmf');
    expect(stated).toMatchObject({ title: 'Swahili net of the tests', licence: 'CC-BY-4.0' });
    const all = [
      'en>sw 5 water=maji/N//1',
      'en>sw 5 juice=maji/N//2',
      'en>sw 6 go on=enda/V//4',
      'en>sw 7 ! English has no word for this synset',
    ];
    expect(lines).toEqual(all);
    const text = readFileSync(join(FIXTURES, 'lexicon/nets.xml'), 'utf8').replace('language="en"', 'language="fr"');
    await expect(read(write('nets.xml', text))).rejects.toThrow(/no lexicon in en/);
    const english = text.replace(/<Lexicon id="t-sw"[\s\S]*?<\/Lexicon>/, '').replace('language="fr"', 'language="en"');
    await expect(read(write('nets.xml', english))).rejects.toThrow(/another language than en/);
    const joined = await read(write('nets.xml', text), { to: 'sw', with: join(FIXTURES, 'lexicon/nets.xml') });
    expect(joined.lines).toEqual(all);
  });
});

describe('ABVD', () => {
  it('reads a series of records, each by itself', async () => {
    const { id, stated, lines } = await read('list-7.xml');
    expect(id).toBe('abvd-xml');
    expect(stated.citation).toBe('Austronesian Basic Vocabulary Database: Cebuano, Nobody & Co');
    expect(lines).toEqual([
      'en>ceb 13 hand=kamut///1',
      'en>ceb 21 leg=tiil///1',
      'en>ceb 21 foot=tiil///2',
      'en>ceb 27 leg=batiís///2',
      'en>ceb 27 foot=batiís///3',
      'en>ceb 31 ! a reconstructed form',
      'en>ceb 35 swim=langoy/V//1',
      'en>ceb 39 ! a grammatical label, not a translation',
      'en>ceb 43 ! not well-formed XML',
      'en>ceb 47 five=007///1',
    ]);
    const text = readFileSync(join(FIXTURES, 'lexicon/list-7.xml'), 'utf8');
    await expect(read(write('x.xml', text.slice(0, -20)))).rejects.toThrow(/:49: is cut off within a record/);
    await expect(read(write('x.xml', `${text}<record>${'x'.repeat(2 << 20)}`))).rejects.toThrow(/has no end/);
    const hostile = text.replace('<word>hand</word>', '<__proto__><word>x</word></__proto__><word>hand</word>');
    expect((await read(write('x.xml', hostile))).lines[0]).toBe('en>ceb 13 ! not well-formed XML');
  });
});

describe('XML that is no dictionary', () => {
  it.each([
    ['bombs', '<!DOCTYPE dictionary [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>', 'x&b;'],
    ['files', '<!DOCTYPE dictionary [<!ENTITY b SYSTEM "file:///etc/passwd">]>', 'x&b;'],
    ['prototypes', '', 'x&constructor;&__proto__;'],
  ])('expands no %s', async (_, doctype, word) => {
    const entry = `<e><p><l>${word}<s n="n"/></l><r>y<s n="n"/></r></p></e>`;
    const { lines } = await read(write('cym-eng.dix', `${doctype}<dictionary>${entry}</dictionary>`));
    expect(lines.join()).not.toMatch(/lol|root|function/);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('names the line of an entry that has no end', async () => {
    const text = `<dictionary><section>\n<e><p><l>a<s n="n"/></l><r>b</r></p>${'<i>c</i>'.repeat(120_000)}`;
    await expect(read(write('cym-eng.dix', text))).rejects.toThrow(/:2: <e> at line 2 has no end/);
  });
});

describe('Android', () => {
  it('joins texts with the English ones of their names, and reads the short ones', async () => {
    const { id, lines } = await read('android/values-sw/strings.xml');
    expect([id, ...lines]).toEqual([
      'android',
      'en>sw 3 alarm=kengele///1',
      'en>sw 5 add alarm=ongeza kengele///1',
      'en>sw 6 ! holds placeholders or markup',
      'en>sw 7 ! holds placeholders or markup',
      'en>sw 8 ! holds placeholders or markup',
      'en>sw 9 ! refers to another entry',
      'en>sw 10 ! the English file has no text of that name',
      'en>sw 11 ! a sentence, not a word',
      'en>sw 13 Monday=Jumatatu///1',
      'en>sw 14 Tuesday=Jumanne///1',
      'en>sw 17 minute=dakika///1',
      'en>sw 18 minutes=madakika///1',
    ]);
  });

  it('takes its language from its folder, and says what is missing', async () => {
    await expect(read('android/values/strings.xml')).rejects.toThrow('holds the texts that others translate');
    const alone = write('strings.xml', '<resources><string name="a">b</string></resources>');
    await expect(read(alone)).rejects.toThrow('its folder does not tell the language');
    const english = join(FIXTURES, 'lexicon/android/values/strings.xml');
    const own = write('strings.xml', '<resources><string name="alarm">i-alamu</string></resources>');
    expect((await read(own, { to: 'zu', with: english })).lines).toEqual(['en>zu 1 alarm=i-alamu///1']);
  });
});
