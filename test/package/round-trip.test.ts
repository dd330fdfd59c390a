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

const ALL = PACKAGE_FORMATS.map(({ id }) => id);

/** Files that hold no rows: what the readers of `template import` are not given. */
const BESIDE = /(labels\.json|lookups\.yml|home-assistant\/\w+\/sentences\/.*|\.(train|dev))$/;

/** Writes rows, and reads the files that hold rows. */
async function readAgain(id: string, rows: readonly PackageRow[], beside = BESIDE) {
  const place = mkdtempSync(join(folder, 'set-'));
  for (const [file, bytes] of written(id, rows, { examples: 100 }).bytes) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), bytes);
  }
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  const inOrder = names.filter((name) => /\.\w+$/.test(name) && !beside.test(name)).sort();
  const { files: read, rows: found } = await readUtterances(inOrder.map((file) => join(place, file)));
  return {
    formats: new Set(read.map(({ format }) => format)),
    rejected: read.reduce((sum, each) => sum + each.rejected, 0),
    found,
  };
}

/** What a format says that it loses: prompts are for training alone, sentence templates hold no signs of their notation. */
function wanted(id: string, rows: readonly PackageRow[]): readonly PackageRow[] {
  if (id === 'few-shot') return rows.filter(({ partition }) => partition === 'train');
  return id === 'home-assistant' ? rows.filter(({ utt }) => !/[()[\]{}<>|\\;]/.test(utt)) : rows;
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
  rowWith({ id: 'h#0', annot_utt: '[song : é 1:30: "no"] és [song : sasa] na [song : sasa]' }),
  rowWith({ id: 'i#0', annot_utt: 'cheza jazz [g : jazz] jazz' }),
  rowWith({ id: 'j#0', annot_utt: 'in [place : i n] [place :  sw]\nleo ' }),
  rowWith({ id: 'k#0', annot_utt: '[x : ne] ne [x : ne]ne[y : ne]' }),
].map((row) => ({ ...row, template: row.id }));

describe('rows of a package', () => {
  it.each(ALL)('come back from %s', async (id) => {
    const rows = wanted(id, ROWS);
    const { formats, rejected, found } = await readAgain(id, ROWS);
    expect([...formats]).toEqual([PACKAGE_FORMATS.find((format) => format.id === id)!.reader]);
    expect(rejected).toBe(0);
    expect(found.map(({ intent, text, spans }) => plain(intent, annotate(text, spans))).sort()).toEqual(ofRows(rows));
  });

  it.each(ALL)('come back from %s, whatever their words are', async (id) => {
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
          return rowWith({ id: `${i}#0`, template: String(i), annot_utt: `a ${said.join(' ')}`.normalize('NFC') });
        });
        if (wanted(id, rows).length === 0) return;
        const { found } = await readAgain(id, rows);
        expect(found.map(({ intent, text, spans }) => plain(intent, annotate(text, spans))).sort()).toEqual(
          ofRows(wanted(id, rows)),
        );
      }),
      { numRuns: 25 },
    );
  });

  it.each(['rasa', 'home-assistant'])('come back from %s in files that parsers of YAML can take', async (id) => {
    const long = 'neno '.repeat(700);
    const rows = Array.from({ length: 700 }, (_, i) =>
      rowWith({ id: `${i}#0`, annot_utt: `${long}n${i} [a.b : x] [a_b : y]` }),
    );
    const sizes = [...written(id, rows).bytes.values()].map(({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThan(3 << 20);
    const { found } = await readAgain(id, rows);
    expect(ofRows(rows)).toEqual(found.map(({ intent, text, spans }) => plain(intent, annotate(text, spans))).sort());
  });

  it('come back from home-assistant as sentences, each with values of its lists', async () => {
    const rows = ROWS.filter(({ partition }) => partition === 'train');
    const { found, formats, rejected } = await readAgain(
      'home-assistant',
      ROWS,
      /(_common\.yaml|\/dev\/.*|\/tests\/.*)$/,
    );
    expect([[...formats], rejected]).toEqual([['hassil'], 0]);
    const bare = (annotated: string) => annotated.replace(/ : [^\]]*\]/g, ']');
    const sentences = found.map(({ intent, text, spans }) => plain(intent, bare(annotate(text, spans))));
    expect(sentences.sort()).toEqual(ofRows(rows).map(bare).sort());
    const values = new Set(rows.flatMap(({ utt, spans }) => spans.map(({ start, end }) => utt.slice(start, end))));
    for (const { text, spans } of found)
      for (const { start, end } of spans) expect(values).toContain(text.slice(start, end));
  });
});
