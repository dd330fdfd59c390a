// The tables of `npm run eval:inflection`.
import { OFFICIAL_2023 } from './inflection-data.js';

const LISTED = new Set('swa swahili zul zulu amh afb arz ara arabic heb he-x-unvoc hebrew nav navajo tgl'.split(' '));
const KINDS = ['both seen', 'lemma seen', 'bundle seen', 'neither'];
const TITLES = {
  2023: 'SIGMORPHON 2023: 10,000 rows a language, lemmas unseen',
  '2022-large': 'SIGMORPHON 2022, large: 7,000 rows',
  '2022-small': 'SIGMORPHON 2022, small: 700 rows',
  2020: 'SIGMORPHON 2020: languages of at most 3,500 rows',
  '2018-medium': 'CoNLL–SIGMORPHON 2018, medium: 1,000 rows',
  '2018-low': 'CoNLL–SIGMORPHON 2018, low: 100 rows',
};

const shareOf = ({ right, all }) => (all === 0 ? undefined : (100 * right) / all);
const shown = (value, digits = 1) => (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits));
const sumOf = (counts) =>
  counts.reduce((sum, { right, all }) => ({ right: sum.right + right, all: sum.all + all }), { right: 0, all: 0 });
const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const tableOf = (header, rows) =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function languageTable(set, results) {
  const byKind = set.startsWith('2022');
  const header = ['language', 'rows', 'exact', set === '2023' ? 'non-neural' : 'lemma copied', 'distance'];
  const rows = results.map((result) => [
    result.language,
    result.rows,
    shown(shareOf(result.all)),
    shown(set === '2023' ? OFFICIAL_2023.get(result.language) : shareOf(result.copied)),
    shown(result.distance, 2),
    ...(byKind ? result.kinds.map((count) => shown(shareOf(count))) : []),
    shown((100 * result.sure.all) / result.all.all, 0),
    shown(shareOf(result.sure)),
    shown(result.training),
  ]);
  return tableOf([...header, ...(byKind ? KINDS : []), '≥ .9, share', '≥ .9, right', 'training, s'], rows);
}

function sureSentence(results) {
  const withSure = results.filter(({ sure }) => sure.all > 0);
  const covered = shown(100 * meanOf(results.map(({ byLemma }) => byLemma.covered)));
  const right = shown(100 * meanOf(withSure.map(({ byLemma }) => byLemma.right)));
  const sure = sumOf(results.map((result) => result.sure));
  const all = sumOf(results.map((result) => result.all));
  return `A confidence of .9 or more covers ${covered} % and is right in ${right} % (mean of languages, each lemma counting the same); of all cells ${shown((100 * sure.all) / all.all)} % and ${shown(shareOf(sure))} %.`;
}

function summaryOf(set, results) {
  const mean = shown(meanOf(results.map(({ all }) => shareOf(all))));
  const copied = shown(meanOf(results.map((result) => shareOf(result.copied))));
  const worse = results.filter(({ all, copied: copy }) => all.right < copy.right).map(({ language }) => language);
  const lines = [
    `Mean of ${results.length} languages ${mean} % exact; of all cells ${shown(shareOf(sumOf(results.map(({ all }) => all))))} %. The lemma itself: ${copied} %; better than the predictor in ${worse.length === 0 ? 'none' : worse.join(', ')}.`,
  ];
  if (set === '2023') {
    const below = results.filter(({ language, all }) => shareOf(all) < (OFFICIAL_2023.get(language) ?? 0));
    const official = shown(meanOf(results.map(({ language }) => OFFICIAL_2023.get(language) ?? 0)));
    lines.push(
      `The organisers' non-neural baseline on the same files: ${official} %; better in ${below.length === 0 ? 'none' : below.map(({ language }) => language).join(', ')}.`,
    );
  }
  if (set.startsWith('2022')) {
    const parts = KINDS.map((kind, at) => `${kind} ${shown(shareOf(sumOf(results.map(({ kinds }) => kinds[at]))))} %`);
    lines.push(`By what the training file has (all cells): ${parts.join(', ')}.`);
  }
  lines.push(sureSentence(results));
  return lines.join('\n');
}

function overview(report) {
  const rows = Object.entries(report).map(([set, results]) => [
    TITLES[set],
    results.length,
    shown(meanOf(results.map(({ all }) => shareOf(all)))),
    shown(shareOf(sumOf(results.map(({ all }) => all)))),
    shown(meanOf(results.map((result) => shareOf(result.copied)))),
    shown(100 * meanOf(results.map(({ byLemma }) => byLemma.covered))),
    shown(100 * meanOf(results.filter(({ sure }) => sure.all > 0).map(({ byLemma }) => byLemma.right))),
  ]);
  const header = ['set', 'languages', 'exact, mean', 'exact, all cells', 'lemma copied', '≥ .9, share', '≥ .9, right'];
  return tableOf(header, rows);
}

function listedTable(report) {
  const rows = Object.entries(report).flatMap(([set, results]) =>
    results
      .filter(({ language }) => LISTED.has(language))
      .map((result) => [
        result.language,
        set,
        result.rows,
        shown(shareOf(result.all)),
        shown(set === '2023' ? OFFICIAL_2023.get(result.language) : undefined),
        shown(shareOf(result.copied)),
        shown((100 * result.sure.all) / result.all.all, 0),
        shown(shareOf(result.sure)),
      ]),
  );
  return tableOf(
    ['language', 'set', 'rows', 'exact', 'non-neural', 'lemma copied', '≥ .9, share', '≥ .9, right'],
    rows,
  );
}

function calibrationTable(results) {
  const rows = Array.from({ length: 10 }, (_, at) => {
    const count = sumOf(results.map(({ deciles }) => deciles[at]));
    return [`${(at / 10).toFixed(1)} to ${((at + 1) / 10).toFixed(1)}`, count.all, shown(shareOf(count))];
  });
  return tableOf(['confidence', 'cells', 'right, %'], rows);
}

/** All tables, as Markdown. */
export function pageOf(report) {
  const parts = [
    '## Inflection',
    'Made by `npm run eval:inflection`: a predictor is learnt from the training file of each set and asked for the cells of the development file; figures are exact matches in per cent after NFC. Any of several forms of a cell counts. Files have the organisers’ names, but `ja` is their `jap` and `he-x-unvoc` their `heb_unvoc`. Training is CPU time of one core, with calibration, on a machine that did other work at the time.',
    overview(report),
    '### Prefixing and templatic languages one by one',
    listedTable(report),
  ];
  for (const [set, results] of Object.entries(report)) {
    if (results.length === 0) continue;
    parts.push(`### ${TITLES[set]}`, summaryOf(set, results), languageTable(set, results));
    if (set === '2023')
      parts.push('How often a form is right, by the confidence it is given:', calibrationTable(results));
  }
  return parts.join('\n\n');
}
