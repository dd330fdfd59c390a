import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { CalqueError } from '../model/model.js';
import { NAMED_CHARACTERS } from './lexicon/tidy.js';
import type { Input } from './reader.js';

const DEEPEST = 100;

/** Text without any tag, in UTF-16 units, after which no entry can follow. */
const LONGEST_TEXT = 8 << 20;

const ENTITIES: Record<string, string> = Object.freeze(
  Object.assign(Object.create(null), Object.fromEntries(NAMED_CHARACTERS)),
);

export interface XmlHandlers {
  open(tag: SaxesTagPlain): void;
  text(text: string): void;
  close(name: string): void;
}

export interface XmlParser {
  /** Line that is being read, from 1. */
  readonly line: number;
  write(chunk: string): void;
  close(): void;
  /** Ends in an error at the line that is being read. */
  fail(message: string): never;
}

/**
 * Events of strict XML; what is not well-formed ends in an error with its line. No DTD is read: names of Latin letters
 * are known, all others stay as they stand, and nothing can be expanded.
 */
export function makeXmlParser(file: string, handlers: XmlHandlers): XmlParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  let sinceTag = 0;
  const fail = (message: string): never => {
    throw new CalqueError('input', message, { place: { file, line: parser.line } });
  };
  parser.ENTITIES = ENTITIES;
  parser.on('error', ({ message }) => {
    if (message.includes('undefined entity')) return;
    fail(`is not well-formed XML: ${message.replace(/^(?:\d+:)?(\d+): /, 'column $1: ')}`);
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    if (++depth > DEEPEST) fail(`elements are nested more than ${DEEPEST} deep`);
    handlers.open(tag);
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close(name);
  });
  return {
    get line() {
      return parser.line;
    },
    write(chunk) {
      sinceTag += chunk.length;
      if (sinceTag > LONGEST_TEXT) fail('is a long text without elements, not a dictionary');
      parser.write(chunk);
    },
    close: () => void parser.close(),
    fail,
  };
}

/** The name without its namespace prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Name of the root element, without prefix, or '' where the text is no XML: what formats are told apart by. */
export function rootName(head: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at++;
    const end = endOfProlog(head, at);
    if (end < 0) return '';
    if (end === at) break;
    at = end;
  }
  const name = /<([A-Za-z_][\w:.-]*)(?=[\s/>])/y;
  name.lastIndex = at;
  return localName(name.exec(head)?.[1] ?? '');
}

/** Where a declaration, comment or DOCTYPE that begins here ends; the same place where none begins, -1 where it has no end. */
function endOfProlog(head: string, at: number): number {
  const after = (mark: string) => {
    const found = head.indexOf(mark, at);
    return found < 0 ? -1 : found + mark.length;
  };
  if (head.startsWith('<?', at)) return after('?>');
  if (head.startsWith('<!--', at)) return after('-->');
  if (!head.startsWith('<!DOCTYPE', at)) return at;
  const end = after('>');
  const subset = head.indexOf('[', at);
  return subset >= 0 && subset < end ? after(']>') : end;
}

/** Characters that are read before what they held is handed on: elements take a hundred times the memory of their text. */
const STEP = 1 << 16;

/** Reads a whole file through the handlers, a step at a time. */
export async function* xmlChunks(input: Input, parser: XmlParser): AsyncGenerator<void> {
  for await (const chunk of input.chunks()) {
    for (let at = 0; at < chunk.length; at += STEP) {
      parser.write(chunk.slice(at, at + STEP));
      yield;
    }
  }
  parser.close();
  yield;
}
