// The part of docs/results.md that tells what rows are worth: tables with the reference figures beside them.
import { equivalents } from '../dist/cli/evaluation-result.js';
import { equivalentText } from '../dist/cli/score-table.js';
import { REFERENCE, TOLERANCE } from './eval-reference.js';

const MEASURES = [
  {
    title: 'Intent accuracy',
    key: 'intent',
    of: (scores) => scores.intent.accuracy,
    error: (scores) => scores.intent.error,
  },
  { title: 'Slot F1', key: 'slots', of: (scores) => scores.slots.f1, error: (scores) => scores.slots.error },
  { title: 'Exact match', key: 'exact', of: (scores) => scores.exact.accuracy, error: (scores) => scores.exact.error },
];

const SETS = [
  { name: 'floor: English rows untouched', reference: 'floor', of: ({ baselines }, { of }) => of(baselines.floor) },
  {
    name: 'published baseline, mean of 2 draws',
    of: ({ baselines }, { key }) => baselines.published.mean[key],
  },
  {
    name: 'the same, the evaluator’s dictionaries',
    reference: 'published',
    of: (_, { key }, same) => same[key],
  },
  { name: '**Calque**, all rows', of: (result, { of }) => of(result) },
  { name: '**Calque**, tier A alone', of: (result, { of }) => of(tierA(result).scores) },
  {
    name: 'human, 1,000 rows, mean of 3 draws',
    reference: 'thousand',
    of: ({ human }, { key }) => pointOf(human, 1000)[key],
  },
  { name: 'human, all 11,514 rows', reference: 'ceiling', of: ({ human }, { key }) => human.curve.at(-1)[key] },
];

function tierA({ tiers }) {
  return tiers.find((step) => step.tiers.join() === 'A') ?? tiers.at(-1);
}

function pointOf({ curve }, size) {
  return curve.find((point) => point.size === size);
}

const percent = (share) => (100 * share).toFixed(1);

function table(header, rows) {
  return [header, header.map((_, at) => (at === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

export function pageOf({ english, languages, seed }) {
  const names = languages.map(({ run }) => run.name);
  const errors = languages.flatMap(({ result }) => MEASURES.map(({ error }) => error(result)));
  return `## What rows are worth

Made by \`npm run eval\`: Calque ${english.versions.calque}, generator ${languages[0].generator}, Node ${english.versions.node.split('.')[0]}, seed ${seed} for rows, learners and resamples,
seeds 1 and 2 for the draws of the published baseline.

Rows are made from MASSIVE's ${count(languages[0].result.human.rows)} English training utterances, three of each template, with the dictionaries and tables of
\`bench/real-run.sh\`; they are tested on what people said: MASSIVE's dev partition of each language (${count(english.test.rows)} utterances).
Nothing of it, and no human row, was used to make rows. Scores in %; in brackets what an independent evaluator measured
with learners of the same kind. One standard error of Calque's rows is
${percent(Math.min(...errors))} to ${percent(Math.max(...errors))} points. \`docs/evaluation.md\` says what the figures mean.

${MEASURES.map((measure, at) => `### ${measure.title}\n\n${scoreTable({ measure, at, names, languages })}`).join('\n\n')}

### Worth in human-labelled rows

How many human rows give the same score: log-linear between 100, 300, 1,000, 3,000 and all rows.

${worthTable(names, languages)}

### Share of the way from floor to ceiling

${gapTable(names, languages)}

### The rows

${rowTable(languages)}

Left out of the published baseline: phrasebooks and the words that come with the program, which nobody else has. Of
Calque's rows, ${overlapText(languages)} % of the test rows stand word for word among them; of human training rows in
English, ${percent(english.overlap.exact / english.overlap.testRows)} %.

### The learners

English training rows, tested on English dev: ${MEASURES.map(({ title, of, error }, at) => `${title.toLowerCase()} ${percent(of(english))} ±${percent(error(english))} (${REFERENCE.english[at].toFixed(1)})`).join(', ')}.
`;
}

function scoreTable({ measure, at, names, languages }) {
  const rows = SETS.map(({ name, reference, of }) => [
    name,
    ...languages.map(({ language, result, sameDictionaries }) => {
      const score = percent(of(result, measure, sameDictionaries));
      if (reference === undefined) return name.startsWith('**') ? `**${score}**` : score;
      return `${score} (${REFERENCE[reference][language][at].toFixed(1)})`;
    }),
  ]);
  return table(['trained on', ...names], rows);
}

function worthTable(names, languages) {
  const rows = MEASURES.flatMap(({ title, key }, at) => [
    [
      `published baseline: ${title.toLowerCase()}`,
      ...languages.map(({ result }) => equivalentText(result.human.baselineEquivalent[key])),
    ],
    [
      `the same, the evaluator’s dictionaries: ${title.toLowerCase()}`,
      ...languages.map(({ language, result, sameDictionaries }) => {
        const worth = equivalents(result.human.curve, sameDictionaries)[key];
        return `${equivalentText(worth)} (${REFERENCE.worth[language][at]})`;
      }),
    ],
    [
      `**Calque**: ${title.toLowerCase()}`,
      ...languages.map(({ result }) => `**${equivalentText(result.human.equivalent[key])}**`),
    ],
  ]);
  return table(['', ...names], rows);
}

function gapTable(names, languages) {
  const [floor, published, , own, , , ceiling] = SETS;
  const share = (set, result, measure) => {
    const [low, high] = [floor.of(result, measure), ceiling.of(result, measure)];
    return `${Math.round((100 * (set.of(result, measure) - low)) / (high - low))} %`;
  };
  const rows = MEASURES.flatMap((measure) =>
    [
      ['published baseline', published],
      ['**Calque**', own],
    ].map(([name, set]) => [
      `${name}: ${measure.title.toLowerCase()}`,
      ...languages.map(({ result }) => share(set, result, measure)),
    ]),
  );
  return table(['', ...names], rows);
}

function rowTable(languages) {
  const rows = languages.map(({ run: { name, rows, templates, coverage, tiers }, result }) => [
    name,
    count(rows),
    count(templates),
    `${Math.round(100 * coverage)} %`,
    count(tiers.A),
    count(tiers.B),
    count(tiers.C),
    String(result.baselines.dictionaries.length),
  ]);
  return table(['', 'rows', 'templates', 'coverage', 'tier A', 'B', 'C', 'dictionaries of the baseline'], rows);
}

function overlapText(languages) {
  const shares = languages.map(({ result: { overlap } }) => (100 * overlap.exact) / overlap.testRows);
  return `${Math.min(...shares).toFixed(1)} to ${Math.max(...shares).toFixed(1)}`;
}

function count(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Figures that are further from the reference than they may be. */
export function complaintsOf({ english, languages }) {
  const checks = MEASURES.flatMap((measure, at) => [
    {
      name: `English, ${measure.title}`,
      found: measure.of(english),
      wanted: REFERENCE.english[at],
      most: TOLERANCE.english,
    },
    ...SETS.filter(({ reference }) => reference !== undefined).flatMap(({ reference, of }) =>
      languages.map(({ language, result, sameDictionaries }) => ({
        name: `${language}, ${reference}, ${measure.title}`,
        found: of(result, measure, sameDictionaries),
        wanted: REFERENCE[reference][language][at],
        most: TOLERANCE[reference],
      })),
    ),
  ]);
  return checks
    .filter(({ found, wanted, most }) => Math.abs(100 * found - wanted) > most)
    .map(({ name, found, wanted }) => `${name}: ${percent(found)}, where ${wanted.toFixed(1)} was measured before`);
}
