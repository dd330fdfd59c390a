import { resolveLanguage } from '../languages/languages.js';
import type { Input } from './reader.js';

/** What a file name tells of languages: the left one, if it names two, and the other. */
export interface NamedLanguages {
  readonly left: string;
  readonly right: string;
}

/** Names that say what a file is, not of which language: then the folder is asked. */
const GENERIC =
  /^(lexicon|phrasebook|values?|table|dictionary|dict|words?|wordlist|translations?|entries|bilingual|train|dev|templates?|names?|unimorph\d*)$/;

/** What follows the language in names of inflection tables. */
const TABLE_SUFFIX =
  /[-_. ](train|trn|dev|tst|test|high|medium|low|large|small|args|sm|segmentations?|covered|full|table|unimorph|um)$/;

/** A plain name or code of English. */
export function isEnglishName(text: string): boolean {
  return /^(en|eng|english)([-_](us|gb|uk))?$/i.test(text.trim());
}

/** `en_om`, `sw-en`, `eng-cym.p4`, `tico.en-sw`: both languages; undefined where the name does not name two. */
export function languagePairOf(name: string): NamedLanguages | undefined {
  for (const part of [stemOf(name), ...name.split('.')]) {
    const pair = splitPair(part);
    if (pair) return pair;
  }
  return codesWithin(name);
}

/** `freedict-eng-tur.index`, `sw-en_wikidict.dsl`: two codes in a row somewhere in a longer name, one of them English. */
function codesWithin(name: string): NamedLanguages | undefined {
  const parts = name.split(/[-_. ]/);
  for (const [index, first] of parts.entries()) {
    const second = parts[index + 1] ?? '';
    if (!/^[a-z]{2,3}$/.test(first) || !/^[a-z]{2,3}$/.test(second)) continue;
    if (!isEnglishName(first) && !isEnglishName(second)) continue;
    const [left, right] = [resolveLanguage(first), resolveLanguage(second)];
    if (left !== undefined && right !== undefined && left !== right) return { left, right };
  }
  return undefined;
}

/** `Eurfa Saesneg, English-Welsh Eurfa/Freedict dictionary`: the two names or codes around a hyphen or `to`. */
export function languagePairOfTitle(title: string): NamedLanguages | undefined {
  for (const match of title.matchAll(/[-–→]| to /g)) {
    const before = title.slice(0, match.index).trim();
    const after = title.slice(match.index + match[0].length).trim();
    const left = longestName(wordsOf(before).slice(-3), 'end');
    const right = longestName(wordsOf(after).slice(0, 3), 'start');
    if (left !== undefined && right !== undefined && left !== right) return { left, right };
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,():]+/).filter((word) => word !== '');
}

/** `Scottish Gaelic` before `Gaelic`: the longest run of words next to the hyphen that names a language. */
function longestName(words: readonly string[], side: 'start' | 'end'): string | undefined {
  for (let count = words.length; count > 0; count--) {
    const name = (side === 'start' ? words.slice(0, count) : words.slice(-count)).join(' ');
    const tag = resolveLanguage(name);
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** A private tag for a language that has a name and no code: `Proto-Ongan` → `x-proto-ongan`. */
export function privateTag(name: string): string | undefined {
  const plain = name.normalize('NFD').replace(/[^\p{L}\p{N}]+/gu, ' ');
  const parts = plain.toLowerCase().match(/[a-z0-9]{1,8}/g);
  return parts === null ? undefined : `x-${parts.slice(0, 4).join('-')}`;
}

function splitPair(stem: string): NamedLanguages | undefined {
  for (let cut = 1; cut < stem.length - 1; cut++) {
    if (!'-_ '.includes(stem[cut] as string)) continue;
    const left = stem.slice(0, cut);
    const right = stem.slice(cut + 1).replace(/^(to|into)[-_ ]/, '');
    // `en-GB` is one language; a pair is of two codes, or of English and whatever follows.
    const codes = /^[a-z]{2,3}$/.test(left) && /^[a-z]{2,3}$/.test(right);
    if (!codes && !isEnglishName(left) && !isEnglishName(right)) continue;
    if (/^[A-Z]{2}$/.test(right)) continue;
    const tags = [resolveLanguage(left), resolveLanguage(right)];
    if (tags[0] !== undefined && tags[1] !== undefined && tags[0] !== tags[1]) {
      return { left: tags[0], right: tags[1] };
    }
  }
  return undefined;
}

/** The one language that a file's name, else its folder, tells: `swahili.txt`, `swh-000.txt`, `sw/lexicon.tsv`. */
export function languageOf(input: Input): string | undefined {
  const stem = stemOf(input.name);
  const beforeDot = input.name.split('.')[0] as string;
  const own = readable(stem) ?? readable(beforeDot) ?? readable(withoutTableSuffix(stem));
  if (own !== undefined) return own;
  const bare = withoutTableSuffix(beforeDot);
  return GENERIC.test(bare) || GENERIC.test(beforeDot) ? resolveLanguage(input.folder) : undefined;
}

/** The language besides English that a name tells beyond doubt: one of two, or in full (`turkish.txt`); `new.tsv` is no Newari. */
export function nameSaysLanguage(input: Input): string | undefined {
  const pair = languagePairOf(input.name);
  if (pair) return pair.left === 'en' ? pair.right : pair.right === 'en' ? pair.left : undefined;
  const stem = stemOf(input.name);
  const tag = stem.length > 3 ? readable(stem) : undefined;
  return tag === 'en' ? undefined : tag;
}

function readable(name: string): string | undefined {
  if (name === '' || GENERIC.test(name)) return undefined;
  return resolveLanguage(name) ?? (name.includes('_') ? resolveLanguage(name.replaceAll('_', ' ')) : undefined);
}

function withoutTableSuffix(stem: string): string {
  let rest = stem.toLowerCase();
  while (TABLE_SUFFIX.test(rest)) rest = rest.replace(TABLE_SUFFIX, '');
  return rest;
}

/** The name without its last ending. */
function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
