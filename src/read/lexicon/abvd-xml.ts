import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type LexiconItem } from '../../model/model.js';
import { privateTag } from '../name.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions } from '../reader.js';
import { rejection } from '../reject.js';
import { rootName } from '../xml.js';
import { faultOfForm } from './abvd.js';
import { conceptWords, isGrammaticalLabel } from './gloss.js';
import { takePair } from './pair.js';

/** In UTF-16 units; a record is a few lines. */
const LONGEST_RECORD = 1 << 20;
const END = '</record>';

/**
 * One list of the Austronesian Basic Vocabulary Database as its site exports it: a series of records without a root
 * element, which is no XML document. Each record by itself is one.
 */
export const abvdXml: LexiconReader = {
  id: 'abvd-xml',
  title: 'Austronesian Basic Vocabulary (ABVD), one list as exported: a series of record elements',
  extensions: ['xml'],
  specification: 'https://abvd.eva.mpg.de/austronesian/',
  carries: ['translations', 'citation'],
  sniff: ({ head }) => (rootName(head) === 'record' && /<(silcode|word_id)>/.test(head) ? 1 : 0),
  async open(input, options) {
    const end = input.head.indexOf(END);
    const head = end < 0 ? undefined : recordOf(input.head.slice(0, end + END.length));
    const name = head?.get('language') ?? '';
    const title = ['Austronesian Basic Vocabulary Database', name].filter((part) => part !== '').join(': ');
    const citation = [title, head?.get('author') ?? ''].filter((part) => part !== '').join(', ');
    const to = options.to ?? languageOf(input, head);
    return { kind: 'lexicon', direction: 'said', title, licence: '', citation, parts: readParts(input, to, options) };
  },
};

function languageOf(input: Input, head: Fields | undefined): string {
  const code = head?.get('silcode') ?? '';
  const name = head?.get('language') ?? '';
  const tag = resolveLanguage(code) ?? resolveLanguage(name) ?? privateTag(name);
  if (tag !== undefined) return tag;
  throw new CalqueError('input', 'its first record tells no language', {
    place: { file: input.file, line: 1 },
    suggestions: ['name it: --to ceb'],
  });
}

type Fields = ReadonlyMap<string, string>;

// Named characters are left to what tidies words: the parser's own table of them makes it five times as slow.
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, maxNestedTags: 10 });

/** The fields of a record; undefined where it is not well-formed. */
function recordOf(text: string): Fields | undefined {
  try {
    // The parser takes what is not well-formed, and throws at names that would reach a prototype.
    if (XMLValidator.validate(text) !== true) return undefined;
    const { record } = parser.parse(text) as { record?: unknown };
    if (typeof record !== 'object' || record === null) return undefined;
    return new Map(Object.entries(record).map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  } catch {
    return undefined;
  }
}

interface Cut {
  readonly line: number;
  readonly text: string;
}

/** Records as they stand, each with the line that it begins on. */
async function* cutRecords(input: Input): AsyncGenerator<readonly Cut[]> {
  let rest = '';
  let line = 1;
  for await (const chunk of input.chunks()) {
    const text = rest + chunk;
    const cuts: Cut[] = [];
    let start = 0;
    for (let end = text.indexOf(END, start); end >= 0; end = text.indexOf(END, start)) {
      const piece = text.slice(start, end + END.length);
      const blank = piece.length - piece.trimStart().length;
      cuts.push({ line: line + linesIn(piece.slice(0, blank)), text: piece.trim() });
      line += linesIn(piece);
      start = end + END.length;
    }
    rest = text.slice(start);
    if (rest.length > LONGEST_RECORD) throw fault(input, line, 'a record has no end');
    if (cuts.length > 0) yield cuts;
  }
  if (rest.trim() !== '') throw fault(input, line + linesIn(rest), 'is cut off within a record');
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function fault({ file }: Input, line: number, message: string): CalqueError {
  return new CalqueError('input', message, { place: { file, line }, suggestions: ['fetch the file again'] });
}

async function* readParts(input: Input, to: string, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const from = options.from ?? 'en';
  let previous = '';
  let rank = 0;
  for await (const cuts of cutRecords(input)) {
    const items: LexiconItem[] = [];
    for (const { line, text } of cuts) {
      const fields = recordOf(text);
      if (!fields) {
        items.push(rejection(line, 'not well-formed XML', text.replace(/\s+/g, ' ')));
        continue;
      }
      const concept = fields.get('word');
      // Records without a word tell of the list.
      if (concept === undefined) continue;
      rank = concept === previous ? rank + 1 : 1;
      previous = concept;
      takeForm(items, { line, concept, form: fields.get('item') ?? '', rank });
    }
    if (items.length > 0) yield { from, to, items };
  }
}

interface Form {
  readonly line: number;
  readonly concept: string;
  readonly form: string;
  readonly rank: number;
}

function takeForm(items: LexiconItem[], { line, concept, form, rank }: Form): void {
  const text = `${concept}: ${form}`;
  // Bars part morphemes.
  const to = form.replaceAll('|', '');
  const reason = faultOfForm(to) || (isGrammaticalLabel(concept) ? 'a grammatical label, not a translation' : '');
  if (reason !== '') items.push(rejection(line, reason, text));
  else takePair(items, { line, from: conceptWords(concept), to, rank, text });
}
