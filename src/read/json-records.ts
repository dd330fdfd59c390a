import { CalqueError } from '../model/model.js';
import type { Input } from './reader.js';

/** In UTF-16 units: no entry of a lexicon is longer. */
const LONGEST_RECORD = 4 << 20;

/** One object of a list, as text: lists are not parsed as a whole, since they may be larger than memory. */
export interface RecordText {
  readonly line: number;
  readonly text: string;
}

/** How deep in brackets the records of a file stand: JSON lines, a list, or an object that holds a list. */
export function depthOfRecords(head: string): number {
  const start = head.trimStart();
  if (start.startsWith('[')) return 1;
  const [first = ''] = start.split('\n', 1);
  return isWhole(first) ? 0 : 2;
}

/** The brackets of a line close where it ends. */
function isWhole(line: string): boolean {
  const scanner = new Scanner(0);
  return scanner.push(line).length > 0 && scanner.depth === 0;
}

/** Follows brackets and strings, and cuts out objects at one depth. */
export class Scanner {
  depth = 0;
  private line = 1;
  private inString = false;
  private escaped = false;
  private started: { line: number; parts: string[]; size: number } | undefined;

  constructor(private readonly recordDepth: number) {}

  /** The records that a piece of text ends. */
  push(chunk: string): RecordText[] {
    const records: RecordText[] = [];
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === LINE_FEED) this.line++;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (code === BACKSLASH) this.escaped = true;
        else if (code === QUOTE) this.inString = false;
      } else if (code === QUOTE) this.inString = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        if (code === OPEN_BRACE && this.depth === this.recordDepth && !this.started) {
          this.started = { line: this.line, parts: [], size: 0 };
          from = i;
        }
        this.depth++;
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        this.depth = Math.max(0, this.depth - 1);
        if (!this.started || this.depth > this.recordDepth) continue;
        const { line, parts } = this.started;
        records.push({ line, text: parts.join('') + chunk.slice(from, i + 1) });
        this.started = undefined;
      }
    }
    if (this.started) {
      this.started.parts.push(chunk.slice(from));
      this.started.size += chunk.length - from;
    }
    return records;
  }

  /** Line and length of a record that has begun and not ended. */
  get open(): { readonly line: number; readonly size: number } | undefined {
    return this.started;
  }
}

const LINE_FEED = 10;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** The objects of a file in order; one that never ends is an error with its line. */
export async function* recordTexts(input: Input): AsyncGenerator<RecordText[]> {
  const scanner = new Scanner(depthOfRecords(input.head));
  for await (const chunk of input.chunks()) {
    yield scanner.push(chunk);
    if ((scanner.open?.size ?? 0) > LONGEST_RECORD) throw unfinished(input, scanner);
  }
  if (scanner.open) throw unfinished(input, scanner);
}

function unfinished(input: Input, { open }: Scanner): CalqueError {
  return new CalqueError('input', 'an object is opened and never closed: this is no whole JSON', {
    place: { file: input.file, line: open?.line ?? 1 },
    suggestions: ['fetch the file again, or mend it there'],
  });
}
