// Kills a long import at ten random moments: the store must be whole each time, and the import, run again, complete it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

const PROGRAM = fileURLToPath(new URL('../bin/run.js', import.meta.url));
const KILLS = 10;
const CONTENT = ['source', 'lexeme', 'translation', 'evidence'];

/** What was found wrong; nothing, if all is well. */
export async function killImports(data, folder) {
  const long = [join(data, 'lexicons', 'pairs', 'gatitos'), join(data, 'lexicons', 'csv')];
  const args = (store) => [PROGRAM, 'lexicon', 'import', ...long, '--json', '--store', store];
  const whole = join(folder, 'whole.db');
  const killed = join(folder, 'killed.db');
  const started = performance.now();
  spawnSync(process.execPath, args(whole), { stdio: 'ignore' });
  const lasting = performance.now() - started;
  const faults = [];
  for (let kill = 0; kill < KILLS; kill++) {
    await interrupted(args(killed), shareOf(kill) * lasting);
    faults.push(...faultsOf(killed).map((fault) => `after kill ${kill + 1}: ${fault}`));
  }
  spawnSync(process.execPath, args(killed), { stdio: 'ignore' });
  faults.push(...faultsOf(killed));
  const [expected, found] = [contentOf(whole), contentOf(killed)];
  for (const table of CONTENT) {
    if (expected[table] !== found[table])
      faults.push(`${table}: ${found[table]} rows in the end instead of ${expected[table]}`);
  }
  return faults;
}

/** Moments over the whole import, in no order: the golden ratio's multiples. */
function shareOf(kill) {
  return 0.02 + 0.95 * (((kill + 1) * 0.6180339887) % 1);
}

function interrupted(args, milliseconds) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Not a row of a half-read file, and nothing that points nowhere. */
function faultsOf(path) {
  if (!existsSync(path)) return [];
  const db = new Database(path);
  try {
    const faults = [];
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') faults.push('the file is damaged');
    if (db.pragma('foreign_key_check').length > 0) faults.push('a row points to one that is missing');
    if (db.prepare("select count(*) from sqlite_schema where name = 'source'").pluck().get() === 0) return faults;
    const half = db.prepare('select name from source where read = 0 or read <> kept + merged + rejected').pluck().all();
    return [...faults, ...half.map((name) => `${name} is there in part`)];
  } finally {
    db.close();
  }
}

function contentOf(path) {
  const db = new Database(path, { readonly: true });
  try {
    return Object.fromEntries(
      CONTENT.map((table) => [table, db.prepare(`select count(*) from ${table}`).pluck().get()]),
    );
  } finally {
    db.close();
  }
}
