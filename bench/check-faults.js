// What readers do with damaged and malicious files: for each, so many copies of its fixtures, each of which must end in a
// result or in an error that names the file, within two seconds of processor time and 512 MB.
// Usage, after `npm run build`: node bench/check-faults.js [--rounds 2000] [--format lexicon/tei] [--round 17]
import { fork } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CalqueError } from '../dist/model/model.js';
import * as read from '../dist/read/read.js';
import { damaged } from './fault-inputs.js';

const FIXTURES = fileURLToPath(new URL('../test/fixtures/read/', import.meta.url));
const MOST_SECONDS = 2;
const MOST_MEGABYTES = 512;
/** A copy that takes longer than this, of anybody's time, has hung. */
const HUNG_AFTER = 60_000;

/** Registries of readers by kind, as the door offers them (`lexiconReaders` …). */
function registries() {
  const named = Object.entries(read).filter(([name, value]) => name.endsWith('Readers') && Array.isArray(value));
  return named.map(([name, readers]) => [name.replace(/Readers$/, ''), readers]);
}

/** Every fixture that a reader knows as its own: a file, beside which others may lie that it needs. */
async function samples() {
  const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const found = new Map();
  for (const [kind, readers] of registries()) {
    for (const file of files.filter((each) => each.startsWith(join(FIXTURES, kind)))) {
      const input = await read.openInput(file);
      const likeness = readers.map((reader) => reader.sniff(input));
      const most = Math.max(...likeness);
      for (const [index, reader] of readers.entries()) {
        if (most === 0 || likeness[index] < most) continue;
        const id = `${kind}/${reader.id}`;
        found.set(id, [...(found.get(id) ?? []), file]);
      }
    }
  }
  return found;
}

/**
 * Damages the fixtures of every reader, some readers at a time.
 * @returns {{ reader: string, rounds: number, results: number, errors: number, seconds: number, megabytes: number,
 *   faults: { round: number, kind: string, fault: string }[] }[]} one row a reader; no faults is what is wanted
 */
export async function checkFaults({ rounds = 2000, only, round, log = () => {}, jobs = 2 } = {}) {
  const all = [...(await samples())].filter(([id]) => only === undefined || id === only);
  const rows = [];
  const next = async () => {
    for (let job = all.shift(); job; job = all.shift()) {
      const row = await checkReader(job, { rounds, round });
      log(row);
      rows.push(row);
    }
  };
  await Promise.all(Array.from({ length: jobs }, next));
  return rows.sort((a, b) => (a.reader < b.reader ? -1 : 1));
}

/** Readers that registries hold and fixtures do not show. */
export async function readersWithoutSample() {
  const shown = await samples();
  return registries().flatMap(([kind, readers]) =>
    readers.map(({ id }) => `${kind}/${id}`).filter((id) => !shown.has(id)),
  );
}

/** One reader in a process of its own, begun again after a copy that hangs or ends it. */
async function checkReader([reader, files], { rounds, round }) {
  const row = { reader, rounds: 0, results: 0, errors: 0, seconds: 0, megabytes: 0, faults: [] };
  let at = round ?? 0;
  const end = round === undefined ? rounds : round + 1;
  while (at < end) at = await runChild({ reader, files, from: at, to: end }, row);
  return row;
}

function runChild(task, row) {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), ['--child'], {
      execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let at = task.from;
    let last = '';
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), HUNG_AFTER);
    };
    child.stderr.on('data', (data) => {
      last = `${last}${data}`.slice(-2000);
    });
    child.on('message', (answer) => {
      wait();
      at = answer.round + 1;
      row.rounds++;
      row[answer.result ? 'results' : 'errors']++;
      row.seconds = Math.max(row.seconds, answer.seconds);
      row.megabytes = Math.max(row.megabytes, answer.megabytes);
      if (answer.fault !== '') row.faults.push({ round: answer.round, kind: answer.kind, fault: answer.fault });
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (at < task.to) {
        const why = /heap out of memory/.test(last)
          ? `needs more than ${MOST_MEGABYTES} MB`
          : `ended with ${signal ?? code}`;
        row.rounds++;
        row.faults.push({
          round: at,
          kind: '',
          fault: signal === 'SIGKILL' ? 'hung' : `${why}: ${last.slice(0, 300)}`,
        });
        at++;
      }
      resolve(at);
    });
    wait();
    child.send(task);
  });
}

/** What anybody may say of a file, in turn, so that no reader stops for want of it or for its contradiction. */
const SAID = [
  {},
  { from: 'en', to: 'sw', language: 'sw', slot: 'date' },
  { to: 'sw', language: 'sw', slot: 'date' },
  { slot: 'place_name' },
];

async function child({ reader: id, files, from, to }) {
  const [kind, name] = id.split('/');
  const reader = registries()
    .find(([each]) => each === kind)[1]
    .find((each) => each.id === name);
  const folder = mkdtempSync(join(tmpdir(), 'calque-faults-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const baseline = process.memoryUsage().rss / 1e6;
  for (let round = from; round < to; round++) {
    const file = files[round % files.length];
    const copy = join(folder, String(round), basename(dirname(file)), basename(file));
    const kindOfFault = place(file, copy, round);
    // Not in step with the kinds of damage and the files, which change with every round.
    const said = SAID[Math.floor(round / SAID.length) % SAID.length];
    const { seconds, ...outcome } = await readOnce(reader, copy, said);
    rmSync(join(folder, String(round)), { recursive: true, force: true });
    const megabytes = Math.max(0, process.resourceUsage().maxRSS / 1000 - baseline);
    const fault = outcome.fault || overrun(seconds, megabytes);
    process.send({ round, kind: kindOfFault, result: outcome.result, seconds, megabytes, fault });
    // The peak of a process is the peak of all copies: the next one is not to blame for it.
    if (megabytes > MOST_MEGABYTES) break;
  }
  process.disconnect();
}

function overrun(seconds, megabytes) {
  if (seconds > MOST_SECONDS) return `took ${seconds.toFixed(1)} s`;
  return megabytes > MOST_MEGABYTES ? `took ${Math.round(megabytes)} MB` : '';
}

/** Puts a damaged copy where its reader finds what lies beside it; now and then it is a companion that is damaged. */
function place(file, copy, round) {
  const folder = dirname(copy);
  const stem = basename(file).split('.')[0];
  const others = [...readdirSync(dirname(file)).filter((name) => name !== basename(file)), ...inFolderBeside(file)];
  const beside = others.filter((name) => others.length < 8 || name.split('.')[0] === stem);
  mkdirSync(folder, { recursive: true });
  for (const name of beside) cpSync(join(dirname(file), name), join(folder, name), { recursive: true });
  const companion = beside.length > 0 && round % 4 === 3 ? beside[round % beside.length] : undefined;
  const target = companion ?? basename(file);
  if (companion !== undefined) cpSync(file, copy);
  const source = join(dirname(file), target);
  if (!statSync(source).isFile()) return '';
  const { kind, bytes } = damaged(readFileSync(source), round);
  writeFileSync(join(folder, target), bytes);
  return companion === undefined ? kind : `${kind} of ${companion}`;
}

/** Android's files lie in a folder for each language, the English one in `values`. */
function inFolderBeside(file) {
  const name = join('..', 'values', basename(file));
  return existsSync(join(dirname(file), name)) && basename(dirname(file)) !== 'values' ? [name] : [];
}

async function readOnce(reader, file, options) {
  const begin = process.cpuUsage();
  const took = () => {
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1e6;
  };
  try {
    const input = await read.openInput(file);
    reader.sniff(input);
    const opened = await reader.open(input, options);
    let fault = '';
    for await (const part of opened.parts ?? opened.batches) fault ||= faultOfItems(part.items ?? part);
    return { result: true, fault, seconds: took() };
  } catch (error) {
    return { result: false, fault: faultOfError(error, file), seconds: took() };
  }
}

function faultOfItems(items) {
  for (const item of items) {
    if (!Number.isInteger(item.line) || item.line < 1)
      return `an item without a line: ${JSON.stringify(item).slice(0, 200)}`;
    if ('reason' in item && (item.reason === '' || item.text.length > 200))
      return 'a rejection without a reason, or too long';
  }
  return '';
}

function faultOfError(error, file) {
  if (!(error instanceof CalqueError)) return `${error?.stack ?? error}`.slice(0, 600);
  if (error.place === undefined) return `names no file: ${error.message}`;
  if (!error.place.file.startsWith(dirname(file))) return `names another file: ${error.message}`;
  return /undefined|\[object|NaN/.test(error.message.replace(file, '')) ? `is unclear: ${error.message}` : '';
}

async function main() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string' }, format: { type: 'string' }, round: { type: 'string' } },
  });
  const bare = await readersWithoutSample();
  if (bare.length > 0) console.log(`without a fixture: ${bare.join(', ')}`);
  const log = ({ reader, rounds, results, errors, seconds, megabytes, faults }) => {
    console.log(
      [
        reader.padEnd(28),
        `${rounds} copies: ${results} results, ${errors} errors,`,
        `at most ${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB`,
      ].join(' '),
    );
    for (const { round, kind, fault } of faults.slice(0, 8)) console.log(`  round ${round} (${kind}): ${fault}`);
    if (faults.length > 8) console.log(`  and ${faults.length - 8} more`);
  };
  const rows = await checkFaults({
    rounds: Number(values.rounds ?? 2000),
    ...(values.format && { only: values.format }),
    ...(values.round && { round: Number(values.round) }),
    log,
  });
  const faults = rows.reduce((sum, row) => sum + row.faults.length, 0);
  console.log(`${rows.length} readers, ${rows.reduce((sum, row) => sum + row.rounds, 0)} copies, ${faults} faults`);
  if (faults > 0 || bare.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === '--child') process.once('message', (task) => void child(task));
  else await main();
}
