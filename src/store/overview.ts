import { bundlePartOfSpeech, byCodeUnit } from '../model/model.js';
import type { Connection } from './connection.js';
import { foldKey } from './schema.js';
import { languageId } from './sources.js';

/** How much the store has of a language: translations into it, cells of its table, values. */
export interface LanguageCounts {
  readonly language: string;
  readonly entries: number;
  readonly cells: number;
  readonly values: number;
}

export function languageCounts(connection: Connection): LanguageCounts[] {
  const count = (table: string): Map<number, number> => {
    const sql = `select language, count(*) as n from ${table} group by language`;
    return new Map(connection.rows<{ language: number; n: number }>(sql).map(({ language, n }) => [language, n]));
  };
  const [entries, cells, values] = [count('translation'), count('cell'), count('value')];
  return connection
    .rows<{ id: number; tag: string }>('select id, tag from language')
    .filter(({ id }) => entries.has(id) || cells.has(id) || values.has(id))
    .map(({ id, tag }) => ({
      language: tag,
      entries: entries.get(id) ?? 0,
      cells: cells.get(id) ?? 0,
      values: values.get(id) ?? 0,
    }))
    .sort((a, b) => byCodeUnit(a.language, b.language));
}

/** A bundle of a language's table: how many cells have it, and a lemma that does. */
export interface BundleCount {
  readonly bundle: string;
  readonly count: number;
  readonly pos: string;
  readonly exampleLemma: string;
  /** Cells whose form is the lemma itself. */
  readonly asLemma: number;
}

/** Most frequent first, then by bundle. */
export function bundleCounts(connection: Connection, language: string): BundleCount[] {
  const sql = `select b.canonical as bundle, count(*) as count, min(c.lemma) as exampleLemma,
    sum(c.form = c.lemma) as asLemma
    from cell c join bundle b on b.id = c.bundle where c.language = ? group by c.bundle`;
  return connection
    .rows<{ bundle: string; count: number; exampleLemma: string; asLemma: number }>(
      sql,
      languageId(connection, language) ?? 0,
    )
    .map((row) => ({ ...row, pos: bundlePartOfSpeech(row.bundle) }))
    .sort((a, b) => b.count - a.count || byCodeUnit(a.bundle, b.bundle));
}

export interface EntryTranslation {
  readonly language: string;
  readonly text: string;
  readonly pos: string;
  readonly nounClass: string;
  /** Best rank that any source gives. */
  readonly rank: number;
  readonly labels: readonly string[];
  readonly senses: readonly string[];
  /** Names of the sources that vouch for it. */
  readonly sources: readonly string[];
}

/** A lexeme with its translations, from either side. */
export interface Entry {
  readonly language: string;
  readonly headword: string;
  readonly pos: string;
  readonly nounClass: string;
  readonly translations: readonly EntryTranslation[];
}

interface EntryRow {
  readonly head: number;
  readonly headLanguage: string;
  readonly headword: string;
  readonly headPos: string;
  readonly headClass: string;
  readonly translation: number;
  readonly language: string;
  readonly text: string;
  readonly pos: string;
  readonly nounClass: string;
  readonly rank: number;
  readonly labels: string | null;
  readonly sense: string | null;
  readonly source: string;
}

/** `near` is the translation's column of the word that is asked for, `far` that of its counterpart. */
export function entrySql(near: 'origin' | 'target', far: 'origin' | 'target'): string {
  return `select h.id as head, hl.tag as headLanguage, h.lemma as headword, h.pos as headPos,
      h.noun_class as headClass, l.id as translation, ol.tag as language, o.lemma as text, o.pos as pos,
      o.noun_class as nounClass, e.rank as rank, e.labels as labels, g.gloss as sense, s.name as source
    from lexeme h cross join translation l on l.${near} = h.id cross join lexeme o on o.id = l.${far}
    cross join evidence e on e.translation = l.id cross join source s on s.id = e.source
    cross join language hl on hl.id = h.language cross join language ol on ol.id = o.language
    left join sense g on g.id = e.sense
    where h.language = ? and ifnull(h.folded, h.lemma) = ?
    order by e.source, e.line`;
}

/**
 * What the store has for a word, as a headword of any language. With a language: only its words, and translations
 * into it.
 */
export function entriesOf(connection: Connection, word: string, language?: string): Entry[] {
  const key = foldKey(word);
  const languages = connection.rows<{ id: number; tag: string }>('select id, tag from language');
  const rows: EntryRow[] = [];
  for (const { id, tag } of languages) {
    const forward = connection.rows<EntryRow>(entrySql('origin', 'target'), id, key);
    rows.push(...forward.filter((row) => language === undefined || row.language === language));
    if (language === undefined || language === tag) {
      rows.push(...connection.rows<EntryRow>(entrySql('target', 'origin'), id, key));
    }
  }
  const heads = groupBy(rows, (row) => row.head).map(entryOf);
  return heads.sort(
    (a, b) => byCodeUnit(a.language, b.language) || byCodeUnit(a.headword, b.headword) || byCodeUnit(a.pos, b.pos),
  );
}

function entryOf(rows: readonly EntryRow[]): Entry {
  const { headLanguage, headword, headPos, headClass } = rows[0] as EntryRow;
  const translations = groupBy(rows, (row) => row.translation)
    .map(translationOf)
    .sort((a, b) => byCodeUnit(a.language, b.language) || a.rank - b.rank || byCodeUnit(a.text, b.text));
  return { language: headLanguage, headword, pos: headPos, nounClass: headClass, translations };
}

function translationOf(rows: readonly EntryRow[]): EntryTranslation {
  const { language, text, pos, nounClass } = rows[0] as EntryRow;
  const labels = rows.flatMap((row) => row.labels?.split(' ') ?? []);
  return {
    language,
    text,
    pos,
    nounClass,
    rank: Math.min(...rows.map((row) => row.rank)),
    labels: [...new Set(labels)].sort(byCodeUnit),
    senses: [...new Set(rows.flatMap((row) => row.sense ?? []))],
    sources: [...new Set(rows.map((row) => row.source))],
  };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Row[][] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}
