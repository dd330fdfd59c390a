import type { Connection } from './connection.js';
import { LexemeTable, PairTable } from './interned.js';
import { RowBuffer } from './rows.js';
import { foldKey } from './schema.js';
import type { Follower } from './transaction.js';

/**
 * The lexemes and translations that imports have met, kept from one import of a store to the next so that a command
 * with many files reads them once.
 */
export class Memory implements Follower {
  readonly pairs: { table: PairTable };
  readonly translations: RowBuffer;
  readonly evidence: RowBuffer;
  /** Evidence without label or sense, which most is: a third of what is bound to a row would be nothing. */
  readonly plainEvidence: RowBuffer;
  private readonly connection: Connection;
  private readonly lexemes: RowBuffer;
  private readonly languages = new Map<number, LexemeTable>();
  private readonly paired = new Set<number>();
  private readonly senses = new Map<string, number>();
  private nextLexeme = 0;
  private nextTranslation = 0;

  constructor(connection: Connection) {
    this.connection = connection;
    this.pairs = { table: new PairTable() };
    this.lexemes = new RowBuffer(connection, 'into lexeme', ['language', 'lemma', 'folded', 'pos', 'noun_class']);
    this.translations = new RowBuffer(connection, 'into translation', ['origin', 'target', 'language']);
    const columns = ['translation', 'source', 'line', 'rank', 'labels', 'sense'];
    this.evidence = new RowBuffer(connection, 'or ignore into evidence', columns);
    this.plainEvidence = new RowBuffer(connection, 'or ignore into evidence', columns.slice(0, 4));
  }

  flush(): void {
    this.lexemes.flush();
    this.translations.flush();
    this.evidence.flush();
    this.plainEvidence.flush();
  }

  forget(): void {
    for (const buffer of [this.lexemes, this.translations, this.evidence, this.plainEvidence]) buffer.clear();
    this.languages.clear();
    this.paired.clear();
    this.senses.clear();
    this.pairs.table = new PairTable();
    this.nextLexeme = 0;
    this.nextTranslation = 0;
  }

  /** Spares a language that is new to the store the reading of what it cannot have. */
  startEmpty(language: number): void {
    this.languages.set(language, new LexemeTable());
    this.paired.add(language);
  }

  /** The lexemes of a language, read from the store at the first call. */
  lexemesOf(language: number): LexemeTable {
    if (this.nextLexeme === 0) this.nextLexeme = this.nextId('lexeme');
    let table = this.languages.get(language);
    if (!table) {
      table = new LexemeTable();
      const sql = 'select id, lemma, pos, noun_class from lexeme where language = ?';
      const rows = this.connection.prepare(sql).raw().iterate(language) as IterableIterator<
        [number, string, string, string]
      >;
      for (const [id, lemma, pos, nounClass] of rows) table.of(pos, nounClass).add(lemma, id);
      this.languages.set(language, table);
    }
    return table;
  }

  /** Reads the translations into a language, unless it has. */
  loadPairs(language: number): void {
    if (this.nextTranslation === 0) this.nextTranslation = this.nextId('translation');
    if (this.paired.has(language)) return;
    this.paired.add(language);
    const sql = 'select id, origin, target from translation where language = ?';
    const rows = this.connection.prepare(sql).raw().iterate(language) as IterableIterator<[number, number, number]>;
    for (const [id, origin, target] of rows) this.pairs.table.add(origin, target, id);
  }

  addLexeme(language: number, lemma: string, kind: { pos: string; nounClass: string }): number {
    const id = this.nextLexeme++;
    const folded = foldKey(lemma);
    const buffer = this.lexemes;
    const at = buffer.next();
    const { values } = buffer;
    values[at] = language;
    values[at + 1] = lemma;
    values[at + 2] = folded === lemma ? null : folded;
    values[at + 3] = kind.pos;
    values[at + 4] = kind.nounClass;
    buffer.lastId = id;
    return id;
  }

  addTranslation(origin: number, target: number, language: number): number {
    const id = this.nextTranslation++;
    const at = this.translations.next();
    const { values } = this.translations;
    values[at] = origin;
    values[at + 1] = target;
    values[at + 2] = language;
    this.translations.lastId = id;
    return id;
  }

  sense(lexeme: number, gloss: string): number {
    const key = `${lexeme} ${gloss}`;
    let id = this.senses.get(key);
    if (id === undefined) {
      this.connection.run('insert or ignore into sense (lexeme, gloss) values (?, ?)', lexeme, gloss);
      const sql = 'select id from sense where lexeme = ? and gloss = ?';
      id = Number(this.connection.row<{ id: number }>(sql, lexeme, gloss)?.id);
      this.senses.set(key, id);
    }
    return id;
  }

  private nextId(table: 'lexeme' | 'translation'): number {
    return Number(this.connection.row<{ n: number }>(`select ifnull(max(id), 0) + 1 as n from ${table}`)?.n);
  }
}
