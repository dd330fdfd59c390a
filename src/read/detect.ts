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
]);

/** The reader of a format that was named, else of the format that the content shows. */
export function detect<R extends Reader>(readers: readonly R[], input: Input, format = 'auto'): R {
  if (input.head.trim() === '') throw failure(input, 'is empty', ['check the file']);
  return format === 'auto' ? detectByContent(readers, input) : readerNamed(readers, input, format);
}

function readerNamed<R extends Reader>(readers: readonly R[], input: Input, format: string): R {
  const reader = readers.find(({ id }) => id === format);
  if (!reader) throw failure(input, `unknown format ${JSON.stringify(format)}`, listOf(readers));
  if (reader.sniff(input) > 0) return reader;
  throw failure(input, `is not ${reader.title}`, ['leave --format out to have it found', ...listOf(readers)]);
}

function detectByContent<R extends Reader>(readers: readonly R[], input: Input): R {
  let best: R | undefined;
  let most = LEAST;
  for (const reader of readers) {
    const likeness = reader.sniff(input);
    if (likeness > most) [best, most] = [reader, likeness];
  }
  if (best) return best;
  throw failure(input, isText(input) ? 'is of no format that can be read here' : 'is not text', [
    ...elsewhere(input),
    ...listOf(readers),
  ]);
}

/** Where a file that came to the wrong command belongs; plain lists are no evidence. */
function elsewhere(input: Input): string[] {
  return REGISTRIES.flatMap(([kind, readers]) => {
    const reader = readers.find((each) => each.sniff(input) >= SURE);
    return reader ? [`it looks like ${reader.title}: use calque ${COMMANDS.get(kind)} import`] : [];
  });
}

function isText({ head }: Input): boolean {
  const strange = head.slice(0, 4096).match(/[\0\ufffd]/g)?.length ?? 0;
  return strange < 10;
}

function listOf(readers: readonly Reader[]): string[] {
  return [`formats: ${readers.map(({ id, title }) => `${id} (${title})`).join('; ')}`];
}

function failure(input: Input, message: string, suggestions: readonly string[]): CalqueError {
  return new CalqueError('input', message, { place: { file: input.file }, suggestions });
}
