import { expect, it } from 'vitest';
import type { Connection } from '../../src/store/connection.js';
import { Sqlite as Database } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { addLexicon, describeSource, newStore, spell, storePath } from './support.js';

const connectionOf = (store: Store) => (store as unknown as { connection: Connection }).connection;
const manyPairs = (count: number) => Array.from({ length: count }, (_, i) => [spell(i), spell(i % 5000)] as const);

function indicesOf(path: string): unknown[] {
  const db = new Database(path, { readonly: true });
  const names = db.prepare("select name from sqlite_schema where type = 'index' and sql is not null order by name");
  const found = names.pluck().all();
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  return found;
}

it('makes the indices anew after a load that is large for the store', () => {
  const store = newStore();
  addLexicon(store, describeSource('small'), manyPairs(10));
  const before = indicesOf(store.path);
  expect(before).toEqual(['lexeme_key', 'translation_origin', 'translation_target']);
  store.begin();
  expect(addLexicon(store, describeSource('large'), manyPairs(100_005))).toMatchObject({ kept: 99_995, merged: 10 });
  const knows = store.languageWords('en');
  expect([knows(spell(100_004)), knows(spell(100_005))]).toEqual([true, false]);
  expect(addLexicon(store, describeSource('after'), manyPairs(20))).toMatchObject({ kept: 0, merged: 20 });
  expect(store.removeSource('large')).toMatchObject({ evidence: 100_005, translations: 99_985 });
  store.commit();
  expect(indicesOf(store.path)).toEqual(before);
  expect(store.languages()).toMatchObject([{ language: 'sw', entries: 20 }]);
});

it('says that the disk is full, and is as it was before', () => {
  const path = storePath();
  const store = newStore(path);
  addLexicon(store, describeSource('small'), manyPairs(10));
  const { db } = connectionOf(store);
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 20}`);
  expect(() => addLexicon(store, describeSource('large'), manyPairs(20_000))).toThrow('no space is left');
  expect(store.sources().map(({ name }) => name)).toEqual(['small']);
  db.pragma('max_page_count = 1000000');
  expect(addLexicon(store, describeSource('large'), manyPairs(20_000))).toMatchObject({ kept: 19_990, merged: 10 });
  expect(indicesOf(path)).toHaveLength(3);
});
