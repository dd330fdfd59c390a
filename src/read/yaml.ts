import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { CalqueError } from '../model/model.js';
import type { Input } from './reader.js';

/** In UTF-16 units: files that people write are smaller, and nodes take a hundred times their text. */
const LARGEST = 4 << 20;

/** Brackets and indents that a file of templates never has. */
const DEEPEST = 200;

/** A YAML file whose nodes know their lines. Aliases are not followed: nothing can be expanded. */
export interface YamlFile {
  readonly root: YAMLMap;
  lineOf(node: unknown): number;
  fail(node: unknown, message: string): never;
}

export async function readYaml(input: Input): Promise<YamlFile> {
  let text = '';
  for await (const chunk of input.chunks()) {
    text += chunk;
    if (text.length > LARGEST) throw failure(input, `is larger than ${LARGEST >> 20} MiB: no file of templates`);
  }
  refuseDepth(input, text);
  const counter = new LineCounter();
  const document = parse(input, text, counter);
  const [error] = document.errors;
  if (error) {
    throw failure(input, `is not well-formed YAML: ${error.message}`, counter.linePos(error.pos[0]).line);
  }
  const lineOf = (node: unknown) => counter.linePos((node as Node | null)?.range?.[0] ?? 0).line || 1;
  if (!isMap(document.contents)) throw failure(input, 'is not a YAML file of keys and values');
  const keys = new Set<string>();
  for (const { key } of document.contents.items) {
    const name = scalarText(key) ?? '';
    if (keys.has(name)) throw failure(input, `the key ${name} stands twice`, lineOf(key));
    keys.add(name);
  }
  return {
    root: document.contents as YAMLMap,
    lineOf,
    fail: (node, message) => {
      throw failure(input, message, lineOf(node));
    },
  };
}

function parse(input: Input, text: string, lineCounter: LineCounter) {
  try {
    // Keys are compared below: the parser's own check takes the square of their number.
    return parseDocument(text, { lineCounter, merge: false, prettyErrors: false, uniqueKeys: false });
  } catch (cause) {
    throw failure(
      input,
      `is not YAML that can be read: ${cause instanceof RangeError ? 'nested too deep' : 'damaged'}`,
    );
  }
}

/** Collections in collections cost a parser its stack: what begins hundreds of them at once was made for that. */
function refuseDepth(input: Input, text: string): void {
  const nested = new RegExp(
    `(?:[[{]\\s*(?:["']?[\\w-]{0,20}["']?\\s*:\\s*)?){${DEEPEST}}|(?:[-?] ){${DEEPEST}}|^ {${4 * DEEPEST}}`,
    'm',
  ).exec(text);
  if (nested) throw failure(input, 'is nested too deep', text.slice(0, nested.index).split('\n').length);
}

function failure(input: Input, message: string, line?: number): CalqueError {
  return new CalqueError('input', message, { place: { file: input.file, ...(line !== undefined && { line }) } });
}

/** The value at a key; undefined where there is none. */
export function valueAt(map: unknown, key: string): unknown {
  return isMap(map) ? (map.get(key, true) as unknown) : undefined;
}

/** The text of a scalar, numbers as they are written; undefined for what is no scalar. */
export function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

export function itemsIn(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : [];
}

/** Keys and values of a map, in order; keys that are no text are left out. */
export function entriesIn(node: unknown): readonly (readonly [key: string, value: unknown])[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = scalarText(key);
    return name === undefined ? [] : [[name, value] as const];
  });
}
