// Imports every file of each kind of data with the commands that users type, and tells what became of the rows.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../bin/run.js', import.meta.url));

/** Which command takes which folder of the data, and what must be said of files that do not say it. */
const IMPORTS = [
  { command: 'lexicon', folder: 'lexicons' },
  { command: 'morphology', folder: 'morphology' },
  { command: 'template', folder: 'nlu' },
  { command: 'typology', folder: 'typology' },
  { command: 'value', folder: 'values', flags: ['--slot', 'place_name', '--language', 'en'] },
  { command: 'text', folder: 'text' },
];

/**
 * Runs all imports into one store; gives files with their counts, and files that could not be read. What an import said
 * is kept beside the store, so that a check that was broken off goes on with the next one.
 */
export function importEverything(data, store) {
  const there = IMPORTS.filter(({ folder }) => existsSync(join(data, folder)));
  const runs = there.map((task) => whatWasSaid(task, data, store) ?? runImport(task, data, store));
  return {
    runs,
    files: runs.flatMap((run) => run.files),
    failed: runs.flatMap((run) => run.failed),
    passedOver: runs.flatMap((run) => run.passedOver),
  };
}

function whatWasSaid({ command, folder }, data, store) {
  const said = `${store}.${command}.json`;
  const text = existsSync(said) ? readFileSync(said, 'utf8') : '';
  return text === '' ? undefined : resultOf(JSON.parse(text), { command, folder, seconds: 0, cpu: 0 }, data);
}

function runImport({ command, folder, flags = [] }, data, store) {
  const said = `${store}.${command}.json`;
  const out = openSync(said, 'w');
  const started = performance.now();
  const args = [PROGRAM, command, 'import', join(data, folder), ...flags, '--store', store, '--json'];
  // The shell's `times` counts what it waited for: CPU time says more than the clock of a busy machine.
  const { stderr } = spawnSync('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', process.execPath, ...args], {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(out);
  const seconds = (performance.now() - started) / 1000;
  const { cpu, fault } = afterwards(stderr);
  const text = readFileSync(said, 'utf8');
  const result = text.trim() === '' ? {} : JSON.parse(text);
  // A folder of which no file can be read ends in one error.
  if (result.error?.exitCode === 20) result.failed = [{ file: join(data, folder), message: result.error.message }];
  else if (!Array.isArray(result.sources))
    throw new Error(`${command} import ${folder} crashed: ${fault || text.slice(0, 500)}`);
  return resultOf(result, { command, folder, seconds, cpu }, data);
}

function resultOf({ sources = [], failed = [], skipped = [] }, run, data) {
  const short = (file) => relative(data, file);
  return {
    ...run,
    files: byFile(sources, data),
    failed: failed.map(({ file, message }) => ({
      file: short(file),
      message: message.replace(`${file}: `, '').replaceAll(`${data}/`, ''),
    })),
    passedOver: skipped.map(({ file, reason, command: other }) => ({
      file: short(file),
      reason,
      other,
    })),
  };
}

function afterwards(stderr) {
  const lines = stderr.trim().split('\n');
  const times = [...lines.at(-1).matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => minutes * 60 + Number(seconds),
  );
  return { cpu: times.reduce((sum, time) => sum + time, 0), fault: lines.slice(0, -2).join('\n') };
}

/** A file of many languages is many sources; here it is one file again. */
function byFile(sources, data) {
  const files = new Map();
  for (const source of sources) {
    const file = relative(data, source.file);
    const sum = files.get(file) ?? {
      file,
      folder: dirname(file),
      format: source.format,
      languages: 0,
      ...NOTHING,
      reasons: new Map(),
    };
    files.set(file, sum);
    sum.languages++;
    for (const key of COUNTS) sum[key] += source[key];
    if (source.read !== source.kept + source.merged + source.rejected) sum.lost = true;
    for (const [reason, rows] of reasonsOf(source)) sum.reasons.set(reason, (sum.reasons.get(reason) ?? 0) + rows);
  }
  return [...files.values()];
}

const NOTHING = { read: 0, kept: 0, merged: 0, rejected: 0 };
export const COUNTS = Object.keys(NOTHING);

/** Reasons with their rows, from the file that holds all rejected rows; codes and names within them are left out. */
function reasonsOf({ rejectsFile }) {
  const reasons = new Map();
  if (!rejectsFile || !existsSync(rejectsFile)) return reasons;
  for (const row of readFileSync(rejectsFile, 'utf8').split('\n').slice(1)) {
    if (row === '') continue;
    const reason = (row.split('\t')[1] ?? '')
      .replace(/^unknown language .*/, 'unknown language')
      .replace(/^\d+ /, '… ');
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return reasons;
}
