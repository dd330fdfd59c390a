import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CalqueError } from '../../src/model/model.js';
import { entrySql } from '../../src/store/overview.js';
import { Sqlite as Database } from '../../src/store/sqlite.js';
import { openStore, SCHEMA_VERSION } from '../../src/store/store.js';
import { LOOKUP } from '../../src/store/store-lexicon.js';
import { CELLS, LOCAL, RENDERINGS } from '../../src/store/store-tables.js';
import { addLexicon, describeSource, newStore, storePath, translation } from './support.js';

function failure(action: () => unknown): CalqueError {
  try {
    action();
  } catch (error) {
    if (error instanceof CalqueError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('opening a store', () => {
  it('makes one only when asked, and says what to do first', () => {
    const path = storePath();
    for (const mode of ['read', 'write'] as const) {
      const error = failure(() => openStore(path, { mode }));
      expect([error.exitCode, error.message]).toEqual([10, `there is no store at ${path}`]);
      expect(error.suggestions.join(' ')).toContain('calque demo');
    }
    expect(existsSync(path)).toBe(false);
    newStore(path);
    const store = openStore(path, { mode: 'read' });
    expect(store.sources()).toEqual([]);
    expect(() => store.begin()).toThrow('opened for reading');
    store.close();
  });

  it('is whole, with its version, and has foreign keys that hold', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [['house', 'nyumba', { sense: 'home' }]]);
    const db = new Database(store.path, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
    db.close();
  });

  it('refuses a newer schema in words', () => {
    const path = newStore().path;
    const db = new Database(path);
    db.pragma('user_version = 99');
    db.close();
    const error = failure(() => openStore(path, { mode: 'read' }));
    expect(error.exitCode).toBe(10);
    expect(error.message).toContain(
      `written by a newer Calque (its schema is 99, this program knows ${SCHEMA_VERSION})`,
    );
  });

  it('refuses what is no store', () => {
    const path = storePath();
    writeFileSync(path, 'source\ttarget\n'.repeat(200));
    expect(failure(() => openStore(path, { mode: 'read' })).message).toContain('is no SQLite file');
    const other = join(dirname(path), 'other.db');
    const db = new Database(other);
    db.exec('create table bookmarks (id)');
    db.close();
    const error = failure(() => openStore(other, { mode: 'write', create: true }));
    expect(error.message).toContain('of another program');
    const folder = join(dirname(path), 'folder');
    mkdirSync(folder);
    expect(failure(() => openStore(folder, { mode: 'read' })).message).toContain('is a folder');
    const nowhere = join(dirname(path), 'no', 'calque.db');
    expect(failure(() => openStore(nowhere, { mode: 'write', create: true })).exitCode).toBe(10);
    const empty = join(dirname(path), 'empty.db');
    writeFileSync(empty, '');
    expect(failure(() => openStore(empty, { mode: 'read' })).message).toContain('holds nothing yet');
  });

  it('says when a store is damaged', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [['house', 'nyumba']]);
    const path = join(dirname(store.path), 'damaged.db');
    const bytes = readFileSync(store.path);
    bytes.fill(0x5a, 4096);
    writeFileSync(path, bytes);
    const error = failure(() => openStore(path, { mode: 'read' }).sources());
    expect([error.exitCode, error.message]).toEqual([10, expect.stringContaining('is damaged')]);
  });

  it('lets one process write at a time, and tells the other', () => {
    const first = newStore();
    const second = newStore(first.path);
    first.begin();
    const error = failure(() => second.begin());
    expect(error.exitCode).toBe(10);
    expect(error.message).toContain('another process is writing');
    expect(failure(() => second.importLexicon(describeSource('two'))).exitCode).toBe(10);
    addLexicon(first, describeSource('one'), [['house', 'nyumba']]);
    expect(second.sources()).toEqual([]);
    first.commit();
    const load = second.importLexicon(describeSource('two'));
    load.add([translation('house', 'nyumba')]);
    expect(load.finish({ read: 1, rejected: 0 })).toMatchObject({ merged: 1 });
  });
});

describe('look-ups', () => {
  it('are searches by index, never scans', () => {
    const path = newStore().path;
    const db = new Database(path, { readonly: true });
    const queries = [LOOKUP, CELLS, RENDERINGS, LOCAL, entrySql('origin', 'target'), entrySql('target', 'origin')];
    for (const sql of queries) {
      const marks = sql.split('?').length - 1;
      const plan = db.prepare(`explain query plan ${sql}`).all(...new Array(marks).fill(1)) as { detail: string }[];
      expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
    }
    const lookup = db.prepare(`explain query plan ${LOOKUP}`).all(1, 1, 'a') as { detail: string }[];
    const details = lookup.map(({ detail }) => detail).join('\n');
    expect(details).toContain('lexeme_key (language=? AND <expr>=?)');
    expect(details).toContain('translation_origin (origin=? AND language=?)');
    db.close();
  });
});
