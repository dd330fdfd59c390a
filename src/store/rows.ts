import type { Connection } from './connection.js';

/** Rows a statement: 16 costs least (64 and 256 were no better when measured). */
const ROWS = 16;

/**
 * Collects rows and inserts sixteen in one statement, bound from one array that is used again and again.
 * `next()` gives the place in `values` where the next row goes.
 */
export class RowBuffer {
  readonly values: unknown[];
  private readonly connection: Connection;
  private readonly width: number;
  private readonly many: string;
  private readonly one: string;
  private end = 0;

  constructor(connection: Connection, table: string, columns: readonly string[]) {
    this.connection = connection;
    this.width = columns.length;
    this.values = new Array(ROWS * columns.length).fill(null);
    const head = `insert or ignore into ${table} (${columns.join(', ')}) values`;
    const row = `(${columns.map(() => '?').join(', ')})`;
    this.many = `${head} ${new Array(ROWS).fill(row).join(', ')}`;
    this.one = `${head} ${row}`;
  }

  next(): number {
    if (this.end === this.values.length) {
      this.connection.prepare(this.many).run(this.values);
      this.end = 0;
    }
    const start = this.end;
    this.end += this.width;
    return start;
  }

  flush(): void {
    if (this.end === 0) return;
    if (this.end === this.values.length) this.connection.prepare(this.many).run(this.values);
    else {
      const statement = this.connection.prepare(this.one);
      for (let at = 0; at < this.end; at += this.width) statement.run(this.values.slice(at, at + this.width));
    }
    this.end = 0;
  }

  /** Forgets rows that were not inserted yet. */
  clear(): void {
    this.end = 0;
  }
}
