import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type LexiconItem } from '../../model/model.js';
import { inEncoding } from '../input.js';
import { lineBatches } from '../lines.js';
import { languagePairOf, type NamedLanguages } from '../name.js';
import type { Input, LexiconPart, LexiconReader } from '../reader.js';
import { type Card, takeCard } from './dsl-card.js';
import { type Sides, sidesOf } from './sides.js';

/** Dictionaries of ABBYY Lingvo and GoldenDict: headwords at the margin, bodies indented, marked up with tags. */
export const dsl: LexiconReader = {
  id: 'dsl',
  title: 'ABBYY Lingvo DSL (UTF-16 or UTF-8, also dictzip), wikidict title pairs among them',
  extensions: ['dsl', 'dsl.dz'],
  specification: 'http://lingvo.helpmax.net/en/troubleshooting/dsl-compiler/your-first-dsl-dictionary/',
  carries: ['translations', 'part of speech', 'sense glosses', 'labels'],
  sniff: likenessToDsl,
  async open(file, options) {
    const input = options.encoding === undefined ? file : await inEncoding(file, options.encoding);
    const header = headerOf(input.head);
    const title = header.get('NAME') ?? '';
    const sides = sidesOf(input, options, languagesIn(header) ?? languagePairOf(input.name));
    if (sides.from === sides.to) {
      throw new CalqueError('input', 'explains a language in itself: it holds no translations', {
        place: { file: input.file },
      });
    }
    return { title, licence: '', citation: '', kind: 'lexicon', direction: 'said', parts: readParts(input, sides) };
  },
};

export function likenessToDsl({ head }: Input): number {
  return /^\s*#NAME\s/.test(head) || /^#(INDEX|CONTENTS)_LANGUAGE\s/m.test(head.slice(0, 2000)) ? 1 : 0;
}

function headerOf(head: string): Map<string, string> {
  const header = new Map<string, string>();
  for (const line of head.split(/\r?\n/, 60)) {
    const match = /^#([A-Z_]+)\s+"?([^"]*)"?\s*$/.exec(line.trim());
    if (match) header.set(match[1] as string, (match[2] as string).trim());
    else if (line.trim() !== '') break;
  }
  return header;
}

function languagesIn(header: ReadonlyMap<string, string>): NamedLanguages | undefined {
  // Lingvo names variants in one word: GermanNewSpelling, SpanishModernSort.
  const tagOf = (name: string | undefined) =>
    name === undefined ? undefined : (resolveLanguage(name) ?? resolveLanguage(name.replace(/(?<=[a-z])[A-Z].*$/, '')));
  const left = tagOf(header.get('INDEX_LANGUAGE'));
  const right = tagOf(header.get('CONTENTS_LANGUAGE'));
  return left !== undefined && right !== undefined ? { left, right } : undefined;
}

async function* readParts(input: Input, sides: Sides): AsyncGenerator<LexiconPart> {
  const { from, to } = sides;
  let card: Card | undefined;
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, line] of lines.entries()) {
      if (line.startsWith('#') || line.trim() === '') continue;
      const indented = /^[\t ]/.test(line);
      if (!indented && (card === undefined || card.body.length > 0)) {
        if (card) takeCard(items, card, sides);
        card = { line: first + index, headwords: [line], body: [] };
      } else if (indented) card?.body.push(line.trim());
      else card?.headwords.push(line);
    }
    yield { from, to, items };
  }
  const items: LexiconItem[] = [];
  if (card) takeCard(items, card, sides);
  yield { from, to, items };
}
