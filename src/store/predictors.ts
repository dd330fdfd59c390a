import { createHash } from 'node:crypto';
import { byCodeUnit, type TableRow } from '../model/model.js';
import type { Connection } from './connection.js';
import { ensureLanguage, languageId, listSources } from './sources.js';
import type { LicenceOption } from './store-tables.js';
import type { Transaction } from './transaction.js';

/** Predictors of one language that are kept: of the whole table, and of what some licences leave of it. */
const KEPT = 4;

/**
 * Names a table by the files that it came from: a predictor that was learnt from others is out of date. Asking the
 * sources takes no time; reading a table to hash it would take longer than loading what was learnt from it.
 */
export function tableHash(connection: Connection, language: string, { licences }: LicenceOption): string {
  const files = listSources(connection, 'table')
    .filter(({ to, licence }) => to === language && (licences === undefined || licences(licence)))
    .map(({ sha256, format, read, rejected }) => `${sha256} ${format} ${read} ${rejected}`)
    .sort(byCodeUnit);
  return createHash('sha256').update(files.join('\n')).digest('hex');
}

/** All cells of a language's table, each once, in an order that does not depend on what was imported first. */
export function tableRows(connection: Connection, language: string, { licences }: LicenceOption): TableRow[] {
  const sources = listSources(connection, 'table').filter(
    ({ to, licence }) => to === language && (licences === undefined || licences(licence)),
  );
  const marks = sources.map(() => '?').join(', ');
  const sql = `select distinct c.lemma as lemma, b.canonical as bundle, c.form as form
    from cell c join bundle b on b.id = c.bundle where c.language = ? and c.source in (${marks})`;
  const ids = sources.map(({ id }) => id);
  return connection
    .rows<TableRow>(sql, languageId(connection, language) ?? 0, ...ids)
    .sort((a, b) => byCodeUnit(a.lemma, b.lemma) || byCodeUnit(a.bundle, b.bundle) || byCodeUnit(a.form, b.form));
}

/** Cells that have a form, in the order of lemmas and bundles. */
export function cellsOfForm(connection: Connection, language: string, form: string): TableRow[] {
  const sql = `select distinct c.lemma as lemma, b.canonical as bundle, c.form as form
    from cell c join bundle b on b.id = c.bundle where c.language = ? and c.form = ?`;
  return connection
    .rows<TableRow>(sql, languageId(connection, language) ?? 0, form)
    .sort((a, b) => byCodeUnit(a.lemma, b.lemma) || byCodeUnit(a.bundle, b.bundle));
}

/** What was kept for this hash; nothing where it is damaged, since reading that may never end. */
export function readPredictor(connection: Connection, language: string, hash: string): Uint8Array | undefined {
  const sql = 'select model from predictor where language = ? and table_hash = ?';
  const model = connection.row<{ model: Buffer }>(sql, languageId(connection, language) ?? 0, hash)?.model;
  if (model === undefined) return undefined;
  // A plain array of bytes: slices of a Buffer are views of what it shares.
  const bytes = new Uint8Array(
    model.buffer,
    model.byteOffset + Math.min(DIGEST, model.length),
    Math.max(0, model.length - DIGEST),
  );
  return digestOf(bytes).equals(model.subarray(0, DIGEST)) ? bytes : undefined;
}

/** Bytes of the digest that stands before each model. */
const DIGEST = 32;

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

export interface KeptPredictor {
  readonly language: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** One statement in one transaction: a process that is killed leaves the old predictor or the new one. */
export function keepPredictor(
  { connection, transaction }: { readonly connection: Connection; readonly transaction: Transaction },
  { language, hash, bytes }: KeptPredictor,
): void {
  const owner = transaction.join();
  try {
    const id = ensureLanguage(connection, language);
    const model = Buffer.concat([digestOf(bytes), bytes]);
    connection.run('insert or replace into predictor (language, table_hash, model) values (?, ?, ?)', id, hash, model);
    connection.run(
      `delete from predictor where language = ? and rowid not in
         (select rowid from predictor where language = ? order by rowid desc limit ${KEPT})`,
      id,
      id,
    );
    if (owner) transaction.commit();
  } catch (error) {
    if (owner) transaction.rollback();
    throw error;
  }
}

/** What was learnt from a table says nothing of the table that it has become. */
export function forgetPredictors(connection: Connection, language: string): void {
  connection.run('delete from predictor where language = ?', languageId(connection, language) ?? 0);
}
