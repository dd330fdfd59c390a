import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';

/** A column of a table; lists of structs have fields. */
export interface Column {
  readonly name: string;
  readonly dtype: 'string' | 'int32' | 'float64';
  readonly list?: boolean;
  /** Hardly any value comes twice: no dictionary is tried. */
  readonly unlike?: boolean;
  /** What a struct of the list holds, in place of a plain value. */
  readonly fields?: readonly Column[];
}

const TYPES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int32: { type: 'INT32' },
  float64: { type: 'DOUBLE' },
} as const;

/** Least and greatest texts of a group of utterances help nobody to pass over it. */
const SETTINGS = { createdBy: 'calque', statistics: false };

/** A Parquet file that is written a row group at a time: rows are handed over as lists of the columns' values. */
export class ParquetFile {
  readonly #columns: readonly Column[];
  readonly #write: (piece: Uint8Array, rows: number) => void;
  readonly #bytes = new ByteWriter(1 << 20);
  readonly #writer: ParquetWriter;
  #groups: unknown[][];

  constructor(columns: readonly Column[], write: (piece: Uint8Array, rows: number) => void) {
    this.#columns = columns;
    this.#write = write;
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema: schemaOf(columns), ...SETTINGS });
    this.#groups = columns.map(() => []);
  }

  /** Rows that wait for their group to be written. */
  get waiting(): number {
    return this.#groups[0]!.length;
  }

  add(values: readonly unknown[]): void {
    for (const [i, value] of values.entries()) this.#groups[i]!.push(value);
  }

  writeGroup(): void {
    const rows = this.waiting;
    if (rows === 0) return;
    const columnData = this.#columns.map(({ name, unlike }, i) => {
      return { name, data: this.#groups[i]!, ...(unlike === true && { encoding: 'PLAIN' as const }) };
    });
    void this.#writer.write({ columnData, rowGroupSize: rows });
    this.#groups = this.#columns.map(() => []);
    this.#handOn(rows);
  }

  finish(): void {
    this.writeGroup();
    void this.#writer.finish();
    this.#handOn(0);
  }

  #handOn(rows: number): void {
    this.#write(this.#bytes.getBytes().slice(), rows);
    this.#bytes.index = 0;
  }
}

/** Everything is required: no value is null, and a list without members is empty. */
function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'schema', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf(column: Column): SchemaElement[] {
  const { name, dtype, list, fields } = column;
  const required = { repetition_type: 'REQUIRED' } as const;
  if (list !== true) return [{ name, ...TYPES[dtype], ...required }];
  // Three levels, as the format's page of logical types asks for lists.
  const member: SchemaElement[] = fields
    ? [{ name: 'element', ...required, num_children: fields.length }, ...fields.flatMap(elementsOf)]
    : [{ name: 'element', ...TYPES[dtype], ...required }];
  return [
    { name, ...required, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...member,
  ];
}
