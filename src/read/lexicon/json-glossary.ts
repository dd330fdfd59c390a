import { CalqueError, type LexiconItem } from '../../model/model.js';
import { parseJsonObject, textOf } from '../json.js';
import { licenceWithin } from '../licence.js';
import { languagePairOf, languagePairOfTitle } from '../name.js';
import { BATCH_SIZE, type Input, type LexiconPart, type LexiconReader } from '../reader.js';
import { wholeText } from '../whole.js';
import { type Sides, sidesOf } from './sides.js';
import { takeBody } from './stardict-body.js';

/** One object from headwords to articles, facts about it under names with ##: PyGlossary's JSON. */
export const jsonGlossary: LexiconReader = {
  id: 'json-glossary',
  title: 'PyGlossary JSON: one object from headwords to articles in HTML or plain text',
  extensions: ['json'],
  specification: 'https://github.com/ilius/pyglossary/blob/master/doc/p/json.md',
  carries: ['translations', 'part of speech', 'order of senses', 'labels', 'licence'],
  sniff: (input) => (isJsonGlossary(input) ? 1 : 0),
  async open(input, options) {
    const entries = parseJsonObject(await wholeText(input));
    if (!entries) throw new CalqueError('input', 'is not well-formed JSON', { place: { file: input.file } });
    const title = textOf(entries, '##name') || textOf(entries, '##title');
    const licence = licenceWithin(`${textOf(entries, '##copyright')} ${textOf(entries, '##license')}`);
    const sides = sidesOf(input, options, languagePairOfTitle(title) ?? languagePairOf(input.name));
    return { title, licence, citation: '', kind: 'lexicon', direction: 'said', parts: readParts(entries, sides) };
  },
};

export function isJsonGlossary({ head }: Input): boolean {
  return /^\s*\{\s*"##\w+"\s*:/.test(head);
}

/** Places are numbers of entries, which stand a line each. */
async function* readParts(entries: Readonly<Record<string, unknown>>, sides: Sides): AsyncGenerator<LexiconPart> {
  const { from, to } = sides;
  let items: LexiconItem[] = [];
  for (const [index, [headword, article]] of Object.entries(entries).entries()) {
    if (headword.startsWith('##') || typeof article !== 'string') continue;
    const bytes = Buffer.from(article);
    const types = /<\w+[^>]*>/.test(article) ? 'h' : 'm';
    takeBody(items, { line: index + 2, headwords: [headword.split('|')[0] as string], article: bytes, types }, sides);
    if (items.length < BATCH_SIZE) continue;
    yield { from, to, items };
    items = [];
  }
  yield { from, to, items };
}
