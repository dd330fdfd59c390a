import { singleBlanks } from './row.js';

/** Bytes handed to `write` at a time. */
const PIECE = 1 << 20;

/** Where copyWithin begins to beat a loop (measured on Node 20: a call costs as much as copying some 150 bytes). */
const WORTH_A_CALL = 160;
/** Copies may run over by less than this. */
const OVERRUN = 16;
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
const BLANK = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Takes the first `length` bytes of a buffer, which is used again afterwards. */
export type Write = (buffer: Uint8Array, length: number) => void;

/**
 * One stretch of memory: in front the texts, each encoded once behind its length, and behind them the output that they
 * are copied to. A text is known by its offset. Copies run over by up to fifteen bytes, which the next copy overwrites.
 */
export class Page {
  view: DataView;
  /** Where the output begins, and where its next byte goes. */
  start = 1 << 16;
  position = this.start;
  bytesWritten = 0;
  #bytes: Buffer;
  #textsEnd = 0;
  #keptEnd = 0;

  constructor(readonly write: Write) {
    this.#bytes = Buffer.alloc(this.start + PIECE + (1 << 16));
    this.view = viewOf(this.#bytes);
  }

  /** The texts so far stay; those to come stay until `forgetTexts`. */
  keepTexts(): void {
    this.#keptEnd = this.#textsEnd;
  }

  forgetTexts(): void {
    this.#textsEnd = this.#keptEnd;
  }

  /** Bytes of the texts that are not kept. */
  get textBytes(): number {
    return this.#textsEnd - this.#keptEnd;
  }

  /** Pieces of an utterance as they stand in a JSON string, a blank before each; undefined where none says anything. */
  addSaid(pieces: readonly string[]): number | undefined {
    let end = this.#textsEnd + 4;
    for (const piece of pieces) {
      this.#reserveText(end - this.#textsEnd + 3 * piece.length);
      const plainEnd = encodePlain(piece, this.#bytes, end + 1);
      if (plainEnd === end + 1) continue;
      if (plainEnd < 0) {
        const json = escaped(singleBlanks(piece));
        if (json === '') continue;
        this.#reserveText(end - this.#textsEnd + 3 * json.length);
        this.#bytes[end] = BLANK;
        end += 1 + this.#bytes.write(json, end + 1);
      } else {
        this.#bytes[end] = BLANK;
        end = plainEnd;
      }
    }
    return end === this.#textsEnd + 4 ? undefined : this.#endText(end);
  }

  addJson(json: string): number {
    this.#reserveText(3 * json.length);
    const offset = this.#textsEnd + 4;
    return this.#endText(offset + this.#bytes.write(json, offset));
  }

  lengthOf(text: number): number {
    return this.view.getInt32(text - 4, true);
  }

  /** Makes sure that so many bytes can be put; may move the output, so positions are to be taken afterwards. */
  reserve(bytes: number): void {
    const needed = this.position - this.start + bytes + OVERRUN;
    if (this.start + needed > this.#bytes.length) this.#layOut(this.start, 2 * needed);
  }

  put(text: number): void {
    this.copy(text, this.view.getInt32(text - 4, true));
  }

  putByte(byte: number): void {
    this.view.setUint8(this.position++, byte);
  }

  setByte(at: number, byte: number): void {
    this.view.setUint8(at, byte);
  }

  putNumber(value: number): void {
    let end = this.position + 1;
    for (let power = 10; power <= value; power *= 10) end++;
    let rest = value;
    for (let at = end - 1; at >= this.position; at--) {
      const tens = Math.floor(rest / 10);
      this.view.setUint8(at, 48 + rest - 10 * tens);
      rest = tens;
    }
    this.position = end;
  }

  /** Copies bytes of this page, texts or earlier output, to the end of the output. */
  copy(from: number, length: number): void {
    const { view, position } = this;
    if (length > WORTH_A_CALL) {
      this.#bytes.copyWithin(position, from, from + length);
    } else {
      // Exact: no eight bytes of UTF-8 are a NaN, as 0xFF does not occur and no 0x7F follows a byte above 0xEF.
      for (let i = 0; i < length; i += OVERRUN) {
        view.setFloat64(position + i, view.getFloat64(from + i, true), true);
        view.setFloat64(position + i + 8, view.getFloat64(from + i + 8, true), true);
      }
    }
    this.position = position + length;
  }

  /** Hands on whole pieces once there is one. */
  drain(): void {
    if (this.position - this.start >= PIECE) this.#handOn(PIECE);
  }

  /** Hands on everything. */
  flush(): void {
    this.#handOn(1);
  }

  #handOn(least: number): void {
    let from = this.start;
    while (this.position - from >= least) {
      const length = Math.min(PIECE, this.position - from);
      this.write(this.#bytes.subarray(from, from + length), length);
      from += length;
    }
    this.bytesWritten += from - this.start;
    this.#bytes.copyWithin(this.start, from, this.position);
    this.position -= from - this.start;
  }

  #reserveText(bytes: number): void {
    const needed = this.#textsEnd + bytes + 8 + OVERRUN;
    if (needed > this.start) this.#layOut(2 * needed, this.#bytes.length - this.start);
  }

  #endText(end: number): number {
    const offset = this.#textsEnd + 4;
    this.view.setInt32(this.#textsEnd, end - offset, true);
    this.#textsEnd = end;
    return offset;
  }

  #layOut(texts: number, output: number): void {
    const bytes = Buffer.alloc(texts + output);
    this.#bytes.copy(bytes, 0, 0, this.#textsEnd);
    this.#bytes.copy(bytes, texts, this.start, this.position);
    this.position += texts - this.start;
    this.start = texts;
    this.#bytes = bytes;
    this.view = viewOf(bytes);
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function escaped(text: string): string {
  return NEEDS_ESCAPE.test(text) ? JSON.stringify(text).slice(1, -1) : text;
}

/** Encodes text that needs neither escapes nor care with its blanks (short texts: quicker than a call of `write`). */
function encodePlain(text: string, bytes: Uint8Array, offset: number): number {
  let end = offset;
  let last = BLANK;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (unit < BLANK || unit === QUOTE || unit === BACKSLASH || (unit === BLANK && last === BLANK)) return -1;
      bytes[end++] = unit;
    } else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >> 6);
      bytes[end++] = 0x80 | (unit & 0x3f);
    } else {
      if (unit >= 0xd800 && unit <= 0xdfff) return -1;
      bytes[end++] = 0xe0 | (unit >> 12);
      bytes[end++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[end++] = 0x80 | (unit & 0x3f);
    }
    last = unit;
  }
  return last === BLANK && text.length > 0 ? -1 : end;
}
