import type { LexiconItem } from '../../model/model.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { isCrossReference, withoutFullStop } from './gloss.js';
import { genderOf, labelsOf } from './marks.js';
import { oriented, takePair } from './pair.js';
import type { Sides } from './sides.js';

export interface Card {
  readonly line: number;
  readonly headwords: string[];
  readonly body: string[];
}

const LONGEST_BODY = 200;

/** Appends the translations of a card; a card without any is one rejection. */
export function takeCard(items: LexiconItem[], card: Card, sides: Sides): void {
  const headwords = card.headwords.map(plainHeadword).filter((word) => word !== '');
  const text = `${headwords.join(' | ')}: ${card.body.slice(0, 3).join(' ').slice(0, LONGEST_BODY)}`;
  const pair = titlePair(card, headwords);
  if (pair) {
    takeTitles(items, { ...pair, line: card.line, text }, sides);
    return;
  }
  const before = items.length;
  for (const headword of headwords) takeBody(items, { card, headword, text }, sides);
  if (items.length === before) items.push(rejection(card.line, 'the card has no translation', text));
}

/** Wikidict writes both titles as headwords, and both again as the body: a pair and no synonyms. */
function titlePair({ body }: Card, headwords: readonly string[]): { left: string; right: string } | undefined {
  const [left, right] = headwords;
  if (headwords.length !== 2 || left === undefined || right === undefined) return undefined;
  const plain = body.map((line) => plainText(line, ''));
  return plain.length > 0 && plain.every((line) => line === left || line === right) ? { left, right } : undefined;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** `114`, `652 BC`, `100s BC`, `November 5`. */
const DATE = new RegExp(`^(?:[\\d\\s.,:/–-]+s?(?: (?:BC|BCE|AD|CE))?|(?:${MONTHS}) \\d+)$`);

interface Titles {
  readonly line: number;
  readonly left: string;
  readonly right: string;
  readonly text: string;
}

function takeTitles(items: LexiconItem[], { line, left, right, text }: Titles, sides: Sides): void {
  const english = sides.turned ? right : left;
  const fault = DATE.test(english)
    ? 'a number or a date, not a word'
    : /^(Category|Template|Wikipedia|Portal|Help|List of)\b/.test(english)
      ? 'a page of an encyclopaedia, not a word'
      : '';
  if (fault !== '') items.push(rejection(line, fault, text));
  else takePair(items, { line, ...oriented(sides, titleOf(left), titleOf(right)), text }, sides.english);
}

/** What follows a comma tells titles apart (`Auburn, Alabama`) and is no synonym. */
function titleOf(title: string): string {
  return title.replace(/(?<=\p{L}.*), .*$/u, '');
}

interface Headword {
  readonly card: Card;
  readonly headword: string;
  readonly text: string;
}

function takeBody(items: LexiconItem[], { card, headword, text }: Headword, sides: Sides): void {
  const translated = card.body.some((line) => line.includes('[trn]'));
  let [pos, gender, sense] = ['', '', ''];
  const labels: string[] = [];
  let rank = 1;
  for (const raw of card.body) {
    const line = unmarkedLine(raw, translated);
    for (const label of line.labels) {
      const category = categoryOf(label);
      if (genderOf(label) !== '' && label.length < 3 && pos !== '') gender = genderOf(label);
      else if (category !== '') pos = category;
      else labels.push(label);
    }
    const said = line.text.replace(/^(\d+[.)]|[a-zа-я]\)|[•–—-](?=\s))\s*/u, '').trim();
    if (said.startsWith('~') || said === '') {
      sense = /\((.*)\)\s*$/.exec(said)?.[1]?.slice(0, 80) ?? sense;
      continue;
    }
    if (isCrossReference(said)) {
      items.push(rejection(card.line, 'refers to another entry', text));
      continue;
    }
    const before = items.length;
    const translation = withoutFullStop(said.replaceAll('~', headword));
    const facts = {
      line: card.line,
      ...oriented(sides, headword, translation),
      pos,
      nounClass: sides.turned ? '' : gender,
    };
    takePair(items, { ...facts, rank, sense, labels: labelsOf(labels), text }, sides.english);
    rank += items.length - before;
  }
}

/** Signs after a backslash, put aside while tags and brackets are looked for. */
const ASIDE = 0xe000;

function aside(text: string): string {
  return text.replace(/\\(.)/gu, (_, sign: string) =>
    sign.charCodeAt(0) < 256 ? String.fromCharCode(ASIDE + sign.charCodeAt(0)) : sign,
  );
}

function restore(text: string): string {
  return text.replace(/[\ue000-\ue0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - ASIDE));
}

/** `{the }sample headword`: braces hide a part from sorting, not from readers. */
function plainHeadword(line: string): string {
  return tidyLine(restore(withoutTags(aside(line).replace(/[{}]/g, ''))));
}

function plainText(line: string, headword: string): string {
  return tidyLine(restore(withoutTags(aside(line).replaceAll('~', headword || '~'))));
}

function tidyLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withoutTags(text: string): string {
  return text.replace(/\[\/?(?:[a-z*'!]|[a-z]+\d?)(?:\s[^\]]*)?\]/gi, '');
}

/** Zones that hold no translation: comments, examples, references, transcriptions, media, what is shown on demand. */
const ZONES = ['ex', 'com', 'ref', 'url', 's', 't', 'video', 'preview', '\\*', '!trs'].map(
  (name) => new RegExp(`\\[${name}(?:\\s[^\\]]*)?\\](?:(?!\\[/${name}\\]).)*\\[/${name}\\]`, 'g'),
);

interface UnmarkedLine {
  readonly text: string;
  readonly labels: readonly string[];
}

function unmarkedLine(raw: string, translated: boolean): UnmarkedLine {
  const labels: string[] = [];
  let text = aside(raw.slice(0, 4000))
    .replace(/\{\{.*?\}\}/g, '')
    .replace(/<<.*?>>/g, '');
  for (const zone of ZONES) text = text.replace(zone, '');
  text = text.replace(/\[p\](.*?)\[\/p\]/g, (_, label: string) => {
    labels.push(tidyLine(withoutTags(label).replace(/^<(.*)>$/, '$1')));
    return '';
  });
  // What is left of `see <<other>>` at the end.
  text = text.replace(/[,;]?\s*\b(see also|see|cf\.)\s*((?:\[\/[a-z]\d?\])*)\s*$/i, '$2');
  if (translated) text = [...text.matchAll(/\[trn\](.*?)(?:\[\/trn\]|$)/g)].map((match) => match[1]).join('; ');
  return { text: tidyLine(restore(withoutTags(text))), labels: labels.filter((label) => label !== '') };
}
