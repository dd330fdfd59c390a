// The predictor at 10,000 rows of an invented language with harmony, gradation, prefixes and 120 bundles: time to learn,
// forms a second of unknown lemmas, time to load, size and memory. In a fresh process, the best of several rounds.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { decodePredictor, encodePredictor, trainPredictor } from '../dist/inflect/inflect.js';

const HERE = fileURLToPath(import.meta.url);
const ROWS = 10_000;
const FORMS = 20_000;
const ROUNDS = 3;
const LIMITS = { training: 10_000, loading: 50, forms: 1000, memory: 400, size: 8 };

function cpuSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Lemmas by number: two or three syllables, with back or front vowels. */
function lemmaOf(number) {
  const consonants = 'bdgklmnprstvzfh';
  const vowels = number % 2 ? 'aou' : 'eöü';
  const of = (letters, k) => letters[(Math.imul(number * 7 + k, 0x9e3779b1) >>> 8) % letters.length];
  const middle = number % 5 === 0 ? 'tt' : of(consonants, 2);
  const syllable = number % 3 === 0 ? of(consonants, 5) + of(vowels, 6) : '';
  return of(consonants, 0) + of(vowels, 1) + middle + of(vowels, 3) + syllable + of(consonants, 4);
}

const CASES = ['', 'ban', 'nak', 'val', 'hoz', 'ról'];
const OWNERS = ['', 'am', 'ad', 'unk', 'otok'];
const FRONT = new Map([...'aáoóuú'].map((vowel, at) => [vowel, 'eéöőüű'[at]]));

/** Suffixes in harmony with the lemma; tt becomes t before a suffix. */
function formOf(lemma, { prefix, plural, owner, ending }) {
  const suffix = owner + plural + ending;
  const harmonic = /[eöü]/.test(lemma) ? suffix.replace(/[aáoóuú]/g, (vowel) => FRONT.get(vowel)) : suffix;
  return prefix + (suffix === '' ? lemma : lemma.replace('tt', 't')) + harmonic;
}

function bundles() {
  const all = [];
  for (const [definite, prefix] of ['', 'mi'].entries())
    for (const [number, plural] of ['', 'ok'].entries())
      for (const [person, owner] of OWNERS.entries())
        for (const [nth, ending] of CASES.entries())
          all.push({
            bundle: [
              'N',
              definite ? 'DEF' : 'INDF',
              number ? 'PL' : 'SG',
              `CASE${nth}`,
              ...(person ? [`PSS${person}S`] : []),
            ].join(';'),
            parts: { prefix, plural, owner, ending },
          });
  return all;
}

function rowsOf() {
  const all = bundles();
  const rows = [];
  for (let number = 0; rows.length < ROWS; number++) {
    const lemma = lemmaOf(number);
    for (let at = number % 5; at < all.length; at += 5)
      rows.push({ lemma, bundle: all[at].bundle, form: formOf(lemma, all[at].parts) });
  }
  return rows.slice(0, ROWS);
}

function measure() {
  const rows = rowsOf();
  let start = process.cpuUsage();
  const bytes = encodePredictor(trainPredictor(rows));
  const training = cpuSince(start);
  const memory = process.resourceUsage().maxRSS / 1024;
  start = process.cpuUsage();
  const predictor = decodePredictor(bytes);
  const loading = cpuSince(start);
  const asked = bundles().map(({ bundle }) => bundle);
  let forms = Number.POSITIVE_INFINITY;
  for (let round = 0, number = 5000; round < ROUNDS; round++) {
    start = process.cpuUsage();
    for (let made = 0; made < FORMS; number++, made += asked.length)
      for (const bundle of asked) predictor.predict(lemmaOf(number), bundle);
    forms = Math.min(forms, (cpuSince(start) * 20_000) / FORMS);
  }
  return { training, loading, forms, memory, size: bytes.length / 1e6 };
}

/** Against its limits, in milliseconds and megabytes. */
export function benchInflection() {
  const runs = Array.from({ length: ROUNDS }, () =>
    JSON.parse(execFileSync(process.execPath, [HERE], { encoding: 'utf8' })),
  );
  const least = (key) => Math.min(...runs.map((run) => run[key]));
  const time = (name, key) => ({
    name,
    baseline: 'limit',
    baselineMs: LIMITS[key],
    oursMs: least(key),
    ratio: least(key) / LIMITS[key],
    limit: 1,
  });
  const size = (name, key) => ({ name, megabytes: least(key), limit: LIMITS[key] });
  return [
    time('learn to inflect from 10,000 rows', 'training'),
    time('predict 20,000 forms of unknown lemmas', 'forms'),
    time('load a kept predictor', 'loading'),
    size('peak memory of learning to inflect', 'memory'),
    size('a kept predictor', 'size'),
  ];
}

if (process.argv[1] === HERE) console.log(JSON.stringify(measure()));
