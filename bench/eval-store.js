// The store and the rows that `npm run eval` measures: as bench/real-run.sh makes them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../bin/run.js', import.meta.url));
const SCRIPT = fileURLToPath(new URL('./real-run.sh', import.meta.url));
const PROCESSES = 2;

/** The dictionaries that the independent evaluator's baseline was made with, and English utterances. */
const REFERENCE_IMPORTS = `
lexicons=$CALQUE_DATA/lexicons
calque template import "$CALQUE_DATA/nlu/massive/en-US.train.jsonl.gz" --licence CC-BY-4.0
calque lexicon import "$lexicons"/pairs/wechsel/{swahili,welsh,turkish,georgian,afrikaans}.txt.gz --licence CC-BY-SA-3.0
calque lexicon import "$lexicons"/pairs/wiktionary_bli/{sw,cy,tr,ka,af}-en.all.gz --reverse --licence CC-BY-SA-3.0
calque lexicon import "$lexicons"/freedict-tei/{eng-swh,swh-eng,eng-cym.p4,cym-eng.p4,tur-eng,eng-afr,afr-eng}.tei.gz
calque lexicon import "$lexicons"/apertium/apertium-{eng-afr.eng-afr,cym-eng.cym-eng}.dix.gz "$lexicons"/apertium/apertium-tur-eng.tur-eng.dix
`;

/** Imports everything into a store, unless it is there already. */
export function makeStore(store, data) {
  if (existsSync(store)) return;
  const [, imports] = readFileSync(SCRIPT, 'utf8').split(/^# begin$|^calque generate .*$/m);
  importAll(store, data, imports);
}

/** A store of what the independent evaluator had. */
export function makeReferenceStore(store, data) {
  importAll(store, data, REFERENCE_IMPORTS);
}

function importAll(store, data, imports) {
  const script = `set -euo pipefail\ncalque() { node "$CALQUE_PROGRAM" "$@" >&2; }\n${imports}`;
  const env = { ...process.env, CALQUE_DATA: data, CALQUE_STORE: store, CALQUE_PROGRAM: PROGRAM };
  const { status } = spawnSync('bash', ['-c', script], { env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`imports ended with ${status}`);
}

/** Makes rows of each language, some languages at a time; returns where the rows of each are. */
export async function makeRows(store, languages, folder) {
  const queue = [...languages];
  const work = async () => {
    for (let language = queue.shift(); language !== undefined; language = queue.shift()) {
      const output = join(folder, language);
      await calque(['generate', '--to', language, '--per-template', '3', '--store', store, '--output', output]);
    }
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
  return new Map(languages.map((language) => [language, join(folder, language)]));
}

function calque(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`))));
  });
}
