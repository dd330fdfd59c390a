/**
 * Words that nearly every English column has and the columns of other languages lack. Short words that other languages
 * spell alike (`a`, `no`, `me`, `son`, `come`) are left out.
 */
const MARKS_OF_ENGLISH: ReadonlySet<string> = new Set(
  (
    'the of with which that something someone kind type used without from into your his ' +
    'water fire earth moon rain wind stone tree leaf root bark flower grass fruit seed bird fish dog snake horse meat ' +
    'blood bone skin hair eye ear nose mouth tooth tongue neck hand foot knee belly heart father mother child brother ' +
    'sister woman husband wife house door road mountain river night day year month white black green yellow good bad ' +
    'new old small large long short hot cold dry wet full big eat drink sleep give take hear know think speak walk run ' +
    'stand work buy sell write read open close name word three four five who what where when all many some not because ' +
    'school book friend back person people other make one two up down out off'
  ).split(' '),
);

/** Glosses of some hundred entries hold one of these words in every tenth; another language's, in hardly any. */
export const LEAST_ENGLISH = 0.04;

/** Share of texts that hold a word that marks English. */
export function englishShare(texts: readonly string[]): number {
  if (texts.length === 0) return 0;
  return texts.filter(holdsEnglish).length / texts.length;
}

/** True for a text with a word that marks English. */
export function holdsEnglish(text: string): boolean {
  const words = text
    .slice(0, 200)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.some((word) => MARKS_OF_ENGLISH.has(word));
}
