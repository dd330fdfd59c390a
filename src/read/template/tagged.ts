import type { Piece } from './labelled.js';

/** A word with its BIO label: `O`, `B-time`, `I-time`. */
export interface TaggedWord {
  readonly form: string;
  readonly label: string;
}

export const BIO_LABEL = /^(?:O|[BI]-\S+)$/;

/** The pieces that words with labels make: cut out of the text that they stand in, else with a blank between all of them. */
export function piecesOfWords(words: readonly TaggedWord[], text: string): { pieces: Piece[]; fits: boolean } {
  const pieces = text === '' ? undefined : cutAtWords(words, text);
  return { pieces: pieces ?? joined(words), fits: text === '' || pieces !== undefined };
}

/** The text cut at its slots, with the blanks that it has; undefined where the words are not in it. */
function cutAtWords(words: readonly TaggedWord[], text: string): Piece[] | undefined {
  const pieces: { text: string; slot: string }[] = [];
  let at = 0;
  for (const { form, label } of words) {
    const found = text.indexOf(form, at);
    const gap = text.slice(at, found);
    if (found < 0 || gap.trim() !== '') return undefined;
    add(pieces, { gap, form, label });
    at = found + form.length;
  }
  return text.slice(at).trim() === '' ? pieces : undefined;
}

function joined(words: readonly TaggedWord[]): Piece[] {
  const pieces: { text: string; slot: string }[] = [];
  for (const { form, label } of words) add(pieces, { gap: pieces.length === 0 ? '' : ' ', form, label });
  return pieces;
}

/** A word goes on with the piece before it, or begins one; blanks between two pieces belong to neither slot. */
function add(
  pieces: { text: string; slot: string }[],
  { gap, form, label }: TaggedWord & { readonly gap: string },
): void {
  const slot = label === 'O' ? '' : label.slice(2);
  const last = pieces.at(-1);
  if (last && last.slot === slot && !label.startsWith('B-')) {
    last.text += gap + form;
    return;
  }
  if (last?.slot === '') last.text += gap;
  else if (gap !== '') pieces.push({ text: gap, slot: '' });
  pieces.push({ text: form, slot });
}
