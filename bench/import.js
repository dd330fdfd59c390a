// Import of a word list of 1,000,000 rows against `sqlite3 .import` of the same file with two indices.
// CPU time (user + system) of whole processes, run in turn, the least of three: only the ratio is worth reporting.
// Usage, after `npm run build`: node bench/import.js [--rows N] [--rounds N] [--dist DIR]
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const SOURCES = 183_662;
const TARGETS = 379_269;
const CATEGORIES = ['N', 'N', 'N', 'V', 'ADJ', 'ADV'];
const HERE = fileURLToPath(import.meta.url);
const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** A number from a number, spread over 32 bits (Murmur's finish). */
function mix(number) {
  let h = Math.imul(number + 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A pronounceable word, different for each number; one in eight is a phrase. */
function wordOf(number, consonants, vowels) {
  let rest = number;
  let word = '';
  for (let syllable = 0; syllable < 3 || rest > 0; syllable++) {
    const count = consonants.length * vowels.length;
    const sound = (rest + (syllable === 2 ? 0 : mix(syllable))) % count;
    word += consonants[Math.floor(sound / vowels.length)] + vowels[sound % vowels.length];
    rest = Math.floor(rest / count);
  }
  return number % 8 === 7 ? `${word} ${consonants[number % consonants.length]}a` : word;
}

/** source, target, part of speech, small number; the first rows hold every word once, so the counts are exact. */
function writeWordList(file, rows) {
  const out = openSync(file, 'w');
  let lines = '';
  for (let row = 0; row < rows; row++) {
    // Odd multipliers coprime to the counts walk through all words in no order.
    const source = row < SOURCES ? (row * 7919) % SOURCES : mix(row) % SOURCES;
    const target = row < TARGETS ? (row * 10007) % TARGETS : mix(row ^ 0x5bd1e995) % TARGETS;
    const from = wordOf(source, 'bcdfghklmnprstvwyz', 'aeiou');
    const to = wordOf(target, 'bcdfghjklmnpqrstvz', 'aeiouäö');
    lines += `${from}\t${to}\t${CATEGORIES[mix(source) % CATEGORIES.length]}\t${row % 7}\n`;
    if (lines.length > 1 << 20) {
      writeSync(out, lines);
      lines = '';
    }
  }
  writeSync(out, lines);
  closeSync(out);
}

/** CPU milliseconds of a process and its children; the shell's `times` counts what it waited for. */
function cpuOf(command) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$@" >&2; code=$?; times; exit $code', 'sh', ...command], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) throw new Error(`${command.join(' ')}\n${stderr}`);
  const children = stdout.trim().split('\n').at(-1);
  const times = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => minutes * 60 + Number(seconds),
  );
  return { cpu: Math.round(1000 * (times[0] + times[1])), said: stderr.trim() };
}

/** The hardest to beat: no journal, no fsync, and the cache with which indices are made fastest. */
function sqliteImport(list, database) {
  const statements = [
    'pragma journal_mode = off; pragma synchronous = 0; pragma cache_size = -2000;',
    'create table p (src, tgt, pos, f);',
    '.mode tabs',
    `.import "${list}" p`,
    'create index p_src on p (src); create index p_tgt on p (tgt);',
  ];
  return ['sqlite3', database, ...statements];
}

/** Stands in for the command-line program where it is missing: the same flat table and indices, made by a loop. */
async function flatLoop(list, database) {
  const [{ default: Database }, { readFileSync }] = await Promise.all([import('better-sqlite3'), import('node:fs')]);
  const db = new Database(database);
  db.exec(`pragma journal_mode = off; pragma synchronous = 0; pragma cache_size = -2000;
    create table p (src, tgt, pos, f); begin`);
  const insert = db.prepare('insert into p values (?, ?, ?, ?)');
  for (const line of readFileSync(list, 'utf8').split('\n')) if (line !== '') insert.run(...line.split('\t'));
  db.exec('commit; create index p_src on p (src); create index p_tgt on p (tgt)');
  db.close();
}

/** What `calque lexicon import --columns 1,2` does: reader, store, one transaction, hash of the bytes. */
async function ourImport(list, database, dist) {
  const room = (name) => import(pathToFileURL(join(dist, name, `${name}.js`)).href);
  const [{ openStore }, { lexiconReaders, openInput }] = await Promise.all([room('store'), room('read')]);
  const input = await openInput(list);
  const reader = lexiconReaders.find(({ id }) => id === 'pairs');
  const file = await reader.open(input, { from: 'en', to: 'sw', columns: ['1', '2'] });
  const store = openStore(database, { mode: 'write', create: true });
  const description = { name: 'list', kind: file.kind, format: 'pairs', file: list, sha256: await input.sha256() };
  const load = store.importLexicon({ ...description, licence: '', citation: '', title: '', from: 'en', to: 'sw' });
  let read = 0;
  for await (const { items } of file.parts) {
    if (items.some((item) => !('from' in item))) throw new Error('a row of the list was rejected');
    load.add(items);
    read += items.length;
  }
  const { kept, merged } = load.finish({ read, rejected: 0 });
  store.close();
  console.log(`kept ${kept}, merged ${merged}, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

function hasSqlite() {
  try {
    execFileSync('sqlite3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function benchImport({ rows = 1_000_000, rounds = 3, dist = DIST } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'calque-bench-'));
  try {
    const list = join(folder, 'list.tsv');
    writeWordList(list, rows);
    const flat = hasSqlite();
    const baseline = flat ? 'sqlite3 .import + 2 indices' : 'better-sqlite3 flat loop + 2 indices (no sqlite3 program)';
    const best = { baseline: Number.POSITIVE_INFINITY, ours: Number.POSITIVE_INFINITY };
    let said = '';
    for (let round = 0; round < rounds; round++) {
      const path = (name) => join(folder, `${name}-${round}.db`);
      const loop = [process.execPath, HERE, '--loop', list, path('flat')];
      best.baseline = Math.min(best.baseline, cpuOf(flat ? sqliteImport(list, path('flat')) : loop).cpu);
      const ours = cpuOf([process.execPath, HERE, '--ours', list, path('ours'), '--dist', dist]);
      best.ours = Math.min(best.ours, ours.cpu);
      said = ours.said;
      for (const name of ['flat', 'ours']) rmSync(path(name));
    }
    const ratio = best.ours / best.baseline;
    return {
      name: `import ${rows} rows`,
      baseline,
      baselineMs: best.baseline,
      oursMs: best.ours,
      ratio,
      limit: 4,
      said,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  const options = { rows: text, rounds: text, dist: text, loop: flag, ours: flag };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const dist = resolve(values.dist ?? DIST);
  if (values.loop) return flatLoop(...positionals);
  if (values.ours) return ourImport(...positionals, dist);
  const result = benchImport({ rows: Number(values.rows ?? 1_000_000), rounds: Number(values.rounds ?? 3), dist });
  console.log(`${result.baseline}: ${result.baselineMs} ms CPU`);
  console.log(`calque import: ${result.oursMs} ms CPU (${result.said})`);
  console.log(`ratio ${result.ratio.toFixed(2)} (at most ${result.limit})`);
  if (result.ratio > result.limit) process.exitCode = 1;
}

if (process.argv[1] === HERE) await main();
