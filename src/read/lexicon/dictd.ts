import { CalqueError, type LexiconItem } from '../../model/model.js';
import { licenceWithin } from '../licence.js';
import { lineBatches } from '../lines.js';
import { languagePairOf, languagePairOfTitle } from '../name.js';
import type { Input, LexiconPart, LexiconReader } from '../reader.js';
import { rejection } from '../reject.js';
import { wholeBytes } from '../whole.js';
import { takeArticle } from './dictd-article.js';
import { type Sides, sidesOf } from './sides.js';

const LINE = /^([^\t]*)\t([A-Za-z0-9+/]{1,8})\t([A-Za-z0-9+/]{1,8})(?:\t.*)?$/;
const ABOUT = /^00-?database/;

/** Dictionaries of the DICT protocol: an index of offsets beside the packed articles. */
export const dictd: LexiconReader = {
  id: 'dictd',
  title: 'dictd dictionary: .index with .dict or .dict.dz beside it',
  extensions: ['index'],
  specification: 'https://www.rfc-editor.org/rfc/rfc2229',
  carries: ['translations', 'part of speech', 'gender', 'order of senses', 'licence'],
  sniff: likenessToDictd,
  async open(input, options) {
    const articles = await input.sibling(`${stemOf(input)}.dict`);
    if (!articles) throw missing(input);
    const data = await wholeBytes(articles);
    const about = await aboutOf(input, data);
    const sides = sidesOf(input, options, languagePairOfTitle(about.title) ?? languagePairOf(input.name));
    const { title, licence } = about;
    return { title, licence, citation: '', kind: 'lexicon', direction: 'said', parts: readParts(input, data, sides) };
  },
};

export function likenessToDictd(input: Input): number {
  const lines = input.head.split(/\r?\n/, 60).filter((line) => line !== '');
  const sample = lines.length > 1 ? lines.slice(0, -1) : lines;
  const like = sample.filter((line) => LINE.test(line)).length;
  if (like === 0 || like < sample.length * 0.9) return 0;
  return input.head.includes('00database') || input.hasSibling(`${stemOf(input)}.dict`) ? 1 : 0;
}

function stemOf({ name }: Input): string {
  return name.replace(/\.index$/, '');
}

function missing(input: Input): CalqueError {
  return new CalqueError('input', `${stemOf(input)}.dict or .dict.dz is not beside it`, {
    place: { file: input.file },
    suggestions: ['an index only points to articles: put the other file into the same folder'],
  });
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Numbers are written in base 64, most significant digit first. */
export function base64Number(text: string): number {
  let number = 0;
  for (const digit of text) number = number * 64 + DIGITS.indexOf(digit);
  return number;
}

interface About {
  readonly title: string;
  readonly licence: string;
}

/** `00databaseshort` is the title, `00databaseinfo` tells the licence; they stand in the first lines of the index. */
async function aboutOf(input: Input, data: Buffer): Promise<About> {
  let [title, licence] = ['', ''];
  for (const line of input.head.split(/\r?\n/)) {
    const match = LINE.exec(line);
    if (!match || !ABOUT.test(line)) continue;
    const text = articleAt(data, match);
    if (/^00-?database-?short/.test(line))
      title = (
        text
          .split('\n')
          .filter((each) => each.trim() !== '')
          .at(-1) ?? ''
      ).trim();
    if (/^00-?database-?info/.test(line)) licence = licenceWithin(text);
  }
  return { title, licence };
}

function articleAt(data: Buffer, [, , offset = '', length = '']: RegExpExecArray): string {
  const start = base64Number(offset);
  return data.toString('utf8', start, Math.min(data.length, start + base64Number(length)));
}

async function* readParts(input: Input, data: Buffer, sides: Sides): AsyncGenerator<LexiconPart> {
  const { from, to } = sides;
  const seen = new Set<string>();
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, text] of lines.entries()) {
      if (text === '' || ABOUT.test(text)) continue;
      const line = first + index;
      const match = LINE.exec(text);
      if (!match) {
        items.push(rejection(line, 'not a line of an index: headword, offset, length', text));
        continue;
      }
      // Several spellings may point to one article.
      const place = `${match[2]}\t${match[3]}`;
      if (seen.has(place)) continue;
      seen.add(place);
      if (base64Number(match[2] as string) + base64Number(match[3] as string) > data.length) {
        items.push(rejection(line, 'points behind the end of the articles', text));
      } else takeArticle(items, { line, headword: match[1] as string, article: articleAt(data, match) }, sides);
    }
    yield { from, to, items };
  }
}
