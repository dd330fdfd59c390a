// What Calque's rows are worth, on people's utterances: floor, published baseline, Calque and human rows for the dev
// languages. Reads the data at CALQUE_DATA (else ../shared/data); takes the store at CALQUE_STORE, and makes it where there is none.
// Writes its part of docs/results.md. Ends with 1 when a figure is further from the reference than it may be.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baselineSets } from '../dist/cli/baselines.js';
import { evaluate } from '../dist/cli/evaluation.js';
import { meanFigures } from '../dist/cli/evaluation-result.js';
import { learnAll } from '../dist/cli/learning.js';
import { Progress } from '../dist/cli/progress.js';
import { readUtterances } from '../dist/cli/utterances.js';
import { scoresOf } from '../dist/evaluate/evaluate.js';
import { complaintsOf, pageOf } from './eval-page.js';
import { makeReferenceStore, makeRows, makeStore } from './eval-store.js';
import { writeResults } from './results-page.js';

const LANGUAGES = ['sw', 'tr', 'cy', 'ka', 'af'];
const SEED = 1;

const data = resolve(process.env.CALQUE_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url)));
if (!existsSync(data)) {
  console.error(`No data at ${data}: CALQUE_DATA names the folder of real data`);
  process.exit(2);
}
const massive = (name) => join(data, 'nlu', 'massive', `${name}.jsonl.gz`);

/** Mean figures of the published baseline, made of all dictionaries of a store. */
async function publishedBaseline(store, language, { seed, progress }) {
  const { published } = baselineSets(store, language);
  const sets = new Map(published.map((rows, draw) => [String(draw), rows]));
  const { rows: test } = await readUtterances([massive(`${language}.dev`)]);
  const answers = await learnAll(sets, { test, seed, progress });
  return meanFigures([...answers.values()].map((tested) => scoresOf(tested, { seed })));
}

const folder = mkdtempSync(join(tmpdir(), 'calque-eval-'));
try {
  const started = performance.now();
  const told = (what) => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}`);
  const store = process.env.CALQUE_STORE ?? join(folder, 'eval.db');
  makeStore(store, data);
  const referenceStore = join(folder, 'reference.db');
  makeReferenceStore(referenceStore, data);
  told('the stores are there');
  const runs = await makeRows(store, LANGUAGES, folder);
  told('rows are made');
  const common = { seed: SEED, curve: false, progress: new Progress() };
  const english = await evaluate({ ...common, train: [massive('en-US.train')], test: massive('en-US.dev') });
  told('English is measured');
  const languages = [];
  for (const language of LANGUAGES) {
    const run = runs.get(language);
    const result = await evaluate({
      ...common,
      train: [join(run, `${language}.jsonl`)],
      test: massive(`${language}.dev`),
      human: [massive(`${language}.train`)],
      baselines: { store, language },
    });
    const record = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8'));
    const sameDictionaries = await publishedBaseline(referenceStore, language, common);
    languages.push({ language, result, sameDictionaries, run: record.languages[0], generator: record.generator });
    told(`${language} is measured`);
  }
  const page = pageOf({ english, languages, seed: SEED });
  writeResults('utterances', page);
  console.log(page);
  const complaints = complaintsOf({ english, languages });
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
