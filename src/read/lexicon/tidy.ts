/**
 * Characters: what every field of every format goes through. One pass over a table says what a text needs, so that
 * the plain words that nearly all rows consist of cost one loop and no copy.
 */

export const NEEDS = {
  /** White space that is not one blank between words. */
  blanks: 1,
  references: 2,
  brackets: 4,
  lists: 8,
  composition: 16,
  removal: 32,
  lowerCase: 64,
  quotes: 128,
  /** Holds a blank: more than one word. */
  words: 256,
  unreadable: 512,
  control: 1024,
  surrogates: 2048,
  /** Marks that end a sentence and do not belong to a word. */
  marks: 4096,
} as const;

/** Needs that concern the characters alone, whatever side of an entry they stand on. */
const CHARACTER_NEEDS =
  NEEDS.blanks | NEEDS.references | NEEDS.composition | NEEDS.removal | NEEDS.lowerCase | NEEDS.quotes;

/** Where characters may stand that NFC changes: first, and the one after the last. */
const COMPOSABLE: readonly (readonly [number, number])[] = [
  [0x300, 0x388],
  [0x483, 0x48a],
  [0x591, 0x10a0],
  [0x1100, 0x1200],
  [0x135d, 0x1360],
  [0x1380, 0x4e00],
  [0xa000, 0xac00],
  [0xd7b0, 0xe000],
  [0xf900, 0x10000],
];

const TABLE = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const mark = (need: number, ...ranges: readonly (readonly [number, number])[]) => {
    for (const [from, to] of ranges) for (let code = from; code <= to; code++) table[code] = (table[code] ?? 0) | need;
  };
  const letters = (need: number, text: string) => {
    for (const letter of text) mark(need, [letter.charCodeAt(0), letter.charCodeAt(0)]);
  };
  // Below U+0300 everything is composed; so are Greek to Armenian without accents, Georgian, Ethiopic, Han, Hangul.
  for (const [from, end] of COMPOSABLE) table.fill(NEEDS.composition, from, end);
  mark(NEEDS.control, [0, 8], [14, 31], [127, 159]);
  mark(NEEDS.blanks, [9, 13], [0x85, 0x85], [0xa0, 0xa0], [0x2000, 0x200a], [0x2028, 0x2029]);
  letters(NEEDS.blanks, '\u1680\u202f\u205f\u3000');
  // Joiners (U+200C, U+200D) spell words in Persian and Indic scripts and stay.
  mark(NEEDS.removal, [0xad, 0xad], [0x180e, 0x180e], [0x200b, 0x200b], [0x200e, 0x200f], [0x202a, 0x202e]);
  mark(NEEDS.removal, [0x2060, 0x2064], [0x2066, 0x206f], [0xfeff, 0xfeff], [0xfff9, 0xfffb]);
  mark(NEEDS.lowerCase, [0x1c90, 0x1cbf]);
  mark(NEEDS.surrogates, [0xd800, 0xdfff]);
  letters(NEEDS.unreadable, '\ufffd');
  letters(NEEDS.references, '&');
  letters(NEEDS.brackets, '()[]{}<>（）［］');
  letters(NEEDS.lists, ',;/、，；،؛');
  letters(NEEDS.quotes, '"“”„«»');
  letters(NEEDS.words, ' ');
  letters(NEEDS.marks, '!?:¿¡…');
  return table;
}

/** What a text needs, as bits of NEEDS. */
export function needsOf(text: string): number {
  let needs = 0;
  let previous = 32;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    needs |= TABLE[code] as number;
    if (code === 32 && previous === 32) needs |= NEEDS.blanks;
    previous = code;
  }
  return previous === 32 && text.length > 0 ? needs | NEEDS.blanks : needs;
}

/** Why a text cannot be taken in at all, or ''. */
export function faultOf(text: string, needs: number): string {
  if ((needs & (NEEDS.unreadable | NEEDS.control | NEEDS.surrogates)) === 0) return '';
  if (needs & NEEDS.unreadable) return 'not valid UTF-8';
  if (needs & NEEDS.control) return 'holds a control character';
  return LONE_SURROGATE.test(text) ? 'holds half a surrogate pair' : '';
}

const LONE_SURROGATE = /\p{Surrogate}/u;
const WHITE_SPACE = /[\s\u0085]+/g;
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
const MTAVRULI = /[\u1c90-\u1cbf]/g;
const OUTER_QUOTES = /^["“”„«»]+|["“”„«»]+$/g;

/** Composed, trimmed, visible characters only; what the text says is not touched. */
export function tidy(text: string, needs = needsOf(text)): string {
  if ((needs & CHARACTER_NEEDS) === 0) return text;
  let out = text;
  if (needs & NEEDS.references) {
    const decoded = decodeReferences(out);
    if (decoded !== out) return tidy(decoded, needsOf(decoded) & ~NEEDS.references);
  }
  if (needs & NEEDS.removal) out = out.replace(INVISIBLE, '');
  if (needs & NEEDS.composition) out = out.normalize('NFC');
  if (needs & NEEDS.lowerCase) out = out.replace(MTAVRULI, (letter) => letter.toLowerCase());
  if (needs & NEEDS.quotes) out = out.trim().replace(OUTER_QUOTES, '');
  return needs & (NEEDS.blanks | NEEDS.removal | NEEDS.quotes) ? out.replace(WHITE_SPACE, ' ').trim() : out;
}

/** HTML's names of U+00A0 to U+00FF, in order (HTML 4.01, 24.2.1). */
const LATIN_NAMES = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'
).split(' ');

/** Characters that a name in a character reference stands for. */
export const NAMED_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...LATIN_NAMES.map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['hellip', '…'],
]);

/** `&amp;`, `&#233;`, `&#xe9;`; what is no reference stays. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,7}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED_CHARACTERS.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
