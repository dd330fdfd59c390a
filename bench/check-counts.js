// How many translations a store with all lexicons holds, against counts of the same files that were made without Calque.
import Database from 'better-sqlite3';
import { table } from './check-page.js';
import { rowsWithCategory } from './term-list-rows.js';

/** Kinds of counted pairs that the store does not have as they were counted. The first ones are no pairs of words. */
const KINDS = {
  identifier: 'an identifier of the term list as the English word (`dsac_lif_00368`)',
  crossed: 'parts of two lists crossed: time zones (`europe` = Dublin), `play/pause`, `mwili / miili`',
  cut: 'a phrase cut at its comma or slash (`visiting friends and`), a plural beside its singular',
  bracket: 'cut within a bracket (`strength of materials}`)',
  same: 'the same words on both sides, which are not English',
  affix: 'a dash alone, or an affix that is none of English (`-sün` as an English word)',
  placeholder: 'a placeholder (`%d`)',
  explained: 'a word explained in more than five',
  trimmed: 'held without its dots, stem mark or invisible letters (`open…`, `=imba`, `i̇`)',
  other: 'others: articles and signs trimmed otherwise, misprints',
};
const HELD = new Set(['trimmed', 'other']);

/**
 * Distinct clean pairs of good sources, counted by another program (both sides cleaned of brackets, split at , ; / and |,
 * English of at most five words), the English headwords that must be found at least, and, from comparing the two sets pair
 * by pair, how many of which kind the store lacks.
 */
const EXPECTED = [
  {
    tag: 'sw',
    pairs: 20_870,
    heads: 11_500,
    lacks: { crossed: 99, cut: 446, bracket: 4, same: 22, explained: 10, trimmed: 901, other: 7 },
  },
  {
    tag: 'tr',
    pairs: 53_728,
    heads: 29_000,
    lacks: {
      crossed: 934,
      cut: 170,
      bracket: 1,
      same: 384,
      affix: 3,
      placeholder: 32,
      explained: 12,
      trimmed: 479,
      other: 34,
    },
  },
  {
    tag: 'cy',
    pairs: 33_180,
    heads: 20_500,
    lacks: {
      crossed: 859,
      cut: 12,
      bracket: 4,
      same: 56,
      affix: 7,
      placeholder: 7,
      explained: 6,
      trimmed: 8,
      other: 93,
    },
  },
  {
    tag: 'ka',
    pairs: 30_773,
    heads: 22_000,
    lacks: { crossed: 788, cut: 10, same: 90, placeholder: 8, trimmed: 69, other: 6 },
  },
  {
    tag: 'af',
    pairs: 42_906,
    heads: 27_500,
    lacks: {
      identifier: 664,
      crossed: 109,
      cut: 14,
      bracket: 110,
      same: 57,
      affix: 2,
      explained: 26,
      trimmed: 44,
      other: 35,
    },
  },
  {
    tag: 'zu',
    pairs: 23_281,
    lacks: {
      identifier: 635,
      crossed: 49,
      cut: 88,
      bracket: 89,
      same: 3,
      affix: 1,
      explained: 10,
      trimmed: 4,
      other: 16,
    },
  },
  { tag: 'am', pairs: 2_399, lacks: {} },
  { tag: 'is', pairs: 79_028, lacks: {} },
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
  select ifnull(f.folded, f.lemma) as head, ifnull(t.folded, t.lemma) as word, f.pos as pos, e.source as source, e.line as line
  from translation l
  join lexeme f on f.id = l.origin join lexeme t on t.id = l.target join evidence e on e.translation = l.id
  where l.language = (select id from language where tag = ?) and f.language = (select id from language where tag = 'en')`;

/** Lines for the page, and what falls short. */
export function countStore(path) {
  const db = new Database(path, { readonly: true });
  try {
    const sources = db.prepare('select id, file from source').all();
    const good = new Set(sources.filter(({ file }) => !LEFT_OUT.test(file)).map(({ id }) => id));
    const lists = rowsWithCategory([...new Set(sources.map(({ file }) => file))]);
    const categories = new Map(sources.map(({ id, file }) => [id, lists.get(file)]));
    const found = EXPECTED.map((expected) => ({ ...expected, ...countOf(db, expected.tag, { good, categories }) }));
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

/**
 * Like with like: where a list writes `nurse n.` and `nurse v.` into its English field, two pairs were counted, and the store
 * has two translations. A part of speech that a list states in any other way makes no pair of its own.
 */
function countOf(db, tag, { good, categories }) {
  const [pairs, goodHeads, heads] = [new Set(), new Set(), new Set()];
  for (const { head, word, pos, source, line } of db.prepare(PAIRS).iterate(tag)) {
    // An affix is a pair, and no word that one can look up.
    if (pos !== 'AFX') heads.add(head);
    if (!good.has(source)) continue;
    pairs.add(`${head}\t${word}\t${categories.get(source)?.has(line) ? pos : ''}`);
    if (pos !== 'AFX') goodHeads.add(head);
  }
  return { foundPairs: pairs.size, goodHeads: goodHeads.size, foundHeads: heads.size };
}

/** Counted pairs that are no pairs of words. */
function noPairs(lacks) {
  return Object.entries(lacks).reduce((sum, [kind, pairs]) => sum + (HELD.has(kind) ? 0 : pairs), 0);
}

function linesOf(found, sizes) {
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
  return [
    ...table(
      [
        'language',
        'pairs of good sources',
        'counted without Calque',
        'found per counted',
        'of these no pairs of words',
        'found per pair of words',
        'English headwords of good sources',
        'of all sources',
      ],
      found.map(({ tag, pairs, lacks, foundPairs, goodHeads, foundHeads }) => [
        ...[tag, foundPairs, pairs, percent(foundPairs, pairs)],
        ...[noPairs(lacks), percent(foundPairs, pairs - noPairs(lacks)), goodHeads, foundHeads],
      ]),
    ),
    '',
    'Totals are compared, not sets: lists that are split otherwise can bring more than was counted. Where a term list writes',
    'the part of speech into its English field (`nurse n.`, `nurse v.`), two pairs were counted, and two are found here; no',
    'other source has a pair more by its part of speech. What was counted and is not there pair for pair:',
    '',
    ...lackingOf(found.filter(({ lacks }) => Object.keys(lacks).length > 0)),
    '',
    ...sizes.map(({ entries, found: languages }) => `Languages with at least ${entries} entries: ${languages}.\n`),
  ];
}

function lackingOf(found) {
  return table(
    ['what is lacking', ...found.map(({ tag }) => tag)],
    Object.entries(KINDS).map(([kind, said]) => [said, ...found.map(({ lacks }) => lacks[kind] ?? 0)]),
  );
}

/** Least of all that was counted; where more of it than that allows is no pair of words, as many as are. */
function shortOf(found) {
  return found.flatMap(({ tag, pairs, lacks, heads = 0, foundPairs, foundHeads }) => [
    ...(foundPairs < Math.min(LEAST_SHARE * pairs, pairs - noPairs(lacks))
      ? [`${tag}: ${foundPairs} of ${pairs} pairs`]
      : []),
    ...(foundHeads < heads ? [`${tag}: ${foundHeads} English headwords, fewer than ${heads}`] : []),
  ]);
}

function shortLanguages(sizes) {
  return sizes
    .filter(({ found, least }) => found <= least)
    .map(({ entries, found, least }) => `${found} languages with ${entries} entries, not more than ${least}`);
}
