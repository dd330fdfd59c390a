import type { SlotSpan } from '../model/model.js';

/** Words of an utterance with the span that each lies in. */
export interface Word {
  readonly text: string;
  readonly span: SlotSpan | undefined;
  /** The first word of its span. */
  readonly first: boolean;
}

/** Words between blanks; where a span ends within a word, the word is cut there, so that no span is lost. */
export function wordsOf(text: string, spans: readonly SlotSpan[]): readonly Word[] {
  if (last !== undefined && last.spans === spans && last.text === text) return last.words;
  const words: Word[] = [];
  let position = 0;
  for (const span of spans) {
    addWords(words, text.slice(position, span.start), undefined);
    addWords(words, text.slice(span.start, span.end), span);
    position = span.end;
  }
  addWords(words, text.slice(position), undefined);
  last = { text, spans, words };
  return words;
}

/** Several formats ask for the words of a row, one after another. */
let last: { readonly text: string; readonly spans: readonly SlotSpan[]; readonly words: readonly Word[] } | undefined;

function addWords(words: Word[], text: string, span: SlotSpan | undefined): void {
  let first = true;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    words.push({ text: word, span, first });
    first = false;
  }
}

/** BIO: `B-time`, `I-time`, `O`. */
export function bioTag({ span, first }: Word): string {
  return span === undefined ? 'O' : `${first ? 'B' : 'I'}-${span.slot}`;
}

/** Sorted names of labels, since a set has no order that holds from run to run. */
export function sortedNames(names: Iterable<string>): string[] {
  return [...names].sort();
}
