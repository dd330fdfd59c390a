import type { SentencePair, SourceDescription, TextRecord, Verse, WordCount } from '../model/model.js';
import type { Connection } from './connection.js';
import { type Import, type ImportTools, startImport } from './import.js';
import { segmentsOf } from './segments.js';
import { ensureLanguage } from './sources.js';

/**
 * Imports text of one language, or of a pair of them.
 *
 * Kept: the store did not have this pair, verse or sentence. Merged: it had it, from another source (both vouch for it
 * now) or from an earlier row of this one. Counts of a word in one list are added up, and each list's count is news.
 */
export function importTexts(tools: ImportTools, description: SourceDescription): Import<TextRecord> {
  return startImport(tools, description, (source) => {
    const { connection } = tools;
    const language = ensureLanguage(connection, description.to);
    const place = { connection, source, language };
    const write = unitWriter(place, description.from);
    return {
      add: (rows) => rows.reduce((kept, row) => (write(row) ? kept + 1 : kept), 0),
      flush: () => {},
    };
  });
}

/** Prepares what writes a unit when the first of them comes. */
function unitWriter(place: Place, from: string): (record: TextRecord) => boolean {
  let pair: ReturnType<typeof pairWriter> | undefined;
  let verse: ReturnType<typeof verseWriter> | undefined;
  let sentence: ReturnType<typeof sentenceWriter> | undefined;
  let word: ReturnType<typeof wordWriter> | undefined;
  return (record) => {
    switch (record.unit) {
      case 'pair':
        pair ??= pairWriter(place, from);
        return pair(record);
      case 'verse':
        verse ??= verseWriter(place);
        return verse(record);
      case 'sentence':
        sentence ??= sentenceWriter(place);
        return sentence(record);
      case 'word':
        word ??= wordWriter(place);
        return word(record);
    }
  };
}

interface Place {
  readonly connection: Connection;
  readonly source: number;
  readonly language: number;
}

function pairWriter({ connection, source, language }: Place, from: string) {
  const origins = segmentsOf(connection, ensureLanguage(connection, from));
  const targets = segmentsOf(connection, language);
  const known = connection.prepare('select 1 from sentence_pair where origin = ? and target = ?');
  const insert = connection.prepare('insert or ignore into sentence_pair values (?, ?, ?, ?)');
  return ({ from: text, to, line }: SentencePair): boolean => {
    const [origin, target] = [origins(text), targets(to)];
    const isNew = known.get(origin, target) === undefined;
    insert.run(origin, target, source, line);
    return isNew;
  };
}

function verseWriter({ connection, source, language }: Place) {
  const segments = segmentsOf(connection, language);
  const references = referenceIds(connection);
  const known = connection.prepare('select 1 from verse where reference = ? and language = ? and segment = ?');
  const insert = connection.prepare('insert or ignore into verse values (?, ?, ?, ?, ?, ?)');
  return ({ reference, last, text, line }: Verse): boolean => {
    const key = [references(reference), language, segments(text)];
    const isNew = known.get(...key) === undefined;
    insert.run(...key, source, last === '' ? null : references(last), line);
    return isNew;
  };
}

function sentenceWriter({ connection, source, language }: Place) {
  const segments = segmentsOf(connection, language);
  const known = connection.prepare('select 1 from sentence where segment = ?');
  const insert = connection.prepare('insert or ignore into sentence values (?, ?, ?)');
  return ({ text, line }: { readonly text: string; readonly line: number }): boolean => {
    const segment = segments(text);
    const isNew = known.get(segment) === undefined;
    insert.run(segment, source, line);
    return isNew;
  };
}

function wordWriter({ connection, source, language }: Place) {
  const known = connection.prepare('select 1 from frequency where language = ? and word = ? and source = ?');
  const insert = connection.prepare(
    `insert into frequency (language, word, source, count, line) values (?, ?, ?, ?, ?)
     on conflict (language, word, source) do update set count = count + excluded.count`,
  );
  return ({ word, count, line }: WordCount): boolean => {
    const isNew = known.get(language, word, source) === undefined;
    insert.run(language, word, source, count, line);
    return isNew;
  };
}

function referenceIds(connection: Connection): (name: string) => number {
  const find = connection.prepare('select id from reference where name = ?');
  const insert = connection.prepare('insert into reference (name) values (?)');
  return (name) => {
    const known = find.get(name) as { id: number } | undefined;
    return known?.id ?? Number(insert.run(name).lastInsertRowid);
  };
}
