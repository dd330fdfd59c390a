import { CalqueError } from '../model/model.js';
import type { Input } from './reader.js';

/** In UTF-16 units: no record is longer. */
const LONGEST_RECORD = 1 << 20;
const DEEPEST = 100;

/** An object of a JSON file, as text, and the keys that lead to it; a list gives '' . */
export interface PathRecord {
  readonly line: number;
  readonly path: readonly string[];
  readonly text: string;
}

type IsRecord = (path: readonly string[]) => boolean;

/** Follows brackets, strings and keys, and cuts out the objects that stand at certain paths. */
export class PathScanner {
  private readonly path: string[] = [];
  private line = 1;
  private inString = false;
  private escaped = false;
  private text = '';
  private started: { line: number; path: string[]; depth: number; parts: string[]; size: number } | undefined;

  constructor(private readonly isRecord: IsRecord) {}

  push(chunk: string): PathRecord[] {
    const records: PathRecord[] = [];
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const letter = chunk[i] as string;
      if (letter === '\n') this.line++;
      if (this.inString) this.inText(letter);
      else if (letter === '"') [this.inString, this.text] = [true, ''];
      else if (letter === ':') this.path[this.path.length - 1] = this.text;
      else if (letter === '{' || letter === '[') {
        if (letter === '{' && !this.started && this.isRecord(this.path)) {
          this.started = { line: this.line, path: [...this.path], depth: this.path.length, parts: [], size: 0 };
          from = i;
        }
        this.path.push('');
      } else if (letter === '}' || letter === ']') {
        this.path.pop();
        if (!this.started || this.path.length > this.started.depth) continue;
        const { line, path, parts } = this.started;
        records.push({ line, path, text: parts.join('') + chunk.slice(from, i + 1) });
        this.started = undefined;
      }
    }
    if (this.started) {
      this.started.parts.push(chunk.slice(from));
      this.started.size += chunk.length - from;
    }
    return records;
  }

  private inText(letter: string): void {
    if (this.escaped) this.escaped = false;
    else if (letter === '\\') this.escaped = true;
    else if (letter === '"') {
      this.inString = false;
      return;
    }
    if (this.text.length < 200) this.text += letter;
  }

  /** Why the file cannot be read further, or ''. */
  get fault(): string {
    if (this.path.length > DEEPEST) return `brackets are nested more than ${DEEPEST} deep`;
    return (this.started?.size ?? 0) > LONGEST_RECORD ? UNFINISHED : '';
  }

  get unfinished(): number | undefined {
    return this.started?.line;
  }

  get at(): number {
    return this.line;
  }
}

const UNFINISHED = 'an object is opened and never closed: this is no whole JSON';

/** The objects at some paths of a file, in order. */
export async function* pathRecords(input: Input, isRecord: IsRecord): AsyncGenerator<PathRecord[]> {
  const scanner = new PathScanner(isRecord);
  const fail = (message: string, line: number) => {
    throw new CalqueError('input', message, {
      place: { file: input.file, line },
      suggestions: ['fetch the file again, or mend it there'],
    });
  };
  for await (const chunk of input.chunks()) {
    yield scanner.push(chunk);
    if (scanner.fault !== '') fail(scanner.fault, scanner.unfinished ?? scanner.at);
  }
  if (scanner.unfinished !== undefined) fail(UNFINISHED, scanner.unfinished);
}
