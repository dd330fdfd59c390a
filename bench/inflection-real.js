// The predictor on real tables of 10,000 rows, where $CALQUE_DATA has them: six kinds of languages from the SIGMORPHON
// tables of 2023, learnt from the training file, asked for the development file's cells, whose lemmas are unknown.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { decodePredictor, encodePredictor, trainPredictor } from '../dist/inflect/inflect.js';
import { readRows, SETS } from './inflection-data.js';

const HERE = fileURLToPath(import.meta.url);
const FORMS = 20_000;
const ROUNDS = 3;
const LIMITS = { training: 10_000, loading: 50, forms: 1000, memory: 400, size: 8 };
/** Hardly any inflection, harmony and many cases, prefixes and thousands of bundles, templates, fusion, stem changes. */
const LANGUAGES = ['eng', 'tur', 'swa', 'heb', 'nav', 'klr'];

function cpuSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function cpuOf(work) {
  const start = process.cpuUsage();
  const made = work();
  return { made, ms: cpuSince(start) };
}

/** Least of some rounds: what else the machine does can only slow one down. */
const leastOf = (rounds, work) => Math.min(...Array.from({ length: rounds }, () => cpuOf(work).ms));

function measure({ train, dev, featuresSecond }) {
  const rows = readRows(train, featuresSecond);
  const asked = readRows(dev, featuresSecond);
  const { made: bytes, ms: training } = cpuOf(() => encodePredictor(trainPredictor(rows)));
  const memory = process.resourceUsage().maxRSS / 1024;
  const loading = leastOf(ROUNDS, () => decodePredictor(bytes));
  const predictor = decodePredictor(bytes);
  const answer = () => {
    for (const { lemma, bundle } of asked) predictor.predict(lemma, bundle);
  };
  const first = cpuOf(answer).ms;
  const again = leastOf((ROUNDS * FORMS) / asked.length, answer);
  return { training, memory, loading, first, forms: (again * FORMS) / asked.length, size: bytes.length / 1e6 };
}

function rowsOf(language, measured) {
  const time = (name, key) => ({
    name: `${language}: ${name}`,
    baseline: 'limit',
    baselineMs: LIMITS[key],
    oursMs: measured[key],
    ratio: measured[key] / LIMITS[key],
    limit: 1,
  });
  const size = (name, key) => ({ name: `${language}: ${name}`, megabytes: measured[key], limit: LIMITS[key] });
  return [
    time('learn from 10,000 rows', 'training'),
    time('predict 20,000 forms', 'forms'),
    time('load a kept predictor', 'loading'),
    size('peak memory of learning', 'memory'),
    size('a kept predictor', 'size'),
  ];
}

/** Fresh processes for each language: one would be as slow as what the engine has seen before. Nothing without data. */
export function benchRealInflection() {
  const measured = (language) => {
    const runs = Array.from({ length: ROUNDS }, () =>
      JSON.parse(execFileSync(process.execPath, [HERE, language], { encoding: 'utf8' })),
    );
    return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, Math.min(...runs.map((run) => run[key]))]));
  };
  return available() ? LANGUAGES.flatMap((language) => rowsOf(language, measured(language))) : [];
}

function available() {
  try {
    return LANGUAGES.every((language) => SETS[2023]().some((files) => files.language === language));
  } catch {
    return false;
  }
}

if (process.argv[1] === HERE) {
  console.log(JSON.stringify(measure(SETS[2023]().find(({ language }) => language === process.argv[2]))));
}
