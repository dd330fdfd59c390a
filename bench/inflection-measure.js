// One language: trains a predictor on the training file, asks it for the cells of the development file, nothing else.
// A process that eval-inflection.js starts; it gets the files by message and answers with the counts.
import { decodePredictor, encodePredictor, trainPredictor } from '../dist/inflect/inflect.js';
import { readRows } from './inflection-data.js';

const SURE = 0.9;

export function cpuSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const canonical = (bundle) => bundle.split(';').sort().join(';');
const cellOf = ({ lemma, bundle }) => `${lemma}\t${canonical(bundle)}`;

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

/** Any of the forms that a cell has counts as right. */
function goldOf(dev) {
  const gold = new Map();
  for (const row of dev) {
    const forms = gold.get(cellOf(row));
    if (forms === undefined) gold.set(cellOf(row), [row.form.normalize('NFC')]);
    else forms.push(row.form.normalize('NFC'));
  }
  return gold;
}

function judge(predictor, dev, rows) {
  const gold = goldOf(dev);
  const lemmas = new Set(rows.map(({ lemma }) => lemma));
  const bundles = new Set(rows.map(({ bundle }) => canonical(bundle)));
  return dev.map((row) => {
    const [best] = predictor.predict(row.lemma, row.bundle);
    const forms = gold.get(cellOf(row));
    const seen = bundles.has(canonical(row.bundle)) ? ['both', 'bundle'] : ['lemma', 'neither'];
    return {
      lemma: row.lemma,
      kind: lemmas.has(row.lemma) ? seen[0] : seen[1],
      right: forms.includes(best.form),
      sure: best.confidence >= SURE,
      decile: Math.min(9, Math.floor(best.confidence * 10)),
      copied: forms.includes(row.lemma.normalize('NFC')),
      distance: forms.includes(best.form) ? 0 : editDistance(best.form, forms[0]),
    };
  });
}

const countOf = (judged, good = ({ right }) => right) => ({ right: judged.filter(good).length, all: judged.length });

/** Each lemma counts the same: shares of its cells that are sure, and of those that are right. */
function sureByLemma(judged) {
  const lemmas = new Map();
  for (const { lemma, sure, right } of judged) {
    const sums = lemmas.get(lemma) ?? { all: 0, sure: 0, right: 0 };
    sums.all++;
    if (sure) sums.sure++;
    if (sure && right) sums.right++;
    lemmas.set(lemma, sums);
  }
  const mean = (shares) => shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const all = [...lemmas.values()];
  const covered = mean(all.map((sums) => sums.sure / sums.all));
  return { covered, right: mean(all.filter((sums) => sums.sure > 0).map((sums) => sums.right / sums.sure)) };
}

/** Exact match of a predictor, trained as it is in use. */
export function measure({ language, train, dev: devFile, featuresSecond, mostRows }) {
  const rows = readRows(train, featuresSecond);
  if (mostRows !== undefined && rows.length > mostRows) return undefined;
  const dev = readRows(devFile, featuresSecond);
  const begun = process.cpuUsage();
  const trained = trainPredictor(rows);
  const training = cpuSince(begun);
  const predictor = decodePredictor(encodePredictor(trained));
  const judged = judge(predictor, dev, rows);
  const kinds = ['both', 'lemma', 'bundle', 'neither'].map((kind) => judged.filter((cell) => cell.kind === kind));
  return {
    language,
    rows: rows.length,
    all: countOf(judged),
    kinds: kinds.map((cells) => countOf(cells)),
    sure: countOf(judged.filter(({ sure }) => sure)),
    byLemma: sureByLemma(judged),
    deciles: Array.from({ length: 10 }, (_, at) => countOf(judged.filter(({ decile }) => decile === at))),
    copied: countOf(judged, ({ copied }) => copied),
    distance: judged.reduce((sum, { distance }) => sum + distance, 0) / judged.length,
    training,
  };
}

process.on('message', (files) => process.send(measure(files) ?? { skipped: true }));
