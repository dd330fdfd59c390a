import { attributeOf, elementsIn, elementsWithin, firstIn, rawText, textOf, type XmlElement } from '../xml-element.js';
import { writtenLanguage } from './by-language.js';
import { categoryOf } from './category.js';
import { genderOf, labelsOf } from './marks.js';

/** One translation that an article gives, in the order in which it gives them. */
export interface XdxfTranslation {
  readonly line: number;
  readonly text: string;
  readonly pos: string;
  readonly gender: string;
  readonly labels: string;
  /** Where the article says so itself. */
  readonly language: string | undefined;
  /** The file marks it as a translation; what it does not mark may explain the word. */
  readonly marked: boolean;
}

export interface XdxfArticle {
  readonly line: number;
  readonly words: readonly string[];
  readonly language: string | undefined;
  readonly translations: readonly XdxfTranslation[];
}

/** What stands in an article and is neither headword nor translation. */
const ASIDE = ['k', 'tr', 'gr', 'ex', 'co', 'kref', 'iref', 'rref', 'sr', 'etm', 'categ', 'abr', 'abbr', 'nu', 'su'];

interface Context {
  readonly pos: string;
  readonly labels: readonly string[];
  readonly language: string | undefined;
}

/** An `<ar>`, logical (`<def><deftext>`) or visual (free text, `<dtrn>` where the file marks translations). */
export function articleOf(article: XmlElement): XdxfArticle {
  const keys = elementsWithin(article, 'k');
  const context: Context = { pos: '', labels: [], language: undefined };
  const logical = elementsIn(article, 'def').length > 0;
  return {
    line: article.line,
    words: keys.map((key) => textOf(key)).filter((word) => word !== ''),
    language: languageOf(keys[0]),
    translations: logical ? inDefinition(article, context) : inText(article, context),
  };
}

function languageOf(element: XmlElement | undefined): string | undefined {
  const label = attributeOf(element, 'xml:lang', 'lang');
  return label === '' ? undefined : writtenLanguage(label);
}

/** Grammar of a `<def>` holds for all that is in it. */
function inDefinition(element: XmlElement, outer: Context): XdxfTranslation[] {
  const grammar = elementsIn(element, 'gr').map((each) => textOf(firstIn(each, 'abbr', 'abr') ?? each, ['tr']));
  const own = grammar.map(categoryOf).find((category) => category !== '');
  const context = { ...outer, pos: own ?? outer.pos, language: languageOf(element) ?? outer.language };
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'def') return inDefinition(child, context);
    if (child.name !== 'deftext') return [];
    return inText(child, { ...context, language: languageOf(child) ?? context.language });
  });
}

/** Marked translations, each with the abbreviations before it; where none is marked, every line. */
function inText(element: XmlElement, context: Context): XdxfTranslation[] {
  const marked = elementsWithin(element, 'dtrn', 'abr', 'abbr', 'ex');
  if (!marked.some(({ name }) => name === 'dtrn')) return inLines(element, context);
  let { pos, labels } = context;
  const found: XdxfTranslation[] = [];
  for (const each of marked) {
    if (each.name === 'abr' || each.name === 'abbr') {
      const category = categoryOf(textOf(each));
      if (category === '' && textOf(each) !== 'expression') labels = [...labels, textOf(each)];
      else if (category !== '') [pos, labels] = [category, context.labels];
    } else if (each.name === 'dtrn') {
      found.push(...translationOf(each, { ...context, pos, labels }));
    }
  }
  return found;
}

function translationOf(element: XmlElement, { pos, labels, language }: Context): XdxfTranslation[] {
  // What is marked as a translation is a list of them, however long each is.
  const text = textOf(element, ASIDE).replace(/ ?,(?!\d|[^()]*\))/g, ';');
  if (text === '') return [];
  const genders = new Set(elementsWithin(element, 'abr', 'abbr').map((each) => genderOf(textOf(each))));
  const gender = genders.size === 1 ? ([...genders][0] as string) : '';
  return [{ line: element.line, text, pos, gender, labels: labelsOf(labels), language, marked: true }];
}

function inLines(element: XmlElement, { pos, labels, language }: Context): XdxfTranslation[] {
  // A reference is an explanation by another entry.
  if (elementsWithin(element, 'kref').length > 0) return [];
  const abbreviations = elementsWithin(element, 'abr', 'abbr').map((each) => categoryOf(textOf(each)));
  const own = abbreviations.find((category) => category !== '') ?? pos;
  const lines = element.name === 'deftext' ? [textOf(element, ASIDE)] : rawText(element, ASIDE).split('\n');
  const texts = lines.map((line) => line.replace(/\s+/g, ' ').replace(/^ ?(?:\d+[.)]|[-–•*]) /, ''));
  return texts.flatMap((text) => {
    if (text.trim() === '') return [];
    const { line } = element;
    return [{ line, text: text.trim(), pos: own, gender: '', labels: labelsOf(labels), language, marked: false }];
  });
}
