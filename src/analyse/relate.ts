/** The few relations that commands have: the direct object of a verb, and whether the utterance is a command. */
import type { Chunk } from '../model/model.js';
import { DITRANSITIVES } from './verb-list.js';
import type { Word } from './word.js';

/** Marks the first noun chunk without an adposition after a verb in its clause; after `send [person : anna]`, the second. */
export function markObjects(words: readonly Word[], chunks: readonly Chunk[]): Chunk[] {
  const objects = new Set<number>();
  let verb: string | undefined;
  chunks.forEach((chunk, i) => {
    if (chunk.kind === 'verb') verb = (words[chunk.head] as Word).lemma;
    else if (chunk.kind === 'conjunction' || chunk.kind === 'question' || chunk.kind === 'auxiliary') verb = undefined;
    else if (verb !== undefined && isBareNoun(chunk) && !objects.has(i)) {
      const second = chunks[i + 1];
      const receives = DITRANSITIVES.has(verb) && second !== undefined && isBareNoun(second);
      objects.add(receives ? i + 1 : i);
      verb = undefined;
    }
  });
  return chunks.map((chunk, i) => (objects.has(i) ? { ...chunk, object: true } : chunk));
}

function isBareNoun(chunk: Chunk): boolean {
  return chunk.kind === 'noun' && chunk.adposition < 0;
}

/** The first verb is a command: before it stand particles, adverbs and `at nine am` alone, or `can you`. */
export function isImperative(words: readonly Word[], chunks: readonly Chunk[]): boolean {
  const at = chunks.findIndex((chunk) => chunk.kind === 'verb');
  if (at < 0) return false;
  const first = chunks[at] as Chunk;
  const before = chunks
    .slice(0, at)
    .filter((chunk) => chunk.kind !== 'particle' && chunk.kind !== 'adverb' && chunk.adposition < 0)
    .map((chunk) => textOf(words, chunk))
    .join(' ');
  const { text, lemma } = words[first.head] as Word;
  if (/^(do not|let us)?$/u.test(before)) return text === lemma && first.head === first.start;
  if (/^(can|could|would|will) you$/u.test(before)) return text === lemma;
  return false;
}

function textOf(words: readonly Word[], chunk: Chunk): string {
  return words
    .slice(chunk.start, chunk.end)
    .map((word) => word.text)
    .join(' ');
}
