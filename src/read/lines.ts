import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { CalqueError } from '../model/model.js';
import type { Input } from './reader.js';

/** Longest line, in UTF-16 units: what is longer is no row of any format read here. */
const LONGEST_LINE = 4 << 20;

/** Whole lines of a file, without their ends. */
export interface LineBatch {
  /** Number of the first line, from 1. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** The lines of a file, some thousands at a time, cut at LF or CRLF. */
export async function* lineBatches(input: Input): AsyncGenerator<LineBatch> {
  let carry = '';
  let first = 1;
  for await (const chunk of input.chunks()) {
    const end = chunk.lastIndexOf('\n');
    if (end < 0) {
      carry += chunk;
      if (carry.length > LONGEST_LINE) throw tooLong(input, first);
      continue;
    }
    const lines = cutLines(carry + chunk.slice(0, end));
    carry = chunk.slice(end + 1);
    yield { first, lines };
    first += lines.length;
  }
  if (carry !== '') yield { first, lines: cutLines(carry) };
}

/** What is made of each line that is not blank, some thousands at a time. */
export async function* ofEachLine<T>(input: Input, make: (line: number, text: string) => T): AsyncGenerator<T[]> {
  for await (const { first, lines } of lineBatches(input)) {
    yield lines.flatMap((text, index) => (text.trim() === '' ? [] : [make(first + index, text)]));
  }
}

function cutLines(text: string): string[] {
  const lines = text.split('\n');
  if (!text.includes('\r')) return lines;
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

function tooLong(input: Input, line: number): CalqueError {
  return new CalqueError('input', `a line is longer than ${LONGEST_LINE >> 20} Mi characters`, {
    place: { file: input.file, line },
    suggestions: ['check that this is a text file of the named format'],
  });
}

/** The n-th TAB-separated field of a line, from 0; undefined when there are fewer. */
export function fieldOf(line: string, index: number): string | undefined {
  let start = 0;
  for (let skipped = 0; skipped < index; skipped++) {
    const tab = line.indexOf('\t', start);
    if (tab < 0) return undefined;
    start = tab + 1;
  }
  const end = line.indexOf('\t', start);
  return end < 0 ? line.slice(start) : line.slice(start, end);
}

/** A record of a file with quoting; line is where it ends. */
export interface QuotedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Records of a file in which quotes may hold separators and line breaks. */
export async function* quotedRows(input: Input, delimiter: string): AsyncGenerator<QuotedRow[]> {
  const parser = parse({
    delimiter,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1 << 20,
    record_delimiter: ['\r\n', '\n'],
  });
  pipeline(Readable.from(input.chunks()), parser, () => {});
  let rows: QuotedRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      rows.push({ line: info.lines, cells: record });
      if (rows.length < 2000) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    throw quotingError(input, error);
  }
  if (rows.length > 0) yield rows;
}

function quotingError(input: Input, error: unknown): unknown {
  const { code, lines } = error as { code?: string; lines?: number };
  if (!code?.startsWith('CSV_')) return error;
  const message = /QUOTE|MAX_RECORD/.test(code)
    ? 'a quotation mark is opened and never closed'
    : 'is not well-formed CSV';
  return new CalqueError('input', message, {
    place: { file: input.file, ...(lines === undefined ? {} : { line: lines }) },
    suggestions: ['close the quotation mark, or double it inside a quoted field'],
    cause: error,
  });
}
