import {
  type CellRecord,
  canonicalBundle,
  type SourceDescription,
  type TemplateRecord,
  type TypologyRecord,
  type ValueRecord,
} from '../model/model.js';
import type { Connection } from './connection.js';
import { type Import, type ImportTools, startImport } from './import.js';
import { forgetPredictors } from './predictors.js';
import { foldKey } from './schema.js';
import { ensureLanguage } from './sources.js';

/**
 * In all of these a row is kept when the store had nothing that says the same, and merged when this or another source
 * had said it; every source that says it is noted, so that taking one away leaves what the others vouch for.
 */
export function importCells(tools: ImportTools, description: SourceDescription): Import<CellRecord> {
  return startImport(tools, description, (source) => {
    const { connection } = tools;
    const language = ensureLanguage(connection, description.to);
    forgetPredictors(connection, description.to);
    const bundles = new BundleIds(connection);
    const insert = insertOnce(connection, 'cell', ['language', 'lemma', 'bundle', 'form', 'source', 'original']);
    const others = othersSay(connection, { table: 'cell', columns: ['language', 'lemma', 'bundle', 'form'], source });
    const again = connection.prepare(
      'update cell set count = count + 1 where language = ? and lemma = ? and bundle = ? and form = ? and source = ?',
    );
    const hasOthers = connection.row('select 1 from cell where language = ? limit 1', language) !== undefined;
    return eachRow<CellRecord>((record) => {
      const { id, canonical } = bundles.of(record.bundle);
      const key = [language, record.lemma, id, record.form];
      const spelling = record.original ?? record.bundle;
      if (insert([...key, source, canonical === spelling ? null : spelling])) return !(hasOthers && others(key));
      again.run(...key, source);
      return false;
    });
  });
}

export function importValues(tools: ImportTools, description: SourceDescription): Import<ValueRecord> {
  return startImport(tools, description, (source) => {
    const { connection } = tools;
    const language = ensureLanguage(connection, description.to);
    const insert = insertOnce(connection, 'value', ['language', 'english', 'slot', 'text', 'source', 'weight']);
    const others = othersSay(connection, { table: 'value', columns: ['language', 'english', 'slot', 'text'], source });
    return eachRow<ValueRecord>((record) => {
      const key = [language, foldKey(record.english), record.slot, record.text];
      return insert([...key, source, record.weight]) && !others(key);
    });
  });
}

export function importTypology(tools: ImportTools, description: SourceDescription): Import<TypologyRecord> {
  return startImport(tools, description, (source) => {
    const { connection } = tools;
    const insert = insertOnce(connection, 'typology', ['language', 'parameter', 'source', 'line', 'value']);
    const said = connection.db
      .prepare<unknown[], unknown>('select 1 from typology where language = ? and parameter = ? and value = ?')
      .pluck();
    return eachRow<TypologyRecord>(({ language, parameter, value, line }) => {
      const isKnown = said.get(language, parameter, value) !== undefined;
      return insert([language, parameter, source, line, value]) && !isKnown;
    });
  });
}

export function importTemplates(
  tools: ImportTools,
  description: SourceDescription,
  scheme: string,
): Import<TemplateRecord> {
  return startImport(tools, description, (source) => {
    const { connection } = tools;
    const fields = ['scenario', 'intent', 'partition', 'text', 'spans', 'scheme'];
    const insert = insertOnce(connection, 'template', ['source', 'id', 'ordinal', ...fields]);
    const earlier = connection.db.prepare<unknown[], unknown[]>(
      `select ${fields.join(', ')} from template where id = ? and source = ?`,
    );
    let ordinal = 0;
    const uses = new Map<string, number>();
    return eachRow<TemplateRecord>(({ id, scenario, intent, partition, text, spans }) => {
      const places = JSON.stringify(spans.map(({ slot, start, end }) => ({ slot, start, end })));
      const content = [scenario, intent, partition, text, places, scheme];
      if (insert([source, id, ordinal++, ...content])) return true;
      const before = earlier.raw().get(id, source) as unknown[];
      if (content.every((field, i) => field === before[i])) return false;
      // Some files give an id to several utterances: each later one has its number behind (`dev-56`, `dev-56.2`).
      let use = uses.get(id) ?? 1;
      while (!insert([source, `${id}.${++use}`, ordinal, ...content]));
      uses.set(id, use);
      return true;
    });
  });
}

function eachRow<Row>(write: (row: Row) => boolean) {
  return {
    add: (rows: readonly Row[]) => {
      let kept = 0;
      for (const row of rows) if (write(row)) kept++;
      return kept;
    },
    flush: () => {},
  };
}

/** Inserts a row unless its key is there; true when it was not. */
function insertOnce(connection: Connection, table: string, columns: readonly string[]) {
  const marks = columns.map(() => '?').join(', ');
  const statement = connection.prepare(`insert or ignore into ${table} (${columns.join(', ')}) values (${marks})`);
  return (row: readonly unknown[]): boolean => statement.run(row).changes > 0;
}

/** Asks whether a source other than this one says the same. */
function othersSay(
  connection: Connection,
  what: { readonly table: string; readonly columns: readonly string[]; readonly source: number },
) {
  const where = what.columns.map((column) => `${column} = ?`).join(' and ');
  const statement = connection.prepare(`select 1 from ${what.table} where ${where} and source <> ?`);
  return (key: readonly unknown[]): boolean => statement.get(...key, what.source) !== undefined;
}

/** Ids of bundles, by the spelling that files use. */
class BundleIds {
  private readonly connection: Connection;
  private readonly bySpelling = new Map<string, { id: number; canonical: string }>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  of(spelling: string): { id: number; canonical: string } {
    let known = this.bySpelling.get(spelling);
    if (!known) {
      const canonical = canonicalBundle(spelling);
      this.connection.run('insert or ignore into bundle (canonical) values (?)', canonical);
      const row = this.connection.row<{ id: number }>('select id from bundle where canonical = ?', canonical);
      known = { id: Number(row?.id), canonical };
      this.bySpelling.set(spelling, known);
    }
    return known;
  }
}
