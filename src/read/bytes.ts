import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CalqueError } from '../model/model.js';

/** Small, so that the lines of a piece are gone before the memory for young strings is full of them. */
const BUFFER_SIZE = 1 << 16;

/** Text packs to a tenth, seldom to a fiftieth; DEFLATE's limit is 1,032. */
const LARGEST_RATIO = 250;

/** Below this many unpacked bytes a ratio harms nobody (a column of zeros packs well). */
const RATIO_COUNTS_FROM = 2 << 20;

/** The first bytes of a file as they lie on the disk. */
export async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(count);
    const { bytesRead } = await handle.read(buffer, 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Gzip by its magic number, whatever the name says. */
export function isPacked(start: Buffer): boolean {
  return start.length > 2 && start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
}

/** The bytes of a file, unpacked if they are packed; a damaged or malicious archive ends in a CalqueError. */
export async function* bytesOf(file: string, packed: boolean): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: BUFFER_SIZE });
  if (!packed) {
    yield* raw as AsyncIterable<Buffer>;
    return;
  }
  const gunzip = createGunzip({ chunkSize: BUFFER_SIZE });
  // pipeline passes errors and early ends on; the iterator below is where they surface.
  pipeline(raw, gunzip, () => {});
  let unpacked = 0;
  try {
    for await (const buffer of gunzip as AsyncIterable<Buffer>) {
      unpacked += buffer.length;
      if (unpacked > RATIO_COUNTS_FROM && unpacked > LARGEST_RATIO * Math.max(1, gunzip.bytesWritten)) {
        throw new CalqueError(
          'input',
          `unpacks to more than ${LARGEST_RATIO} times its size: refused as an archive bomb`,
          {
            place: { file },
            suggestions: ['unpack it yourself and import the unpacked file if you trust it'],
          },
        );
      }
      yield buffer;
    }
  } catch (error) {
    throw unpackingError(file, error);
  }
}

function unpackingError(file: string, error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'Z_BUF_ERROR')
    return new CalqueError('input', 'the gzip file is cut off before its end', {
      place: { file },
      suggestions: ['fetch the file again'],
      cause: error,
    });
  if (code?.startsWith('Z_'))
    return new CalqueError('input', 'the gzip file is damaged', {
      place: { file },
      suggestions: ['fetch the file again', 'or unpack it with another program and import the result'],
      cause: error,
    });
  return error;
}
