import { CalqueError, type LexiconItem } from '../../model/model.js';
import { licenceWithin } from '../licence.js';
import { languagePairOf, languagePairOfTitle } from '../name.js';
import { BATCH_SIZE, type Input, type LexiconPart, type LexiconReader } from '../reader.js';
import { rejection } from '../reject.js';
import { wholeBytes } from '../whole.js';
import { type Sides, sidesOf } from './sides.js';
import { takeBody } from './stardict-body.js';
import { type IndexEntry, indexOf, synonymsOf } from './stardict-index.js';

const MAGIC = /^StarDict's (treedict|dict) ifo file/;

/** StarDict: a description, an index and the articles in three files, synonyms in a fourth. */
export const stardict: LexiconReader = {
  id: 'stardict',
  title: 'StarDict dictionary: .ifo with .idx, .dict or .dict.dz, and perhaps .syn beside it',
  extensions: ['ifo'],
  specification: 'https://github.com/huzheng001/stardict-3/blob/master/dict/doc/StarDictFileFormat',
  carries: ['translations', 'part of speech', 'order of senses', 'labels', 'licence', 'synonyms'],
  sniff: ({ head }) => (MAGIC.test(head) ? 1 : 0),
  async open(input, options) {
    const facts = factsOf(input.head);
    const title = facts.get('bookname') ?? '';
    const description = (facts.get('description') ?? '').replace(/<br>/gi, ' ');
    const licence = licenceWithin(description);
    const sides = sidesOf(input, options, languagePairOfTitle(title) ?? languagePairOf(input.name));
    const files = await filesOf(input, facts);
    const citation = facts.get('website') ?? '';
    const parts = readParts(files, { sides, types: facts.get('sametypesequence') ?? '', input });
    return { title, licence, citation, kind: 'lexicon', direction: 'said', parts };
  },
};

function factsOf(head: string): Map<string, string> {
  const lines = head.split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const cut = line.indexOf('=');
      return cut < 0 ? [] : [[line.slice(0, cut).trim(), line.slice(cut + 1).trim()] as const];
    }),
  );
}

interface Files {
  readonly index: readonly IndexEntry[];
  readonly articles: Buffer;
  /** Other headwords of an entry, by its number; undefined where they are announced and missing. */
  readonly synonyms: ReadonlyMap<number, readonly string[]> | undefined;
  readonly announced: number;
}

async function filesOf(input: Input, facts: ReadonlyMap<string, string>): Promise<Files> {
  const stem = input.name.replace(/\.ifo$/i, '');
  const index = await needed(input, `${stem}.idx`);
  const articles = await needed(input, `${stem}.dict`);
  const synonyms = await input.sibling(`${stem}.syn`);
  const announced = Number(facts.get('synwordcount') ?? 0) || 0;
  return {
    index: indexOf(await wholeBytes(index), facts.get('idxoffsetbits') === '64'),
    articles: await wholeBytes(articles),
    synonyms: synonyms ? synonymsOf(await wholeBytes(synonyms)) : announced > 0 ? undefined : new Map(),
    announced,
  };
}

async function needed(input: Input, name: string): Promise<Input> {
  const found = await input.sibling(name);
  if (found) return found;
  throw new CalqueError('input', `${name} is not beside it`, {
    place: { file: input.file },
    suggestions: ['a StarDict dictionary is three files of one name: .ifo, .idx and .dict or .dict.dz'],
  });
}

interface Task {
  readonly sides: Sides;
  readonly types: string;
  readonly input: Input;
}

/** Places are numbers of entries in the index: the file that is opened has no lines for them. */
async function* readParts(files: Files, { sides, types }: Task): AsyncGenerator<LexiconPart> {
  const { from, to } = sides;
  let items: LexiconItem[] = [];
  if (files.synonyms === undefined) {
    const reason = `${files.announced} other forms of headwords are announced, and the .syn file is missing`;
    items.push(rejection(1, reason, ''));
  }
  for (const [number, entry] of files.index.entries()) {
    const line = number + 1;
    const { word, offset, size } = entry;
    if (offset + size > files.articles.length) {
      items.push(rejection(line, 'points behind the end of the articles', word));
    } else {
      const article = files.articles.subarray(offset, offset + size);
      takeBody(items, { line, headwords: [word, ...(files.synonyms?.get(number) ?? [])], article, types }, sides);
    }
    if (items.length < BATCH_SIZE) continue;
    yield { from, to, items };
    items = [];
  }
  yield { from, to, items };
}
