import { describe, expect, it } from 'vitest';
import type { SourceDescription, TextRecord } from '../../src/model/model.js';
import { APPLICATION_ID, MIGRATIONS } from '../../src/store/schema.js';
import { Sqlite as Database } from '../../src/store/sqlite.js';
import { openStore, SCHEMA_VERSION, type Store } from '../../src/store/store.js';
import { describeSource, newStore, storePath } from './support.js';

type Rows = readonly (readonly [from: string, to: string])[];

function add(store: Store, name: string, records: readonly TextRecord[], more: Partial<SourceDescription> = {}) {
  const load = store.importTexts(describeSource(name, { kind: 'text', from: '', ...more }));
  load.add(records);
  return load.finish({ read: records.length, rejected: 0 });
}

const pairs = (rows: Rows): TextRecord[] => rows.map(([from, to], i) => ({ unit: 'pair', line: i + 1, from, to }));
const verse = (line: number, reference: string, text: string, last = ''): TextRecord => {
  return { unit: 'verse', line, reference, last, text };
};
const count = (store: Store, table: string) => {
  const db = new Database(store.path, { readonly: true });
  const rows = db.prepare(`select count(*) from ${table}`).pluck().get();
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
  return rows;
};

describe('text', () => {
  it('keeps a pair once and notes who vouches for it; removing one leaves what the other says', () => {
    const store = newStore();
    const first = pairs([
      ['Come in.', 'Karibu.'],
      ['Come in.', 'Ingia.'],
      ['Come in.', 'Karibu.'],
    ]);
    expect(add(store, 'one', first, { from: 'en' })).toMatchObject({ kept: 2, merged: 1 });
    const second = pairs([
      ['Come in.', 'Karibu.'],
      ['Karibu.', 'constructor'],
    ]);
    expect(add(store, 'two', second, { from: 'en' })).toMatchObject({ kept: 1, merged: 1 });
    // `Karibu.` is one text in each of two languages.
    expect(count(store, 'segment')).toBe(5);
    expect([...store.textsOf('one')]).toEqual(first.slice(0, 2));
    expect(store.removeSource('one')).toMatchObject({ texts: 2 });
    expect([...store.textsOf('two')]).toEqual(second);
    expect(count(store, 'segment')).toBe(4);
  });

  it('keeps verses by reference, with the last one of a range', () => {
    const store = newStore();
    const verses = [verse(1, 'MAT 1:1', 'kitabu'), verse(2, 'MAT 1:2', 'alizaa', 'MAT 1:3')];
    expect(add(store, 'sw', verses)).toMatchObject({ kept: 2 });
    expect(add(store, 'en', [verse(1, 'MAT 1:1', 'the book')], { to: 'en' })).toMatchObject({ kept: 1 });
    expect(add(store, 'again', [verse(7, 'MAT 1:1', 'kitabu'), verse(8, 'MAT 1:1', 'chuo')])).toMatchObject({
      kept: 1,
      merged: 1,
    });
    expect([...store.textsOf('sw')]).toEqual(verses);
    store.removeSource('sw');
    expect(count(store, 'reference')).toBe(1);
  });

  it('keeps sentences and adds up counts of words', () => {
    const store = newStore();
    const sentence = (line: number, text: string): TextRecord => ({ unit: 'sentence', line, text });
    expect(add(store, 'plain', [sentence(1, 'Habari.'), sentence(4, 'Habari.')])).toMatchObject({ kept: 1, merged: 1 });
    const word = (line: number, text: string, n: number): TextRecord => ({ unit: 'word', line, word: text, count: n });
    const list = [word(1, 'na', 9), word(2, '__proto__', 2), word(3, 'na', 3)];
    expect(add(store, 'list', list)).toMatchObject({ kept: 2, merged: 1 });
    expect(add(store, 'other', [word(1, 'na', 1)])).toMatchObject({ kept: 1 });
    expect([...store.textsOf('list')]).toEqual([word(1, 'na', 12), word(2, '__proto__', 2)]);
    expect(store.removeSource('list')).toMatchObject({ texts: 2 });
    expect([...store.textsOf('other')]).toHaveLength(1);
    expect([...store.textsOf('nobody')]).toEqual([]);
  });
});

it('brings a store of the first schema forward, with what it holds', () => {
  const path = storePath();
  const db = new Database(path);
  db.exec(MIGRATIONS[0] as string);
  db.exec(`insert into language values (1, 'sw');
    insert into source values (1, 'old', 'value', 'lines', 'old.txt', 'x', '', '', '', '', 'sw', 1, 1, 0, 0);
    insert into value values (1, '', 'place_name', 'Nairobi', 1, 1)`);
  db.pragma('user_version = 1');
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.close();
  // Reading is enough to bring it forward.
  const reader = openStore(path, { mode: 'read' });
  expect(reader.gazetteer('sw').local('place_name')).toHaveLength(1);
  reader.close();
  const store = newStore(path);
  expect(add(store, 'new', [{ unit: 'sentence', line: 1, text: 'Habari.' }])).toMatchObject({ id: 2, kept: 1 });
  const after = new Database(path, { readonly: true });
  expect(after.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  after.close();
});
