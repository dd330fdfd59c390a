import { resolveLanguage } from '../../languages/languages.js';
import type { LexiconItem } from '../../model/model.js';
import { type JsonObject, objectsOf, parseJsonObject, textOf, textsOf } from '../json.js';
import { lineBatches } from '../lines.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions } from '../reader.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { isAffixCategory, isCrossReference, withoutExplanation, withoutFullStop } from './gloss.js';
import { genderOf, labelsOf } from './marks.js';
import { takePair } from './pair.js';

/** Wiktionary as wiktextract takes it apart: one JSON object a line, one line a word and part of speech. */
export const kaikki: LexiconReader = {
  id: 'kaikki',
  title: 'Wiktionary as JSON lines (wiktextract, kaikki.org): translations of English entries, glosses of others',
  extensions: ['jsonl', 'json'],
  specification: 'https://kaikki.org/dictionary/errors/mapping/index.html',
  carries: ['translations', 'many languages', 'part of speech', 'gender', 'order of senses', 'sense glosses', 'labels'],
  sniff: likenessToKaikki,
  async open(input, options) {
    // The extracts are Wiktionary's text; wiktextract changes nothing of its licence.
    const stated = { title: 'Wiktionary, extracted by wiktextract', licence: '', citation: 'https://kaikki.org' };
    return { ...stated, kind: 'lexicon', direction: 'said', parts: readParts(input, options) };
  },
};

export function likenessToKaikki({ head }: Input): number {
  if (!/^\s*\{/.test(head)) return 0;
  const line = head.slice(0, 60_000);
  if (!/"word"\s*:/.test(line) || !/"lang_code"\s*:/.test(line)) return 0;
  return /"(senses|translations|head_templates|redirect)"\s*:/.test(line) ? 1 : 0;
}

/** Items of each language that a batch of lines speaks of. */
class Batch {
  readonly byLanguage = new Map<string, LexiconItem[]>();

  items(tag: string): LexiconItem[] {
    const found = this.byLanguage.get(tag);
    if (found) return found;
    const items: LexiconItem[] = [];
    this.byLanguage.set(tag, items);
    return items;
  }
}

/** Where items go whose language nobody knows. */
const UNKNOWN = 'und';

async function* readParts(input: Input, { to }: ReadOptions): AsyncGenerator<LexiconPart> {
  for await (const { first, lines } of lineBatches(input)) {
    const batch = new Batch();
    for (const [index, text] of lines.entries()) {
      if (text.trim() !== '') takeLine(batch, { line: first + index, text }, to);
    }
    for (const [tag, items] of batch.byLanguage) yield { from: 'en', to: tag, items };
  }
}

interface Line {
  readonly line: number;
  readonly text: string;
}

function takeLine(batch: Batch, { line, text }: Line, wanted: string | undefined): void {
  const entry = parseJsonObject(text);
  const word = entry ? textOf(entry, 'word') : '';
  if (!entry || word === '') {
    const reason = entry ? 'the entry has no headword' : 'not a JSON object';
    batch.items(wanted ?? UNKNOWN).push(rejection(line, reason, text));
    return;
  }
  const language = resolveLanguage(textOf(entry, 'lang_code')) ?? resolveLanguage(textOf(entry, 'lang'));
  if (language === 'en') takeTranslations(batch, { line, word, entry }, wanted);
  else if (wanted === undefined || language === wanted) {
    const items = batch.items(language ?? UNKNOWN);
    if (language === undefined) items.push(rejection(line, 'an unknown language', `${textOf(entry, 'lang')}: ${word}`));
    else takeSenses(items, { line, word, entry });
  }
}

interface Entry {
  readonly line: number;
  readonly word: string;
  readonly entry: JsonObject;
}

/** An English entry: its translations, those of each sense in order. */
function takeTranslations(batch: Batch, { line, word, entry }: Entry, wanted: string | undefined): void {
  const pos = categoryOf(textOf(entry, 'pos'));
  const ranks = new Map<string, number>();
  const all = [
    ...objectsOf(entry, 'translations'),
    ...objectsOf(entry, 'senses').flatMap((sense) => objectsOf(sense, 'translations')),
  ];
  for (const translation of all) {
    const code = textOf(translation, 'lang_code') || textOf(translation, 'code');
    const tag = resolveLanguage(code) ?? resolveLanguage(textOf(translation, 'lang'));
    if (wanted !== undefined && tag !== wanted) continue;
    const to = textOf(translation, 'word');
    const text = `${word}: ${textOf(translation, 'lang')} ${to}`;
    const items = batch.items(tag ?? UNKNOWN);
    if (tag === undefined || to === '') {
      items.push(rejection(line, tag === undefined ? 'an unknown language' : 'a translation without a word', text));
      continue;
    }
    const sense = textOf(translation, 'sense').slice(0, 80);
    const rank = (ranks.get(tag) ?? 0) + 1;
    ranks.set(tag, rank);
    takePair(items, { line, from: word, to, pos, rank, sense, text, ...featuresOf(textsOf(translation, 'tags')) });
  }
  if (all.length === 0 && wanted === undefined) {
    batch.items(UNKNOWN).push(rejection(line, 'the entry has no translation', word));
  }
}

/** An entry of another language: each sense's gloss. */
function takeSenses(items: LexiconItem[], { line, word, entry }: Entry): void {
  const said = textOf(entry, 'pos');
  const senses = objectsOf(entry, 'senses');
  const affix = isAffixCategory(said) || /^(character|symbol|punct|root)$/.test(said);
  if (affix || senses.length === 0) {
    items.push(rejection(line, affix ? 'an affix or a sign, not a word' : 'the entry has no gloss', word));
    return;
  }
  let rank = 1;
  for (const sense of senses) {
    const gloss = textsOf(sense, 'glosses').at(-1) ?? '';
    const text = `${word}: ${gloss}`;
    const fault = faultOfSense(sense, gloss);
    if (fault !== '') {
      items.push(rejection(line, fault, text));
      continue;
    }
    const before = items.length;
    const features = featuresOf([...textsOf(entry, 'tags'), ...textsOf(sense, 'tags')]);
    takePair(items, {
      line,
      from: withoutFullStop(withoutExplanation(gloss)),
      to: word,
      pos: categoryOf(said),
      rank,
      text,
      ...features,
    });
    rank += items.length - before;
  }
}

function faultOfSense(sense: JsonObject, gloss: string): string {
  const tags = textsOf(sense, 'tags');
  if (objectsOf(sense, 'form_of').length > 0 || tags.includes('form-of')) return 'an inflected form';
  if (objectsOf(sense, 'alt_of').length > 0 || tags.includes('alt-of')) return 'refers to another entry';
  if (gloss === '' || tags.includes('no-gloss')) return 'the sense has no gloss';
  return isCrossReference(gloss) ? 'refers to another entry' : '';
}

/** Tags are features (`feminine`) and labels of use (`archaic`, `Iran`) side by side. */
function featuresOf(tags: readonly string[]): { readonly nounClass: string; readonly labels: string } {
  const genders = [...new Set(tags.map(genderOf).filter((gender) => gender !== ''))];
  const labels = tags.filter((tag) => genderOf(tag) === '' && !GRAMMAR_TAGS.test(tag)).slice(0, 6);
  return { nounClass: genders.length === 1 ? (genders[0] as string) : '', labels: labelsOf(labels) };
}

const GRAMMAR_TAGS =
  /^(.*transitive|(un)?countable|(in)?animate|singular|plural|usually|also|error.*|imperfective|perfective|reflexive|feminine|masculine|neuter)$/;
