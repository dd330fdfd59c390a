import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CalqueError } from '../model/model.js';
import { bytesOf, firstBytes, isPacked } from './bytes.js';
import { decoded, decoderOf, encodingOf } from './encoding.js';
import type { Input } from './reader.js';

const HEAD_SIZE = 1 << 16;

/** Files that stand for a folder: the folder of a CLDF data set may be given instead of its main table. */
const FOLDER_FILES = ['values.csv', 'forms.csv', 'entries.csv'].flatMap((name) => [name, `${name}.gz`]);

/** Opens a file, or a folder that is one data set, in the encoding that is named or that its first bytes show. */
export async function openInput(path: string, encoding?: string): Promise<Input> {
  const input = await openPath(path);
  return encoding === undefined ? input : inEncoding(input, encoding);
}

async function openPath(path: string): Promise<Input> {
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
  const bytes = () => bytesOf(path, packed);
  const begin = await beginOf(bytes());
  const encoding = encodingOf(begin);
  const chunks = () => decoded(bytes(), decoderOf(encoding.name, file));
  const find = (name: string) =>
    [name, `${name}.gz`, `${name}.dz`].map((each) => join(folder, each)).find((each) => existsSync(each));
  let sum: Promise<string> | undefined;
  return {
    file,
    name: basename(path).replace(/\.[gd]z$/i, ''),
    folder: basename(resolve(folder)),
    size,
    head: decoderOf(encoding.name, file)(begin).slice(0, HEAD_SIZE),
    chunks,
    encoding,
    bytes,
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

/** Bytes enough for the head, whatever script it is in. */
async function beginOf(buffers: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const buffer of buffers) {
    parts.push(buffer);
    size += buffer.length;
    if (size >= HEAD_SIZE * 3) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD_SIZE * 3);
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

/** The same file in an encoding that somebody has named, or that its reader has found. */
export async function inEncoding(input: Input, name: string): Promise<Input> {
  if (name === input.encoding.name) return input;
  const chunks = () => decoded(input.bytes(), decoderOf(name, input.file));
  return { ...input, encoding: { name, doubt: '' }, head: await headOf(chunks()), chunks };
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
