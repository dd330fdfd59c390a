import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type LexiconItem } from '../../model/model.js';
import { privateTag } from '../name.js';
import { type Input, type LexiconPart, type LexiconReader, type ReadOptions, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { delimiterOf, firstRows, rowsOf } from './delimiter.js';
import { conceptWords, isGrammaticalLabel } from './gloss.js';
import { takePair } from './pair.js';

const NEEDED = ['name', 'iso639_3', 'word', 'item'] as const;

/** The Austronesian Basic Vocabulary Database as one table: a row a word, languages below each other. */
export const abvd: LexiconReader = {
  id: 'abvd',
  title: 'Austronesian Basic Vocabulary (ABVD) as one table: list, language, English word, item',
  extensions: ['tsv', 'csv'],
  specification: 'https://abvd.eva.mpg.de/austronesian/',
  carries: ['translations', 'many languages'],
  sniff: likenessToAbvd,
  async open(input, options) {
    return {
      ...SILENT,
      title: 'Austronesian Basic Vocabulary Database',
      kind: 'lexicon',
      direction: 'said',
      parts: readParts(input, options),
    };
  },
};

export function likenessToAbvd(input: Input): number {
  const [line = ''] = input.head.split(/\r?\n/, 1);
  const names = line.split(/[\t,;]/).map((name) => name.trim().toLowerCase());
  return NEEDED.every((name) => names.includes(name)) ? 1 : 0;
}

interface Columns {
  readonly list: number;
  readonly name: number;
  readonly iso: number;
  readonly word: number;
  readonly item: number;
}

async function* readParts(input: Input, options: ReadOptions): AsyncGenerator<LexiconPart> {
  const delimiter = delimiterOf(input) ?? '\t';
  const columns = columnsOf(input, firstRows(input, delimiter, 1)[0] ?? []);
  const tags = new Map<string, string | undefined>();
  const tagOf = (iso: string, name: string) => {
    const key = `${iso}\t${name}`;
    if (!tags.has(key)) tags.set(key, resolveLanguage(iso) ?? resolveLanguage(name) ?? privateTag(name));
    return tags.get(key);
  };
  const taker = makeTaker();
  let header = true;
  for await (const rows of rowsOf(input, delimiter)) {
    const byLanguage = new Map<string, LexiconItem[]>();
    for (const { line, cells } of rows) {
      if (header) {
        header = false;
        continue;
      }
      const tag = tagOf(cells[columns.iso] ?? '', cells[columns.name] ?? '') ?? 'und';
      if (options.to !== undefined && options.to !== tag) continue;
      const items = byLanguage.get(tag) ?? [];
      byLanguage.set(tag, items);
      taker(items, line, { cells, columns });
    }
    for (const [to, items] of byLanguage) yield { from: 'en', to, items };
  }
}

function columnsOf(input: Input, header: readonly string[]): Columns {
  const names = header.map((name) => name.trim().toLowerCase());
  const [name, iso, word, item] = NEEDED.map((each) => names.indexOf(each)) as [number, number, number, number];
  if (Math.min(name, iso, word, item) < 0) {
    throw new CalqueError('input', `lacks one of the columns ${NEEDED.join(', ')}`, {
      place: { file: input.file, line: 1 },
    });
  }
  return { list: names.indexOf('list_id'), name, iso, word, item };
}

interface Row {
  readonly cells: readonly string[];
  readonly columns: Columns;
}

/** The n-th item of a concept in a list has rank n. */
function makeTaker(): (items: LexiconItem[], line: number, row: Row) => void {
  let previous = '';
  let rank = 0;
  return (items, line, { cells, columns }) => {
    // Bars part morphemes.
    const [concept, item] = [cells[columns.word] ?? '', (cells[columns.item] ?? '').replaceAll('|', '')];
    const text = `${cells[columns.name] ?? ''}: ${concept}: ${item}`;
    const key = `${cells[columns.list] ?? ''}\t${concept}`;
    rank = key === previous ? rank + 1 : 1;
    previous = key;
    const fault = faultOfForm(item) || (isGrammaticalLabel(concept) ? 'a grammatical label, not a translation' : '');
    if (fault !== '') items.push(rejection(line, fault, text));
    else takePair(items, { line, from: conceptWords(concept), to: item, rank, text });
  };
}

/** Forms that word lists of linguists have and nobody says. */
export function faultOfForm(form: string): string {
  const text = form.trim();
  return /^[-–—?×xX./\s]*$/.test(text) ? 'no form is given' : '';
}
