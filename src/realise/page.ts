import { singleBlanks } from './row.js';

/** Bytes handed to `write` at a time. */
const PIECE = 1 << 20;

/** Copies go by so many bytes, and may run over by fewer. */
const STEP = 16;
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
const BLANK = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;

/** Takes the first `length` bytes of a buffer, which is used again afterwards. */
export type Write = (buffer: Uint8Array, length: number) => void;

/**
 * One stretch of memory: in front the texts, each encoded once behind its length, and behind them the output that they
 * are copied to. A text is known by its offset. Copies run over by up to fifteen bytes, which the next copy overwrites.
 */
export class Page {
  view: DataView;
  /** The same bytes as words; the word before a text is its length. */
  words: Int32Array;
  /** Where the output begins, and where its next byte goes. */
  start = 1 << 16;
  position = this.start;
  bytesWritten = 0;
  #bytes: Buffer;
  #textsEnd = 0;
  /** Where a text that is being said ends so far; 0 where none is. */
  #saidEnd = 0;
  #keptEnd = 0;

  constructor(readonly write: Write) {
    this.#bytes = Buffer.alloc(this.start + PIECE + (1 << 16));
    this.view = viewOf(this.#bytes);
    this.words = wordsOf(this.#bytes);
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

  /** Goes on with a text: pieces of an utterance as they stand in a JSON string, a blank before each. */
  say(piece: string): void {
    const start = this.#saidEnd === 0 ? this.#textsEnd + 4 : this.#saidEnd;
    this.#reserveText(start - this.#textsEnd + 3 * piece.length);
    let end = encodePlain(piece, this.#bytes, start + 1);
    if (end < 0) {
      const json = escaped(singleBlanks(piece));
      this.#reserveText(start - this.#textsEnd + 3 * json.length);
      end = start + 1 + this.#bytes.write(json, start + 1);
    }
    if (end === start + 1) return;
    this.#bytes[start] = BLANK;
    this.#saidEnd = end;
  }

  /** The text of all that was said since the last one; 0 where that is nothing. */
  endSaid(): number {
    const end = this.#saidEnd;
    this.#saidEnd = 0;
    return end === 0 ? 0 : this.#endText(end);
  }

  addJson(json: string): number {
    this.#reserveText(3 * json.length);
    const offset = this.#textsEnd + 4;
    return this.#endText(offset + this.#bytes.write(json, offset));
  }

  /** A text of an opening, what is said by a text, and a bracket. */
  addBracketed(opening: number, text: number): number {
    const [before, length] = [this.lengthOf(opening), this.lengthOf(text)];
    this.#reserveText(before + length + 1);
    const offset = this.#textsEnd + 4;
    this.#bytes.copyWithin(offset, opening, opening + before);
    this.#bytes.copyWithin(offset + before, text, text + length);
    this.#bytes[offset + before + length] = CLOSING_BRACKET;
    return this.#endText(offset + before + length + 1);
  }

  lengthOf(text: number): number {
    return this.words[(text >> 2) - 1]!;
  }

  /** Makes sure that so many bytes can be put; may move the output, so positions are to be taken afterwards. */
  reserve(bytes: number): void {
    const needed = this.position - this.start + bytes + STEP;
    if (this.start + needed > this.#bytes.length) this.#layOut(this.start, 2 * needed);
  }

  /** Copies bytes of this page to the end of the output: from where and how many, in turn, up to `end` of the list. */
  put(parts: Int32Array, end: number): void {
    const { view } = this;
    let position = this.position | 0;
    for (let part = 0; part < end; part += 2) {
      let from = parts[part]!;
      const length = parts[part + 1]!;
      // Exact: no eight bytes here are a NaN, as in UTF-8 0xFF does not occur and no 0x7F follows a byte above 0xEF, and
      // each text's end is filled up with zeros.
      const stop = (position + length) | 0;
      for (; position < stop; position = (position + STEP) | 0, from = (from + STEP) | 0) {
        view.setFloat64(position, view.getFloat64(from, true), true);
        view.setFloat64((position + 8) | 0, view.getFloat64((from + 8) | 0, true), true);
      }
      position = stop;
    }
    this.position = position;
  }

  /** Writes digits into a text that has room for them; returns how many. */
  setNumber(at: number, value: number): number {
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    let place = at + digits;
    let rest = value;
    for (; rest > 0x7fffffff; rest = Math.floor(rest / 10)) this.view.setUint8(--place, 48 + (rest % 10));
    // Division of whole numbers of 32 bits is a multiplication.
    for (let small = rest | 0; place > at; small = (small / 10) | 0) this.view.setUint8(--place, 48 + (small % 10));
    return digits;
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
    const needed = this.#textsEnd + bytes + 8 + STEP;
    if (needed > this.start) this.#layOut(2 * needed, this.#bytes.length - this.start);
  }

  #endText(end: number): number {
    const offset = this.#textsEnd + 4;
    this.words[this.#textsEnd >> 2] = end - offset;
    this.#textsEnd = (end + 3) & ~3;
    this.#bytes.fill(0, end, this.#textsEnd);
    return offset;
  }

  #layOut(texts: number, output: number): void {
    const bytes = Buffer.alloc(texts + output);
    // Texts, and one that may be half said.
    this.#bytes.copy(bytes, 0, 0, this.start);
    this.#bytes.copy(bytes, texts, this.start, this.position);
    this.position += texts - this.start;
    this.start = texts;
    this.#bytes = bytes;
    this.view = viewOf(bytes);
    this.words = wordsOf(bytes);
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function wordsOf(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
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
