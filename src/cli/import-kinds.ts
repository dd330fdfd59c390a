import type {
  CellItem,
  LexiconItem,
  Rejection,
  SourceDescription,
  SourceKind,
  TemplateItem,
  TextItem,
  TypologyItem,
  ValueItem,
} from '../model/model.js';
import { annotate } from '../model/model.js';
import {
  type Input,
  type ItemFile,
  lexiconReaders,
  type PartSource,
  type Reader,
  type ReadOptions,
  type Remark,
  type Stated,
  tableReaders,
  templateReaders,
  textReaders,
  typologyReaders,
  valueReaders,
} from '../read/read.js';
import type { Import, Store } from '../store/store.js';
import { openLexicon } from './open-lexicon.js';
import { showText } from './show-text.js';

/** Items of one pair of languages, whatever their kind. */
export interface Part<Item> {
  readonly from: string;
  readonly to: string;
  readonly items: readonly Item[];
  readonly source?: PartSource;
}

export interface OpenedFile<Item> extends Stated {
  readonly kind: SourceKind;
  readonly direction: 'said' | 'guessed';
  readonly parts: AsyncIterable<Part<Item>>;
  remarks?(): readonly Remark[];
}

/** What an import needs to know of a kind of file. */
export interface ImportKind<Item extends { readonly line: number }> {
  readonly readers: readonly OpeningReader<Item>[];
  start(store: Store, description: SourceDescription): Import<Exclude<Item, Rejection>>;
  /** An entry as it was understood, for people. */
  show(item: Exclude<Item, Rejection>): string;
}

export interface OpeningReader<Item> extends Reader {
  openParts(input: Input, options: ReadOptions): Promise<OpenedFile<Item>>;
}

export const LEXICON: ImportKind<LexiconItem> = {
  readers: lexiconReaders.map((reader) => ({
    ...reader,
    openParts: (input, options) => openLexicon(reader, input, options),
  })),
  start: (store, description) => store.importLexicon(description),
  show: ({ from, to, pos, nounClass, sense, labels }) =>
    `${from} → ${to === '' ? '(nothing is said)' : to}${inBrackets([pos, nounClass, sense, labels])}`,
};

export const TABLE: ImportKind<CellItem> = {
  readers: tableReaders.map((reader) => ({ ...reader, ...single('table', reader) })),
  start: (store, description) => store.importCells(description),
  show: ({ lemma, form, bundle }) => `${lemma} + ${bundle} → ${form}`,
};

export function templateKind(scheme: string): ImportKind<TemplateItem> {
  return {
    readers: templateReaders.map((reader) => ({ ...reader, ...single('template', reader) })),
    start: (store, description) => store.importTemplates(description, scheme),
    show: ({ intent, text, spans }) => `${intent}: ${annotate(text, spans)}`,
  };
}

export const VALUE: ImportKind<ValueItem> = {
  readers: valueReaders.map((reader) => ({ ...reader, ...single('value', reader) })),
  start: (store, description) => store.importValues(description),
  show: ({ slot, english, text }) => `${slot}: ${english === '' ? '' : `${english} → `}${text}`,
};

export const TYPOLOGY: ImportKind<TypologyItem> = {
  readers: typologyReaders.map((reader) => ({ ...reader, ...single('typology', reader) })),
  start: (store, description) => store.importTypology(description),
  show: ({ language, parameter, value }) => `${language}: ${parameter} = ${value}`,
};

export const TEXT: ImportKind<TextItem> = {
  readers: textReaders.map((reader) => ({
    ...reader,
    async openParts(input, options) {
      return { ...(await reader.open(input, options)), kind: 'text', direction: 'said' };
    },
  })),
  start: (store, description) => store.importTexts(description),
  show: showText,
};

interface SingleReader<Item> {
  open(input: Input, options: ReadOptions): Promise<ItemFile<Item>>;
}

/** A file of one language is a file of one part. */
function single<Item>(kind: SourceKind, reader: SingleReader<Item>): Pick<OpeningReader<Item>, 'openParts'> {
  return {
    async openParts(input, options) {
      const { language, batches, ...stated } = await reader.open(input, options);
      return { ...stated, kind, direction: 'said', parts: inOnePart(batches, pairOf(kind, language)) };
    },
  };
}

/** Utterances are what is translated from; all else says something of the language translated into. */
function pairOf(kind: SourceKind, language: string): { readonly from: string; readonly to: string } {
  return kind === 'template' ? { from: language, to: '' } : { from: '', to: language };
}

async function* inOnePart<Item>(
  batches: AsyncIterable<readonly Item[]>,
  pair: { readonly from: string; readonly to: string },
): AsyncGenerator<Part<Item>> {
  for await (const items of batches) yield { ...pair, items };
}

function inBrackets(notes: readonly string[]): string {
  const said = notes.filter((note) => note !== '');
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}
