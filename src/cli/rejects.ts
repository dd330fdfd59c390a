import { join } from 'node:path';
import type { Rejection } from '../model/model.js';
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
    this.#file.write(`${rejection.line}\t${rejection.reason}\t${oneCell(rejection.text)}\n`);
  }

  finish(): void {
    this.#file?.finish();
  }

  abort(): void {
    this.#file?.abort();
  }
}

/** A row may hold TABs and line ends of its own. */
function oneCell(text: string): string {
  return text.replace(/[\\\t\r\n]/g, (letter) => ESCAPES.get(letter) as string);
}

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['\n', '\\n'],
]);
