/**
 * The letters that rules work on: NFD, with the syllables of Ethiopic and kana taken apart into consonant and vowel, so
 * that a template of consonants and vowels is visible in every script. `joinLetters` puts them together again as NFC.
 */

const ETHIOPIC = { first: 0x1200, last: 0x1357, vowel: 0xe000, carrier: 0x12a0, bare: 5 } as const;
const KANA = { row: 0xe100, vowel: 0xe180, katakana: 0x40 } as const;
const KANA_ROWS =
  'あいうえお かきくけこ がぎぐげご さしすせそ ざじずぜぞ たちつてと だぢづでど なにぬねの はひふへほ ばびぶべぼ ぱぴぷぺぽ まみむめも や・ゆ・よ らりるれろ わゐ・ゑを';
const KATAKANA_SHIFT = 0x60;

const splitKana = new Map<number, string>();
const joinKana = new Map<string, string>();
KANA_ROWS.split(' ').forEach((row, index) => {
  [...row].forEach((kana, vowel) => {
    if (kana === '・') return;
    for (const shift of [0, KATAKANA_SHIFT]) {
      const parts = String.fromCharCode(KANA.row + index + (shift === 0 ? 0 : KANA.katakana), KANA.vowel + vowel);
      const written = String.fromCharCode(kana.charCodeAt(0) + shift);
      splitKana.set(written.charCodeAt(0), parts);
      joinKana.set(parts, written);
    }
  });
});

/**
 * Blocks of alphabets beyond U+FFFF (Gothic, Osage, Chakma, Mro, Wancho, Adlam and others): a letter there is two units
 * of a string, which no rule may part, so that it is given one unit of the private area.
 */
const BEYOND = [
  [0x10280, 0x105ff],
  [0x10800, 0x10fff],
  [0x11000, 0x114ff],
  [0x16a40, 0x16bff],
  [0x1e100, 0x1e2ff],
  [0x1e900, 0x1e95f],
] as const;
const BEYOND_UNITS = { first: 0xe300, last: 0xf8ff } as const;

/** The unit that stands for a letter beyond U+FFFF; undefined for what is no letter of the blocks. */
function unitOf(codePoint: number): number | undefined {
  let unit = BEYOND_UNITS.first as number;
  for (const [first, last] of BEYOND) {
    if (codePoint >= first && codePoint <= last) return unit + codePoint - first;
    unit += last - first + 1;
  }
  return undefined;
}

function letterBeyond(unit: number): string {
  let place = unit - BEYOND_UNITS.first;
  for (const [first, last] of BEYOND) {
    if (place <= last - first) return String.fromCodePoint(first + place);
    place -= last - first + 1;
  }
  return String.fromCharCode(unit);
}

/** Letters whose mark is no accent: they are taken for letters of their own. */
const KEPT: readonly (readonly [RegExp, string])[] = [
  [/\u0438\u0306/g, '\u0439'],
  [/\u0443\u0306/g, '\u045e'],
  [/\u0418\u0306/g, '\u0419'],
  [/\u0423\u0306/g, '\u040e'],
];

export function splitLetters(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  let parts = '';
  let special = false;
  for (const letter of text.normalize('NFC')) {
    const code = letter.charCodeAt(0);
    const kana = splitKana.get(code);
    if (kana !== undefined) parts += kana;
    else if (code >= ETHIOPIC.first && code <= ETHIOPIC.last)
      parts += String.fromCharCode(code & ~7, ETHIOPIC.vowel + (code & 7));
    else {
      const unit = letter.length > 1 ? unitOf(letter.codePointAt(0) as number) : undefined;
      parts += unit === undefined ? letter : String.fromCharCode(unit);
      continue;
    }
    special = true;
  }
  if (special) return parts;
  let plain = parts.normalize('NFD');
  for (const [pattern, letter] of KEPT) if (pattern.test(plain)) plain = plain.replaceAll(pattern, letter);
  return plain;
}

/** Below this, letters are not taken apart, and none joins the one before it. */
const FIRST_COMBINING = 0x300;

function isPlain(letters: string): boolean {
  for (let i = 0; i < letters.length; i++) if (letters.charCodeAt(i) >= FIRST_COMBINING) return false;
  return true;
}

export function joinLetters(letters: string): string {
  if (isPlain(letters)) return letters;
  let text = '';
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i);
    const next = i + 1 < letters.length ? letters.charCodeAt(i + 1) : 0;
    if (code >= KANA.row && code < KANA.vowel) {
      const vowel = next >= KANA.vowel && next < KANA.vowel + 5;
      text += joinKana.get(String.fromCharCode(code, vowel ? next : KANA.vowel + 2)) ?? '';
      if (vowel) i++;
    } else if (code >= KANA.vowel && code < KANA.vowel + 5) {
      text += joinKana.get(String.fromCharCode(KANA.row, code)) ?? '';
    } else if (code >= ETHIOPIC.first && code <= ETHIOPIC.last) {
      const vowel = next >= ETHIOPIC.vowel && next < ETHIOPIC.vowel + 8;
      text += String.fromCharCode(code + (vowel ? next - ETHIOPIC.vowel : ETHIOPIC.bare));
      if (vowel) i++;
    } else if (code >= ETHIOPIC.vowel && code < ETHIOPIC.vowel + 8) {
      text += String.fromCharCode(ETHIOPIC.carrier + code - ETHIOPIC.vowel);
    } else if (code >= BEYOND_UNITS.first && code <= BEYOND_UNITS.last) {
      text += letterBeyond(code);
    } else text += letters[i];
  }
  return text.normalize('NFC');
}

export const CONSONANT = 0;
export const VOWEL = 1;
export const MARK = 2;

const VOWELS = 'aeiouyæøœəɑɛɪɔʊʌɨʉɯɤɵıAEIOUYÆØŒαεηιουωаеиоуыэюяіѣүөәұѵѫѧѭѩєАЕИОУЫЭЮЯІაეიოუաեէըիոօւاويىהآ'.replace(
  'ה',
  '',
);

/** Of Gothic and Adlam. */
const VOWELS_BEYOND = '𐌰𐌴𐌹𐍉𐌿𞤀𞤉𞤋𞤌𞤓𞤢𞤫𞤭𞤮𞤵';

const letterKinds = new Uint8Array(0x10000);
for (const vowel of VOWELS) letterKinds[vowel.charCodeAt(0)] = VOWEL;
for (const vowel of splitLetters(VOWELS_BEYOND)) letterKinds[vowel.charCodeAt(0)] = VOWEL;
const mark = (first: number, last: number, kind: number) => letterKinds.fill(kind, first, last + 1);
mark(0x0300, 0x036f, MARK);
mark(0x05b0, 0x05bb, VOWEL);
mark(0x064b, 0x0650, VOWEL);
mark(0x0730, 0x074a, VOWEL);
// The scripts of India share one layout: independent vowels at 05-14, signs at 3e-4c of each block.
for (let block = 0x0900; block < 0x0e00; block += 0x80) {
  mark(block + 0x05, block + 0x14, VOWEL);
  mark(block + 0x3e, block + 0x4c, VOWEL);
  mark(block + 0x62, block + 0x63, VOWEL);
}
mark(0x0f71, 0x0f7d, VOWEL);
mark(0x1161, 0x1175, VOWEL);
mark(ETHIOPIC.vowel, ETHIOPIC.vowel + 7, VOWEL);
mark(KANA.vowel, KANA.vowel + 4, VOWEL);

/** CONSONANT, VOWEL or MARK (an accent that belongs to the letter before it). */
export function letterKind(code: number): number {
  return letterKinds[code] as number;
}
