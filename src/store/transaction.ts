import { CalqueError } from '../model/model.js';
import type { Connection } from './connection.js';
import { BULK_INDICES } from './schema.js';

/** From this many new translations on, making the indices anew is cheaper than keeping them while loading. */
const LARGE_LOAD = 100_000;

/** What must follow the fate of a transaction: rows that wait in buffers, tables in memory. */
export interface Follower {
  /** Before a commit: nothing may wait any longer. */
  flush(): void;
  /** What is in memory no longer says what is in the file. */
  forget(): void;
}

/** The one write transaction of a store; it may span several files and the reading between them. */
export class Transaction {
  private readonly connection: Connection;
  private readonly followers: Follower[] = [];
  private open = false;
  private bare = false;
  private before = 0;
  private added = 0;
  private dataVersion: unknown;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  get isOpen(): boolean {
    return this.open;
  }

  /** True while the indices of lexemes and translations are dropped. */
  get withoutIndices(): boolean {
    return this.bare;
  }

  begin(): void {
    if (this.open) throw new Error('a transaction of this store is open already');
    const { connection } = this;
    if (connection.mode !== 'write') throw new Error('the store was opened for reading');
    connection.attempt(() => connection.db.exec('begin immediate'));
    this.open = true;
    const version = connection.db.pragma('data_version', { simple: true });
    if (version !== this.dataVersion) this.forget();
    this.dataVersion = version;
    this.before = Number(connection.row<{ n: number }>('select ifnull(max(id), 0) as n from translation')?.n);
    this.added = 0;
    this.bare = false;
  }

  /** Begins unless a transaction is open; true when it began one, so that its caller ends it. */
  join(): boolean {
    if (this.open) return false;
    this.begin();
    return true;
  }

  commit(): void {
    if (!this.open) throw new Error('no transaction of this store is open');
    try {
      for (const follower of this.followers) follower.flush();
      this.restoreIndices();
      this.connection.attempt(() => this.connection.db.exec('commit'));
      this.open = false;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  rollback(): void {
    if (!this.open) return;
    this.open = false;
    this.bare = false;
    this.forget();
    // SQLite may have rolled back by itself, as it does when the disk is full.
    if (this.connection.db.inTransaction) this.connection.attempt(() => this.connection.db.exec('rollback'));
  }

  /** Told before translations are added: drops the indices when a load is large for this store. */
  expect(translations: number): void {
    this.added += translations;
    if (this.bare) return;
    if (this.before > 0 && (this.added < LARGE_LOAD || this.added * 2 < this.before)) return;
    for (const name of BULK_INDICES.keys()) this.connection.db.exec(`drop index ${name}`);
    this.bare = true;
  }

  /** Makes the indices again that a large load dropped: before a commit, and before what searches by them. */
  restoreIndices(): void {
    if (!this.bare) return;
    this.makeIndices();
    this.bare = false;
  }

  /**
   * A small page cache on purpose: SQLite's sorter fills the cache before it sorts, and runs that stay in the
   * processor's own cache sort two to three times as fast.
   */
  private makeIndices(): void {
    const { db } = this.connection;
    const usual = db.pragma('cache_size', { simple: true });
    db.pragma('cache_size = -2000');
    try {
      for (const sql of BULK_INDICES.values()) this.connection.attempt(() => db.exec(sql));
    } finally {
      db.pragma(`cache_size = ${usual}`);
    }
  }

  private forget(): void {
    for (const follower of this.followers) follower.forget();
  }
}

/** A name that no source has: `wechsel-swahili`, then `wechsel-swahili-2` for other bytes under the same name. */
export function freeName(connection: Connection, name: string): string {
  if (name === '') throw new CalqueError('usage', 'a source needs a name');
  const taken = (candidate: string) => connection.row('select 1 from source where name = ?', candidate) !== undefined;
  if (!taken(name)) return name;
  for (let number = 2; ; number++) {
    if (!taken(`${name}-${number}`)) return `${name}-${number}`;
  }
}
