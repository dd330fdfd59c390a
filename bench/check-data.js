// Reads every file of a collection of real data (CALQUE_DATA, default ../shared/data) and holds the result to what the
// reference says of it; keeps the table in docs/formats.md. Ends with 1 when something is lost, missing or half done.
// Usage, after `npm run build`: node bench/check-data.js [--only import,counts,kill,faults] [--store FILE]
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countStore } from './check-counts.js';
import { checkFaults } from './check-faults.js';
import { importEverything } from './check-import.js';
import { killImports } from './check-kill.js';
import { writeDataSection } from './check-page.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LONGEST_MINUTES = 10;

const { values } = parseArgs({ options: { only: { type: 'string' }, store: { type: 'string' } } });
const steps = new Set((values.only ?? 'import,counts,kill,faults').split(','));
const data = resolve(ROOT, process.env.CALQUE_DATA ?? '../shared/data');
if (!existsSync(data)) {
  console.error(`there are no data at ${data}: set CALQUE_DATA`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'calque-check-'));
const store = values.store ?? join(folder, 'everything.db');
const faults = [];
try {
  const imported = steps.has('import') ? importAll() : undefined;
  const counted = steps.has('counts') ? countStore(store) : { lines: [], short: [] };
  for (const line of counted.lines) console.log(line);
  faults.push(...counted.short);
  if (imported) writeDataSection(imported, counted.lines);
  if (steps.has('kill')) faults.push(...(await killImports(data, folder)));
  if (steps.has('faults')) faults.push(...(await damageFixtures()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'all is as it should be' : `${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;

/** Two thousand damaged copies for each reader, in about half an hour of CPU. */
async function damageFixtures() {
  const rows = await checkFaults();
  const copies = rows.reduce((sum, { rounds }) => sum + rounds, 0);
  const most = (key) => Math.max(...rows.map((row) => row[key]));
  console.log(
    `${rows.length} readers, ${copies} damaged copies: at most ${most('seconds').toFixed(2)} s and ${Math.round(most('megabytes'))} MB each`,
  );
  return rows.flatMap(({ reader, faults: own }) =>
    own.map(({ round, kind, fault }) => `${reader}, round ${round} (${kind}): ${fault}`),
  );
}

function importAll() {
  const imported = importEverything(data, store);
  for (const { command, files, failed, seconds, cpu } of imported.runs) {
    const sum = (key) => files.reduce((total, file) => total + file[key], 0);
    console.log(
      `${command}: ${files.length} files, ${failed.length} not read; rows read ${sum('read')} = kept ${sum('kept')} + merged ` +
        `${sum('merged')} + rejected ${sum('rejected')}; ${cpu.toFixed(0)} s CPU, ${seconds.toFixed(0)} s`,
    );
    for (const { file, lost } of files) if (lost) faults.push(`${file}: rows were lost`);
    if (command === 'lexicon' && cpu > 60 * LONGEST_MINUTES)
      faults.push(`the lexicons took ${cpu.toFixed(0)} s of CPU`);
  }
  for (const { file, message } of imported.failed) console.log(`not read: ${file}: ${message}`);
  return imported;
}
