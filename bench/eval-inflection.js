// The predictor of src/inflect on the SIGMORPHON development sets, train -> dev, nothing else seen.
// Usage, after `npm run build`: node bench/eval-inflection.js [--task 2023,2022-small,...] [--language fin,...] [--json FILE]
// The data is looked for in $CALQUE_DATA, else in ../shared/data; see its README for origins.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { decodePredictor, encodePredictor, trainPredictor } from '../dist/inflect/inflect.js';

const ROOT = join(
  process.env.CALQUE_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url)),
  'morphology',
);
const SURE = 0.9;
const SMALL_2020 = 3500;
const SPEED_FORMS = 20_000;

/** The organisers' non-neural baseline on the same files (exact match, dev, per cent). */
const OFFICIAL_2023 = Object.fromEntries(
  'afb 36.9 amh 55.6 arz 73.4 bel 68.3 dan 86.5 deu 77.4 eng 95.4 fin 83.2 fra 88.6 grc 54.2 heb 28.1 heb_unvoc 56.7 hun 74.6 hye 86.0 ita 82.0 jap 59.7 kat 77.7 klr 49.2 mkd 88.0 nav 35.7 rus 86.5 san 59.8 sme 63.6 spa 86.1 sqi 86.2 swa 59.8 tur 68.9'
    .split(/ (?=[a-z])/)
    .map((pair) => [pair.split(' ')[0], Number(pair.split(' ')[1])]),
);

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : gunzipSync(readFileSync(`${file}.gz`)).toString('utf8');
}

/** Lemma, form and features; the files of 2023 have the features in the middle. */
function readRows(file, featuresSecond) {
  return readText(file)
    .split('\n')
    .map((line) => line.replace('\r', '').split('\t'))
    .filter((columns) => columns.length >= 3)
    .map(([lemma, b, c]) => ({ lemma, form: (featuresSecond ? c : b).trim(), bundle: featuresSecond ? b : c }));
}

const TASKS = {
  2023: () => listed('sigmorphon2023', /^(.+)\.trn/, { train: '.trn', dev: '.dev', featuresSecond: true }),
  '2022-small': () => listed('sigmorphon2022', /^(.+)_small\.train/, { train: '_small.train', dev: '.dev' }),
  '2022-large': () => listed('sigmorphon2022', /^(.+)_large\.train/, { train: '_large.train', dev: '.dev' }),
  2020: () =>
    readdirSync(join(ROOT, 'sigmorphon2020')).flatMap((family) =>
      listed(`sigmorphon2020/${family}`, /^(.+)\.trn/, { train: '.trn', dev: '.dev', most: SMALL_2020 }),
    ),
  '2018-low': () => listed('conll2018', /^(.+)-train-low/, { train: '-train-low', dev: '-dev' }),
  '2018-medium': () => listed('conll2018', /^(.+)-train-medium/, { train: '-train-medium', dev: '-dev' }),
};

function listed(folder, pattern, { train, dev, ...rest }) {
  const languages = new Set(readdirSync(join(ROOT, folder)).flatMap((name) => pattern.exec(name)?.[1] ?? []));
  const at = (language, ending) => join(ROOT, folder, language + ending);
  return [...languages].map((language) => ({ language, train: at(language, train), dev: at(language, dev), ...rest }));
}

function cpuSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const canonical = (bundle) => bundle.split(';').sort().join(';');
const share = ({ right, all }) => (all === 0 ? undefined : (100 * right) / all);
const shown = (value, digits = 1) => (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits));

function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

/** Forms a second for lemmas of the dev set in all their bundles, after a first round that warms up. */
function speedOf(predictor, dev) {
  const bundles = [...new Set(dev.map(({ bundle }) => bundle))].slice(0, 200);
  const lemmas = [...new Set(dev.map(({ lemma }) => lemma))];
  for (const { lemma, bundle } of dev) predictor.predict(lemma, bundle);
  const start = process.cpuUsage();
  let made = 0;
  for (const lemma of lemmas) {
    for (const bundle of bundles) predictor.predict(lemma, bundle);
    made += bundles.length;
    if (made >= SPEED_FORMS) break;
  }
  return made / cpuSince(start);
}

function evaluate({ language, train, dev: devFile, featuresSecond, most }) {
  const rows = readRows(train, featuresSecond);
  if (most !== undefined && rows.length > most) return undefined;
  const dev = readRows(devFile, featuresSecond);
  const gold = Map.groupBy
    ? Map.groupBy(dev, ({ lemma, bundle }) => `${lemma}\t${canonical(bundle)}`)
    : dev.reduce((map, row) => {
        const key = `${row.lemma}\t${canonical(row.bundle)}`;
        return map.set(key, [...(map.get(key) ?? []), row]);
      }, new Map());
  const begun = process.cpuUsage();
  const trained = trainPredictor(rows);
  const training = cpuSince(begun);
  const bytes = encodePredictor(trained);
  const loadBegun = process.cpuUsage();
  const predictor = decodePredictor(bytes);
  const loading = cpuSince(loadBegun);
  const lemmas = new Set(rows.map(({ lemma }) => lemma));
  const bundles = new Set(rows.map(({ bundle }) => canonical(bundle)));
  const counts = () => ({ right: 0, all: 0 });
  const kinds = { both: counts(), lemma: counts(), bundle: counts(), neither: counts() };
  const all = counts();
  const sure = counts();
  const copied = counts();
  let distance = 0;
  for (const { lemma, bundle, form } of dev) {
    const [best] = predictor.predict(lemma, bundle);
    const forms = gold.get(`${lemma}\t${canonical(bundle)}`).map((row) => row.form.normalize('NFC'));
    const right = forms.includes(best.form) ? 1 : 0;
    const seenLemma = lemmas.has(lemma);
    const kind = bundles.has(canonical(bundle)) ? (seenLemma ? 'both' : 'bundle') : seenLemma ? 'lemma' : 'neither';
    for (const count of [all, kinds[kind], ...(best.confidence >= SURE ? [sure] : [])]) {
      count.all++;
      count.right += right;
    }
    copied.all++;
    if (forms.includes(lemma.normalize('NFC'))) copied.right++;
    if (right === 0) distance += editDistance(best.form, form.normalize('NFC'));
  }
  const speed = speedOf(predictor, dev);
  return {
    language,
    rows: rows.length,
    all,
    kinds,
    sure,
    copied,
    distance: distance / dev.length,
    training,
    loading,
    bytes: bytes.length,
    speed,
  };
}

function print(task, results) {
  const official = task === '2023';
  const byKind = task.startsWith('2022');
  const heads = [
    'language',
    'rows',
    'exact',
    ...(official ? ['non-neural'] : ['copy']),
    'distance',
    ...(byKind ? ['both seen', 'lemma seen', 'bundle seen', 'neither'] : []),
    '>= .9 covers',
    '>= .9 right',
    'training s',
    'load ms',
    'kB',
    'forms/s',
  ];
  console.log(`\n### ${task}\n\n| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`);
  for (const r of results) {
    const kinds = byKind
      ? [r.kinds.both, r.kinds.lemma, r.kinds.bundle, r.kinds.neither].map((count) => shown(share(count)))
      : [];
    const compared = official ? shown(OFFICIAL_2023[r.language]) : shown(share(r.copied));
    const cells = [
      r.language,
      r.rows,
      shown(share(r.all)),
      compared,
      shown(r.distance, 2),
      ...kinds,
      shown((100 * r.sure.all) / r.all.all, 0),
      shown(share(r.sure)),
      shown(r.training),
      shown(r.loading * 1000, 0),
      shown(r.bytes / 1000, 0),
      shown(r.speed, 0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  summary(results, byKind);
}

function summary(results, byKind) {
  const add = (pick) =>
    results.map(pick).reduce((a, b) => ({ right: a.right + b.right, all: a.all + b.all }), { right: 0, all: 0 });
  const mean = results.reduce((sum, r) => sum + share(r.all), 0) / results.length;
  const sure = add((r) => r.sure);
  const all = add((r) => r.all);
  console.log(
    `\nMean of ${results.length} languages ${shown(mean)}, of all cells ${shown(share(all))}; confidence >= .9 covers ${shown((100 * sure.all) / all.all)} %, right ${shown(share(sure))} %.`,
  );
  if (byKind) {
    const part = (kind) => `${kind} ${shown(share(add((r) => r.kinds[kind])))}`;
    console.log(`By what training has seen: ${['both', 'lemma', 'bundle', 'neither'].map(part).join(', ')}.`);
  }
  console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
}

const { values } = parseArgs({
  options: { task: { type: 'string' }, language: { type: 'string' }, json: { type: 'string' } },
});
const wanted = values.language?.split(',');
const report = {};
for (const task of values.task?.split(',') ?? Object.keys(TASKS)) {
  if (!Object.hasOwn(TASKS, task)) throw new Error(`No task ${task}. Tasks: ${Object.keys(TASKS).join(', ')}.`);
  const results = [];
  for (const files of TASKS[task]()) {
    if (wanted && !wanted.includes(files.language)) continue;
    const result = evaluate(files);
    if (result === undefined) continue;
    results.push(result);
    process.stderr.write(`${task} ${result.language} ${shown(share(result.all))}\n`);
  }
  print(task, results);
  report[task] = results;
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
