import type { LexiconItem } from '../../model/model.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { holdsEnglish } from './english.js';
import { isAffixCategory, isCrossReference, withoutExplanation, withoutFullStop } from './gloss.js';
import { type HtmlLine, linesOfHtml } from './html.js';
import { labelsOf } from './marks.js';
import { oriented, takePair } from './pair.js';
import type { Sides } from './sides.js';
import { fieldsOfArticle } from './stardict-index.js';

export interface StarDictEntry {
  readonly line: number;
  readonly headwords: readonly string[];
  readonly article: Buffer;
  readonly types: string;
}

/** Types of fields that hold text for people; the others are sounds, images, readings and resources. */
const MARKED_UP = new Set(['h', 'g', 'x']);
const PLAIN = new Set(['m', 'l']);

/** Appends the lines of an article that are translations; other headwords (synonyms, inflected forms) are none. */
export function takeBody(items: LexiconItem[], { line, headwords, article, types }: StarDictEntry, sides: Sides): void {
  const [word = ''] = headwords;
  const lines = fieldsOfArticle(article, types).flatMap(({ type, text }): HtmlLine[] => {
    if (MARKED_UP.has(type)) return linesOfHtml(text);
    return PLAIN.has(type) ? text.split(/\r?\n/).map((each) => ({ text: each, labels: [] })) : [];
  });
  const before = items.length;
  let pos = '';
  let affix = false;
  let rank = 1;
  for (const { text, labels } of lines) {
    const category = labels.map(categoryOf).find((each) => each !== '') ?? '';
    if (
      text === '' ||
      (labels.length === 0 && categoryOf(text) !== '' && /^\p{L}+\.?$/u.test(text) && lines.length > 1)
    ) {
      // A line of its own: `noun`.
      pos = category || categoryOf(text);
      affix = [...labels, text].some(isAffixCategory);
      continue;
    }
    const said = withoutFullStop(text.replace(/^(\d+[.)]|[•–—-](?=\s))\s*/u, ''));
    if (said === word || NOTES.test(said)) continue;
    const whole = `${word}: ${said}`;
    const fault = affix ? 'an affix, not a word' : faultOf(said, sides);
    if (fault !== '') {
      items.push(rejection(line, fault, whole));
      continue;
    }
    const count = items.length;
    const uses = labelsOf(labels.filter((label) => categoryOf(label) === '' && label.length < 25));
    const facts = {
      line,
      ...oriented(sides, word, withoutExplanation(said)),
      pos: category || pos,
      rank,
      labels: uses,
      text: whole,
    };
    takePair(items, facts, sides.english);
    rank += items.length - count;
  }
  if (items.length === before) items.push(rejection(line, 'the article has no translation', word));
}

function faultOf(said: string, { turned, english }: Sides): string {
  if (isCrossReference(said)) return 'refers to another entry';
  const explains = english && !turned && said.includes(' ') && holdsEnglish(said);
  return explains ? 'an explanation in English, not a translation' : '';
}

const NOTES =
  /^(Related|Synonyms?|Antonyms?|See also|Etymology|Pronunciation|Usage|Derived|Example)s?\b.*:|^[\p{P}\s]*$/u;
