/** Writes numbers and texts one after another. */
export class ByteWriter {
  private buffer = new Uint8Array(1 << 16);
  private length = 0;

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + more));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }

  /** A whole number from 0, seven bits a byte. */
  number(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.buffer[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.buffer[this.length++] = rest;
  }

  bytes(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Texts that hold no line break. */
  texts(texts: readonly string[]): void {
    this.bytes(new TextEncoder().encode(texts.join('\n')));
  }

  floats(values: Iterable<number>): void {
    const list = Float64Array.from(values);
    this.bytes(new Uint8Array(list.buffer));
  }

  done(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

/** Reads what a ByteWriter has written, in the same order. */
export class ByteReader {
  private at = 0;

  private readonly buffer: Uint8Array;

  /** A plain view: the slices of a Buffer, as a database gives it, would not be copies. */
  constructor(bytes: Uint8Array) {
    this.buffer = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  number(): number {
    let value = 0;
    let place = 1;
    for (;;) {
      const byte = this.buffer[this.at++] as number;
      value += (byte & 0x7f) * place;
      if (byte < 0x80) return value;
      place *= 0x80;
    }
  }

  bytes(): Uint8Array {
    const length = this.number();
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }

  texts(): string[] {
    const bytes = this.bytes();
    return bytes.length === 0 ? [] : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
  }

  floats(): number[] {
    const bytes = this.bytes().slice();
    return [...new Float64Array(bytes.buffer)];
  }
}
