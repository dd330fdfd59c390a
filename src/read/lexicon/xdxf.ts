import { CalqueError, type LexiconItem } from '../../model/model.js';
import { licenceWithin } from '../licence.js';
import { languagePairOf } from '../name.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions, Stated } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { attributeOf, elementsIn, firstIn, textOf, type XmlElement, xmlElements, xmlRoot } from '../xml-element.js';
import { ItemsByLanguage, writtenLanguage } from './by-language.js';
import { takePair } from './pair.js';
import { articleOf, type XdxfArticle, type XdxfTranslation } from './xdxf-article.js';

/** XML Dictionary eXchange Format. */
export const xdxf: LexiconReader = {
  id: 'xdxf',
  title: 'XML Dictionary eXchange Format (XDXF), visual and logical',
  extensions: ['xdxf', 'xml'],
  specification: 'https://github.com/soshial/xdxf_makedict/blob/master/format_standard/xdxf_description.md',
  carries: ['translations', 'part of speech', 'gender', 'order of senses', 'labels', 'licence', 'many languages'],
  sniff: ({ head }) => (rootName(head) === 'xdxf' ? 1 : 0),
  async open(input, options) {
    const root = xmlRoot(input, ['ar']);
    const parts = readParts(input, languagesOf(input, root, options), options.to);
    return { ...statedIn(root), kind: 'lexicon', direction: 'said', parts };
  },
};

function statedIn(root: XmlElement | undefined): Stated {
  const meta = firstIn(root, 'meta_info') ?? root;
  const title = textOf(firstIn(meta, 'full_title', 'full_name')) || textOf(firstIn(meta, 'title'));
  const description = textOf(firstIn(meta, 'description'));
  const version = textOf(firstIn(meta, 'file_ver'));
  const citation = [title, version === '' ? '' : `version ${version}`].filter((part) => part !== '').join(', ');
  return { title, licence: licenceWithin(description), citation };
}

interface Languages {
  /** English wherever it is one of them. */
  readonly from: string;
  readonly head: string;
  /** Language of translations that say nothing of theirs. */
  readonly told: string;
  /** A dictionary of one language: only what is marked is a translation, into the language that the user names. */
  readonly markedOnly: boolean;
}

function languagesOf(input: Input, root: XmlElement | undefined, options: ReadOptions): Languages {
  const listed = firstIn(firstIn(root, 'meta_info'), 'languages');
  const said = (side: string) => {
    const labels = [attributeOf(root, `lang_${side}`), attributeOf(firstIn(listed, side), 'xml:lang')];
    return labels.map(writtenLanguage).find((tag) => tag !== undefined);
  };
  const named = languagePairOf(input.name);
  const head = (options.reverse ? options.to : options.from) ?? said('from') ?? named?.left;
  const told = (options.reverse ? 'en' : undefined) ?? said('to') ?? named?.right ?? options.to;
  if (head === undefined || told === undefined) throw untold(input, 'tells no languages that are known');
  const others = elementsIn(listed, 'to').map((each) => writtenLanguage(attributeOf(each, 'xml:lang')));
  const markedOnly = head === told && others.length < 2;
  if (markedOnly && options.to === undefined) {
    throw untold(input, `explains ${head} in its own language: it holds no translations`);
  }
  const target = markedOnly ? (options.to as string) : told;
  return { from: [head, target].includes('en') ? 'en' : head, head, told: target, markedOnly };
}

function untold(input: Input, message: string): CalqueError {
  return new CalqueError('input', message, {
    place: { file: input.file },
    suggestions: ['name the languages: --from en --to sw; with --reverse if its headwords are not English'],
  });
}

async function* readParts(input: Input, languages: Languages, to: string | undefined): AsyncGenerator<LexiconPart> {
  const found = new ItemsByLanguage(languages.from, to);
  for await (const elements of xmlElements(input, ['ar'])) {
    for (const element of elements) takeArticle(found, articleOf(element), languages);
    yield* found.parts();
  }
  yield* found.end();
}

function takeArticle(found: ItemsByLanguage, article: XdxfArticle, languages: Languages): void {
  const { line, words, translations } = article;
  const ranks = new Map<LexiconItem[], number>();
  const head = article.language ?? languages.head;
  for (const translation of translations) {
    const target = targetOf(translation, head, languages);
    const items = target === undefined ? undefined : found.of(target.to);
    if (!items || !target) continue;
    const rank = (ranks.get(items) ?? 0) + 1;
    ranks.set(items, rank);
    for (const word of words) takeTranslation(items, { word, translation, rank, ...target });
  }
  if (ranks.size > 0 && words.length > 0) return;
  const reason = words.length === 0 ? 'the entry has no headword' : 'the entry has no translation';
  found.reject(rejection(line, reason, words.join(', ')));
}

interface Target {
  readonly to: string;
  readonly turned: boolean;
  readonly english: boolean;
}

/** Undefined for what explains a word in its own language, or leads from one other language to another. */
function targetOf({ language, marked }: XdxfTranslation, head: string, languages: Languages): Target | undefined {
  const { from, told, markedOnly } = languages;
  const tongue = language ?? told;
  if (markedOnly && !marked) return undefined;
  const english = from === 'en';
  if (head === from && tongue !== from) return { to: tongue, turned: false, english };
  return tongue === from && head !== from ? { to: head, turned: true, english } : undefined;
}

interface Taken extends Target {
  readonly word: string;
  readonly translation: XdxfTranslation;
  readonly rank: number;
}

function takeTranslation(items: LexiconItem[], { word, translation, rank, turned, english }: Taken): void {
  const { line, text: told, pos, gender, labels } = translation;
  const sides = turned ? { from: told, to: word } : { from: word, to: told };
  const nominal = pos === '' || pos === 'N' || pos === 'PROPN';
  const nounClass = nominal && !turned ? gender : '';
  takePair(items, { line, ...sides, pos, nounClass, rank, labels, text: `${word} : ${told}` }, english);
}
