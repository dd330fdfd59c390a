import type { LexiconItem } from '../../model/model.js';
import { licenceWithin } from '../licence.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions, Stated } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import {
  attributeOf,
  elementsIn,
  elementsWithin,
  firstIn,
  textOf,
  type XmlElement,
  xmlElements,
  xmlRoot,
} from '../xml-element.js';
import { ItemsByLanguage, writtenLanguage } from './by-language.js';
import { categoryOf } from './category.js';
import { genderOf, labelsOf } from './marks.js';
import { takePair } from './pair.js';

const ENTRIES = ['termEntry', 'conceptEntry'];

/** TermBase eXchange, of any dialect; elements count wherever they stand, since files seldom hold to the schema. */
export const tbx: LexiconReader = {
  id: 'tbx',
  title: 'TermBase eXchange (TBX), version 2 and 3',
  extensions: ['tbx', 'xml'],
  specification: 'https://www.tbxinfo.net/',
  carries: ['translations', 'part of speech', 'gender', 'labels', 'licence', 'many languages'],
  sniff: ({ head }) => (/^(tbx|martif)$/.test(rootName(head)) ? 1 : 0),
  async open(input, options) {
    return { ...statedIn(input), kind: 'lexicon', direction: 'said', parts: readParts(input, options) };
  },
};

function statedIn(input: Input): Stated {
  const header = firstIn(xmlRoot(input, ENTRIES), 'tbxHeader', 'martifHeader');
  const title = textOf(elementsWithin(header, 'title')[0]);
  const source = textOf(elementsWithin(header, 'sourceDesc')[0]);
  const citation = [title, source].filter((part) => part !== '').join(', ');
  return { title, licence: licenceWithin(textOf(header)), citation };
}

async function* readParts(input: Input, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const from = options.from ?? 'en';
  const found = new ItemsByLanguage(from, options.to);
  for await (const elements of xmlElements(input, ENTRIES)) {
    for (const element of elements) takeConcept(found, element, from);
    yield* found.parts();
  }
  yield* found.end();
}

interface Term {
  readonly line: number;
  readonly text: string;
  readonly pos: string;
  readonly gender: string;
  readonly labels: readonly string[];
}

/** Every English term of a concept with every term of each other language. */
function takeConcept(found: ItemsByLanguage, concept: XmlElement, from: string): void {
  const terms = new Map<string, Term[]>();
  for (const section of elementsIn(concept, 'langSet', 'langSec')) {
    const language = writtenLanguage(attributeOf(section, 'xml:lang', 'lang'));
    if (language === undefined) continue;
    const own = elementsIn(section, 'tig', 'ntig', 'termSec').map(termOf);
    terms.set(language, [...(terms.get(language) ?? []), ...own.filter(({ text }) => text !== '')]);
  }
  const english = terms.get(from) ?? [];
  const sense = textOf(elementsWithin(concept, 'descrip').find((each) => attributeOf(each, 'type') === 'subjectField'));
  let taken = false;
  for (const [language, others] of terms) {
    const items = language === from ? undefined : found.of(language);
    if (!items || english.length === 0 || others.length === 0) continue;
    taken = true;
    for (const term of english) takeTerms(items, { term, others, sense, english: from === 'en' });
  }
  if (taken) return;
  const reason = english.length === 0 ? `the concept has no term in ${from}` : 'the concept has no other term';
  const text = [...terms.values()].flat().map((term) => term.text);
  found.reject(rejection(concept.line, reason, text.join(', ')));
}

interface Terms {
  readonly term: Term;
  readonly others: readonly Term[];
  readonly sense: string;
  readonly english: boolean;
}

function takeTerms(items: LexiconItem[], { term, others, sense, english }: Terms): void {
  for (const [index, other] of others.entries()) {
    const { line, text: to, gender: nounClass } = other;
    const facts = { line, from: term.text, to, pos: term.pos || other.pos, nounClass, rank: index + 1, sense };
    takePair(items, { ...facts, labels: labelsOf([...term.labels, ...other.labels]) }, english);
  }
}

/** Labels of terms that are not to be used any more (ISO 30042, administrativeStatus). */
const STATUS: readonly (readonly [RegExp, string])[] = [
  [/^deprecated/i, 'dated'],
  [/^superseded/i, 'obsolete'],
];

/** `<tig><term>x</term></tig>`, `<ntig><termGrp>`, `<termSec>`, and files that leave `<term>` out. */
function termOf(section: XmlElement): Term {
  const term = elementsWithin(section, 'term')[0];
  const notes = elementsWithin(section, 'termNote');
  const noteOf = (type: string) => textOf(notes.find((note) => attributeOf(note, 'type') === type));
  const status = noteOf('administrativeStatus');
  const label = STATUS.find(([pattern]) => pattern.test(status))?.[1] ?? '';
  return {
    line: term?.line ?? section.line,
    text: term ? textOf(term) : textOf(section, ['termNote', 'descrip', 'descripGrp', 'note', 'admin', 'transacGrp']),
    pos: categoryOf(noteOf('partOfSpeech')),
    gender: genderOf(noteOf('grammaticalGender')),
    labels: [label, noteOf('usageNote'), noteOf('register')].filter((each) => each !== ''),
  };
}
