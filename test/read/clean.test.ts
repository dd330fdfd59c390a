import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LexiconItem, LexiconRecord } from '../../src/model/model.js';
import { categoryOf } from '../../src/read/lexicon/category.js';
import { cleanPair } from '../../src/read/lexicon/clean.js';
import { faultOf, needsOf, tidy } from '../../src/read/lexicon/tidy.js';

function clean(from: string, to: string): LexiconItem[] {
  const items: LexiconItem[] = [];
  cleanPair(
    { line: 1, from, to, pos: '', nounClass: '', rank: 1, sense: '', labels: '', text: `${from}\t${to}` },
    items,
  );
  return items;
}

function words(from: string, to: string): string[] {
  return clean(from, to).map((item) => ('reason' in item ? `! ${item.reason}` : `${item.from} = ${item.to}`));
}

describe('cleaning a pair', () => {
  it.each([
    ['water', 'maji', ['water = maji']],
    [' water ', 'maji\u00a0 safi', ['water = maji safi']],
    ['cafe\u0301', 'ka\u00adha\u200bwa', ['café = kahawa']],
    ['book', 'کتاب\u200cها', ['book = کتاب\u200cها']],
    ['last', 'Ბოლო', ['last = ბოლო']],
    ['Tom &amp; Jerry', 'caf&eacute; &#233;', ['Tom & Jerry = café é']],
    ['to go', 'enda', ['go = enda']],
    ['to the left', 'kushoto', ['to the left = kushoto']],
    ['the sun', 'jua', ['sun = jua']],
    ['a lot', 'sana', ['a lot = sana']],
    ['bank (of a river)', 'ukingo', ['bank = ukingo']],
    ['(n)or', 'wala', ['or = wala']],
    ['headword (in dictionary', 'kidahizo', ['headword = kidahizo']],
    ['soft mutation (eg c -> g)', 'treiglad meddal', ['soft mutation = treiglad meddal']],
    ['await, to wait for', 'ngoja', ['await = ngoja', 'wait for = ngoja']],
    ['quit, stop doing sth; leave', 'acha', ['quit = acha', 'stop doing sth = acha', 'leave = acha']],
    ['big', 'kubwa / kuu', ['big = kubwa', 'big = kuu']],
    ['and/or', 'na/au', ['and/or = na/au']],
    ['takeover', 'ukugwinya/ ukusobozela', ['takeover = ukugwinya', 'takeover = ukusobozela']],
    ['big house', 'nyumba kubwa/kuu', ['big house = nyumba kubwa', 'big house = nyumba kuu']],
    ['speed', 'km/h', ['speed = km/h']],
    ['import credit', 'mokitlane wa ho reka ka ntle', ['import credit = mokitlane wa ho reka ka ntle']],
    ['1,000 people', 'watu 1,000', ['1,000 people = watu 1,000']],
    ['help!', 'saidia!', ['help = saidia']],
    ['"quoted"', '«neno»', ['quoted = neno']],
    ['water;', 'maji, maji', ['water = maji']],
    ['constructor', '__proto__', ['constructor = __proto__']],
    ['Łódź', 'Łódź', ['Łódź = Łódź']],
    ['café', 'café', ['café = café']],
    ['good water', 'good water', ['good water = good water']],
    ['Rio de Janeiro', 'Rio de Janeiro', ['Rio de Janeiro = Rio de Janeiro']],
    ['play/pause', 'cheza/sitisha', ['play = cheza', 'pause = sitisha']],
    ['cutting/chopping board', 'ubao', ['cutting board = ubao', 'chopping board = ubao']],
    ['coach / car', 'gari', ['coach = gari', 'car = gari']],
    ['turn the windlass / capstan', 'zungusha', ['turn the windlass / capstan = zungusha']],
    ['ribonucleic acid /RNA/', 'asidi ya nukle /ARN/', ['ribonucleic acid = asidi ya nukle']],
    ['lion', 'simba (zool.) Panthera leo', ['lion = simba']],
    ['lion', 'simba, (Zool.) Panthera, mfalme', ['lion = simba', 'lion = mfalme']],
    ['lily', '(bot.) Yungiyungi la bonde', ['lily = Yungiyungi la bonde']],
    ['teach', 'fundisha (see) elimisha', ['teach = fundisha']],
    ['big', '-kubwa', ['big = -kubwa']],
    ['separated', '-tengana/achana', ['separated = -tengana', 'separated = achana']],
    ['long-, short-term', 'muda', ['short-term = muda']],
  ])('%j, %j', (from, to, expected) => {
    expect(words(from, to)).toEqual(expected);
  });

  it.each([
    ['', 'maji', 'a side is empty'],
    ['water', '  ', 'a side is empty'],
    ['water', '(maji)', 'a side is empty'],
    ['water', '×', 'a side holds no letter'],
    ['water', '--', 'a side holds no letter'],
    ['-ACC', '-yı', 'an affix, not a word'],
    ['-ı', '-i', 'an affix, not a word'],
    ['the grass is always greener on the other side', 'neno', 'a definition, not a translation'],
    ['out of the frying pan, into the fire', 'neno', 'a definition, not a translation'],
    ['word', 'moja mbili tatu nne tano sita', 'a definition, not a translation'],
    ['wat\ufffd', 'maji', 'not valid UTF-8'],
    ['wat\0er', 'maji', 'holds a control character'],
    ['wat&#0;er', 'maji', 'holds a control character'],
    ['wat&#xd800;er', 'maji', 'holds half a surrogate pair'],
    ['water)', 'maji', 'brackets do not match'],
    ['ძელი ქვა', 'ძელი ქვა', 'the English side is not English'],
    ['neno moja', 'neno moja', 'the English side is not English'],
    ['Habari za asubuhi', 'Habari za asubuhi', 'the English side is not English'],
    ['water', '*mandi', 'a reconstructed form'],
    ['water', '*ma(n)di, *manzi', 'a reconstructed form'],
    ['lion', '(zool.) Panthera leo.', 'a scientific name, not a translation'],
    ['taught', '(cf.) teach', 'refers to another entry'],
  ])('refuses %j, %j', (from, to, reason) => {
    expect(words(from, to)).toEqual([`! ${reason}`]);
  });

  it('says verb of an infinitive, keeps notes as sense, counts ranks on', () => {
    const [go] = clean('to go', 'enda') as LexiconRecord[];
    expect(go?.pos).toBe('V');
    const [bank] = clean('bank (of a river)', 'ukingo') as LexiconRecord[];
    expect(bank?.sense).toBe('of a river');
    expect((clean('big', 'kubwa; kuu') as LexiconRecord[]).map(({ rank }) => rank)).toEqual([1, 2]);
  });

  it('keeps an English affix as an affix, whatever the source calls it, and no word of the other language', () => {
    const kinds = (from: string, to: string) =>
      (clean(from, to) as LexiconRecord[]).map((item) => `${item.from} = ${item.to} ${item.pos}`);
    expect(kinds('-ness', 'u-')).toEqual(['-ness = u- AFX']);
    expect(kinds('-less, -free', '-sız, -siz')).toHaveLength(4);
    expect(kinds('step- (n.)', 'wa kambo')).toEqual(['step- = wa kambo AFX']);
    expect(kinds('be', '-li-')).toEqual(['be = -li- ']);
  });

  it('yields something for each row, and nothing untidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (from, to) => {
        const items = clean(from, to);
        expect(items.length).toBeGreaterThan(0);
        for (const item of items) {
          if ('reason' in item) continue;
          for (const text of [item.from, item.to]) {
            expect(text).not.toBe('');
            expect(text).toBe(text.normalize('NFC').trim());
            expect(faultOf(text, needsOf(text))).toBe('');
          }
        }
      }),
    );
  });

  it('takes long hostile fields in no time', () => {
    const begin = process.cpuUsage();
    for (const text of ['(', '! ', ' ', ',', '&#1', ';', ' / ', '[{<', '"']) {
      clean(text.repeat(1_000_000 / text.length), 'maji');
      clean(`${text.repeat(400 / text.length)}x`, 'maji');
    }
    // CPU time: a busy machine takes longer by the clock. What is quadratic takes minutes.
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(2000);
  });
});

describe('tidy', () => {
  it('leaves what is tidy alone and is done after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = tidy(text);
        if (!/[&"“”„«»]/.test(once)) expect(tidy(once)).toBe(once);
      }),
    );
  });
});

describe('parts of speech', () => {
  it.each([
    ['n', 'N'],
    ['noun', 'N'],
    ['adj.', 'ADJ'],
    ['verb', 'V'],
    ['PROPN', 'PROPN'],
    ['n m', 'N'],
    ['constructor', ''],
    ['', ''],
  ])('%j is %j', (name, category) => {
    expect(categoryOf(name)).toBe(category);
  });
});

describe('what stands beside a word', () => {
  const facts = (from: string, to: string) =>
    clean(from, to).map((item) =>
      'reason' in item
        ? `! ${item.reason}`
        : [item.from, item.to, item.pos, item.nounClass, item.sense, item.labels].join('/').replace(/\/+$/, ''),
    );

  it.each([
    ['bank (of a river)', 'ukingo', ['bank/ukingo///of a river']],
    ['fart', 'kujamba (vulgar)', ['fart/kujamba////vulgar']],
    ['ass (vulg., anatomy)', 'mkundu', ['ass/mkundu///anatomy/vulgar']],
    ['one', '-moja (adj.)', ['one/-moja/ADJ']],
    ['house', 'tŷ {m}', ['house/tŷ//MASC']],
    ['walk (v)', 'tembea {f}', ['walk/tembea/V']],
    ['{{lang|sw}} bread', 'mkate [[mkate]]', ['bread/mkate']],
    ['write', 'წერა (c̣era)', ['write/წერა']],
    ['big', '\u2011kubwa', ['big/-kubwa']],
    ['sing', '=imba', ['sing/=imba']],
    ['ACC', '-ka', ['! a grammatical label, not a translation']],
    ['DNA', 'ADN', ['DNA/ADN']],
    ['third-person singular present indicative', '-a', ['! a grammatical label, not a translation']],
    ['plural of goat', 'mbuzi', ['! a grammatical label, not a translation']],
    ['see off', 'aga', ['see off/aga']],
  ])('%j %j', (from, to, expected) => expect(facts(from, to)).toEqual(expected));
});
