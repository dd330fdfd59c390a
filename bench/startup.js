// What it costs to start: CPU time of `calque --version` and `calque --help` against an empty process of the same Node.
// Fresh processes in turn, the least of twelve. Usage, after `npm run build`: node bench/startup.js
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(import.meta.url);
const BIN = fileURLToPath(new URL('../bin/run.js', import.meta.url));
const REPORT = fileURLToPath(new URL('report-cpu.cjs', import.meta.url));
const ROUNDS = 12;

/** The empty process of Node 22 and later costs less than half, so the same work weighs more against it. */
const MOST_HELP = Number(process.versions.node.split('.')[0]) >= 22 ? 5.5 : 3.5;
const MOST_VERSION = 1.5;

const COMMANDS = [
  { name: 'empty', args: ['-e', '0'] },
  { name: 'version', args: [BIN, '--version'] },
  { name: 'help', args: [BIN, '--help'] },
];

/** CPU milliseconds of a process, user and system. */
function cpuOf(args) {
  const stdio = ['ignore', 'ignore', 'inherit', 'pipe'];
  const { status, output } = spawnSync(process.execPath, ['--require', REPORT, ...args], { stdio, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return Number.parseFloat(output[3]);
}

/** Rows of a table: what was measured, against what, and how much it may be. */
export function benchStartup(rounds = ROUNDS) {
  const least = new Map(COMMANDS.map(({ name }) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, args } of COMMANDS) least.set(name, Math.min(least.get(name), cpuOf(args)));
  }
  const baselineMs = least.get('empty');
  const row = (name, limit) => {
    const oursMs = least.get(name);
    const baseline = 'empty process';
    return { name: `calque --${name}`, baseline, baselineMs, oursMs, ratio: oursMs / baselineMs, limit };
  };
  return [row('version', MOST_VERSION), row('help', MOST_HELP)];
}

function report() {
  for (const { name, baselineMs, oursMs, ratio, limit } of benchStartup()) {
    console.log(
      `${name}: ${oursMs.toFixed(1)} ms, empty process ${baselineMs.toFixed(1)} ms: ratio ${ratio.toFixed(2)} (at most ${limit})`,
    );
    if (ratio > limit) process.exitCode = 1;
  }
}

if (process.argv[1] === HERE) report();
