import { CalqueError } from '../../model/model.js';
import { type QuotedRow, quotedRows } from '../lines.js';
import type { Input } from '../reader.js';

/** A row as cells by the name of their column; '' where there is none. */
export type NamedRow = (column: string) => string;

export interface Table {
  readonly rows: readonly NamedRow[];
}

/** A whole table that another one points to. */
export async function tableOf(input: Input, needed: readonly string[]): Promise<Table> {
  const rows: NamedRow[] = [];
  let columns: Columns | undefined;
  for await (const batch of quotedRows(input, ',')) {
    for (const row of batch) {
      if (columns) rows.push(columns.name(row));
      else columns = new Columns(input, row.cells, needed);
    }
  }
  return { rows };
}

/** Columns of a table by name. */
export class Columns {
  private readonly indices: ReadonlyMap<string, number>;

  constructor(input: Input, header: readonly string[], needed: readonly string[]) {
    this.indices = new Map(header.map((name, index) => [name.trim(), index]));
    const missing = needed.filter((name) => !this.indices.has(name));
    if (missing.length > 0) {
      throw new CalqueError('input', `has no column ${missing.join(', ')}`, { place: { file: input.file, line: 1 } });
    }
  }

  name({ cells }: QuotedRow): NamedRow {
    return (column) => {
      const index = this.indices.get(column);
      return index === undefined ? '' : (cells[index]?.trim() ?? '');
    };
  }
}
