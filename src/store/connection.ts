import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { CalqueError } from '../model/model.js';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './schema.js';
import { Sqlite } from './sqlite.js';

export interface OpenOptions {
  readonly mode: 'read' | 'write';
  /** Make a new store where the file is missing. */
  readonly create?: boolean;
  /** Milliseconds to wait for another process that is writing: 5000. */
  readonly timeout?: number;
}

const FIRST_STEPS = ['import something first: calque lexicon import FILE --to sw', 'or start with: calque demo'];

/** One open SQLite file, its prepared statements, and its errors in words. */
export class Connection {
  readonly path: string;
  readonly mode: 'read' | 'write';
  readonly db: Database.Database;
  private readonly statements = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(path: string, options: OpenOptions) {
    this.path = path;
    this.mode = options.mode;
    this.db = this.attempt(() => openFile(path, options));
    try {
      this.attempt(() => prepareSchema(this.db, path, options));
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  /** Statements are kept: preparing costs more than most look-ups. */
  prepare(sql: string): Database.Statement<unknown[], unknown> {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.db.prepare<unknown[], unknown>(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  rows<T>(sql: string, ...parameters: unknown[]): T[] {
    return this.attempt(() => this.prepare(sql).all(...parameters) as T[]);
  }

  row<T>(sql: string, ...parameters: unknown[]): T | undefined {
    return this.attempt(() => this.prepare(sql).get(...parameters) as T | undefined);
  }

  run(sql: string, ...parameters: unknown[]): number {
    return this.attempt(() => this.prepare(sql).run(...parameters).changes);
  }

  /** Runs what may fail in SQLite, and says in words what failed. */
  attempt<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw inWords(error, this.path);
    }
  }
}

function openFile(path: string, options: OpenOptions): Database.Database {
  const exists = existsSync(path);
  if (exists && statSync(path).isDirectory()) throw new CalqueError('store', `${path} is a folder, not a store`);
  if (!exists && !(options.mode === 'write' && options.create)) {
    throw new CalqueError('store', `there is no store at ${path}`, { suggestions: FIRST_STEPS });
  }
  if (!existsSync(dirname(path))) {
    throw new CalqueError('store', `the folder of the store does not exist: ${dirname(path)}`);
  }
  // Not SQLite's read-only mode: a reader, too, must be able to take back what a killed import left behind.
  const db = new Sqlite(path, { fileMustExist: exists, timeout: options.timeout ?? 5000 });
  db.pragma('foreign_keys = off');
  return db;
}

function prepareSchema(db: Database.Database, path: string, options: OpenOptions): void {
  const version = checkVersion(db, path);
  if (version < SCHEMA_VERSION) {
    if (version === 0 && !options.create) {
      throw new CalqueError('store', `the store ${path} holds nothing yet`, { suggestions: FIRST_STEPS });
    }
    migrate(db, path);
  }
  if (options.mode === 'read') db.pragma('query_only = on');
}

/** The schema version of a file, 0 for an empty one; anything that is not a store of ours is refused. */
function checkVersion(db: Database.Database, path: string): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  const application = db.pragma('application_id', { simple: true });
  const tables = db.prepare('select count(*) from sqlite_schema').pluck().get();
  if (application !== APPLICATION_ID) {
    if (tables === 0 && version === 0) return 0;
    throw new CalqueError('store', `${path} is a SQLite file of another program, not a store of Calque`);
  }
  if (version > SCHEMA_VERSION) {
    const message = `the store ${path} was written by a newer Calque (its schema is ${version}, this program knows ${SCHEMA_VERSION})`;
    throw new CalqueError('store', message, {
      suggestions: ['update Calque', 'or name another store with --store FILE'],
    });
  }
  return version;
}

function migrate(db: Database.Database, path: string): void {
  db.exec('begin immediate');
  try {
    // Another process may have done it while this one waited for the lock.
    for (let version = checkVersion(db, path); version < SCHEMA_VERSION; version++) {
      db.exec(MIGRATIONS[version] as string);
      db.pragma(`user_version = ${version + 1}`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.exec('commit');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

function inWords(error: unknown, path: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const { code } = error;
  const told = (message: string, suggestions: readonly string[] = []) =>
    new CalqueError('store', message, { suggestions, cause: error });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return told(`the store ${path} is locked: another process is writing to it`, [
      'wait until it ends, then try again',
    ]);
  }
  if (code.startsWith('SQLITE_NOTADB')) return told(`${path} is not a store: it is no SQLite file`);
  if (code.startsWith('SQLITE_CORRUPT')) {
    return told(`the store ${path} is damaged (${error.message})`, ['move it away and import your files again']);
  }
  if (code.startsWith('SQLITE_FULL')) return told(`no space is left for the store ${path}; it is as it was before`);
  if (code.startsWith('SQLITE_READONLY')) return told(`the store ${path} cannot be written`);
  if (code.startsWith('SQLITE_CANTOPEN')) return told(`the store ${path} cannot be opened (${error.message})`);
  if (code.startsWith('SQLITE_IOERR')) return told(`the store ${path} cannot be read or written (${error.message})`);
  return error;
}
