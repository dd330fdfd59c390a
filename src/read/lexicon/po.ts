import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type LexiconItem } from '../../model/model.js';
import { spdxOf } from '../licence.js';
import { lineBatches } from '../lines.js';
import { languageOf } from '../name.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions } from '../reader.js';
import { rejection } from '../reject.js';
import { withoutFullStop } from './gloss.js';
import { takePair } from './pair.js';
import { type Message, MessageParser, withoutMnemonics } from './po-message.js';

/** Translated user interfaces: short messages are words and phrases. */
export const po: LexiconReader = {
  id: 'po',
  title: 'gettext catalogue of a translated program (short messages only)',
  extensions: ['po'],
  specification: 'https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html',
  carries: ['translations'],
  sniff: likenessToPo,
  async open(input, options) {
    const header = headerOf(input.head);
    const to = languageOfCatalogue(input, header, options);
    const title = (header.get('project-id-version') ?? '').slice(0, 200);
    // ISO's names of countries and languages are names, and capitals belong to them.
    const names = /^iso[-_]/i.test(input.name) || /^iso[-_]/i.test(title);
    const licence = spdxOf(commentOf(input.head));
    return { title, licence, citation: '', kind: 'lexicon', direction: 'said', parts: readParts(input, { to, names }) };
  },
};

export function likenessToPo({ head }: Input): number {
  return /^msgid[ \t]+"/m.test(head) && /^msgstr(\[0\])?[ \t]+"/m.test(head) ? 1 : 0;
}

/** Fields of the message without text, lower-case. */
export function headerOf(head: string): Map<string, string> {
  const start = head.search(/^msgstr[ \t]+"/m);
  const text = head.slice(start, start + 8000).split(/^(?:msgid|msgctxt|#)/m, 1)[0] as string;
  const lines = text.replace(/"\s*\n\s*"/g, '').split(/\\n|\n/);
  return new Map(
    lines.flatMap((line) => {
      const match = /([A-Za-z-]+):\s*([^"\n]*)/.exec(line);
      return match ? [[(match[1] as string).toLowerCase(), (match[2] as string).trim()] as const] : [];
    }),
  );
}

/** What a catalogue says of its licence stands in the comment at its head. */
export function commentOf(head: string): string {
  const lines = head.split(/\r?\n/, 40);
  return lines.filter((line) => /^#\s.*licen[cs]e/i.test(line) && /GPL|CC|GNU/.test(line)).join(' ');
}

export function languageOfCatalogue(
  input: Input,
  header: ReadonlyMap<string, string>,
  { to, language }: ReadOptions,
): string {
  const candidates = [to, language, resolveLanguage(header.get('language') ?? ''), languageOf(input)];
  const tag = candidates.find((each) => each !== undefined && each !== 'en') ?? resolveLanguage(input.folder);
  if (tag !== undefined) return tag;
  throw new CalqueError('input', 'neither its header nor its name tells the language', {
    place: { file: input.file },
    suggestions: ['name it: --to sw'],
  });
}

export interface Catalogue {
  readonly to: string;
  readonly names: boolean;
}

async function* readParts(input: Input, catalogue: Catalogue): AsyncGenerator<LexiconPart> {
  const parser = new MessageParser();
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, line] of lines.entries()) {
      takeMessage(items, parser.add(first + index, line.trim()), catalogue);
    }
    yield { from: 'en', to: catalogue.to, items };
  }
  const items: LexiconItem[] = [];
  takeMessage(items, parser.finish(), catalogue);
  yield { from: 'en', to: catalogue.to, items };
}

const LONGEST_WORDS = 5;

export function takeMessage(items: LexiconItem[], message: Message | undefined, { to, names }: Catalogue): void {
  if (!message || message.id === '') return;
  const fault = faultOf(message);
  const text = `${message.id}\t${message.text}`;
  if (fault !== '') {
    items.push(rejection(message.line, fault, text));
    return;
  }
  const [english, target] = [plain(message.id), plain(message.text)];
  const places = placesOf(english, target);
  if (places.length > 0) {
    for (const [from, to] of places) takePair(items, { line: message.line, from, to, pos: 'PROPN', text });
    return;
  }
  const casing = names ? 'kept' : casingOf(english);
  takePair(items, {
    line: message.line,
    from: uncapitalised(english, { casing, language: 'en', other: target }),
    to: uncapitalised(target, { casing, language: to, other: english }),
    text,
  });
}

function faultOf({ id, text, fuzzy, obsolete }: Message): string {
  if (obsolete) return 'obsolete: the program has it no more';
  if (fuzzy) return 'fuzzy: nobody has confirmed the translation';
  if (text.trim() === '') return 'not translated';
  if (/[%{}<>$=|\\]|\n|https?:/.test(id) || /[%{}<>$=|\\]|\n/.test(text)) return 'holds placeholders or markup';
  return id.trim().split(/\s+/).length > LONGEST_WORDS ? 'a sentence, not a word' : '';
}

/** `America/Argentina/Salta`: a time zone is a list of names, part for part the same in both languages. */
function placesOf(english: string, target: string): (readonly [string, string])[] {
  if (!/^\p{Lu}[\p{L}_-]+(\/\p{Lu}[\p{L}_-]+)+$/u.test(english.replaceAll(' ', '_'))) return [];
  const [left, right] = [english.split('/'), target.split('/')];
  if (left.length !== right.length) return [];
  return left.map((name, index) => [name.replaceAll('_', ' '), (right[index] as string).replaceAll('_', ' ')] as const);
}

/** Without mnemonics and the dots of a menu. */
function plain(text: string): string {
  return withoutFullStop(withoutMnemonics(text).replace(/\s*(…|\.\.\.)\s*$/, ''));
}

const CALENDAR =
  /^(I|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|December)(day)?\b|^\p{Lu}\p{Ll}+(ese|ish|ian)$/u;

/** Titles write these small. */
const SMALL_WORDS = new Set('a an and as at by for from in is of on or the to with'.split(' '));

type Casing = 'kept' | 'first' | 'all';

/** `Open file`, `Open File`: capitals that only open a message or make it a title. */
function casingOf(english: string): Casing {
  if (!/^\p{Lu}\p{Ll}/u.test(english) || CALENDAR.test(english)) return 'kept';
  const rest = english
    .split(/\s+/)
    .slice(1)
    .filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  return rest.length > 0 && rest.every((word) => /^\p{Lu}/u.test(word)) ? 'all' : 'first';
}

interface Capitals {
  readonly casing: Casing;
  readonly language: string;
  /** The message in the other language: a word that both have is a name. */
  readonly other: string;
}

function uncapitalised(text: string, { casing, language, other }: Capitals): string {
  if (casing === 'kept') return text;
  const words = text.split(' ');
  const names = new Set(other.split(' '));
  const isKept = (word: string, index: number) =>
    index > 0 ? casing === 'first' || names.has(word) : words.length > 1 && names.has(word);
  return words.map((word, index) => (isKept(word, index) ? word : lowerFirst(word, language))).join(' ');
}

function lowerFirst(word: string, language: string): string {
  const [first = '', second = ''] = word;
  if (!/\p{Lu}/u.test(first) || /\p{Lu}/u.test(second)) return word;
  return first.toLocaleLowerCase(language) + word.slice(first.length);
}
