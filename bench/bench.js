// All measurements in a row: prints one table, keeps it in docs/bench.md, and ends with 1 when a limit is broken.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchImport } from './import.js';
import { benchInflection } from './inflection.js';
import { benchRealInflection } from './inflection-real.js';
import { benchPackage } from './package.js';
import { benchRealise } from './realise.js';
import { benchStartup } from './startup.js';

const PAGE = fileURLToPath(new URL('../docs/bench.md', import.meta.url));

const HEADER = ['what', 'against', 'theirs', 'ours', 'ratio', 'at most'];

/** One measurement as cells of the table. */
function cellsOf({ name, baseline, baselineMs, oursMs, ratio, megabytes, seconds, limit }) {
  if (megabytes !== undefined) return [name, '', '', `${megabytes.toFixed(0)} MB`, '', `${limit} MB`];
  if (seconds !== undefined) return [name, '', '', `${seconds.toFixed(0)} s`, '', `${limit} s`];
  return [name, baseline, milliseconds(baselineMs), milliseconds(oursMs), ratio.toFixed(2), String(limit ?? '')];
}

function milliseconds(number) {
  return `${number.toFixed(number < 100 ? 1 : 0)} ms`;
}

function tableOf(rows) {
  const widths = HEADER.map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const [header, ...rest] = rows;
  return [line(header), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest.map(line)].join('\n');
}

function pageOf(table) {
  return `# Measurements

Made by \`npm run bench\` on Node ${process.versions.node}, ${process.platform} ${process.arch}. Times are CPU time (user and
system), the least of several rounds in which both sides run in turn; they differ from machine to machine, their ratios
hardly. \`npm run bench\` fails when a limit is broken. Lines that begin with a language are real tables (SIGMORPHON 2023):
they are there when CALQUE_DATA names the data.

${table}
`;
}

const results = [
  ...benchStartup(),
  benchImport(),
  ...benchRealise(),
  ...benchPackage(),
  ...benchInflection(),
  ...benchRealInflection(),
];
const table = tableOf([HEADER, ...results.map(cellsOf)]);
console.log(table);
writeFileSync(PAGE, pageOf(table));
const broken = results.filter(({ ratio, megabytes, seconds, limit }) => (ratio ?? megabytes ?? seconds) > limit);
for (const { name } of broken) console.error(`over the limit: ${name}`);
if (broken.length > 0) process.exitCode = 1;
