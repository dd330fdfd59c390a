import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError } from '../../model/model.js';
import { statedInMetadata } from '../cldf.js';
import { quotedRows } from '../lines.js';
import { privateTag } from '../name.js';
import type { Input, LexiconPart, LexiconReader, ReadOptions } from '../reader.js';
import { dictionaryParts } from './cldf-dictionary.js';
import { type Table, tableOf } from './cldf-table.js';
import { wordlistParts } from './cldf-wordlist.js';

/** CLDF data sets of words: Wordlist (Lexibank, IDS) and Dictionary (Dictionaria). */
export const cldfLexicon: LexiconReader = {
  id: 'cldf',
  title: 'CLDF Wordlist or Dictionary (Lexibank, Dictionaria): folder, metadata, forms.csv or entries.csv',
  extensions: ['csv', 'json'],
  specification: 'https://github.com/cldf/cldf/tree/master/modules',
  carries: ['translations', 'many languages', 'part of speech', 'order of senses', 'licence', 'citation'],
  sniff: likenessToCldf,
  async open(input, options) {
    const forms = await tableNamed(input, 'forms.csv');
    const main = forms ?? (await tableNamed(input, 'entries.csv'));
    if (!main) throw missing(input, 'forms.csv or entries.csv');
    const stated = await statedInMetadata(isMetadata(input) ? input : await metadataOf(main));
    const tagOf = await languagesOf(main);
    const parts = forms ? await wordlist(forms, tagOf, options) : await dictionary(main, tagOf, options);
    return { ...stated, kind: 'lexicon', direction: 'said', parts };
  },
};

export function likenessToCldf(input: Input): number {
  if (isMetadata(input)) return 1;
  const [line = ''] = input.head.split(/\r?\n/, 1);
  const names = new Set(line.split(',').map((name) => name.replace(/^"|"$/g, '')));
  const hasAll = (...wanted: readonly string[]) => wanted.every((name) => names.has(name));
  if (hasAll('ID', 'Language_ID', 'Parameter_ID', 'Form')) return 1;
  return hasAll('ID', 'Language_ID', 'Headword') || hasAll('ID', 'Entry_ID', 'Description') ? 1 : 0;
}

function isMetadata({ head }: Input): boolean {
  return head.trimStart().startsWith('{') && /terms\.rdf#(Wordlist|Dictionary)"/.test(head);
}

/** The input itself where it is that table, else the table beside it. */
async function tableNamed(input: Input, name: string): Promise<Input | undefined> {
  return input.name === name ? input : input.sibling(name);
}

async function metadataOf(main: Input): Promise<Input | undefined> {
  for (const name of ['cldf-metadata.json', 'Wordlist-metadata.json', 'Dictionary-metadata.json']) {
    const found = await main.sibling(name);
    if (found) return found;
  }
  return undefined;
}

export type TagOf = (id: string) => string;

/** A language's tag by the data set's own id: its ISO code, else its name, else a private tag made of that. */
async function languagesOf(main: Input): Promise<TagOf> {
  const table = await main.sibling('languages.csv');
  const tags = new Map<string, string>();
  if (table) {
    const { rows } = await tableOf(table, ['ID']);
    for (const row of rows) {
      const iso = row('ISO639P3code');
      const known = /^[a-z]{3}$/.test(iso) ? resolveLanguage(iso) : undefined;
      tags.set(row('ID'), known ?? resolveLanguage(row('Name')) ?? privateTag(row('Name') || row('ID')) ?? 'und');
    }
  }
  return (id) => {
    const tag = tags.get(id) ?? resolveLanguage(id) ?? privateTag(id) ?? 'und';
    tags.set(id, tag);
    return tag;
  };
}

async function wordlist(forms: Input, tagOf: TagOf, options: ReadOptions): Promise<AsyncIterable<LexiconPart>> {
  const parameters = await forms.sibling('parameters.csv');
  if (!parameters) throw missing(forms, 'parameters.csv');
  const concepts: Table = await tableOf(parameters, ['ID']);
  return wordlistParts({ forms, rows: quotedRows(forms, ','), concepts, tagOf, options });
}

async function dictionary(entries: Input, tagOf: TagOf, options: ReadOptions): Promise<AsyncIterable<LexiconPart>> {
  const senses = await entries.sibling('senses.csv');
  if (!senses) throw missing(entries, 'senses.csv');
  const table = await tableOf(senses, ['Entry_ID']);
  return dictionaryParts({ entries, rows: quotedRows(entries, ','), senses: table, tagOf, options });
}

function missing(input: Input, name: string): CalqueError {
  return new CalqueError('input', `${name} is not beside it`, {
    place: { file: input.file },
    suggestions: ['a CLDF data set is a folder: keep its files together and name the folder'],
  });
}
