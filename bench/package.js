// What a package of 1,000,000 rows in five formats at once costs, split by template and value: CPU time and peak memory
// of the program. Usage, after `npm run build`: node bench/package.js [rows]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRows } from './realise.js';

const HERE = fileURLToPath(import.meta.url);
const BIN = fileURLToPath(new URL('../bin/run.js', import.meta.url));
const REPORT = fileURLToPath(new URL('report-cpu.cjs', import.meta.url));
const FORMATS = 'massive,huggingface,conll,token-classification,csv';
const MOST_SECONDS = 90;
const MOST_MEGABYTES = 500;

/** A run folder with rows of one language, as `generate` leaves it. */
function writeRun(folder, rows) {
  mkdirSync(folder);
  writeRows(rows, join(folder, 'sw.jsonl'));
  const names = ['wechsel-lexicon', 'freedict', 'gatitos', 'phrasebook', 'unimorph', 'values', 'massive-en'];
  const record = {
    command: 'generate',
    version: '0.1.0',
    seed: 1,
    generator: 1,
    arguments: {},
    shard: null,
    plans: {},
    store: { schema: 1, sha256: '' },
    files: [{ language: 'sw', file: 'sw.jsonl', sha256: '', rows }],
    languages: [],
    sources: Object.fromEntries(names.map((name) => [name, 'CC0-1.0'])),
  };
  writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
}

function measure(rows) {
  const folder = mkdtempSync(join(tmpdir(), 'calque-bench-'));
  try {
    const run = join(folder, 'run');
    writeRun(run, rows);
    const args = [BIN, 'package', run, '--format', FORMATS, '--split', '90/10', '--output', join(folder, 'set')];
    const stdio = ['ignore', 'ignore', 'inherit', 'pipe'];
    const begun = performance.now();
    const { status, output } = spawnSync(process.execPath, ['--require', REPORT, ...args], { stdio, encoding: 'utf8' });
    if (status !== 0) throw new Error(`calque package ended with ${status}`);
    const [ms, megabytes] = output[3].split(' ').map(Number);
    return { seconds: ms / 1000, elapsed: (performance.now() - begun) / 1000, megabytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rows of a table: what was measured, and how much it may be. */
export function benchPackage(rows = 1_000_000) {
  const { seconds, megabytes } = measure(rows);
  const what = `package ${rows.toLocaleString('en')} rows in five formats`;
  return [
    { name: what, seconds, limit: MOST_SECONDS },
    { name: `${what}, peak memory`, megabytes, limit: MOST_MEGABYTES },
  ];
}

if (process.argv[1] === HERE) {
  const { seconds, elapsed, megabytes } = measure(Number(process.argv[2] ?? 1_000_000));
  console.log(`${seconds.toFixed(1)} s of CPU, ${elapsed.toFixed(1)} s elapsed, ${megabytes.toFixed(0)} MB`);
  if (seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES) process.exitCode = 1;
}
