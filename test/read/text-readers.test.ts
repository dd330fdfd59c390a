import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CalqueError, type TextItem } from '../../src/model/model.js';
import { detect, joinedFormat, openInput, type ReadOptions, textReaders, walkInputs } from '../../src/read/read.js';
import { FIXTURES, mutate, write, writeAll } from './support.js';

const FOLDER = join(FIXTURES, 'text');

/** `from>to`, then the items as `line …`, or `line ! reason`. */
async function read(file: string, options: ReadOptions = {}, format = 'auto'): Promise<string[]> {
  const input = await openInput(file.startsWith('/') ? file : join(FOLDER, file), options.encoding);
  const { parts } = await detect(textReaders, input, format).open(input, options);
  const byPair = new Map<string, string[]>();
  for await (const { from, to, items } of parts) {
    const rows = byPair.get(`${from}>${to}`) ?? [];
    byPair.set(`${from}>${to}`, rows);
    rows.push(...items.map(show));
  }
  return [...byPair].flatMap(([pair, rows]) => (rows.length === 0 ? [] : [pair, ...rows]));
}

function show(item: TextItem): string {
  if ('reason' in item) return `${item.line} ! ${item.reason}`;
  const { line } = item;
  if (item.unit === 'pair') return `${line} ${item.from} = ${item.to}`;
  if (item.unit === 'verse') return `${line} ${item.reference}${item.last && `..${item.last}`} ${item.text}`;
  return item.unit === 'word' ? `${line} ${item.word} ${item.count}` : `${line} ${item.text}`;
}

describe('sentence pairs', () => {
  it('are composed and trimmed, and keep their quotation marks', async () => {
    expect(await read('tatoeba.eng-swh.tsv')).toEqual([
      'en>sw',
      '1 The kettle is hot. = Birika ni la moto.',
      '2 “Come in,” she said. = “Karibu,” alisema.',
      '3 Cáfé & tea = Mkahawa na chai',
      '4 ! the two sides are the same: not translated',
      '5 ! one side is empty',
      '6 constructor = __proto__',
    ]);
  });

  it('stand in the columns that a header and the name of the file tell', async () => {
    expect(await read('ui.eng-cym.tsv')).toEqual([
      'en>cy',
      '2 Alarm on = Larwm ymlaen',
      '3 %d minutes = %d munud',
      '4 ! too few columns',
      '5 Say "yes" = Dywedwch "ie"',
    ]);
    const file = write('numbered.tsv', '1\tGo home.\t7\tNenda nyumbani.\n2\tStop.\t9\tSimama.\n');
    expect(await read(file, { to: 'sw' })).toEqual(['en>sw', '1 Go home. = Nenda nyumbani.', '2 Stop. = Simama.']);
  });

  it('are refused the wrong way round', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `Ninakunywa maji kikombe ${i}.\tI drink the water from cup ${i}.`,
    );
    const file = write('tatoeba.eng-swh.tsv', rows.join('\n'));
    await expect(read(file)).rejects.toThrow('wrong way round');
    expect((await read(file, { reverse: true }))[1]).toBe(
      '1 I drink the water from cup 0. = Ninakunywa maji kikombe 0.',
    );
  });

  it('come from two files that stand side by side', async () => {
    const pairs = [
      'en>sw',
      '1 Welcome home. = Karibu nyumbani.',
      '3 I am going to the market today. = Ninakwenda sokoni leo.',
      '4 ! one side is empty',
      '5 “Yes,” she answered. = “Ndiyo,” alijibu.',
    ];
    expect(await read('speech.sw')).toEqual(pairs);
    const twin = join(FOLDER, 'speech.sw');
    expect(await joinedFormat(twin)).toBe('moses');
    expect(await read('speech.en', { with: twin }, 'moses')).toEqual(pairs);
    const plain = writeAll({ 'ours.txt': 'Karibu.\n', 'theirs.txt': 'Welcome.\n' });
    const options = { with: plain.replace('ours', 'theirs'), from: 'sw', to: 'en' };
    expect(await read(plain, options, 'moses')).toEqual(['en>sw', '1 Welcome. = Karibu.']);
    await expect(read(plain, { with: options.with }, 'moses')).rejects.toThrow('do not tell two languages');
    const old = writeAll({ 'b.cy': Buffer.from('T\xf4st.\n', 'latin1'), 'b.en': Buffer.from('Caf\xe9.\n', 'latin1') });
    expect(await read(old, { encoding: 'windows-1252' })).toContain('1 Café. = Tôst.');
    const longer = writeAll({ 'a.sw': 'moja\nmbili\n', 'a.en': 'one\n' });
    await expect(read(longer)).rejects.toThrow(/a\.sw.*2.*goes on where .*a\.en has ended/);
  });

  it('come from translation memories and catalogues, whatever their length', async () => {
    expect(await read('memory.tmx')).toEqual([
      'en>sw',
      '3 Please wait here. = Tafadhali subiri hapa.',
      '4 ! the two sides are the same: not translated',
      '5 ! the unit is not in en',
      'en>cy',
      '3 Please wait here. = Arhoswch yma.',
    ]);
    expect(await read('sw.po')).toEqual([
      'en>sw',
      '9 Open = Fungua',
      '12 Are you sure that you want to leave? = Una uhakika kwamba unataka kuondoka?',
      '15 %d day is left. = Siku %d imebaki.',
      '15 %d days are left. = Siku %d zimebaki.',
      '21 ! fuzzy: nobody has confirmed the translation',
      '24 ! not translated',
      '27 Wake me up at nine. = Niamshe saa tatu.',
      '34 ! the two sides are the same: not translated',
      '37 ! obsolete: the program has it no more',
    ]);
    expect(await read('tatoeba/swh_sentences.tsv')).toEqual([
      'en>sw',
      '1 It is raining. = Mvua inanyesha.',
      '2 The sun is shining. = Jua linawaka.',
    ]);
    expect(await read('tatoeba/sentences.csv', { to: 'sw' })).toEqual([
      'en>sw',
      '9 ! too few columns',
      '2 Where is the market? = Soko liko wapi?',
      '2 Where is the marketplace? = Soko liko wapi?',
      '6 It is all right. = Ni sawa.',
      '4 Tutafika kesho.',
    ]);
    await expect(read('tatoeba/sentences.csv')).rejects.toThrow('holds sentences of many languages');
    expect(await read('android/values-cy/strings.xml')).toEqual([
      'en>cy',
      '2 When should it ring? = Pryd ddylai ganu?',
      '3 %d minutes left = %d munud ar ôl',
      '4 ! the English file has no text of that name',
      '4 One alarm was found. = Cafwyd un larwm.',
      '5 ! the English file has no text of that name',
    ]);
  });
});

describe('verses', () => {
  it('stand on the line of their reference; a range goes on', async () => {
    const verses = ['>sw', '3 GEN 1:3..GEN 1:4 Mwanzo wa hadithi yetu.', '5 MAT 1:1 Kitabu cha pili cha hadithi.'];
    expect(await read('verses/swh-own.txt')).toEqual([...verses, '7 REV 22:21 Na huo ndio mwisho.']);
    const index = join(FOLDER, 'verses', 'vref.txt');
    expect(await joinedFormat(index)).toBe('verses');
    const alone = write('sw.txt', '<range>\na\nb\nc\nd\ne\nf\n');
    expect((await read(alone, { with: index }, 'verses'))[1]).toBe('1 ! no verse stands before the rest of a range');
    await expect(read(alone, {}, 'verses')).rejects.toThrow('there is no index of verses');
    await expect(read(alone, { with: alone }, 'verses')).rejects.toThrow('is no index of verses');
  });

  it.each([
    [
      'zul.ces.xml',
      [
        '>zu',
        '6 MRK 1:1 Kwakukhona indoda ehlakaniphile.',
        '10 MRK 1:2 Yahamba.',
        '11 ! "b.XYZ.1.3" is no verse that is known',
        '12 ! the verse is empty',
      ],
    ],
    ['swh.osis.xml', ['>sw', '5 MAT 1:1 Palikuwa na mtu mmoja.', '6 MAT 1:2..MAT 1:3 Alikaa mlimani.']],
    ['marks.osis.xml', ['>cy', '2 JHN 3:16 Aeth y dyn adref.', '3 JHN 3:17 Cysgodd.']],
    [
      'chr.usfx.xml',
      ['>chr', '2 MAT 1:1 ᎣᏏᏲ ᏙᎯᏧ.', '3 MAT 1:2..MAT 1:3 ᏩᏙ, ᎤᏙᎯᏳ.', '3 ! "MAT 1:x" is no verse that is known'],
    ],
    ['cy.usx', ['>cy', '3 RUT 1:1 Aeth hi yn bell. A daeth yn ôl.', '4 RUT 1:2 Dyna ddiwedd.']],
    ['af.zefania.xml', ['>af', '4 GEN 1:1 Hy stap huis toe.', '4 GEN 1:2 Sy wag.']],
    ['tr.bible.xml', ['>tr', '2 JHN 3:16 Adam eve gitti.', '3 JHN 3:17 Sonra uyudu.']],
  ])('of %s are cut out of their XML, without notes and headings', async (file, items) => {
    expect(await read(file)).toEqual(items);
  });

  it('of other works are paragraphs by their place', async () => {
    expect(await read('charter.tsv')).toEqual([
      '>en',
      '2 charter 1:1 Everybody may sing.',
      '3 charter 1:2 Nobody must.',
      '6 ! unknown language "zzzz"',
      '7 ! too few columns',
      '>sw',
      '4 charter 1:1 Kila mtu anaweza kuimba.',
      '8 ! the verse is empty',
      '>ht',
      '5 charter 1:1 Tout moun ka chante.',
    ]);
    expect(await read('charter.tsv', { to: 'sw' })).toHaveLength(5);
  });
});

describe('text of one language', () => {
  it('is sentences, or words and their counts', async () => {
    const sentences = ['1 Mae hi’n bwrw glaw heddiw.', '3 “Dewch i mewn,” meddai hi.', '4 Cawsom de a bara brith.'];
    expect(await read('plain_cy.txt')).toEqual(['>cy', ...sentences]);
    const counts = ['1 bir 120', '2 ve 95', '3 istanbul 7', '4 ! holds no letter and no digit', '5 kedi 4'];
    expect(await read('counts.tr.txt')).toEqual(['>tr', ...counts]);
    expect((await read('ranks.ka.txt')).slice(2)).toEqual([
      '2 არ 700',
      '3 ! the count is not a whole number above zero',
    ]);
    expect(await read('unilex.sw.tsv')).toEqual([
      '>sw',
      '6 na 42000000',
      '7 Nairobi 1200000',
      '8 ! the count is not a whole number above zero',
    ]);
    const input = await openInput(join(FOLDER, 'unilex.sw.tsv'));
    expect((await detect(textReaders, input).open(input, {})).licence).toBe('Unicode-DFS-2016');
  });

  it('has a language, or says how to name it', async () => {
    const file = write('corpus.txt', 'Habari za asubuhi.\n');
    await expect(read(file)).rejects.toThrow('neither its content nor its name tells the language');
    expect((await read(file, { language: 'sw' }))[0]).toBe('>sw');
  });

  it('holds no sentence that is too long, and no broken character', async () => {
    const file = write('sw.txt', `Habari.\n${'neno '.repeat(2000)}\nmaji\ufffd\n`);
    expect(await read(file)).toEqual([
      '>sw',
      '1 Habari.',
      '2 ! longer than 5000 characters: not cut into sentences',
      '3 ! not valid UTF-8',
    ]);
  });
});

describe('a folder of text', () => {
  it('is walked without the files that others are joined with', async () => {
    const { files, skipped } = await walkInputs([FOLDER]);
    expect(files.map((file) => file.slice(FOLDER.length + 1))).not.toContain('verses/vref.txt');
    expect(files).not.toContain(join(FOLDER, 'speech.en'));
    expect(files).toContain(join(FOLDER, 'speech.sw'));
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'the English side of the files in the folders beside it',
      'the English side of the file beside it',
      'the English side of the files beside it',
      'says which sentences of the files beside it translate each other',
      'says which sentences of the files beside it translate each other',
      'the index of the verses beside it',
    ]);
  });

  it.each([
    ['speech.sw', 'speech.en'],
    ['verses/swh-own.txt', 'verses/vref.txt'],
    ['tatoeba/swh_sentences.tsv', 'tatoeba/swh-eng_links.tsv'],
  ])('gives of %s a result or a CalqueError when %s is damaged', async (open, needed) => {
    const copy = mkdtempSync(join(tmpdir(), 'calque-text-'));
    cpSync(FOLDER, copy, { recursive: true });
    const bytes = readFileSync(join(copy, needed));
    for (let round = 0; round < 50; round++) {
      writeFileSync(join(copy, needed), mutate(bytes, round));
      try {
        await read(join(copy, open));
      } catch (error) {
        expect(error).toBeInstanceOf(CalqueError);
      }
    }
  });
});
