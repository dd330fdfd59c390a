import type {
  CellRecord,
  ExportedEntry,
  Gazetteer,
  Lexicon,
  LexiconRecord,
  Paradigms,
  Source,
  SourceDescription,
  SourceKind,
  StoredTemplate,
  TableRow,
  TemplateRecord,
  TextRecord,
  TypologyRecord,
  ValueRecord,
} from '../model/model.js';
import { Connection, type OpenOptions } from './connection.js';
import { type ExportFilter, exportedEntries } from './export.js';
import type { Import } from './import.js';
import { importLexicon } from './lexicon-import.js';
import { Memory } from './memory.js';
import {
  type BundleCount,
  bundleCounts,
  type Entry,
  entriesOf,
  type LanguageCounts,
  languageCounts,
} from './overview.js';
import { cellsOfForm, type KeptPredictor, keepPredictor, readPredictor, tableHash, tableRows } from './predictors.js';
import { importCells, importTemplates, importTypology, importValues } from './record-imports.js';
import { type RemovedCounts, removeSource } from './remove.js';
import { listSources, sourceOfBytes } from './sources.js';
import { type LexiconOptions, languageWords, storeLexicon } from './store-lexicon.js';
import { type LicenceOption, storeGazetteer, storeParadigms } from './store-tables.js';
import { storedTemplates, type TemplateFilter, typologyOf } from './templates.js';
import { importTexts } from './text-import.js';
import { textsOf } from './texts.js';
import { Transaction } from './transaction.js';

export type { OpenOptions } from './connection.js';
export type { ExportFilter } from './export.js';
export type { Import } from './import.js';
export type { BundleCount, Entry, EntryTranslation, LanguageCounts } from './overview.js';
export type { KeptPredictor } from './predictors.js';
export type { RemovedCounts } from './remove.js';
export { SCHEMA_VERSION } from './schema.js';
export type { LexiconOptions } from './store-lexicon.js';
export type { LicenceOption } from './store-tables.js';
export type { TemplateFilter } from './templates.js';

export type LexiconImport = Import<LexiconRecord>;
export type CellImport = Import<CellRecord>;
export type TemplateImport = Import<TemplateRecord>;
export type ValueImport = Import<ValueRecord>;
export type TypologyImport = Import<TypologyRecord>;
export type TextImport = Import<TextRecord>;

/** Opens a store; what stands in the way (missing, locked, damaged, newer) is said in words. */
export function openStore(path: string, options: OpenOptions): Store {
  return new Store(path, options);
}

/** One SQLite file: written by one process at a time, readable by many. */
export class Store {
  readonly path: string;
  private readonly connection: Connection;
  private readonly transaction: Transaction;
  private readonly memory: Memory;

  constructor(path: string, options: OpenOptions) {
    this.path = path;
    this.connection = new Connection(path, options);
    this.transaction = new Transaction(this.connection);
    this.memory = new Memory(this.connection);
    this.transaction.follow(this.memory);
  }

  get canWrite(): boolean {
    return this.connection.mode === 'write';
  }

  close(): void {
    this.transaction.rollback();
    this.connection.db.close();
  }

  /** Opens a transaction that imports and removals join, over as many files as are wanted. */
  begin(): void {
    this.transaction.begin();
  }

  commit(): void {
    this.transaction.commit();
  }

  /** Takes back all since begin(); does nothing when no transaction is open. */
  rollback(): void {
    this.transaction.rollback();
  }

  sources(kind?: SourceKind): Source[] {
    return listSources(this.connection, kind);
  }

  /** The source that came from the same bytes, as the same kind and pair of languages. */
  findImport(sha256: string, kind: SourceKind, from: string, to: string): Source | undefined {
    return sourceOfBytes(this.connection, { sha256, kind, from, to });
  }

  importLexicon(description: SourceDescription): LexiconImport {
    return importLexicon({ ...this.tools, memory: this.memory }, description);
  }

  importCells(description: SourceDescription): CellImport {
    return importCells(this.tools, description);
  }

  importTemplates(description: SourceDescription, scheme: string): TemplateImport {
    return importTemplates(this.tools, description, scheme);
  }

  importValues(description: SourceDescription): ValueImport {
    return importValues(this.tools, description);
  }

  importTypology(description: SourceDescription): TypologyImport {
    return importTypology(this.tools, description);
  }

  /** Sentence pairs, verses, plain text and word counts, to learn from. */
  importTexts(description: SourceDescription): TextImport {
    return importTexts(this.tools, description);
  }

  /** What a source of text says, in the order of its file. */
  textsOf(source: string): Iterable<TextRecord> {
    return textsOf(this.connection, source);
  }

  /** Takes back exactly what only this source vouched for. */
  removeSource(name: string): RemovedCounts {
    return removeSource({ ...this.tools, forget: () => this.memory.forget() }, name);
  }

  lexicon(language: string, options: LexiconOptions): Lexicon {
    return storeLexicon(this.connection, language, options);
  }

  paradigms(language: string, options: LicenceOption = {}): Paradigms {
    return storeParadigms(this.connection, language, options);
  }

  /** Changes whenever the table of a language does. */
  tableHash(language: string, options: LicenceOption = {}): string {
    return tableHash(this.connection, language, options);
  }

  /** The whole table of a language, to learn from. */
  tableRows(language: string, options: LicenceOption = {}): TableRow[] {
    return tableRows(this.connection, language, options);
  }

  /** Cells of a table that have this form. */
  cellsOfForm(language: string, form: string): TableRow[] {
    return cellsOfForm(this.connection, language, form);
  }

  /** What was learnt from the table of this hash, if it was kept. */
  predictor(language: string, hash: string): Uint8Array | undefined {
    return readPredictor(this.connection, language, hash);
  }

  keepPredictor(predictor: KeptPredictor): void {
    keepPredictor(this.tools, predictor);
  }

  gazetteer(language: string, options: LicenceOption = {}): Gazetteer {
    return storeGazetteer(this.connection, language, options);
  }

  templates(filter: TemplateFilter = {}): StoredTemplate[] {
    return storedTemplates(this.connection, filter);
  }

  /** Parameter → value of a language, by its ISO 639-3 code. */
  typology(iso: string): Map<string, string> {
    return typologyOf(this.connection, iso);
  }

  /** Every translation with every source that vouches for it, one by one. */
  exportedEntries(filter: ExportFilter): IterableIterator<ExportedEntry> {
    return exportedEntries(this.connection, filter);
  }

  entriesOf(word: string, language?: string): Entry[] {
    return entriesOf(this.connection, word, language);
  }

  languages(): LanguageCounts[] {
    return languageCounts(this.connection);
  }

  bundles(language: string): BundleCount[] {
    return bundleCounts(this.connection, language);
  }

  /** Tells whether a string is a word or phrase of a language that the store knows. */
  languageWords(tag: string): (word: string) => boolean {
    return languageWords(this.connection, tag, !this.transaction.withoutIndices);
  }

  private get tools() {
    return { connection: this.connection, transaction: this.transaction };
  }
}
