import type { LexiconItem } from '../../model/model.js';
import { isMonolingual } from '../dix.js';
import { languagePairOf } from '../name.js';
import { type Input, type LexiconPart, type LexiconReader, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { attributeOf, textOf, type XmlElement, xmlElements } from '../xml-element.js';
import { categoryOf } from './category.js';
import { addParadigm, type Paradigms, type Path, pathsOf } from './dix-expand.js';
import { genderOf } from './marks.js';
import { takePair } from './pair.js';
import { type Sides, sidesOf } from './sides.js';

/** Bilingual dictionaries of Apertium; monolingual ones of the same ending are tables of forms. */
export const dix: LexiconReader = {
  id: 'dix',
  title: 'Apertium bilingual dictionary',
  extensions: ['dix'],
  specification: 'https://wiki.apertium.org/wiki/Bilingual_dictionary',
  carries: ['translations', 'part of speech', 'gender', 'directions and weights as order'],
  sniff,
  async open(input, options) {
    const sides = sidesOf(input, options, languagePairOf(input.name));
    return { ...SILENT, kind: 'lexicon', direction: 'guessed', parts: readParts(input, sides) };
  },
};

function sniff({ head, name }: Input): number {
  if (rootName(head) !== 'dictionary' || isMonolingual(head)) return 0;
  if (/<l>[^<]*(?:<[bg]\/?>[^<]*|<\/g>[^<]*)*<s\s/.test(head)) return 1;
  return languagePairOf(name) ? 0.9 : 0.3;
}

async function* readParts(input: Input, sides: Sides): AsyncGenerator<LexiconPart> {
  const { from, to } = sides;
  const paradigms: Paradigms = new Map();
  for await (const elements of xmlElements(input, ['e', 'pardef'])) {
    const items: LexiconItem[] = [];
    for (const element of elements) {
      if (element.name === 'pardef') addParadigm(paradigms, element);
      else takeEntry(items, element, { sides, paths: pathsOf(element, paradigms) });
    }
    if (items.length > 0) yield { from, to, items };
  }
}

interface Expanded {
  readonly sides: Sides;
  readonly paths: readonly Path[] | string;
}

function takeEntry(items: LexiconItem[], entry: XmlElement, { sides, paths }: Expanded): void {
  const { line } = entry;
  if (typeof paths === 'string' || paths.length === 0) {
    const reason = typeof paths === 'string' ? paths : 'it holds in neither direction';
    items.push(rejection(line, reason, textOf(entry)));
    return;
  }
  for (const path of paths) {
    const [left, right] = [wordOf(path.left), wordOf(path.right)];
    const [from, to] = sides.turned ? [right, left] : [left, right];
    const [fromTags, toTags] = sides.turned ? [path.rightTags, path.leftTags] : [path.leftTags, path.rightTags];
    const pos = sharedCategory(fromTags, toTags);
    const nominal = pos === 'N' || pos === 'PROPN' || pos === '';
    const nounClass = nominal ? classOf(toTags) : '';
    const text = `${path.left} : ${path.right}`;
    if (LABEL.test(from) || LABEL.test(to)) {
      items.push(rejection(line, 'a label, not a word', text));
      continue;
    }
    takePair(items, { line, from, to, pos, nounClass, rank: rankOf(entry, path, sides), text }, sides.english);
  }
}

/** What stands for all personal pronouns, which tags tell apart. */
const LABEL = /^(prpers|prsubj|probj)$/;

/** `take# away`: where the inflected word ends; `bear:1`: a sense; `surgical_operation`. */
function wordOf(text: string): string {
  return text.replaceAll('#', '').replaceAll('_', ' ').replace(/:\d+$/, '');
}

/** What both sides are; a noun rendered by a verb is of neither category. */
function sharedCategory(fromTags: readonly string[], toTags: readonly string[]): string {
  const [a, b] = [categoryOfTag(fromTags[0] ?? ''), categoryOfTag(toTags[0] ?? '')];
  if (a === '' || a === b) return b;
  return b === '' ? a : '';
}

/** Names of Apertium's own; the others are known to all readers. https://wiki.apertium.org/wiki/List_of_symbols */
const CATEGORIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    V: 'vblex vbser vbhaver vbdo v',
    AUX: 'vaux vbmod vbavea cop',
    ADV: 'preadv postadv cnjadv',
    CONJ: 'cnjcoo cnjsub',
    ADP: 'post postp',
    DET: 'predet',
    PRO: 'rel',
    PART: 'qst q emph mod mod_ass',
  }).flatMap(([category, tags]) => tags.split(' ').map((tag) => [tag, category] as const)),
);

function categoryOfTag(tag: string): string {
  return CATEGORIES.get(tag) ?? categoryOf(tag);
}

/** `m`; `c9c10`: the class of the singular, which dictionary forms are in. Names of people have a sex, not a gender. */
function classOf(tags: readonly string[]): string {
  if (tags.includes('ant') || tags.includes('cog')) return '';
  for (const tag of tags.slice(1)) {
    const bantu = /^c(\d{1,2})(?:c\d{1,2})?$/.exec(tag)?.[1];
    const found = bantu === undefined ? (/^(m|f|nt)$/.test(tag) ? genderOf(tag) : '') : `BANTU${bantu}`;
    if (found !== '') return found;
  }
  return '';
}

/** Sense numbers and weights put a translation behind others, and so does holding in the other direction only. */
function rankOf(entry: XmlElement, path: Path, { turned }: Sides): number {
  const sense = Number.parseInt(attributeOf(entry, turned ? 'srl' : 'slr'), 10);
  const weight = Number.parseFloat(attributeOf(entry, 'w'));
  const against = path.only === (turned ? 'LR' : 'RL') ? 2 : 0;
  return 1 + against + bounded(sense) + bounded(Math.ceil(weight));
}

function bounded(steps: number): number {
  return Number.isNaN(steps) ? 0 : Math.min(Math.max(steps, 0), 20);
}
