import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { escapeCell, type Rejection } from '../model/model.js';
import { OutputFile } from './output.js';

/** Rejections that a command lists itself; all of them are in the file. */
const LISTED = 1000;

/** The rows of one source that were not taken in: counted, the first ones listed, all of them kept in a file. */
export class Rejects {
  readonly path: string;
  readonly listed: Rejection[] = [];
  count = 0;
  readonly #kept: boolean;
  #file: OutputFile | undefined;

  /** `kept` is false where nothing is imported: the file of the import that was stays as it is. */
  constructor(store: string, source: string, kept: boolean) {
    this.path = join(`${store}.rejects`, `${source}.tsv`);
    this.#kept = kept;
  }

  add(rejection: Rejection): void {
    this.count++;
    if (this.listed.length < LISTED) this.listed.push(rejection);
    if (!this.#kept) return;
    if (!this.#file) {
      this.#file = new OutputFile(this.path);
      this.#file.write('line\treason\ttext\n');
    }
    this.#file.write(`${rejection.line}\t${rejection.reason}\t${escapeCell(rejection.text)}\n`);
  }

  /** A file of an earlier edition of the source tells of rows that are no more. */
  finish(): void {
    if (this.#file) this.#file.finish();
    else if (this.#kept) rmSync(this.path, { force: true });
  }

  abort(): void {
    this.#file?.abort();
  }
}

/** All rows of a command that were not taken in, with the file that each stands in. */
export async function gatherRejects(
  path: string,
  sources: readonly { readonly file: string; readonly rejectsFile: string }[],
): Promise<void> {
  const file = new OutputFile(path);
  try {
    file.write('file\tline\treason\ttext\n');
    for (const { file: name, rejectsFile } of sources) {
      if (rejectsFile !== '') for await (const row of rowsOf(rejectsFile)) file.write(`${escapeCell(name)}\t${row}\n`);
    }
    file.finish();
  } catch (error) {
    file.abort();
    throw error;
  }
}

/** The lines of a file below its header. */
async function* rowsOf(path: string): AsyncGenerator<string> {
  let carry = '';
  let header = true;
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (carry + chunk).split('\n');
    carry = lines.pop() as string;
    yield* header ? lines.slice(1) : lines;
    header &&= lines.length === 0;
  }
}
