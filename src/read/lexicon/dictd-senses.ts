/** Numbered senses of dictd articles: words, then explanations, examples and, where line ends were lost, other headwords. */

/** Words that a sense may have more than its headword: senses are prose more often than not. */
const WORDS_BEYOND = 1;

/** `ing. dava vekili`: whose usage it is, or of what science. */
const LABEL_BEFORE = /^\p{Ll}{1,3}\.\s+(?=\p{Ll})/u;
/** Labels in a list (`ing., it., b.h., ABD, …`): abbreviations that something follows. */
const LABEL_IN_LIST = /^(?:\p{L}{1,6}\.|(?:\p{Ll}\.)+\p{Ll}?|\p{Lu}{2,4})$/u;

export interface SenseParts {
  readonly said: readonly string[];
  readonly fault: string;
}

/** What follows a full stop, a colon, two blanks or an explanation is none of a sense's translations. */
export function sentenceParts(sense: string, headword: string): SenseParts {
  const text = sense.replace(LABEL_BEFORE, '');
  const [first = '', ...rest] = text.split(/\.\s+|[:!?]\s|\s{2,}(?=\S)/);
  const list = first
    .replace(/\.\s*$/, '')
    .split(/[,;]/)
    .map((part) => part.trim());
  const parts = list.filter((part, index) => index === list.length - 1 || !LABEL_IN_LIST.test(part));
  const runIn = rest.length > 0 && / {2,}/.test(text) && !/\.\s/.test(text.split(/ {2,}/)[0] as string);
  const whole = (runIn ? parts.slice(0, -1) : parts).filter((part) => part !== '');
  const longest = headword.split(' ').length + WORDS_BEYOND;
  const explains = whole.findIndex((part) => !isShort(part, longest));
  const said = explains < 0 ? whole : whole.slice(0, explains);
  if (said.length > 0 && rest.length === 0 && said.length === parts.length) return { said, fault: '' };
  const fault = rest.length > 0 ? 'examples or other entries run in' : 'a definition, not a translation';
  return { said, fault };
}

function isShort(part: string, longest: number): boolean {
  const bare = part.replace(/\([^()]*\)/g, ' ').trim();
  if (bare === '' || bare.split(/\s+/).length > longest) return false;
  return !/[()]/.test(bare) && !/^-\(|^-$/.test(part);
}

/** Fewer are an ending. */
const LETTERS_LEFT_OUT = 3;

/** "Abbreviation" in English, Turkish, German and French, as dictionaries shorten it. */
const ABBREVIATION = /^\((?:abbr(?:ev)?|k[ıi]s|abk|abrév)\.?\)/iu;

/** Large dictionaries write abbreviations out in their own language: `gov` governor, `hs` hydrofoil ship, `tn` Tennessee. */
export function faultOfPart(headword: string, part: string, sense: string): string {
  // `1. (kıs.) governor`: the note says that the headword is short for something.
  const said = ABBREVIATION.test(sense);
  if (!said && !sense.startsWith('(') && !headword.endsWith('.')) return '';
  const short = headword.replace(/\./g, '').toLowerCase();
  const long = (said ? part.replace(/^(?:\([^()]*\)\s*)+/, '') : part).toLowerCase();
  if (!/^[a-z]{1,6}$/.test(short) || !/^[a-z' ]+$/.test(long)) return '';
  const initials = long
    .split(' ')
    .map((each) => each[0] ?? '')
    .join('');
  const begins = long.startsWith(short) && long[short.length] !== ' ';
  const writtenOut =
    long.length >= short.length + LETTERS_LEFT_OUT &&
    (begins || initials === short || (said && holdsInOrder(long, short)));
  return writtenOut ? 'an abbreviation written out, not a translation' : '';
}

/** `bldg` in `building`. */
function holdsInOrder(long: string, short: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length && long[0] === short[0];
}
