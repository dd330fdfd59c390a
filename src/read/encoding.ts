import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { CalqueError } from '../model/model.js';

/** How a text is encoded, as the WHATWG names it. */
export interface Encoding {
  readonly name: string;
  /** Why this may be wrong, for the user; '' where a mark, the bytes themselves or somebody say it. */
  readonly doubt: string;
}

const UTF8: Encoding = { name: 'utf-8', doubt: '' };

const REMEDY = 'name its encoding with --encoding (windows-1252, windows-1251, euc-jp …)';

/** What the first bytes of a file show: a byte order mark, the zero bytes of UTF-16, valid UTF-8, or Western letters. */
export function encodingOf(start: Uint8Array): Encoding {
  if ((start[0] === 0xfe && start[1] === 0xff) || isWide(start, 0)) return { name: 'utf-16be', doubt: '' };
  if ((start[0] === 0xff && start[1] === 0xfe) || isWide(start, 1)) return { name: 'utf-16le', doubt: '' };
  if (isUtf8(start)) return UTF8;
  const counts = countBytes(start);
  // A cut at the end, or single damaged rows, which are rejected each with its line.
  if (counts.invalid < FEWEST || counts.invalid < 4 * counts.valid) return UTF8;
  const western = counts.western >= counts.invalid * 0.95 && counts.invalid <= counts.ascii * MOST_ACCENTS;
  if (western) return { name: 'windows-1252', doubt: `is not UTF-8 and was read as windows-1252, a guess: ${REMEDY}` };
  return counts.zeros > 0 ? UTF8 : { name: 'utf-8', doubt: `is not UTF-8: ${REMEDY}` };
}

/** UTF-16 without a mark: the first signs of nearly all formats are ASCII, every other byte of which is zero then. */
function isWide(start: Uint8Array, zero: 0 | 1): boolean {
  if (start.length < 8) return false;
  for (let i = 0; i < 8; i++) if ((start[i] === 0) !== (i % 2 === zero)) return false;
  return true;
}

/** Fewer bytes than this that are not UTF-8 tell of damage and of no encoding. */
const FEWEST = 3;

/** Accents to ASCII letters: Vietnamese has one to three; other scripts have no ASCII letters to speak of. */
const MOST_ACCENTS = 0.5;

/** Sequences of UTF-8, bytes that are none, and what these would be in windows-1252. */
function countBytes(bytes: Uint8Array) {
  const counts = { valid: 0, invalid: 0, western: 0, ascii: 0, zeros: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) counts.zeros++;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) counts.ascii++;
    if (byte < 128) continue;
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let found = 0;
    while (found < length && ((bytes[i + 1 + found] ?? 0) & 0xc0) === 0x80) found++;
    if (length > 0 && found === length) {
      counts.valid++;
      i += length;
    } else {
      counts.invalid++;
      if (isWestern(byte)) counts.western++;
    }
  }
  return counts;
}

/** Letters, quotation marks and dashes of windows-1252. */
function isWestern(byte: number): boolean {
  if (byte >= 0xc0) return byte !== 0xd7 && byte !== 0xf7;
  return WESTERN_SIGNS.has(byte);
}

const WESTERN_SIGNS: ReadonlySet<number> = new Set([
  ...[0x85, 0x8a, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9a, 0x9c, 0x9e, 0x9f],
  ...[0xa0, 0xa1, 0xaa, 0xab, 0xb4, 0xb7, 0xba, 0xbb, 0xbf],
]);

/** Takes a text apart into characters, buffer by buffer; `undefined` ends it. */
export type Decode = (buffer: Uint8Array | undefined) => string;

/** Bytes that are no characters become U+FFFD, which rows are tested for; a byte order mark is left out. */
export function decoderOf(name: string, file: string): Decode {
  if (name === 'utf-8' || name === 'utf-16le')
    return withoutMark(new StringDecoder(name === 'utf-8' ? 'utf8' : 'utf16le'));
  try {
    const decoder = new TextDecoder(name);
    return (buffer) => (buffer === undefined ? decoder.decode() : decoder.decode(buffer, { stream: true }));
  } catch (cause) {
    throw new CalqueError('input', `unknown encoding ${JSON.stringify(name)}`, {
      place: { file },
      suggestions: ['name it as browsers do: utf-8, utf-16le, windows-1252, euc-jp, shift_jis, big5'],
      cause,
    });
  }
}

function withoutMark(decoder: StringDecoder): Decode {
  let first = true;
  return (buffer) => {
    const text = buffer === undefined ? decoder.end() : decoder.write(buffer as Buffer);
    if (!first || text === '') return text;
    first = false;
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  };
}

/** A text as its decoder gives it. */
export async function* decoded(buffers: AsyncIterable<Uint8Array>, decode: Decode): AsyncGenerator<string> {
  for await (const buffer of buffers) {
    const text = decode(buffer);
    if (text !== '') yield text;
  }
  const rest = decode(undefined);
  if (rest !== '') yield rest;
}
