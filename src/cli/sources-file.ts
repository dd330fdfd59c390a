import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { CalqueError } from '../model/model.js';
import { asMapping } from './mapping.js';

/** What a user says of a file, with flags or in a file of sources. */
export interface FileOptions {
  readonly format?: string;
  readonly from?: string;
  readonly to?: string;
  readonly columns?: readonly string[];
  readonly reverse?: boolean;
  readonly licence?: string;
  readonly title?: string;
  /** The file that this one is joined with: English wordnet, verse index, other language. */
  readonly with?: string;
  /** How the text is encoded, where that is not Unicode. */
  readonly encoding?: string;
  /** What fields hold: `ge` → `gloss.en`. */
  readonly mapping?: ReadonlyMap<string, string>;
}

export interface SourceRules {
  /** The folder that the file of sources lies in: what its patterns start from. */
  readonly folder: string;
  /** What the first pattern that fits says of a file; undefined where none fits. */
  of(file: string): FileOptions | undefined;
}

const TEXTS = new Set(['format', 'from', 'to', 'licence', 'title', 'with', 'encoding']);
const KEYS = [...TEXTS, 'columns', 'reverse', 'mapping'];

/**
 * Reads a file that describes a folder: pattern → what is said of the files that it fits.
 * A pattern with a slash is matched against the path from that file's folder, another against the name alone.
 */
export async function readSourceRules(file: string): Promise<SourceRules> {
  const { parse, YAMLParseError } = await import('yaml');
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const message = (error as Error).message.split('\n')[0] as string;
    throw new CalqueError('input', message, { place: { file, ...(line !== undefined && { line }) }, cause: error });
  }
  const folder = dirname(resolve(file));
  const rules = Object.entries(asMap(content, file, 'the file')).map(([pattern, said]) => ({
    expression: expressionOf(pattern),
    byPath: pattern.includes('/'),
    options: optionsOf(asMap(said ?? {}, file, pattern), file, pattern),
  }));
  const of = (path: string) => {
    const fromFolder = relative(folder, resolve(path)).replaceAll(sep, '/');
    const name = fromFolder.slice(fromFolder.lastIndexOf('/') + 1);
    return rules.find(({ expression, byPath }) => expression.test(byPath ? fromFolder : name))?.options;
  };
  return { folder, of };
}

function optionsOf(said: Record<string, unknown>, file: string, pattern: string): FileOptions {
  const options: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(said)) {
    const fail = (wanted: string): never => {
      throw new CalqueError('input', `${pattern}: ${wanted}`, { place: { file } });
    };
    if (TEXTS.has(key)) options[key] = typeof value === 'string' ? value : fail(`${key} must be text`);
    else if (key === 'mapping') options[key] = asMapping(value, file);
    else if (key === 'reverse')
      options[key] = typeof value === 'boolean' ? value : fail('reverse must be true or false');
    else if (key !== 'columns') fail(`unknown key ${JSON.stringify(key)}; known: ${KEYS.join(', ')}`);
    else
      options[key] = (Array.isArray(value) ? value : String(value).split(',')).map((column) => String(column).trim());
  }
  // Paths in a file of sources start from it.
  if (typeof options.with === 'string') options.with = resolve(dirname(resolve(file)), options.with);
  return options;
}

function asMap(value: unknown, file: string, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new CalqueError('input', `${what} must be a map`, {
    place: { file },
    suggestions: ['write lines like "wechsel/*.txt.gz: {format: pairs, licence: CC-BY-SA-3.0}"'],
  });
}

/** `*` and `?` stay within a name, `**` reaches over folders. */
function expressionOf(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*\/?|\*|\?)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    return part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}
