import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Sqlite as Database } from '../../src/store/sqlite.js';
import { openStore } from '../../src/store/store.js';
import { addLexicon, describeSource, newStore, spell } from './support.js';

const ROWS = 40_000;
const MOMENTS = [0, 0.1, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];
let program = '';

/** The child runs the sources as they stand, whatever was built before; it needs the project's packages. */
beforeAll(() => {
  program = mkdtempSync(join('node_modules', '.calque-kill-'));
  writeFileSync(join(program, 'package.json'), '{"type":"module"}');
  for (const room of ['model', 'store']) {
    mkdirSync(join(program, room));
    for (const name of readdirSync(join('src', room))) {
      const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
      const { outputText } = ts.transpileModule(readFileSync(join('src', room, name), 'utf8'), { compilerOptions });
      writeFileSync(join(program, room, name.replace(/\.ts$/, '.js')), outputText);
    }
  }
  writeFileSync(join(program, 'child.js'), CHILD);
});

afterAll(() => rmSync(program, { recursive: true, force: true }));

const CHILD = `
import { openStore } from './store/store.js';
const [path, rows, description] = process.argv.slice(2);
const store = openStore(path, { mode: 'write', create: true });
// A small cache, so that pages reach the file long before the end.
store.connection.db.pragma('cache_size = 20');
console.log('ready');
const load = store.importLexicon(JSON.parse(description));
for (let line = 1; line <= rows; line += 500) {
  const batch = [];
  for (let i = line; i < line + 500; i++) {
    const from = 'word ' + (i * 7919) % 30011;
    batch.push({ line: i, from, to: 'neno ' + i, pos: 'N', nounClass: '', rank: 1, sense: '', labels: '' });
  }
  load.add(batch);
}
load.finish({ read: Number(rows), rejected: 0 });
console.log('done');
`;

/** Starts an import and ends it after so many milliseconds, or not at all; returns how long it ran once ready. */
async function importInChild(path: string, killAfter?: number): Promise<number> {
  const description = JSON.stringify(describeSource('large'));
  const child = spawn(process.execPath, [join(program, 'child.js'), path, String(ROWS), description], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const start = performance.now();
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code] = await ended;
  if (killAfter === undefined) expect(code).toBe(0);
  return performance.now() - start;
}

function translations(path: string): number {
  const store = openStore(path, { mode: 'read' });
  const count = store.languages().find(({ language }) => language === 'sw')?.entries ?? 0;
  store.close();
  return count;
}

function expectWhole(path: string): void {
  const db = new Database(path, { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  const indices = db.prepare("select count(*) from sqlite_schema where type = 'index' and sql is not null").pluck();
  expect(indices.get()).toBe(3);
  db.close();
}

it.each([0, 300])(
  'a killed import of %i + 40,000 rows leaves what was before, and can be done again',
  async (before) => {
    const fresh = () => {
      const store = newStore();
      const pairs = Array.from({ length: before }, (_, i) => [spell(i), spell(i)] as const);
      if (before > 0) addLexicon(store, describeSource('small'), pairs);
      store.close();
      return store.path;
    };
    const whole = await importInChild(fresh());
    const path = fresh();
    for (const moment of MOMENTS) {
      await importInChild(path, whole * moment);
      expect([before, before + ROWS]).toContain(translations(path));
      expectWhole(path);
      if (translations(path) !== before) break;
    }
    if (translations(path) === before) await importInChild(path);
    expect(translations(path)).toBe(before + ROWS);
    expectWhole(path);
  },
  120_000,
);
