import { attributeOf, elementsIn, firstIn, textOf, type XmlElement } from '../xml-element.js';
import { writtenLanguage } from './by-language.js';
import { categoryOf } from './category.js';
import { genderOf, labelsOf } from './marks.js';

/** Texts by language, in the order of the file. */
export type Texts = ReadonlyMap<string, readonly string[]>;

/** One meaning, as the entry tells it in each language that it is told in. */
export interface LiftSense {
  readonly line: number;
  readonly pos: string;
  readonly nounClass: string;
  readonly labels: string;
  /** Glosses; definitions in languages that have no gloss. */
  readonly glosses: Texts;
}

export interface LiftEntry {
  readonly line: number;
  readonly id: string;
  readonly deleted: boolean;
  readonly affix: boolean;
  /** Citation forms, else lexical units. */
  readonly words: Texts;
  readonly senses: readonly LiftSense[];
}

const AFFIX =
  /^(suffix|prefix|infix|circumfix|simulfix|suprafix|.*(clitic|interfix|affix)|(suf|pre|in)fixing interfix)$/;

/** An `<entry>` of any version: 0.02 wrote `lex`, `grammi` and `def`, and text without `<text>`. */
export function entryOf(element: XmlElement): LiftEntry {
  const units = formsOf(firstIn(element, 'lexical-unit', 'lex'));
  const citations = formsOf(firstIn(element, 'citation'));
  const traits = [...elementsIn(element, 'trait'), ...elementsIn(firstIn(element, 'lex'), 'trait')];
  return {
    line: element.line,
    id: attributeOf(element, 'id'),
    deleted: element.attributes.has('dateDeleted'),
    affix: traits.some((trait) => /^morph-?type$/i.test(nameOf(trait)) && AFFIX.test(attributeOf(trait, 'value'))),
    // A citation form in a language that the unit is not written in is a remark.
    words: new Map([...units].map(([language, texts]) => [language, citations.get(language) ?? texts])),
    senses: sensesOf(element),
  };
}

function nameOf(trait: XmlElement): string {
  return attributeOf(trait, 'name', 'range');
}

function sensesOf(element: XmlElement): LiftSense[] {
  return elementsIn(element, 'sense', 'subsense').flatMap((sense) => [senseOf(sense), ...sensesOf(sense)]);
}

function senseOf(sense: XmlElement): LiftSense {
  const glosses = new Map<string, readonly string[]>();
  for (const gloss of elementsIn(sense, 'gloss')) addTexts(glosses, gloss);
  for (const definition of elementsIn(sense, 'definition', 'def')) {
    for (const [language, texts] of formsOf(definition)) {
      if (!glosses.has(language)) glosses.set(language, texts);
    }
  }
  const grammar = firstIn(sense, 'grammatical-info', 'grammi');
  const traits = [...elementsIn(sense, 'trait'), ...elementsIn(grammar, 'trait')];
  const valuesOf = (name: RegExp) =>
    traits.filter((trait) => name.test(nameOf(trait))).map((trait) => attributeOf(trait, 'value'));
  return {
    line: sense.line,
    pos: categoryOfInfo(attributeOf(grammar, 'value')),
    nounClass: classOf(valuesOf(/class|gender/i)),
    labels: labelsOf(valuesOf(/^usage-?type$/i)),
    glosses,
  };
}

/** `<gloss lang="en"><text>x</text></gloss>`, or `<gloss><form lang="en">x</form></gloss>`. */
function addTexts(texts: Map<string, readonly string[]>, element: XmlElement): void {
  if (!element.attributes.has('lang')) {
    for (const [language, forms] of formsOf(element)) texts.set(language, [...(texts.get(language) ?? []), ...forms]);
    return;
  }
  const language = writtenLanguage(attributeOf(element, 'lang'));
  const text = textIn(element);
  if (language === undefined || text === '') return;
  texts.set(language, [...(texts.get(language) ?? []), text]);
}

function formsOf(element: XmlElement | undefined): Map<string, readonly string[]> {
  const texts = new Map<string, readonly string[]>();
  for (const form of elementsIn(element, 'form')) addTexts(texts, form);
  return texts;
}

function textIn(element: XmlElement): string {
  return textOf(firstIn(element, 'text') ?? element, ['annotation', 'trait', 'field']);
}

/** Parts of speech are free text of each project: `transitiveVerb`, `Nom`, `concrete noun`. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    N: 'nom nombre sustantivo substantivo',
    V: 'verbe verbo',
    ADJ: 'attribute attributive adjectif adjetivo adjectivo',
    ADV: 'adverbe adverbio advérbio',
    PRO: 'demonstrative pronom pronombre pronome',
    ADP: 'préposition preposición preposição',
    CONJ: 'connective conjonction conjunción conjunção',
  }).flatMap(([category, names]) => names.split(' ').map((name) => [name, category] as const)),
);

function categoryOfInfo(value: string): string {
  const words = value.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  if (/\bproper noun\b/.test(words)) return 'PROPN';
  return NAMES.get(words) ?? categoryOf(words);
}

/** `1/2` → the class of the singular; `m` → masculine. */
function classOf(values: readonly string[]): string {
  for (const value of values) {
    const number = /^(?:class )?(\d{1,2})(?:\/\d{1,2})?$/i.exec(value.trim())?.[1];
    const found = number === undefined ? genderOf(value) : `BANTU${number}`;
    if (found !== '') return found;
  }
  return '';
}
