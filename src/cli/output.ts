import { createHash, type Hash } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CalqueError } from '../model/model.js';
import { onInterrupt } from './interrupt.js';

/** A file that gets its final name when it is whole: `name.tmp-<pid>`, flushed to the disk, renamed. */
export class OutputFile {
  readonly path: string;
  readonly #temporary: string;
  readonly #hash: Hash = createHash('sha256');
  readonly #forget: () => void;
  #descriptor: number | undefined;

  constructor(path: string) {
    this.path = path;
    this.#temporary = `${path}.tmp-${process.pid}`;
    this.#descriptor = inWords(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(this.#temporary, 'w');
    });
    this.#forget = onInterrupt(() => this.abort());
  }

  write(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    this.#hash.update(bytes);
    inWords(this.path, () => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor as number, bytes, at);
    });
  }

  /** Gives the file its name; returns the SHA-256 of what it holds. */
  finish(): string {
    try {
      inWords(this.path, () => {
        fsyncSync(this.#descriptor as number);
        this.#close();
        renameSync(this.#temporary, this.path);
        syncFolder(dirname(this.path));
      });
    } catch (error) {
      this.abort();
      throw error;
    }
    this.#forget();
    return this.#hash.digest('hex');
  }

  /** Leaves no trace; what had the final name before stays as it was. */
  abort(): void {
    this.#close();
    rmSync(this.#temporary, { force: true });
    this.#forget();
  }

  #close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

/** Finds out, before any time is spent, whether files can be written into a folder that may not be there yet. */
export function requireWritable(folder: string): void {
  let place = resolve(folder);
  while (!existsSync(place) && place !== dirname(place)) place = dirname(place);
  if (!statSync(place).isDirectory()) {
    throw new CalqueError(
      'output',
      place === resolve(folder) ? 'is a file, no folder' : (REASONS.get('ENOTDIR') as string),
      {
        place: { file: folder },
        suggestions: [REMEDY],
      },
    );
  }
  inWords(folder, () => accessSync(place, constants.W_OK));
}

/** Writes a whole small file. */
export function writeWhole(path: string, text: string): string {
  const file = new OutputFile(path);
  try {
    file.write(text);
  } catch (error) {
    file.abort();
    throw error;
  }
  return file.finish();
}

/** A new name survives a power cut only when its folder is flushed too; not every file system lets one do that. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // Windows and some network file systems refuse; the file itself is safe.
  }
}

const REMEDY = 'name another place with --output DIR';

const REASONS = new Map([
  ['EFBIG', 'would be larger than a file may be here'],
  ['ENOSPC', 'no space is left on the disk'],
  ['EDQUOT', 'the quota of the disk is used up'],
  ['EACCES', 'may not be written'],
  ['EPERM', 'may not be written'],
  ['EROFS', 'lies on a disk that is read-only'],
  ['EISDIR', 'is a folder'],
  ['ENOTDIR', 'lies below something that is no folder'],
  ['EEXIST', 'lies below something that is no folder'],
  ['ENAMETOOLONG', 'has too long a name'],
]);

function inWords<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw outputFailure(file, error);
  }
}

/** Why something could not be written, in words. */
export function outputFailure(file: string, error: unknown): CalqueError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = REASONS.get(code) ?? `cannot be written (${code || String(error)})`;
  return new CalqueError('output', reason, { place: { file }, suggestions: [REMEDY], cause: error });
}
