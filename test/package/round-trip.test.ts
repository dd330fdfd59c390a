// What a package writes, the readers of templates read again: same intents, same utterances, same spans.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readUtterances } from '../../src/cli/utterances.js';
import { annotate } from '../../src/model/model.js';
import { PACKAGE_FORMATS, type PackageRow } from '../../src/package/package.js';
import { rowWith, written } from './rows.js';

const folder = mkdtempSync(join(tmpdir(), 'calque-round-trip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const EXACT = PACKAGE_FORMATS.filter(({ reader }) => reader !== '' && reader !== 'hassil').map(({ id }) => id);

/** Writes rows, and reads the files that hold rows. */
async function readAgain(id: string, rows: readonly PackageRow[]) {
  const place = mkdtempSync(join(folder, 'set-'));
  for (const [file, bytes] of written(id, rows).bytes) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), bytes);
  }
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  const files = names.filter(
    (name) => /\.\w+$/.test(name) && !/(labels\.json|lookups\.yml|_common\.yaml|tests\/.*)$/.test(name),
  );
  const inOrder = files.filter((name) => !/\.(train|dev)$/.test(name)).sort();
  const { files: read, rows: found } = await readUtterances(inOrder.map((file) => join(place, file)));
  return {
    formats: new Set(read.map(({ format }) => format)),
    rejected: read.reduce((sum, each) => sum + each.rejected, 0),
    found,
  };
}

const plain = (intent: string, text: string) => `${intent}: ${text}`;
const ofRows = (rows: readonly PackageRow[]) => rows.map((row) => plain(row.intent, row.annot_utt)).sort();

const ROWS = [
  rowWith(),
  rowWith({ id: 'b#0', intent: 'faq/ask', annot_utt: 'გამაღვიძე [date : ხვალ] [time : შვიდ საათზე]' }),
  rowWith({ id: 'c#0', intent: 'no', annot_utt: 'no' }),
  rowWith({ id: 'd#0', annot_utt: '[g : jazz] [g : rock]' }),
  rowWith({ id: 'e#0', annot_utt: '🎵 cheza [g : jazz 🎷] "sasa", 1:30 # hapa - ndiyo' }),
  rowWith({ id: 'f#0', annot_utt: '- toka [city.from : Gori] hadi [city.to : gori] = leo', partition: 'dev' }),
  rowWith({ id: 'g#0', annot_utt: "it's [person : john]'s" }),
];

describe('rows of a package', () => {
  it.each(EXACT)('come back from %s', async (id) => {
    const { formats, rejected, found } = await readAgain(id, ROWS);
    expect([...formats]).toEqual([PACKAGE_FORMATS.find((format) => format.id === id)!.reader]);
    expect(rejected).toBe(0);
    expect(found.map(({ intent, text, spans }) => plain(intent, annotate(text, spans))).sort()).toEqual(ofRows(ROWS));
  });

  it.each(EXACT)('come back from %s, whatever their words are', async (id) => {
    const word = fc.constantFrom(
      ...'no ~ 012 1e3 "a" \'b\' a,b x:y # - -- = @a +b % & *c !d ?e |f >g `h {i} <j> \\ \\n (k) ქ é 𐐷'.split(' '),
    );
    const part = fc.tuple(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', 'time', 'city.from', 'a/b'),
    );
    const utterance = fc.array(part, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(utterance, { minLength: 1, maxLength: 5 }), async (drawn) => {
        const rows = drawn.map((parts, i) => {
          const said = parts.map(([words, slot]) => (slot === '' ? words.join(' ') : `[${slot} : ${words.join(' ')}]`));
          return rowWith({ id: `${i}#0`, annot_utt: `a ${said.join(' ')}`.normalize('NFC') });
        });
        const { found } = await readAgain(id, rows);
        expect(found.map(({ intent, text, spans }) => plain(intent, annotate(text, spans))).sort()).toEqual(
          ofRows(rows),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('come back from home-assistant as sentences, each with values of its lists', async () => {
    const rows = ROWS.filter(({ id, partition }) => partition === 'train' && id !== 'd#0');
    const { found, formats, rejected } = await readAgain('home-assistant', rows);
    expect([[...formats], rejected]).toEqual([['hassil'], 0]);
    const bare = (annotated: string) => annotated.replace(/ : [^\]]*\]/g, ']');
    const sentences = found.map(({ intent, text, spans }) => plain(intent, bare(annotate(text, spans))));
    expect(sentences.sort()).toEqual(ofRows(rows).map(bare).sort());
    const values = new Set(rows.flatMap(({ utt, spans }) => spans.map(({ start, end }) => utt.slice(start, end))));
    for (const { text, spans } of found)
      for (const { start, end } of spans) expect(values).toContain(text.slice(start, end));
  });
});
