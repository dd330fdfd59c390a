import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { CalqueError } from '../model/model.js';
import { bytesOf, firstBytes, isPacked } from './bytes.js';
import type { Input } from './reader.js';

const HEAD_SIZE = 1 << 16;

/** Files that stand for a folder: the folder of a CLDF data set may be given instead of its main table. */
const FOLDER_FILES = ['values.csv', 'forms.csv', 'entries.csv'].flatMap((name) => [name, `${name}.gz`]);

/** Opens a file, or a folder that is one data set, and reads its first 64 KiB. */
export async function openInput(path: string): Promise<Input> {
  try {
    const facts = await stat(path);
    if (!facts.isDirectory()) return await makeInput(path, path, facts.size);
    const inside = FOLDER_FILES.map((name) => join(path, name)).find((file) => existsSync(file));
    if (inside !== undefined) return await makeInput(path, inside, (await stat(inside)).size);
  } catch (error) {
    throw openingError(path, error);
  }
  throw new CalqueError('input', 'is a folder, and not one data set', {
    place: { file: path },
    suggestions: ['name the files in it'],
  });
}

async function makeInput(file: string, path: string, size: number): Promise<Input> {
  const start = await firstBytes(path, 4);
  const packed = isPacked(start);
  const folder = dirname(path);
  const chunks = () => decode(bytesOf(path, packed));
  const find = (name: string) =>
    [name, `${name}.gz`, `${name}.dz`].map((each) => join(folder, each)).find((each) => existsSync(each));
  let sum: Promise<string> | undefined;
  return {
    file,
    name: basename(path).replace(/\.[gd]z$/i, ''),
    folder: basename(resolve(folder)),
    size,
    head: await headOf(chunks()),
    chunks,
    bytes: () => bytesOf(path, packed),
    sha256: () => {
      sum ??= hashOf(path);
      return sum;
    },
    hasSibling: (name) => find(name) !== undefined,
    sibling: async (name) => {
      const found = find(name);
      return found === undefined ? undefined : openInput(found);
    },
  };
}

async function headOf(chunks: AsyncIterable<string>): Promise<string> {
  let head = '';
  for await (const chunk of chunks) {
    head += chunk;
    if (head.length >= HEAD_SIZE) break;
  }
  return head.slice(0, HEAD_SIZE);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const buffer of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(buffer as Buffer);
  return hash.digest('hex');
}

/** UTF-8, or UTF-16 where a byte order mark or its zero bytes say so; bytes that are not valid become U+FFFD, which rows are tested for. */
async function* decode(buffers: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decode: ((buffer: Buffer | undefined) => string) | undefined;
  let first = true;
  for await (const buffer of buffers) {
    decode ??= decoderFor(buffer);
    const text = decode(buffer);
    if (text === '') continue;
    yield first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    first = false;
  }
  const rest = decode?.(undefined) ?? '';
  if (rest !== '') yield rest;
}

function decoderFor(start: Buffer): (buffer: Buffer | undefined) => string {
  if ((start[0] === 0xfe && start[1] === 0xff) || isWide(start, 0)) {
    const decoder = new TextDecoder('utf-16be');
    return (buffer) => decoder.decode(buffer, { stream: buffer !== undefined });
  }
  const marked = start[0] === 0xff && start[1] === 0xfe;
  const decoder = new StringDecoder(marked || isWide(start, 1) ? 'utf16le' : 'utf8');
  return (buffer) => (buffer === undefined ? decoder.end() : decoder.write(buffer));
}

/** UTF-16 without a mark: the first signs of nearly all formats are ASCII, every other byte of which is zero then. */
function isWide(start: Buffer, zero: 0 | 1): boolean {
  if (start.length < 8) return false;
  for (let i = 0; i < 8; i++) if ((start[i] === 0) !== (i % 2 === zero)) return false;
  return true;
}

/** The same file in an encoding that somebody has named, or that its reader has found. */
export async function inEncoding(input: Input, encoding: string): Promise<Input> {
  const chunks = () => decodeAs(input, encoding);
  return { ...input, head: await headOf(chunks()), chunks };
}

async function* decodeAs(input: Input, encoding: string): AsyncGenerator<string> {
  const decoder = decoderNamed(input, encoding);
  for await (const buffer of input.bytes()) {
    const text = decoder.decode(buffer, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function decoderNamed(input: Input, encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw new CalqueError('input', `unknown encoding ${JSON.stringify(encoding)}`, {
      place: { file: input.file },
      suggestions: ['name it as browsers do: utf-8, utf-16le, windows-1252, euc-jp, shift_jis, big5'],
      cause,
    });
  }
}

function openingError(path: string, error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const said: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
  };
  const message = code === undefined ? undefined : said[code];
  if (message === undefined) return error;
  return new CalqueError('input', message, { place: { file: path }, suggestions: ['check the path'], cause: error });
}
