import type { SlotSpan } from '../model/model.js';

/** A token in its place: half-open UTF-16 offsets. */
export interface PlacedToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const UNSPACED = ['Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan', 'Han', 'Hiragana', 'Katakana']
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');
/**
 * Han, Thai and the like are written without blanks between words, or with as many as the writer likes: there a token
 * is a letter with its marks, whether or not blanks stand around it, so that two ways of spacing give the same tokens.
 */
const LETTER = `(?:(?=[\\p{L}\\p{M}])[${UNSPACED}])`;
const TOKEN = new RegExp(`${LETTER}\\p{M}*|(?:(?!${LETTER})\\S)+`, 'gu');
const UNSPACED_LETTER = new RegExp(`^${LETTER}`, 'u');
const BLANK_WITHIN = new RegExp(`(?<=${LETTER}\\p{M}*)\\s+(?=${LETTER})`, 'gu');

/** White-space words, and letters of scripts that do not part words by blanks. */
export function tokenise(text: string): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** True for a token of a script without blanks. */
export function isUnspaced(token: string): boolean {
  return UNSPACED_LETTER.test(token);
}

/** The text without the blanks that its script does not ask for. */
export function withoutStrayBlanks(text: string): string {
  return text.replace(BLANK_WITHIN, '');
}

/**
 * BIO tags of tokens: a token that shares a letter with a span belongs to it, the first span taking precedence. Spans
 * that begin or end within a word are thereby widened to whole tokens, as in every token-based format.
 */
export function tagsOf(tokens: readonly PlacedToken[], spans: readonly SlotSpan[]): string[] {
  const tags = tokens.map(() => 'O');
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    let inside = false;
    for (const [index, token] of tokens.entries()) {
      if (token.start >= span.end || token.end <= span.start || tags[index] !== 'O') continue;
      tags[index] = `${inside ? 'I' : 'B'}-${span.slot}`;
      inside = true;
    }
  }
  return tags;
}

/** The spans that well-formed BIO tags mark. */
export function spansOf(tokens: readonly PlacedToken[], tags: readonly string[]): SlotSpan[] {
  const spans: { slot: string; start: number; end: number }[] = [];
  for (const [index, tag] of tags.entries()) {
    const token = tokens[index] as PlacedToken;
    const open = spans.at(-1);
    if (tag.startsWith('B-')) spans.push({ slot: tag.slice(2), start: token.start, end: token.end });
    else if (tag.startsWith('I-') && open !== undefined) open.end = token.end;
  }
  return spans;
}
