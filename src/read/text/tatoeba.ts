import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type TextItem } from '../../model/model.js';
import { fieldOf, lineBatches } from '../lines.js';
import { BATCH_SIZE, type Input, type ReadOptions, SILENT, type TextPart, type TextReader } from '../reader.js';
import { rejection } from '../reject.js';
import { takeSentence, takeSentencePair } from './sentence.js';

const ROW = /^\d+\t(?:[a-z]{3}|\\N)\t/;
const LEAST_SHARE = 0.9;

/** Sentences of all languages in one file, or of one in each, and beside them which of them translate each other. */
export const tatoeba: TextReader = {
  id: 'tatoeba',
  title: 'Tatoeba: sentences.csv beside links.csv, or swh_sentences.tsv beside eng_sentences.tsv and swh-eng_links.tsv',
  extensions: ['csv', 'tsv'],
  specification: 'https://tatoeba.org/en/downloads',
  carries: ['sentence pairs', 'sentences'],
  sniff: likenessToTatoeba,
  async open(input, options) {
    return { ...SILENT, parts: readParts(await filesOf(input, options)) };
  },
};

export function likenessToTatoeba({ head }: Pick<Input, 'head'>): number {
  const lines = head.split(/\r?\n/, 101);
  const sample = (lines.length > 1 ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '');
  return sample.length > 0 && sample.filter((line) => ROW.test(line)).length >= LEAST_SHARE * sample.length ? 0.9 : 0;
}

interface Files {
  readonly own: Input;
  readonly english: Input;
  readonly links: Input;
  readonly to: string;
}

async function filesOf(input: Input, options: ReadOptions): Promise<Files> {
  const codes = new Set(
    input.head.split('\n', 1000).flatMap((line) => (ROW.test(line) ? [fieldOf(line, 1) ?? ''] : [])),
  );
  const [only = ''] = codes;
  const to = options.to ?? options.language ?? (codes.size === 1 ? resolveLanguage(only) : undefined);
  if (to === undefined || to === 'en') {
    throw new CalqueError('input', to === 'en' ? 'holds the English sentences' : 'holds sentences of many languages', {
      place: { file: input.file },
      suggestions: [to === 'en' ? 'name the file of the other language' : 'name one of them: --to sw'],
    });
  }
  const english = codes.size > 1 ? input : await firstOf(input, ['eng_sentences.tsv', 'eng_sentences_detailed.tsv']);
  const links = await firstOf(input, [`${only}-eng_links.tsv`, `eng-${only}_links.tsv`, 'links.csv']);
  return { own: input, english, links, to };
}

async function firstOf(input: Input, names: readonly string[]): Promise<Input> {
  for (const name of names) {
    const found = await input.sibling(name);
    if (found !== undefined) return found;
  }
  throw new CalqueError('input', `${names.join(' or ')} is not beside it`, {
    place: { file: input.file },
    suggestions: ['put the files of one download into one folder'],
  });
}

interface Own {
  readonly line: number;
  readonly text: string;
}

/** Goes through files that may be larger than memory, and keeps the sentences of the language itself. */
async function* readParts({ own, english, links, to }: Files): AsyncGenerator<TextPart> {
  const alone = new Map<string, Own>();
  const items: TextItem[] = [];
  for await (const { line, id, language, text } of rowsOf(own)) {
    if (text === undefined) items.push(rejection(line, 'too few columns', id));
    else if (language === to) alone.set(id, { line, text });
  }
  const sentences = new Map(alone);
  const linked = await linksOf(links, sentences);
  for await (const { id, language, text = '' } of rowsOf(english)) {
    for (const each of language === 'en' ? (linked.get(id) ?? []) : []) {
      const { line, text: said } = sentences.get(each) as Own;
      takeSentencePair(items, { line, from: text, to: said });
      alone.delete(each);
    }
    if (items.length >= BATCH_SIZE) yield { from: 'en', to, items: items.splice(0) };
  }
  // What nobody has put into English is text of the language all the same.
  for (const { line, text } of alone.values()) {
    takeSentence(items, line, text);
    if (items.length >= BATCH_SIZE) yield { from: 'en', to, items: items.splice(0) };
  }
  yield { from: 'en', to, items };
}

/** Sentence of another language → those of ours that translate it. Links stand in both directions, or in one. */
async function linksOf(links: Input, sentences: ReadonlyMap<string, Own>): Promise<ReadonlyMap<string, Set<string>>> {
  const linked = new Map<string, Set<string>>();
  for await (const { lines } of lineBatches(links)) {
    for (const row of lines) {
      const [left, right] = [fieldOf(row, 0) ?? '', fieldOf(row, 1) ?? ''];
      const [ours, other] = sentences.has(left) ? [left, right] : [right, left];
      if (!sentences.has(ours)) continue;
      const ids = linked.get(other);
      if (ids) ids.add(ours);
      else linked.set(other, new Set([ours]));
    }
  }
  return linked;
}

interface Row {
  readonly line: number;
  readonly id: string;
  /** BCP 47 tag, '' where nobody has said it. */
  readonly language: string;
  readonly text: string | undefined;
}

async function* rowsOf(input: Input): AsyncGenerator<Row> {
  const tags = new Map<string, string>();
  for await (const { first, lines } of lineBatches(input)) {
    for (const [index, row] of lines.entries()) {
      if (row.trim() === '') continue;
      const code = fieldOf(row, 1) ?? '';
      let language = tags.get(code);
      if (language === undefined) {
        language = resolveLanguage(code) ?? '';
        tags.set(code, language);
      }
      yield { line: first + index, id: fieldOf(row, 0) ?? '', language, text: fieldOf(row, 2) };
    }
  }
}
