import type { LexiconItem } from '../../model/model.js';
import { spdxOf } from '../licence.js';
import { languagePairOf, languagePairOfTitle } from '../name.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions, Stated } from '../reader.js';
import { makeXmlParser, type XmlParser, xmlChunks } from '../xml.js';
import { type Sides, sidesOf } from './sides.js';
import { takeEntry } from './tei-entry.js';
import { EntryBuilder } from './tei-events.js';
import { decodeReferences } from './tidy.js';

/** Dictionaries in TEI, as FreeDict publishes them: P5 and the older P4. */
export const tei: LexiconReader = {
  id: 'tei',
  title: 'TEI dictionary (FreeDict), P5 or P4',
  extensions: ['tei', 'xml'],
  specification: 'https://tei-c.org/release/doc/tei-p5-doc/en/html/DI.html',
  carries: ['translations', 'part of speech', 'gender', 'order of senses', 'labels', 'licence'],
  sniff({ head }) {
    if (!head.trimStart().startsWith('<')) return 0;
    return /<(?:\w+:)?TEI(?:\.2)?[\s>]/.test(head) ? 1 : 0;
  },
  async open(input, options) {
    const parts = readParts(input, languagesOf(input, options));
    return { ...statedIn(input.head), kind: 'lexicon', direction: 'said', parts };
  },
};

function element(head: string, name: string): string {
  const match = new RegExp(`<${name}[^>]*>([\\s\\S]{0,8000}?)</${name}>`).exec(head);
  return match?.[1] ?? '';
}

function plainText(xml: string): string {
  return decodeReferences(xml.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function statedIn(head: string): Stated {
  const title = plainText(element(element(head, 'titleStmt'), 'title'));
  const availability = element(head, 'availability');
  const publisher = plainText(element(head, 'publisher'));
  const edition = plainText(element(head, 'edition'));
  const citation = [title, edition === '' ? '' : `version ${edition}`, publisher]
    .filter((each) => each !== '')
    .join(', ');
  return { title, licence: spdxOf(plainText(availability)) || spdxOf(availability), citation };
}

function languagesOf(input: Input, options: ReadOptions): Sides {
  const title = plainText(element(element(input.head, 'titleStmt'), 'title'));
  return sidesOf(input, options, languagePairOfTitle(title) ?? languagePairOf(input.name));
}

async function* readParts(input: Input, sides: Sides): AsyncGenerator<LexiconPart> {
  const { from, to } = sides;
  let items: LexiconItem[] = [];
  const builder = new EntryBuilder(
    () => parser.line,
    (entry) => takeEntry(entry, items, sides),
  );
  const parser: XmlParser = makeXmlParser(input.file, {
    open: (tag) => builder.open(tag),
    text: (text) => builder.write(text),
    close: (name) => builder.close(name),
  });
  for await (const _ of xmlChunks(input, parser)) {
    if (items.length > 0) yield { from, to, items };
    items = [];
  }
}
