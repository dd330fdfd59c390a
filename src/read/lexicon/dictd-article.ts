import type { LexiconItem } from '../../model/model.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { faultOfPart, sentenceParts } from './dictd-senses.js';
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
  const parts = numbered ? sentenceParts(bare, word) : { said: [bare], fault: '' };
  const before = items.length;
  for (const said of parts.said) {
    const foreign = numbered ? faultOfPart(word, said, bare) : '';
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

/** `<n, s, m>` at the end of a line: part of speech, number, gender. */
function tagsOf(text: string): { readonly pos: string; readonly gender: string } {
  const tags = /<([^<>]*)>\s*$/.exec(text)?.[1]?.split(',') ?? [];
  const [pos = '', ...rest] = tags;
  return { pos: categoryOf(pos), gender: rest.map(genderOf).find((gender) => gender !== '') ?? '' };
}
