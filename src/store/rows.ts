import type { Connection } from './connection.js';

/** Rows a statement: 16 costs least (64 and 256 were no better when measured). */
const ROWS = 16;

/**
 * Collects rows and inserts sixteen in one statement, bound from one array that is used again and again.
 * `next()` gives the place in `values` where the next row goes.
 */
export class RowBuffer {
  readonly values: unknown[];
  /**
   * Of a table that numbers its rows: the id which the row that was begun last must get. It is not bound: to number rows
   * itself costs SQLite half of what it costs to be told their numbers.
   */
  lastId = 0;
  private readonly connection: Connection;
  private readonly width: number;
  private readonly many: string;
  private readonly one: string;
  private end = 0;

  constructor(connection: Connection, into: string, columns: readonly string[]) {
    this.connection = connection;
    this.width = columns.length;
    this.values = new Array(ROWS * columns.length).fill(null);
    const head = `insert ${into} (${columns.join(', ')}) values`;
    const row = `(${columns.map(() => '?').join(', ')})`;
    this.many = `${head} ${new Array(ROWS).fill(row).join(', ')}`;
    this.one = `${head} ${row}`;
  }

  next(): number {
    if (this.end === this.values.length) this.insertAll();
    const start = this.end;
    this.end += this.width;
    return start;
  }

  flush(): void {
    if (this.end === 0) return;
    if (this.end === this.values.length) {
      this.insertAll();
      return;
    }
    const statement = this.connection.prepare(this.one);
    let inserted: number | bigint = 0;
    for (let at = 0; at < this.end; at += this.width) {
      inserted = statement.run(...this.values.slice(at, at + this.width)).lastInsertRowid;
    }
    this.check(inserted);
    this.end = 0;
  }

  /** Forgets rows that were not inserted yet. */
  clear(): void {
    this.end = 0;
  }

  /** As arguments: the driver takes elements out of an array at a fifth more of the whole cost. */
  private insertAll(): void {
    this.check(this.connection.prepare(this.many).run(...this.values).lastInsertRowid);
    this.end = 0;
  }

  private check(inserted: number | bigint): void {
    if (this.lastId === 0 || Number(inserted) === this.lastId) return;
    throw new Error(`${this.one}: the last row has the id ${inserted}, not ${this.lastId}`);
  }
}
