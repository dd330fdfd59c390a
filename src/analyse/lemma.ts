/** Candidate lemmas of English words by their form alone: a table of irregular forms and the regular endings. */
import { IRREGULAR, IRREGULAR_PLURALS, SINGULAR_IN_S } from './irregular.js';

const VOWEL = /[aeiouy]/u;

/**
 * Lemmas that an English word may have, likeliest first and the word itself first of all unless it is irregular.
 * Not all exist: a look-up tries them in turn.
 */
export function englishLemmas(word: string): string[] {
  const irregular = IRREGULAR.get(word) ?? [];
  const regular = SINGULAR_IN_S.has(word) ? [] : regularLemmas(word);
  const first = irregular.length > 0 ? [...irregular, word] : [word];
  return [...new Set([...first, ...regular])];
}

/** The word looks like a plural: an irregular one, or one in -s that is not known to be singular. */
export function looksPlural(word: string): boolean {
  if (IRREGULAR_PLURALS.has(word)) return true;
  return /[^s]s$/u.test(word) && word.length > 3 && !/(us|is)$/u.test(word) && !SINGULAR_IN_S.has(word);
}

/** The singular of a noun that looks plural, else the word. */
export function englishSingular(word: string): string {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  return looksPlural(word) ? (withoutS(word)[0] ?? word) : word;
}

/** The plural of an English noun; of a phrase, that of its last word. */
export function englishPlural(word: string): string {
  const blank = word.lastIndexOf(' ');
  if (blank >= 0) return word.slice(0, blank + 1) + englishPlural(word.slice(blank + 1));
  for (const [plural, singular] of IRREGULAR_PLURALS) if (singular === word) return plural;
  if (/(s|x|z|ch|sh)$/u.test(word)) return `${word}es`;
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

function regularLemmas(word: string): string[] {
  if (word.length < 4) return [];
  if (word.endsWith("'s")) return [word.slice(0, -2)];
  if (word.endsWith('ing')) return stems(word.slice(0, -3));
  if (word.endsWith('ied')) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith('ed')) return stems(word.slice(0, -2));
  if (word.endsWith('ier')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('iest')) return [`${word.slice(0, -4)}y`];
  if (word.endsWith('est')) return stems(word.slice(0, -3));
  if (word.endsWith('er')) return stems(word.slice(0, -2));
  if (word.endsWith('ily')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('ly')) return [word.slice(0, -2), `${word.slice(0, -2)}le`];
  return /[^s]s$/u.test(word) ? withoutS(word) : [];
}

function withoutS(word: string): string[] {
  const bare = word.slice(0, -1);
  if (word.endsWith('ies') && word.length > 4) return [`${word.slice(0, -3)}y`, bare];
  if (word.endsWith('ves')) return [bare, `${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`];
  if (/(s|x|z|ch|sh)es$/u.test(word))
    return /(ss|x|zz|ch|sh)es$/u.test(word) ? [word.slice(0, -2), bare] : [bare, word.slice(0, -2)];
  return word.endsWith('oes') ? [word.slice(0, -2), bare] : [bare];
}

/** What may have stood before -ing, -ed, -er, -est: with a doubled consonant halved, bare, or with its e restored. */
function stems(stem: string): string[] {
  if (stem.length < 2 || !VOWEL.test(stem)) return [];
  const out = [stem, `${stem}e`];
  const doubled = /([bdgklmnprt])\1$/u.test(stem);
  if (doubled) return [stem.slice(0, -1), ...out];
  // One vowel and one consonant at the end mostly had an e: `making`, `closed`; but not `opening`, `cooking`.
  const restored =
    /(^|[^aeiou])[aiouy][bcdgklmnpstvz]$/u.test(stem) || /[aeiou][uvcz]$|[lr][gscv]$|[nlr]c$/u.test(stem);
  return restored ? [`${stem}e`, stem] : out;
}
