// The SIGMORPHON tables that the predictor is measured on: where they lie, how they are read, what is known of them.
// The data is looked for in $CALQUE_DATA, else in ../shared/data; see its README for origins.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = join(
  process.env.CALQUE_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url)),
  'morphology',
);
const SMALL_2020 = 3500;

/** The organisers' names of two files are no language tags. */
const TAGS = new Map([
  ['jap', 'ja'],
  ['heb_unvoc', 'he-x-unvoc'],
]);

export const tagOf = (file) => TAGS.get(file) ?? file;

/** The organisers' non-neural baseline on the same files (exact match, dev, per cent). */
export const OFFICIAL_2023 = new Map(
  'afb 36.9 amh 55.6 arz 73.4 bel 68.3 dan 86.5 deu 77.4 eng 95.4 fin 83.2 fra 88.6 grc 54.2 heb 28.1 heb_unvoc 56.7 hun 74.6 hye 86.0 ita 82.0 jap 59.7 kat 77.7 klr 49.2 mkd 88.0 nav 35.7 rus 86.5 san 59.8 sme 63.6 spa 86.1 sqi 86.2 swa 59.8 tur 68.9'
    .split(/ (?=[a-z])/)
    .map((pair) => pair.split(' '))
    .map(([file, figure]) => [tagOf(file), Number(figure)]),
);

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : gunzipSync(readFileSync(`${file}.gz`)).toString('utf8');
}

/** Lemma, form and features; the files of 2023 have the features in the middle. */
export function readRows(file, featuresSecond) {
  return readText(file)
    .split('\n')
    .map((line) => line.replace('\r', '').split('\t'))
    .filter((columns) => columns.length >= 3)
    .map(([lemma, b, c]) => ({ lemma, form: (featuresSecond ? c : b).trim(), bundle: featuresSecond ? b : c }));
}

function listed(folder, pattern, { train, dev, ...rest }) {
  const files = new Set(readdirSync(join(ROOT, folder)).flatMap((name) => pattern.exec(name)?.[1] ?? []));
  const at = (file, ending) => join(ROOT, folder, file + ending);
  return [...files].map((file) => ({ language: tagOf(file), train: at(file, train), dev: at(file, dev), ...rest }));
}

/** Sets of files by name; `mostRows`: larger tables are left out. */
export const SETS = {
  2023: () => listed('sigmorphon2023', /^(.+)\.trn/, { train: '.trn', dev: '.dev', featuresSecond: true }),
  '2022-large': () => listed('sigmorphon2022', /^(.+)_large\.train/, { train: '_large.train', dev: '.dev' }),
  '2022-small': () => listed('sigmorphon2022', /^(.+)_small\.train/, { train: '_small.train', dev: '.dev' }),
  2020: () =>
    readdirSync(join(ROOT, 'sigmorphon2020')).flatMap((family) =>
      listed(`sigmorphon2020/${family}`, /^(.+)\.trn/, { train: '.trn', dev: '.dev', mostRows: SMALL_2020 }),
    ),
  '2018-medium': () => listed('conll2018', /^(.+)-train-medium/, { train: '-train-medium', dev: '-dev' }),
  '2018-low': () => listed('conll2018', /^(.+)-train-low/, { train: '-train-low', dev: '-dev' }),
};
