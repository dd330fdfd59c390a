import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LexiconItem } from '../../src/model/model.js';
import { checkDirection, detect, lexiconReaders, openInput, type ReadOptions } from '../../src/read/read.js';
import { FIXTURES, write } from './support.js';

interface Read {
  readonly kind: string;
  readonly licence: string;
  readonly direction: string;
  readonly pairs: string[];
  readonly items: LexiconItem[];
  readonly lines: string[];
}

async function read(file: string, options: ReadOptions = {}): Promise<Read> {
  const input = await openInput(file.startsWith('/') ? file : join(FIXTURES, 'lexicon', file));
  const { kind, licence, direction, parts } = await detect(lexiconReaders, input).open(input, options);
  const items: LexiconItem[] = [];
  const pairs = new Set<string>();
  for await (const part of parts) {
    items.push(...part.items);
    pairs.add(`${part.from}>${part.to}`);
  }
  const lines = items.map((item) =>
    'reason' in item ? `${item.line} ! ${item.reason}` : `${item.line} ${item.from}=${item.to}`,
  );
  return { kind, licence, direction, pairs: [...pairs], items, lines };
}

describe('lists that repeat themselves', () => {
  const rows = (repeated: number) =>
    Array.from({ length: 50 }, (_, index) => `w${index % repeated ? 'x' : 'y'}${index}\twx${index}\n`).join('');

  it('leaves out the same word on both sides where most rows are such, and only there', async () => {
    const most = await read(write('af-en.tsv', rows(5)));
    expect(most.lines.filter((line) => line.includes('same on both sides'))).toHaveLength(40);
    const half = await read(write('af-en.tsv', rows(2)));
    expect(half.lines.filter((line) => line.includes('!'))).toEqual([]);
  });
});

describe('pairs', () => {
  it('reads TSV without quoting, by the name of its language', async () => {
    const { pairs, lines, direction } = await read('swahili.txt');
    expect(pairs).toEqual(['en>sw']);
    expect(direction).toBe('guessed');
    expect(lines).toContain('7 quote"d=neno');
    expect(lines).toContain('5 constructor=mjenzi');
    expect(lines).toContain('9 ! too few columns');
    expect(lines).toContain('10 big=kuu');
  });

  it('reads quoted CSV by its header', async () => {
    const { pairs, items, direction } = await read('clinic.csv');
    expect(pairs).toEqual(['en>sw']);
    expect(direction).toBe('said');
    expect(items.map((item) => ('pos' in item ? `${item.from}/${item.pos}=${item.to}` : item.reason))).toEqual([
      'fever/N=homa kali',
      'high/N=homa kali',
      'fever/N=homa',
      'cough/V=kohoa',
      'nurse/N=muuguzi',
    ]);
  });

  it('turns files that stand the other way round', async () => {
    const text = 'maji\twater\nmoto\tfire, flame\n';
    const expected = ['1 water=maji', '2 fire=moto', '2 flame=moto'];
    for (const [name, options] of [
      ['swahili.tsv', { reverse: true }],
      ['sw-en.tsv', {}],
      ['sw-en.all', {}],
      ['swh-eng.txt', {}],
      ['list.tsv', { from: 'sw', to: 'en' }],
      ['list.tsv', { reverse: true, to: 'sw' }],
      ['swahili.tsv', { columns: ['2', '1'] }],
    ] as const) {
      const { pairs, lines } = await read(write(name, text), options);
      expect([name, pairs]).toEqual([name, ['en>sw']]);
      expect(lines).toEqual(expected);
    }
  });

  it.each([
    ['en_om.tsv', 'en>om'],
    ['en_ks-Deva.tsv', 'en>ks-Deva'],
    ['eng-cym.txt', 'en>cy'],
    ['serbo_croatian.txt', 'en>sh'],
    ['Turkish.tsv', 'en>tr'],
  ])('knows the languages of %s', async (name, pair) => {
    expect((await read(write(name, 'water\tx\nfire\ty\n'))).pairs).toEqual([pair]);
  });

  it('picks a column of many by language, name or number', async () => {
    const file = write('terms.csv', 'id,English,Swahili,Zulu\n1,water,maji,amanzi\n2,fire,moto,umlilo\n');
    expect((await read(file)).pairs).toEqual(['en>sw', 'en>zu']);
    for (const options of [
      { to: 'zu' },
      { columns: ['English', 'Zulu'] },
      { columns: ['2', '4'] },
      { columns: ['en', 'zu'] },
    ]) {
      const { pairs, lines } = await read(file, options);
      expect(pairs).toEqual(['en>zu']);
      expect(lines).toEqual(['2 water=amanzi', '3 fire=umlilo']);
    }
    await expect(read(file, { columns: ['English', 'Welsh'] })).rejects.toThrow(/no column "Welsh"/);
    await expect(read(file, { columns: ['1', '9'] })).rejects.toThrow(/no column "9"/);
  });

  it('says what to do when nothing tells the language or the columns', async () => {
    await expect(read(write('list-7.tsv', 'water\tmaji\n'))).rejects.toMatchObject({
      exitCode: 20,
      suggestions: ['name it: --to sw'],
    });
    await expect(read(write('sw.tsv', 'a\tb\tc\nd\te\tf\n'))).rejects.toThrow(/3 columns/);
  });

  it.each([
    ['how\ten', 'icelandic.txt', 'en>is', 2],
    ['in\ten', 'leonese.txt', 'en>x-leonese', 2],
    ['en\tsw', 'list.tsv', 'en>sw', 1],
    ['sw\ten', 'swahili.tsv', 'en>sw', 1],
    ['English\tSwahili', 'list.tsv', 'en>sw', 1],
    ['gloss\tSwahili', 'list.tsv', 'en>sw', 1],
  ])('takes %j in %s for what it is', async (row, name, pair, rows) => {
    const { pairs, items } = await read(
      write(name, `${row}\nwater\tmaji\n`),
      name.startsWith('leo') ? { to: 'x-leonese' } : {},
    );
    expect(pairs).toEqual([pair]);
    expect(items.length).toBe(rows);
  });

  it('names a quotation mark that is never closed', async () => {
    await expect(read(write('sw.csv', 'english,swahili\nwater,"maji\nfire,moto\n'))).rejects.toThrow(/quotation mark/);
  });

  it('reads semicolons', async () => {
    expect((await read(write('sw.csv', 'water;maji\nfire;"moto"\n'))).lines).toEqual(['1 water=maji', '2 fire=moto']);
  });
});

describe('the own format', () => {
  it('gives ranks to alternatives and nothing for ∅', async () => {
    const { kind, pairs, items, lines } = await read('sw/phrasebook.tsv');
    expect(kind).toBe('phrasebook');
    expect(pairs).toEqual(['en>sw']);
    expect(lines).toEqual([
      '3 milk=maziwa',
      '4 wake me up=niamshe',
      '4 wake me up=niamshie',
      '5 the=',
      '6 crap=mavi',
      '7 ! unknown part of speech "VERB"',
      '8 constructor=mjenzi',
    ]);
    expect(items[0]).toMatchObject({ pos: 'N', nounClass: 'BANTU6' });
    expect(items[2]).toMatchObject({ rank: 2 });
    expect(items[4]).toMatchObject({ labels: 'vulgar' });
  });
});

describe('TEI', () => {
  it('reads P5: senses in order, no notes, no examples, no inflected forms', async () => {
    const { pairs, items, licence } = await read('sample.tei');
    expect(pairs).toEqual(['en>tr']);
    expect(licence).toBe('GPL-2.0-or-later');
    expect(
      items.map((item) =>
        'pos' in item ? `${item.from}=${item.to}/${item.pos}/${item.rank}/${item.labels}` : item.reason,
      ),
    ).toEqual([
      'uncle=amca/N/1/',
      'steal=çalmak/V/1/',
      'play=çalmak/V/2/archaic',
      'strike=çalmak/V/3/archaic',
      'the entry has no translation',
      'rhythm & blues=R&B//1/',
    ]);
  });

  it('reads P4 with a DOCTYPE, by its name', async () => {
    const { pairs, items, licence } = await read('eng-cym.p4.tei');
    expect(pairs).toEqual(['en>cy']);
    expect(licence).toBe('GPL-1.0-or-later');
    expect(items).toMatchObject([
      { from: 'port', to: 'porth', pos: 'N', nounClass: 'MASC', sense: 'computer' },
      { from: 'or', to: 'naé' },
    ]);
  });

  const entry = (word: string) => `<entry><form><orth>${word}</orth></form><sense><def>neno</def></sense></entry>`;
  const tei = (body: string, doctype = '') =>
    `<?xml version="1.0"?>${doctype}<TEI><text><body>${body}</body></text></TEI>`;

  it.each([
    ['not closed', '<TEI><text><body><entry>', /well-formed/],
    ['crossed', tei('<entry><form></entry></form>'), /well-formed/],
    ['deep', tei('<a>'.repeat(5000)), /deep/],
  ])('refuses XML that is %s', async (_, text, message) => {
    await expect(read(write('eng-swh.tei', text))).rejects.toThrow(message);
  });

  it('expands no entities and reads no files', async () => {
    const doctype = '<!DOCTYPE TEI [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const { lines } = await read(
      write('eng-swh.tei', tei(entry('x&a;') + entry('y&b;') + entry('z&constructor;'), doctype)),
    );
    expect(lines.join(' ')).not.toMatch(/lol|root|function/);
  });
});

describe('Swadesh lists', () => {
  it('joins with English in one file', async () => {
    const { pairs, lines } = await read('concepts.tsv');
    expect(pairs).toEqual(['en>sw', 'en>tr']);
    expect(lines).toEqual(['4 all=-ote', '4 every=-ote', '5 ash=majivu', '6 ash=jivu', '7 ash=kül']);
    expect((await read('concepts.tsv', { to: 'tr' })).pairs).toEqual(['en>tr']);
  });

  it('joins by line number with the list beside it', async () => {
    const { lines } = await read('lists/swh-000.txt');
    expect(lines).toEqual(['2 ash=majivu', '2 ash=jivu', '4 belly=tumbo']);
  });

  it('misses English', async () => {
    await expect(read(write('all.tsv', 'swh-000\t001\tneno\n'))).rejects.toThrow(/English list/);
  });
});

describe('the direction test', () => {
  const english = new Set(Array.from({ length: 100 }, (_, i) => `word${i}`));
  const items = (from: string, to: string): LexiconItem[] =>
    Array.from({ length: 50 }, (_, line) => {
      return {
        line,
        from: `${from}${line}`,
        to: `${to}${line}`,
        pos: '',
        nounClass: '',
        rank: 1,
        sense: '',
        labels: '',
      };
    });
  const check = (from: string, to: string, known: number) => () =>
    checkDirection({ file: 'x.tsv', items: items(from, to), isEnglish: (word) => english.has(word), known });

  it('refuses the wrong way round and names --reverse', () => {
    expect(check('word', 'neno', 1000)).not.toThrow();
    expect(check('neno', 'word', 1000)).toThrow(/wrong way round/);
    expect(check('neno', 'word', 499)).not.toThrow();
    expect(check('neno', 'jina', 1000)).not.toThrow();
    expect(check('neno', 'jina', 6000)).toThrow(/holds no English: only 0 %/);
    expect(check('word', 'jina', 6000)).not.toThrow();
    const common = 'water fire dog snake tree head eye ear hand foot good bad'.split(' ');
    const few = [...items('neno', 'jina').slice(0, 20), ...items('neno', 'x').slice(0, 12)].map((item, index) =>
      'reason' in item || index < 20 ? item : { ...item, to: common[index - 20] as string },
    );
    expect(() => checkDirection({ file: 'x.tsv', items: few, isEnglish: () => false, known: 0 })).toThrow(/12 common/);
    try {
      check('neno', 'word', 1000)();
    } catch (error) {
      expect((error as { suggestions: string[] }).suggestions.join(' ')).toContain('--reverse');
    }
  });
});
