/**
 * Tokenisers of machine translation metrics, as sacreBLEU 2 defines them (Post 2018).
 *
 * White space is Python's, not JavaScript's: U+001C to U+001F and U+0085 are white space, U+FEFF is not.
 */
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACES = new RegExp(`${SPACE}+`, 'u');
const SPACES_AT_THE_END = new RegExp(`${SPACE}+$`, 'u');
const ALL_SPACES = new RegExp(SPACE, 'gu');

/** Words between white space; none for an empty text. */
export function splitWords(text: string): string[] {
  return text.split(SPACES).filter((word) => word !== '');
}

export function withoutSpaces(text: string): string {
  return text.replace(ALL_SPACES, '');
}

export function trimEnd(text: string): string {
  return text.replace(SPACES_AT_THE_END, '');
}

export const TOKENIZER_NAMES = ['13a', 'intl', 'char', 'none'] as const;
export type TokenizerName = (typeof TOKENIZER_NAMES)[number];

const TOKENIZERS: Readonly<Record<TokenizerName, (line: string) => string>> = {
  '13a': tokenize13a,
  intl: tokenizeInternational,
  char: (line) => Array.from(line).join(' '),
  none: (line) => line,
};

/** The line with one blank or more between its tokens. */
export function tokenize(line: string, tokenizer: TokenizerName): string {
  return TOKENIZERS[tokenizer](line);
}

/** Rules of mteval-v13a, in their order. */
function tokenize13a(line: string): string {
  const text = line
    .replaceAll('<skipped>', '')
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  const spaced = ` ${text} `
    .replace(/[{-~[-` -&(-+:-@/]/gu, ' $& ')
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])(-)/gu, '$1 $2 ');
  return splitWords(spaced).join(' ');
}

/** Rules of mteval-v14 with Unicode's classes; a mark at the very end of a number stays with it, as it does there. */
function tokenizeInternational(line: string): string {
  const spaced = line
    .replace(/(\P{N})(\p{P})/gu, '$1 $2 ')
    .replace(/(\p{P})(\P{N})/gu, ' $1 $2')
    .replace(/\p{S}/gu, ' $& ');
  return splitWords(spaced).join(' ');
}

const ASCII_MARK = /[!-/:-@[-`{-~]/;

/** Words of chrF++: at most one ASCII mark is cut off each, at the end first, so that `(hi)` is `(hi` and `)`. */
export function chrfWords(text: string): string[] {
  return splitWords(text).flatMap((word) => {
    const [first = '', second] = word;
    if (second === undefined) return [word];
    const last = word.at(-1) as string;
    if (ASCII_MARK.test(last)) return [word.slice(0, -1), last];
    return ASCII_MARK.test(first) ? [first, word.slice(1)] : [word];
  });
}
