import type { Source, SourceDescription } from '../model/model.js';
import type { Connection } from './connection.js';
import { insertSource, sourceById } from './sources.js';
import { freeName, type Transaction } from './transaction.js';

/** The import of one file: rows are added in batches, then finished or aborted. */
export interface Import<Row> {
  add(rows: readonly Row[]): void;
  /** What the reader read and rejected; the store counts what it kept and merged. Commits what this import began. */
  finish(counts: { readonly read: number; readonly rejected: number }): Source;
  /** Rolls the whole open transaction back, with what earlier imports brought in it. */
  abort(): void;
}

/** Writes the rows of one kind. */
export interface RowWriter<Row> {
  /** Rows of these that say what the store did not know. */
  add(rows: readonly Row[]): number;
  flush(): void;
}

export interface ImportTools {
  readonly connection: Connection;
  readonly transaction: Transaction;
}

/** Joins the open transaction or begins one, and enters the source with its counts still open. */
export function startImport<Row>(
  tools: ImportTools,
  description: SourceDescription,
  writerOf: (source: number) => RowWriter<Row>,
): Import<Row> {
  const { connection, transaction } = tools;
  const owner = transaction.join();
  /** A failed statement may have ended the transaction: none of it is kept, and memory says so too. */
  const orRollback = <T>(action: () => T): T => {
    try {
      return connection.attempt(action);
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  };
  const id = orRollback(() =>
    insertSource(connection, { ...description, name: freeName(connection, description.name) }),
  );
  const writer = orRollback(() => writerOf(id));
  let added = 0;
  let kept = 0;
  const finish = (counts: { readonly read: number; readonly rejected: number }): Source => {
    writer.flush();
    const { read, rejected } = counts;
    if (read !== added + rejected) {
      throw new Error(`${description.file}: ${read} rows read, but ${added} added and ${rejected} rejected`);
    }
    const sql = 'update source set read = ?, kept = ?, merged = ?, rejected = ? where id = ?';
    connection.run(sql, read, kept, added - kept, rejected, id);
    const source = sourceById(connection, id) as Source;
    if (owner) transaction.commit();
    return source;
  };
  return {
    add: (rows) => {
      if (!transaction.isOpen) throw new Error(`the import of ${description.file} has ended already`);
      kept += orRollback(() => writer.add(rows));
      added += rows.length;
    },
    finish: (counts) => orRollback(() => finish(counts)),
    abort: () => transaction.rollback(),
  };
}
