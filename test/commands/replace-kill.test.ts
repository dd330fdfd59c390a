import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Sqlite } from '../../src/store/sqlite.js';
import { openStore } from '../../src/store/store.js';
import { BIN, Session } from './session.js';

const session = new Session();
afterAll(() => session.end());

const ROWS = 10_000;
const MOMENTS = [0.6, 0.75, 0.85, 0.95];
const NAME = 'words-words';

function rows(word: string): string {
  return Array.from({ length: ROWS }, (_, i) => `word ${(i * 7919) % ROWS}\t${word} ${i}\n`).join('');
}

/** Runs a command, and ends it after so many milliseconds, or not at all; returns how long it ran. */
async function importing(args: readonly string[], killAfter?: number): Promise<number> {
  const begin = performance.now();
  const child = spawn(process.execPath, [BIN, 'lexicon', 'import', ...args], { cwd: session.folder, stdio: 'ignore' });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code] = await once(child, 'exit');
  clearTimeout(timer);
  if (killAfter === undefined) expect(code).toBe(0);
  return performance.now() - begin;
}

/** The file that the one source is from, after a look at whether it is whole. */
function fileOfSource(): string {
  const path = join(session.folder, 'calque.db');
  const db = new Sqlite(path);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  const words = db.prepare("select count(*) from lexeme where lemma like 'alt%' or lemma like 'neu%'").pluck().get();
  const old = db.prepare("select count(*) from lexeme where lemma like 'alt%'").pluck().get();
  db.close();
  const store = openStore(path, { mode: 'read' });
  const [source, ...others] = store.sources();
  store.close();
  expect([others.length, source?.name, source?.kept, words]).toEqual([0, NAME, ROWS, ROWS]);
  expect(old).toBe(source?.file === 'words/words.tsv' ? ROWS : 0);
  return source?.file as string;
}

it('a replacement that is killed leaves the old source or the new one, and can be done again', async () => {
  session.write('words/words.tsv', rows('alt'));
  session.write('new.tsv', rows('neu'));
  await importing(['words/words.tsv', '--to', 'sw']);
  expect(fileOfSource()).toBe('words/words.tsv');
  const whole = await importing(['new.tsv', '--replace', NAME]);
  expect(fileOfSource()).toBe('new.tsv');
  for (const [index, moment] of MOMENTS.entries()) {
    const file = index % 2 === 0 ? 'words/words.tsv' : 'new.tsv';
    await importing([file, '--replace', NAME], whole * moment);
    expect(['words/words.tsv', 'new.tsv']).toContain(fileOfSource());
  }
  await importing(['words/words.tsv', '--replace', NAME]);
  expect(fileOfSource()).toBe('words/words.tsv');
}, 180_000);
