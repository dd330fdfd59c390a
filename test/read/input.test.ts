import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  detect,
  lexiconReaders,
  openInput,
  tableReaders,
  templateReaders,
  valueReaders,
  walkInputs,
} from '../../src/read/read.js';
import { FIXTURES, itemsOf, readerOf, write } from './support.js';

describe('opening', () => {
  it('hashes the bytes on the disk and unpacks what is packed', async () => {
    const packed = gzipSync('water\tmaji\n');
    const input = await openInput(write('swahili.txt.gz', packed));
    expect(input.name).toBe('swahili.txt');
    expect(input.head).toBe('water\tmaji\n');
    expect(await input.sha256()).toBe(createHash('sha256').update(packed).digest('hex'));
  });

  it('cuts no character at the edge of a buffer', async () => {
    const text = `${'ქართული\tწყალი\n'.repeat(120_000)}`;
    const input = await openInput(write('ka.tsv', text));
    let read = '';
    for await (const chunk of input.chunks()) read += chunk;
    expect(read === text).toBe(true);
    expect(input.head.length).toBe(65_536);
  });

  it.each([
    ['/no/such/file.tsv', /no such file/],
    [FIXTURES, /folder/],
  ])('refuses %s in words', async (path, message) => {
    await expect(openInput(path)).rejects.toThrow(message);
  });

  it('stops at an archive bomb', async () => {
    const file = write('sw.tsv.gz', gzipSync(Buffer.alloc(64 << 20, `a\t${'b'.repeat(1000)}\n`)));
    await expect(itemsOf(readerOf({ kind: 'lexicon', id: 'pairs' }), file)).rejects.toThrow(/250 times/);
  });

  it('stops at a line that is none', async () => {
    const file = write('sw.tsv', `a\tb\n${'x'.repeat(6 << 20)}`);
    await expect(itemsOf(readerOf({ kind: 'lexicon', id: 'pairs' }), file)).rejects.toThrow(/line is longer/);
  });
});

describe('detecting', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\n'],
    ['prose', 'This is a letter. It has no columns.\nNor has this.\n'],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xfe])],
    ['html', '<!doctype html><html><body>404</body></html>'],
  ])('a file that is %s is of no format', async (_, content) => {
    const input = await openInput(write('sw.tsv', content));
    for (const readers of [lexiconReaders, tableReaders, templateReaders]) {
      expect(() => detect(readers, input)).toThrow(expect.objectContaining({ exitCode: 20 }));
    }
  });

  it('takes a format that is named, and refuses what is not of it', async () => {
    const input = await openInput(join(FIXTURES, 'lexicon/swahili.txt'));
    expect(detect(lexiconReaders, input, 'pairs').id).toBe('pairs');
    expect(() => detect(lexiconReaders, input, 'tei')).toThrow(/is not TEI/);
    expect(() => detect(lexiconReaders, input, 'constructor')).toThrow(/unknown format/);
  });

  it('says which command reads a file of another kind', async () => {
    const input = await openInput(join(FIXTURES, 'template/sample.jsonl'));
    expect(() => detect(lexiconReaders, input)).toThrow(
      expect.objectContaining({
        suggestions: expect.arrayContaining([expect.stringContaining('calque template import')]),
      }),
    );
  });

  it('asks for the slot of a plain list', async () => {
    const input = await openInput(join(FIXTURES, 'value/swahili.txt'));
    await expect(detect(valueReaders, input).open(input, {})).rejects.toMatchObject({
      suggestions: ['name it: --slot place_name'],
    });
  });
});

describe('walking', () => {
  it('takes data, passes over what describes it, in an order of its own', async () => {
    const folder = dirname(write('b.tsv', 'x\ty\n'));
    for (const name of ['B.tsv', 'a.txt', 'README.md', 'LICENSE', 'languages.csv', '.hidden', 'eng-000.txt']) {
      writeFileSync(join(folder, name), 'x\ty\n');
    }
    mkdirSync(join(folder, 'wals'));
    for (const name of ['values.csv', 'languages.csv', 'codes.csv']) writeFileSync(join(folder, 'wals', name), 'x,y\n');
    const { files, skipped } = await walkInputs([folder, join(folder, 'LICENSE')]);
    const short = (file: string) => file.slice(folder.length + 1);
    expect(files.map(short)).toEqual(['B.tsv', 'a.txt', 'b.tsv', 'wals/values.csv', 'LICENSE']);
    expect(skipped.map(({ file }) => short(file))).toEqual([
      '.hidden',
      'LICENSE',
      'README.md',
      'eng-000.txt',
      'languages.csv',
      'wals/codes.csv',
      'wals/languages.csv',
    ]);
    expect(skipped.every(({ reason }) => reason !== '')).toBe(true);
    await expect(walkInputs(['/no/such'])).rejects.toThrow(/no such/);
  });
});

describe('other kinds', () => {
  it('finds the column of features by content', async () => {
    const reader = readerOf({ kind: 'table', id: 'unimorph' });
    expect(await itemsOf(reader, join(FIXTURES, 'table/turkish-train-low'))).toMatchObject([
      { line: 1, lemma: 'kitap', form: 'kitaplar', bundle: 'N;PL' },
      { line: 2, lemma: 'gelmek', form: 'gel', bundle: 'V;IMP;2;SG' },
      { line: 3, lemma: 'ev', form: 'eve', bundle: 'N;DAT;SG' },
    ]);
    expect(await itemsOf(reader, join(FIXTURES, 'table/tur.tsv'))).toContainEqual({
      line: 4,
      reason: 'lemma, form or features are missing',
      text: 'şu\t\tPRO;PL',
    });
  });

  it('reads a partition of MASSIVE and refuses broken rows', async () => {
    const reader = readerOf({ kind: 'template', id: 'massive' });
    const items = await itemsOf(reader, join(FIXTURES, 'template/sample.jsonl'), { partition: 'train' });
    expect(items).toMatchObject([
      { id: '1', intent: 'alarm_set', text: 'wake me at nine am', spans: [{ slot: 'time', start: 11, end: 18 }] },
      { line: 3, reason: expect.stringContaining('brackets') },
      { line: 4, reason: 'not a JSON object' },
    ]);
  });

  it('reads values with and without weights', async () => {
    expect(
      await itemsOf(readerOf({ kind: 'value', id: 'calque' }), join(FIXTURES, 'value/sw/values.tsv')),
    ).toMatchObject([
      { slot: 'date', english: 'tomorrow', text: 'kesho', weight: 1 },
      { slot: 'place_name', english: '', text: 'nairobi', weight: 5 },
      { line: 4, reason: expect.stringContaining('weight') },
    ]);
    const lines = readerOf({ kind: 'value', id: 'lines' });
    expect(await itemsOf(lines, join(FIXTURES, 'value/swahili.txt'), { slot: 'place_name' })).toMatchObject([
      { text: 'nairobi', weight: 5 },
      { text: 'mombasa', weight: 1 },
      { line: 4, reason: expect.stringContaining('weight') },
    ]);
  });

  it('joins CLDF values with the codes of languages', async () => {
    const reader = readerOf({ kind: 'typology', id: 'cldf' });
    const items = await itemsOf(reader, join(FIXTURES, 'typology/blocks'));
    expect(items).toMatchObject([
      { language: 'swh', parameter: '81A', value: '2' },
      { language: 'tur', parameter: '81A', value: '1' },
      { reason: expect.stringContaining('ISO 639-3') },
      { reason: 'no value' },
    ]);
    if (!('open' in reader)) return;
    const opened = await reader.open(await openInput(join(FIXTURES, 'typology/blocks')), {});
    expect(opened).toMatchObject({
      title: 'Blocks of toy languages',
      licence: 'CC-BY-SA-4.0',
      citation: 'Nobody 2020. Blocks.',
    });
    const bare = write('values.csv', readFileSync(join(FIXTURES, 'typology/blocks/values.csv')));
    await expect(itemsOf(reader, bare)).rejects.toThrow(/languages.csv is not beside it/);
    writeFileSync(join(dirname(bare), 'languages.csv'), 'ID,ISO639P3code\naaa,\n');
    await expect(itemsOf(reader, bare)).rejects.toThrow(/no ISO 639-3 codes/);
    writeFileSync(join(dirname(bare), 'languages.csv'), 'ID,Glottocode,ISO639P3code\naaa,swah1253,\nbbb,nucl1301,\n');
    const glottolog =
      'ID,Glottocode,ISO639P3code,Closest_ISO369P3code\nswah1253,swah1253,swh,swh\nnucl1301,nucl1301,,tur\n';
    const joined = await itemsOf(reader, bare, { with: write('languages.csv', glottolog) });
    expect(joined.slice(0, 2)).toMatchObject([{ language: 'swh' }, { language: 'tur' }]);
  });
});
