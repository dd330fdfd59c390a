import { CalqueError } from '../model/model.js';
import type { Input, Reader } from './reader.js';
import { REGISTRIES } from './registries.js';

/** Below this a resemblance is no recognition. */
const LEAST = 0.1;

/** From here on a resemblance is worth telling. */
const SURE = 0.8;

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['lexicon', 'lexicon'],
  ['table', 'morphology'],
  ['template', 'template'],
  ['value', 'value'],
  ['typology', 'typology'],
  ['text', 'text'],
]);

/** The reader of a format that was named, else of the format that the content shows. */
export function detect<R extends Reader>(readers: readonly R[], input: Input, format = 'auto'): R {
  if (input.head.trim() === '') throw failure(input, 'is empty', ['check the file']);
  return format === 'auto' ? detectByContent(readers, input) : readerNamed(readers, input, format);
}

function readerNamed<R extends Reader>(readers: readonly R[], input: Input, format: string): R {
  const reader = readers.find(({ id }) => id === format);
  if (!reader) throw failure(input, `unknown format ${JSON.stringify(format)}`, listOf(readers));
  if (reader.sniff(input) > 0 || ('joined' in reader && reader.joined)) return reader;
  throw failure(input, `is not ${reader.title}`, ['leave --format out to have it found', ...listOf(readers)]);
}

function detectByContent<R extends Reader>(readers: readonly R[], input: Input): R {
  const other = otherKind(readers, input);
  if (other) {
    throw failure(input, `is of another kind: ${other.title}`, [
      `calque ${other.command} ${input.file}`,
      `or name its format with --format, if it is something else: ${readers.map(({ id }) => id).join(', ')}`,
    ]);
  }
  let best: R | undefined;
  let most = LEAST;
  for (const reader of readers) {
    const likeness = reader.sniff(input);
    if (likeness > most) [best, most] = [reader, likeness];
  }
  if (best) return best;
  throw failure(input, isText(input) ? 'is of no format that can be read here' : 'is not text', listOf(readers));
}

/** What a file is that came to the wrong command, and the command that takes it. */
export interface OtherKind {
  readonly title: string;
  readonly command: string;
}

/** What a file surely is, where the readers at hand are not sure of it; plain lists are no evidence. */
export function otherKind(readers: readonly Reader[], input: Input): OtherKind | undefined {
  const isSure = (reader: Reader) => reader.sniff(input) >= SURE;
  if (readers.some(isSure)) return undefined;
  for (const [kind, others] of REGISTRIES) {
    const reader = others.find(isSure);
    if (reader) return { title: reader.title, command: `${COMMANDS.get(kind)} import` };
  }
  return undefined;
}

function isText({ head }: Input): boolean {
  const strange = head.slice(0, 4096).match(/[\0\ufffd]/g)?.length ?? 0;
  return strange < 10;
}

function listOf(readers: readonly Reader[]): string[] {
  return [`formats, which \`calque formats\` explains: ${readers.map(({ id }) => id).join(', ')}`];
}

function failure(input: Input, message: string, suggestions: readonly string[]): CalqueError {
  return new CalqueError('input', message, { place: { file: input.file }, suggestions });
}
