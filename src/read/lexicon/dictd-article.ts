import type { LexiconItem } from '../../model/model.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { isCrossReference } from './gloss.js';
import { genderOf } from './marks.js';
import { oriented, takePair } from './pair.js';
import type { Sides } from './sides.js';

export interface Article {
  readonly line: number;
  /** As the index has it: without punctuation. */
  readonly headword: string;
  readonly article: string;
}

const LONGEST_ARTICLE = 20_000;

/** Words that a numbered sense may have more than its headword: senses are prose more often than not. */
const WORDS_BEYOND = 1;

const NUMBERED = /^\s*\d+[.)]\s+/;

/** `headword /ipa/ <pos>`, then a translation a line, numbered where there are several senses. */
export function takeArticle(items: LexiconItem[], { line, headword, article }: Article, sides: Sides): void {
  const [first = '', ...rest] = article
    .slice(0, LONGEST_ARTICLE)
    .split(/\r?\n/)
    .filter((text) => text.trim() !== '');
  const word =
    first
      .replace(/\s*\/[^/]*\/.*$/, '')
      .replace(/\s*<[^<>]*>\s*$/, '')
      .trim() || headword;
  const pos = tagsOf(first).pos;
  const before = items.length;
  let rank = 1;
  for (const text of rest) {
    rank += takeLine(items, { line, word, text, pos, rank }, sides);
  }
  if (items.length === before) items.push(rejection(line, 'the article has no translation', article));
}

interface Line {
  readonly line: number;
  readonly word: string;
  readonly text: string;
  readonly pos: string;
  readonly rank: number;
}

/** The number of translations that the line gave. */
function takeLine(items: LexiconItem[], { line, word, text, pos, rank }: Line, sides: Sides): number {
  const numbered = NUMBERED.test(text);
  const tags = tagsOf(text);
  const bare = text
    .replace(NUMBERED, '')
    .replace(/\s*<[^<>]*>\s*$/, '')
    .trim();
  const whole = `${word}: ${text.trim()}`;
  const fault = isCrossReference(bare) ? 'refers to another entry' : '';
  if (fault !== '') {
    items.push(rejection(line, fault, whole));
    return 0;
  }
  const parts = numbered ? sentenceParts(bare, word.split(' ').length + WORDS_BEYOND) : { said: [bare], fault: '' };
  const before = items.length;
  for (const said of parts.said) {
    // `1. (kıs.) governor`: the note says that the headword is short for something.
    const noted = bare.startsWith('(') || word.endsWith('.');
    const foreign = numbered && noted ? faultOfPart(word, said) : '';
    if (foreign !== '') {
      items.push(rejection(line, foreign, whole));
      continue;
    }
    const facts = { line, ...oriented(sides, word, said), pos: tags.pos || pos, nounClass: tags.gender };
    takePair(items, { ...facts, rank: rank + items.length - before, text: whole }, sides.english);
  }
  const taken = items.length - before;
  if (parts.fault !== '') items.push(rejection(line, parts.fault, whole));
  return taken;
}

/** Large dictionaries write abbreviations out in their own language: `gov` governor, `hs` hydrofoil ship. */
function faultOfPart(word: string, part: string): string {
  const short = word.replace(/\./g, '').toLowerCase();
  const long = part.toLowerCase();
  if (!/^[a-z]{1,6}$/.test(short) || !/^[a-z' ]+$/.test(long)) return '';
  const initials = long
    .split(' ')
    .map((each) => each[0] ?? '')
    .join('');
  const writtenOut =
    long.length >= short.length + LETTERS_LEFT_OUT &&
    ((long.startsWith(short) && long[short.length] !== ' ') || initials === short);
  return writtenOut ? 'an abbreviation written out, not a translation' : '';
}

/** Fewer are an ending. */
const LETTERS_LEFT_OUT = 3;

interface Parts {
  readonly said: readonly string[];
  readonly fault: string;
}

/**
 * A numbered sense holds words, then explanations, examples and, where line ends were lost, other headwords: what
 * follows a full stop, a colon, two blanks or an explanation is none of its translations.
 */
function sentenceParts(text: string, longest: number): Parts {
  const [first = '', ...rest] = text.split(/\.\s+|[:!?]\s|\s{2,}(?=\S)/);
  const parts = first
    .replace(/\.\s*$/, '')
    .split(/[,;]/)
    .map((part) => part.trim());
  const runIn = rest.length > 0 && / {2,}/.test(text) && !/\.\s/.test(text.split(/ {2,}/)[0] as string);
  const whole = (runIn ? parts.slice(0, -1) : parts).filter((part) => part !== '');
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

/** `<n, s, m>` at the end of a line: part of speech, number, gender. */
function tagsOf(text: string): { readonly pos: string; readonly gender: string } {
  const tags = /<([^<>]*)>\s*$/.exec(text)?.[1]?.split(',') ?? [];
  const [pos = '', ...rest] = tags;
  return { pos: categoryOf(pos), gender: rest.map(genderOf).find((gender) => gender !== '') ?? '' };
}
