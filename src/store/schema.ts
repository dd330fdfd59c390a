/**
 * The store's tables. Migrations are numbered by their place in the list and only ever appended: a store that was
 * written by an earlier Calque is brought forward by the ones that it lacks.
 */

/** `CLQ1`: tells a store of ours from any other SQLite file. */
export const APPLICATION_ID = 0x434c5131;

const FIRST = `
create table language (
  id integer primary key,
  tag text not null unique
) strict;

create table source (
  id integer primary key,
  name text not null unique,
  kind text not null,
  format text not null,
  file text not null,
  sha256 text not null,
  licence text not null,
  citation text not null,
  title text not null,
  from_tag text not null,
  to_tag text not null,
  read integer not null default 0,
  kept integer not null default 0,
  merged integer not null default 0,
  rejected integer not null default 0
) strict;

-- folded is the look-up key (lower case, one blank between words), null where the lemma is its own key
create table lexeme (
  id integer primary key,
  language integer not null references language,
  lemma text not null,
  folded text,
  pos text not null,
  noun_class text not null
) strict;

create table sense (
  id integer primary key,
  lexeme integer not null references lexeme,
  gloss text not null,
  unique (lexeme, gloss)
) strict;

-- language is the target's: it keeps the look-up of a common word from reading every language's translations
create table translation (
  id integer primary key,
  origin integer not null references lexeme,
  target integer not null references lexeme,
  language integer not null references language
) strict;

create table evidence (
  translation integer not null references translation,
  source integer not null references source,
  line integer not null,
  rank integer not null,
  labels text,
  sense integer references sense,
  primary key (translation, source, line)
) strict, without rowid;

create table bundle (
  id integer primary key,
  canonical text not null unique
) strict;

-- original is the bundle as the file spells it, null where that is the canonical string
create table cell (
  language integer not null references language,
  lemma text not null,
  bundle integer not null references bundle,
  form text not null,
  source integer not null references source,
  original text,
  primary key (language, lemma, bundle, form, source)
) strict, without rowid;

create table template (
  key integer primary key,
  source integer not null references source,
  id text not null,
  ordinal integer not null,
  scenario text not null,
  intent text not null,
  partition text not null,
  text text not null,
  spans text not null,
  scheme text not null,
  unique (id, source)
) strict;

create table value (
  language integer not null references language,
  english text not null,
  slot text not null,
  text text not null,
  source integer not null references source,
  weight real not null,
  primary key (language, english, slot, text, source)
) strict, without rowid;

-- line says which of two contradicting rows of one source stands first
create table typology (
  language text not null,
  parameter text not null,
  source integer not null references source,
  line integer not null,
  value text not null,
  primary key (language, parameter, source, line)
) strict, without rowid;

create table predictor (
  language integer not null references language,
  table_hash text not null,
  model blob not null,
  primary key (language, table_hash)
) strict;
`;

/**
 * Text to learn from. A segment is a sentence, verse or line of a language, once, whoever brings it; its key is a hash of
 * its text (the next free number where another text has that hash), so that no index repeats the text.
 */
const TEXT = `
create table segment (
  id integer primary key,
  language integer not null references language,
  key integer not null,
  text text not null,
  unique (key, language)
) strict;

create table sentence_pair (
  origin integer not null references segment,
  target integer not null references segment,
  source integer not null references source,
  line integer not null,
  primary key (origin, target, source)
) strict, without rowid;

create table reference (
  id integer primary key,
  name text not null unique
) strict;

-- the text of a reference, and of all up to the last one where a translation runs several verses together
create table verse (
  reference integer not null references reference,
  language integer not null references language,
  segment integer not null references segment,
  source integer not null references source,
  last integer references reference,
  line integer not null,
  primary key (reference, language, segment, source)
) strict, without rowid;

create table sentence (
  segment integer not null references segment,
  source integer not null references source,
  line integer not null,
  primary key (segment, source)
) strict, without rowid;

create table frequency (
  language integer not null references language,
  word text not null,
  source integer not null references source,
  count integer not null,
  line integer not null,
  primary key (language, word, source)
) strict, without rowid;
`;

/** Indices that a bulk load drops and makes again after the data; what stands here is part of the schema. */
export const BULK_INDICES: ReadonlyMap<string, string> = new Map([
  ['lexeme_key', 'create index lexeme_key on lexeme (language, ifnull(folded, lemma))'],
  ['translation_origin', 'create index translation_origin on translation (origin, language)'],
  ['translation_target', 'create index translation_target on translation (target)'],
]);

// how a file was read, so that its next edition is read alike: its encoding, and what the user said of it (JSON)
const READING = `
alter table source add column encoding text not null default '';
alter table source add column said text not null default '{}';
`;

/** How often a source has a cell: of two forms of a bundle, text shows the usual one. */
const CELL_COUNTS = 'alter table cell add column count integer not null default 1;';

export const MIGRATIONS: readonly string[] = [
  `${FIRST}${[...BULK_INDICES.values()].join(';\n')};`,
  READING,
  CELL_COUNTS,
  TEXT,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Unit of look-up: lower case, words separated by one blank. */
export function foldKey(text: string): string {
  const lower = text.toLowerCase();
  return UNEVEN_BLANKS.test(lower) ? lower.trim().replace(/\s+/gu, ' ') : lower;
}

const UNEVEN_BLANKS = /^\s|\s$|\s\s|[^\S ]/u;
