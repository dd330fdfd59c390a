import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { LexiconRecord, Source, SourceDescription } from '../../src/model/model.js';
import { openStore, type Store } from '../../src/store/store.js';

const folders: string[] = [];
const stores: Store[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A path in a folder of its own, removed after the test. */
export function storePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'calque store é '));
  folders.push(folder);
  return join(folder, 'calque.db');
}

export function newStore(path: string = storePath()): Store {
  const store = openStore(path, { mode: 'write', create: true, timeout: 50 });
  stores.push(store);
  return store;
}

export function describeSource(name: string, more: Partial<SourceDescription> = {}): SourceDescription {
  return {
    name,
    kind: 'lexicon',
    format: 'pairs',
    file: `${name}.tsv`,
    sha256: `hash of ${name}`,
    licence: 'CC0-1.0',
    citation: '',
    title: '',
    from: 'en',
    to: 'sw',
    ...more,
  };
}

export function translation(from: string, to: string, more: Partial<LexiconRecord> = {}): LexiconRecord {
  return { line: 1, from, to, pos: '', nounClass: '', rank: 1, sense: '', labels: '', ...more };
}

/** Imports pairs as a lexicon, each on a line of its own. */
export function addLexicon(
  store: Store,
  description: SourceDescription,
  pairs: readonly (readonly [string, string, Partial<LexiconRecord>?])[],
): Source {
  const load = store.importLexicon(description);
  load.add(pairs.map(([from, to, more], i) => translation(from, to, { line: i + 1, ...more })));
  return load.finish({ read: pairs.length, rejected: 0 });
}

/** A made-up word for a number: digits would be taken for a reference. */
export function spell(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}
