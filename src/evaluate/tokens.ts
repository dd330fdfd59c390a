import type { SlotSpan } from '../model/model.js';
import { conllSpans } from './bio.js';

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
 * BIO tags of tokens: a token belongs to the span that holds most of it, the first where two hold as much. Spans that
 * begin or end within a word are thereby brought to whole tokens, as in every token-based format.
 */
export function tagsOf(tokens: readonly PlacedToken[], spans: readonly SlotSpan[]): string[] {
  const owners = tokens.map((token) => ownerOf(token, spans));
  return owners.map((owner, i) => {
    if (owner < 0) return 'O';
    return `${i > 0 && owners[i - 1] === owner ? 'I' : 'B'}-${(spans[owner] as SlotSpan).slot}`;
  });
}

function ownerOf(token: PlacedToken, spans: readonly SlotSpan[]): number {
  let owner = -1;
  let most = 0;
  for (const [i, span] of spans.entries()) {
    const shared = Math.min(token.end, span.end) - Math.max(token.start, span.start);
    if (shared > most) [owner, most] = [i, shared];
  }
  return owner;
}

/** The spans that BIO tags mark, from the first token of each to its last. */
export function spansOf(tokens: readonly PlacedToken[], tags: readonly string[]): SlotSpan[] {
  return conllSpans(tags).map(({ type, start, end }) => ({
    slot: type,
    start: (tokens[start] as PlacedToken).start,
    end: (tokens[end - 1] as PlacedToken).end,
  }));
}
