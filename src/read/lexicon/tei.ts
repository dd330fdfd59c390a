import { SaxesParser } from 'saxes';
import { CalqueError, type LexiconItem } from '../../model/model.js';
import { spdxOf } from '../licence.js';
import { languagePairOf, languagePairOfTitle, type NamedLanguages } from '../name.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions, Stated } from '../reader.js';
import { type Orientation, type TeiEntry, takeEntry } from './tei-entry.js';
import { EntryBuilder } from './tei-events.js';
import { decodeReferences, NAMED_CHARACTERS } from './tidy.js';

const DEEPEST = 100;

/** Text without any tag, in UTF-16 units, after which no dictionary entry can follow. */
const LONGEST_TEXT = 8 << 20;

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
    const { from, to, ...orientation } = languagesOf(input, options);
    const parts = readParts(input, { from, to, orientation });
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

interface Sides extends Orientation {
  readonly from: string;
  readonly to: string;
}

function languagesOf(input: Input, options: ReadOptions): Sides {
  const stated = languagePairOfTitle(plainText(element(element(input.head, 'titleStmt'), 'title')));
  const pair = saidPair(options) ?? stated ?? languagePairOf(input.name);
  if (!pair) {
    throw new CalqueError('input', 'neither its title nor its name tells the languages', {
      place: { file: input.file },
      suggestions: ['name them: --from en --to sw; with --reverse if its headwords are not English'],
    });
  }
  const turned = pair.right === 'en';
  const english = turned || pair.left === 'en';
  return { turned, english, from: turned ? 'en' : pair.left, to: turned ? pair.left : pair.right };
}

function saidPair({ from, to, reverse }: ReadOptions): NamedLanguages | undefined {
  if (from !== undefined && to !== undefined) return { left: from, right: to };
  if (reverse !== true) return undefined;
  const other = to ?? from;
  return other === undefined ? undefined : { left: other, right: 'en' };
}

interface Target {
  readonly from: string;
  readonly to: string;
  readonly orientation: Orientation;
}

async function* readParts(input: Input, { from, to, orientation }: Target): AsyncGenerator<LexiconPart> {
  let items: LexiconItem[] = [];
  const parser = makeParser(input, (entry) => takeEntry(entry, items, orientation));
  for await (const chunk of input.chunks()) {
    parser.write(chunk);
    yield { from, to, items };
    items = [];
  }
  parser.close();
  if (items.length > 0) yield { from, to, items };
}

interface EntryParser {
  write(chunk: string): void;
  close(): void;
}

/** No DTD is read: names of Latin letters are known, all others stay as they stand, and nothing can be expanded. */
function makeParser(input: Input, done: (entry: TeiEntry) => void): EntryParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const builder = new EntryBuilder(() => parser.line, done);
  let depth = 0;
  let sinceTag = 0;
  const fail = (message: string): never => {
    throw new CalqueError('input', message, { place: { file: input.file, line: parser.line } });
  };
  parser.ENTITIES = Object.assign(Object.create(null), Object.fromEntries(NAMED_CHARACTERS));
  parser.on('error', ({ message }) => {
    if (!message.includes('undefined entity')) fail(`is not well-formed XML: ${message.replace(/^\d+:/, 'column ')}`);
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    if (++depth > DEEPEST) fail(`elements are nested more than ${DEEPEST} deep`);
    builder.open(tag);
  });
  parser.on('text', (text) => builder.write(text));
  parser.on('cdata', (text) => builder.write(text));
  parser.on('closetag', ({ name }) => {
    depth--;
    builder.close(name);
  });
  return {
    write(chunk) {
      sinceTag += chunk.length;
      if (sinceTag > LONGEST_TEXT) fail('is a long text without elements, not a dictionary');
      parser.write(chunk);
    },
    close: () => void parser.close(),
  };
}
