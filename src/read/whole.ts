import { CalqueError } from '../model/model.js';
import type { Input } from './reader.js';

/** Formats with offsets are read at once; a dictionary that is larger than this is none. */
const LARGEST = 512 << 20;

/** All bytes of a file, unpacked. */
export async function wholeBytes(input: Input): Promise<Buffer> {
  const buffers: Uint8Array[] = [];
  let size = 0;
  for await (const buffer of input.bytes()) {
    size += buffer.length;
    if (size > LARGEST) throw tooLarge(input);
    buffers.push(buffer);
  }
  return Buffer.concat(buffers);
}

/** The whole text of a file: for small descriptions, and formats that are one object. */
export async function wholeText(input: Input, largest = LARGEST / 2): Promise<string> {
  const chunks: string[] = [];
  let size = 0;
  for await (const chunk of input.chunks()) {
    size += chunk.length;
    if (size > largest) throw tooLarge(input, largest);
    chunks.push(chunk);
  }
  return chunks.join('');
}

function tooLarge(input: Input, largest = LARGEST): CalqueError {
  return new CalqueError('input', `is larger than ${largest >> 20} MiB when unpacked`, { place: { file: input.file } });
}
