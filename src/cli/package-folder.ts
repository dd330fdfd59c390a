import { createHash, type Hash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CalqueError } from '../model/model.js';
import type { FileContent, PackageFile, PackageFiles, PackageOutput, Spool } from '../package/package.js';
import { onInterrupt } from './interrupt.js';
import { outputFailure, syncFolder } from './output.js';

/** Text that waits for a file before it is written: many files are written in turn, and few are open at a time. */
const PIECE = 1 << 16;

/** Folder of what waits to be put into files. */
const SPOOLS = '.spools';

/**
 * A folder that is made under a temporary name beside its own, and gets its name in one step when all of it is on the
 * disk. Whatever happens before leaves the folder of that name as it was.
 */
export class PackageFolder implements PackageFiles {
  /** Where the files lie until the folder has its name. */
  readonly temporary: string;
  readonly #path: string;
  readonly #gzip: boolean;
  readonly #files = new Map<string, OpenFile>();
  readonly #forget: () => void;
  #spools = 0;

  constructor(path: string, { gzip }: { readonly gzip: boolean }) {
    this.#path = resolve(path);
    this.#gzip = gzip;
    this.temporary = `${this.#path}.tmp-${process.pid}`;
    inPlace(path, () => clearRemains(this.#path));
    this.#forget = onInterrupt(() => this.#remove());
  }

  open(file: string, content: FileContent): PackageOutput {
    const packed = this.#gzip && content.plain !== true;
    const name = packed ? `${file}.gz` : file;
    const open = this.#files.get(name) ?? new OpenFile(this.temporary, name, { content, packed });
    this.#files.set(name, open);
    return open;
  }

  spool(): Spool {
    return new SpoolFile(join(this.temporary, SPOOLS, String(this.#spools++)));
  }

  /** Puts the data files on the disk; in the order in which they were begun. */
  finishFiles(): PackageFile[] {
    rmSync(join(this.temporary, SPOOLS), { recursive: true, force: true });
    return [...this.#files.values()].map((file) => file.finish());
  }

  /** Gives the folder its name. What had it before steps aside first, and goes when the new one stands. */
  install(): void {
    inPlace(this.#path, () => {
      mkdirSync(this.temporary, { recursive: true });
      syncFolder(this.temporary);
      const aside = `${this.#path}.old-${process.pid}`;
      const wasThere = existsSync(this.#path);
      if (wasThere) renameSync(this.#path, aside);
      renameSync(this.temporary, this.#path);
      syncFolder(dirname(this.#path));
      if (wasThere) rmSync(aside, { recursive: true, force: true });
    });
    this.#forget();
  }

  /** Leaves no trace, unless the folder has its name. */
  abort(): void {
    this.#remove();
    this.#forget();
  }

  #remove(): void {
    rmSync(this.temporary, { recursive: true, force: true });
  }
}

/** One data file, opened anew for each piece. */
class OpenFile implements PackageOutput {
  readonly #folder: string;
  readonly #name: string;
  readonly #content: FileContent;
  readonly #packed: boolean;
  readonly #hash: Hash = createHash('sha256');
  #text: string[] = [];
  #waiting = 0;
  #begun = false;
  #rows = 0;
  #bytes = 0;

  constructor(folder: string, name: string, { content, packed }: { content: FileContent; packed: boolean }) {
    this.#folder = folder;
    this.#name = name;
    this.#content = content;
    this.#packed = packed;
  }

  write(piece: string | Uint8Array, rows: number): void {
    this.#rows += rows;
    if (typeof piece !== 'string') {
      this.#flush();
      this.#append(piece);
      return;
    }
    this.#text.push(piece);
    this.#waiting += piece.length;
    if (this.#waiting >= PIECE) this.#flush();
  }

  finish(): PackageFile {
    if (this.#waiting > 0 || !this.#begun) this.#append(Buffer.from(this.#text.join('')));
    const path = join(this.#folder, this.#name);
    inPlace(path, () => {
      const descriptor = openSync(path, 'r+');
      fsyncSync(descriptor);
      closeSync(descriptor);
      syncFolder(dirname(path));
    });
    const { format, mediaType, locale, partition, config } = this.#content;
    const sha256 = this.#hash.digest('hex');
    const facts = { format, mediaType, locale, partition, config };
    return { file: this.#name, ...facts, rows: this.#rows, bytes: this.#bytes, sha256 };
  }

  #flush(): void {
    if (this.#waiting === 0) return;
    const text = Buffer.from(this.#text.join(''));
    this.#text = [];
    this.#waiting = 0;
    this.#append(text);
  }

  /** Pieces that are packed one by one are one packed file: gzip members may follow each other (RFC 1952, 2.2). */
  #append(plain: Uint8Array): void {
    const bytes = this.#packed ? gzipSync(plain) : plain;
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    const path = join(this.#folder, this.#name);
    inPlace(path, () => {
      if (!this.#begun) mkdirSync(dirname(path), { recursive: true });
      const descriptor = openSync(path, this.#begun ? 'a' : 'w');
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      } finally {
        closeSync(descriptor);
      }
    });
    this.#begun = true;
  }
}

/** Text that waits in a file once it is more than a piece. */
class SpoolFile implements Spool {
  readonly #path: string;
  #text: string[] = [];
  #waiting = 0;
  #begun = false;

  constructor(path: string) {
    this.#path = path;
  }

  write(text: string): void {
    this.#text.push(text);
    this.#waiting += text.length;
    if (this.#waiting < PIECE) return;
    inPlace(this.#path, () => {
      if (!this.#begun) mkdirSync(dirname(this.#path), { recursive: true });
      appendFileSync(this.#path, this.#text.join(''));
    });
    this.#begun = true;
    this.#text = [];
    this.#waiting = 0;
  }

  copyTo(output: PackageOutput): void {
    if (this.#begun) copyFile(this.#path, output);
    output.write(this.#text.join(''), 0);
    rmSync(this.#path, { force: true });
  }
}

function copyFile(path: string, output: PackageOutput): void {
  const piece = Buffer.alloc(1 << 20);
  const descriptor = openSync(path, 'r');
  try {
    for (;;) {
      const length = readSync(descriptor, piece);
      if (length === 0) return;
      output.write(piece.subarray(0, length), 0);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Takes away what programs that were killed have left, and puts back what one had set aside without a successor. */
function clearRemains(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const match = name.startsWith(basename(path)) && /^\.(tmp|old)-(\d+)$/.exec(name.slice(basename(path).length));
    if (!match || isRunning(Number(match[2]))) continue;
    const remains = join(folder, name);
    if (match[1] === 'old' && !existsSync(path)) renameSync(remains, path);
    else rmSync(remains, { recursive: true, force: true });
  }
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inPlace<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof CalqueError ? error : outputFailure(file, error);
  }
}
