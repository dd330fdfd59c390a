/**
 * Sizes and counts of the pages of a Parquet column, by their headers (Thrift's compact protocol). Decoders believe them:
 * pages that are no longer than nothing, or hold more values than the column, would keep one busy for ever.
 */

/** Numbers of a structure by the path of their fields: `3`, `5.1`. */
type Numbers = Map<string, number>;

/** Field types of the compact protocol. */
const [STOP, TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, STRUCT] = [0, 1, 2, 3, 7, 8, 9, 10, 12];
const DEEPEST = 8;

class Header {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  numbers(): Numbers {
    const numbers: Numbers = new Map();
    this.#struct(numbers, '', 0);
    return numbers;
  }

  #struct(numbers: Numbers, path: string, depth: number): void {
    if (depth > DEEPEST) throw new RangeError('a header is nested too deep');
    let field = 0;
    for (;;) {
      const byte = this.#byte();
      const type = byte & 15;
      if (type === STOP) return;
      field = byte >> 4 === 0 ? this.#number() : field + (byte >> 4);
      this.#value(type, numbers, { path: `${path}${field}`, depth });
    }
  }

  #value(type: number, numbers: Numbers, { path, depth }: { readonly path: string; readonly depth: number }): void {
    if (type === TRUE || type === FALSE) return;
    if (type === STRUCT) this.#struct(numbers, `${path}.`, depth + 1);
    else if (type === BINARY) this.at += this.#unsigned();
    else if (type === BYTE || type === DOUBLE) this.at += type === BYTE ? 1 : 8;
    else if (type > DOUBLE) throw new RangeError(type === LIST || type === SET ? 'a header holds a list' : 'no header');
    else numbers.set(path, this.#number());
  }

  #byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError('a header does not end');
    return byte;
  }

  #unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError('a number is too large');
      if (byte < 128) return value;
    }
  }

  /** Zigzag: 0, -1, 1, -2 … */
  #number(): number {
    const value = this.#unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}

/** Throws where the pages of a column are not what a column of so many values has. */
export function checkPages(column: Uint8Array, { values, largest }: { values: number; largest: number }): void {
  for (let at = 0; at < column.length; ) {
    const header = new Header(column, at);
    const numbers = header.numbers();
    const [unpacked, packed] = [numbers.get('2') ?? -1, numbers.get('3') ?? -1];
    const counts = ['5.1', '7.1', '8.1'].flatMap((path) => numbers.get(path) ?? []);
    const isPage = unpacked >= 0 && packed >= 0 && header.at + packed <= column.length && counts.length === 1;
    if (!isPage || unpacked > largest || counts.some((count) => count < 0 || count > values)) {
      throw new RangeError('a page is not what its column says');
    }
    at = header.at + packed;
  }
}
