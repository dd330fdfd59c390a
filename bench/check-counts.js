// How many translations a store with all lexicons holds, against counts of the same files that were made without Calque.
import Database from 'better-sqlite3';
import { table } from './check-page.js';

/**
 * Distinct clean pairs of good sources, counted by another program (both sides cleaned of brackets, split at , ; / and |,
 * English of at most five words), and the English headwords that must be found at least. Some of those pairs are no words
 * (`noWords`, counted by comparing the two): identifiers of a term list (af 664, zu 635), its terms with their part of
 * speech (`nurse v`, which are here without it; af 1,040, zu 1,301), time zones crossed part by part (`europe` = Dublin; ka
 * 786), Georgian on both sides (ka 89).
 */
const EXPECTED = [
  { tag: 'sw', pairs: 20_870, heads: 11_500 },
  { tag: 'tr', pairs: 53_728, heads: 29_000 },
  { tag: 'cy', pairs: 33_180, heads: 20_500 },
  { tag: 'ka', pairs: 30_773, noWords: 875, heads: 22_000 },
  { tag: 'af', pairs: 42_906, noWords: 1_704, heads: 27_500 },
  { tag: 'zu', pairs: 23_281, noWords: 1_936 },
  { tag: 'am', pairs: 2_399 },
  { tag: 'is', pairs: 79_028 },
];

/** Sources that those counts leave out: made by machine, definitions, titles of an encyclopaedia, and what they did not read. */
const LEFT_OUT =
  /(^|\/)(cosda-ml|muse|dictd|dsl|stardict|tmx|xdxf|edict|cedict)\/|Grollemund-et|transnewguinea|wortschatz|100-en-de/;

const LEAST_SHARE = 0.97;
const LEAST_LANGUAGES = [
  [100, 2400],
  [1000, 390],
];

const PAIRS = `
  select ifnull(f.folded, f.lemma) as head, ifnull(t.folded, t.lemma) as word, max(e.source in (select id from counted)) as good
  from translation l
  join lexeme f on f.id = l.origin join lexeme t on t.id = l.target join evidence e on e.translation = l.id
  where l.language = (select id from language where tag = ?) and f.language = (select id from language where tag = 'en')
  group by head, word`;

/** Lines for the page, and what falls short. */
export function countStore(path) {
  const db = new Database(path, { readonly: true });
  try {
    db.exec('create temp table counted (id integer primary key)');
    const count = db.prepare('insert into counted values (?)');
    for (const { id, file } of db.prepare('select id, file from source').all()) if (!LEFT_OUT.test(file)) count.run(id);
    const found = EXPECTED.map((expected) => ({ ...expected, ...countOf(db, expected.tag) }));
    const languages = db.prepare('select count(*) as n from translation group by language').all();
    const sizes = LEAST_LANGUAGES.map(([entries, least]) => ({
      ...{ entries, least },
      found: languages.filter(({ n }) => n >= entries).length,
    }));
    return { lines: linesOf(found, sizes), short: [...shortOf(found), ...shortLanguages(sizes)] };
  } finally {
    db.close();
  }
}

function countOf(db, tag) {
  const [good, heads] = [{ pairs: 0, heads: new Set() }, new Set()];
  for (const row of db.prepare(PAIRS).iterate(tag)) {
    heads.add(row.head);
    if (!row.good) continue;
    good.pairs++;
    good.heads.add(row.head);
  }
  return { foundPairs: good.pairs, goodHeads: good.heads.size, foundHeads: heads.size };
}

function linesOf(found, sizes) {
  return [
    ...table(
      [
        'language',
        'pairs of good sources',
        'counted without Calque',
        'of these no words',
        'found per other',
        'English headwords of good sources',
        'of all sources',
      ],
      found.map(({ tag, pairs, noWords = 0, foundPairs, goodHeads, foundHeads }) => [
        ...[tag, foundPairs, pairs, noWords, `${((100 * foundPairs) / (pairs - noWords)).toFixed(1)} %`],
        ...[goodHeads, foundHeads],
      ]),
    ),
    '',
    'Totals are compared, not sets: lists that are split otherwise can bring more than was counted.',
    '',
    ...sizes.map(({ entries, found: languages }) => `Languages with at least ${entries} entries: ${languages}.\n`),
  ];
}

function shortOf(found) {
  return found.flatMap(({ tag, pairs, noWords = 0, heads = 0, foundPairs, foundHeads }) => [
    ...(foundPairs < LEAST_SHARE * (pairs - noWords) ? [`${tag}: ${foundPairs} of ${pairs} pairs`] : []),
    ...(foundHeads < heads ? [`${tag}: ${foundHeads} English headwords, fewer than ${heads}`] : []),
  ]);
}

function shortLanguages(sizes) {
  return sizes
    .filter(({ found, least }) => found <= least)
    .map(({ entries, found, least }) => `${found} languages with ${entries} entries, not more than ${least}`);
}
