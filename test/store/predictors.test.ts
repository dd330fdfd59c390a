import { describe, expect, it } from 'vitest';
import { predictorOf } from '../../src/cli/predictor.js';
import { PREDICTOR_VERSION } from '../../src/inflect/inflect.js';
import type { CellRecord } from '../../src/model/model.js';
import { Sqlite } from '../../src/store/sqlite.js';
import { openStore, type Store } from '../../src/store/store.js';
import { describeSource, newStore, storePath } from './support.js';

const STEMS = [...'bdgklmn'].flatMap((first) =>
  [...'aeiou'].flatMap((vowel) => [...'ptks'].map((last) => first + vowel + last)),
);

function addTable(store: Store, name: string, ending: string, licence = 'CC0-1.0') {
  const load = store.importCells(describeSource(name, { kind: 'table', from: '', to: 'tr', licence }));
  load.add(STEMS.map((lemma, i): CellRecord => ({ line: i + 1, lemma, form: lemma + ending, bundle: `N;PL;${name}` })));
  return load.finish({ read: STEMS.length, rejected: 0 });
}

const bytes = new Uint8Array([1, 2, 3]);

describe('a kept predictor', () => {
  it('is known by the files of its table, and of those alone that may be used', () => {
    const store = newStore();
    addTable(store, 'ACC', 'i');
    const before = store.tableHash('tr');
    addTable(store, 'DAT', 'a', 'GPL-3.0');
    expect(store.tableHash('tr')).not.toBe(before);
    expect(store.tableHash('tr', { licences: (licence) => licence === 'CC0-1.0' })).toBe(before);
    expect(store.tableRows('tr', { licences: (licence) => licence === 'CC0-1.0' })).toHaveLength(STEMS.length);
    store.removeSource('DAT');
    expect(store.tableHash('tr')).toBe(before);
  });

  it('goes when the table changes', () => {
    const store = newStore();
    addTable(store, 'ACC', 'i');
    store.keepPredictor({ language: 'tr', hash: 'a', bytes });
    expect(store.predictor('tr', 'a')).toEqual(bytes);
    expect(store.predictor('sw', 'a')).toBeUndefined();
    addTable(store, 'DAT', 'a');
    expect(store.predictor('tr', 'a')).toBeUndefined();
    store.keepPredictor({ language: 'tr', hash: 'b', bytes });
    store.removeSource('DAT');
    expect(store.predictor('tr', 'b')).toBeUndefined();
  });

  it('is learnt on first use, even by who only reads, and learnt again when it is damaged', async () => {
    const path = storePath();
    const writer = newStore(path);
    addTable(writer, 'ACC', 'i');
    writer.close();
    const store = openStore(path, { mode: 'read' });
    const first = await predictorOf(store, 'tr');
    expect(first?.predict('zet', 'N;PL;ACC')[0]?.form).toBe('zeti');
    const hash = `${PREDICTOR_VERSION} ${store.tableHash('tr')}`;
    const kept = store.predictor('tr', hash);
    expect(kept?.length).toBeGreaterThan(100);
    const db = new Sqlite(path);
    db.exec('update predictor set model = substr(model, 1, 120)');
    db.close();
    expect(store.predictor('tr', hash)).toBeUndefined();
    expect((await predictorOf(store, 'tr'))?.predict('zet', 'N;PL;ACC')[0]?.form).toBe('zeti');
    expect(store.predictor('tr', hash)).toEqual(kept);
    store.close();
  });
});
