import { keyOfText } from '../../model/model.js';
import { keysOf, templateKey } from '../keys.js';
import type { Count, FileRecord, LanguageRecord, PackageRecord } from '../papers/record.js';
import type { Faults } from './fault.js';
import { type FaultyLine, type FiledRow, rowText, slotText } from './filed-row.js';

/** What is read of splits.json. */
export interface KnownSplit {
  readonly templates: ReadonlyMap<string, string>;
}

/** Counts and sums of one language in one format. */
interface Tally {
  rows: number;
  readonly partitions: Map<string, number>;
  readonly intents: Map<string, number>;
  readonly slots: Map<string, number>;
  /** Sums of hashes, which do not depend on the order of rows. */
  texts: number;
  labels: number;
  hasSpans: boolean;
}

/** Checks the rows of all formats against the record, the split, and each other, one row at a time. */
export class RowCheck {
  readonly #record: PackageRecord;
  readonly #split: KnownSplit | undefined;
  readonly #faults: Faults;
  readonly #tallies = new Map<string, Map<string, Tally>>();
  /** The format whose rows are compared across partitions. */
  #compared = '';
  readonly #sides = new Map<number, string>();

  constructor(record: PackageRecord, split: KnownSplit | undefined, faults: Faults) {
    this.#record = record;
    this.#split = split;
    this.#faults = faults;
  }

  async file(file: FileRecord, rows: AsyncIterable<FiledRow | FaultyLine>): Promise<void> {
    let count = 0;
    for await (const row of rows) {
      count++;
      if ('fault' in row) this.#faults.add({ check: 'schema', file: file.file, line: row.line, message: row.fault });
      else this.#row(row, file);
    }
    if (count !== file.rows) {
      this.#faults.add({ check: 'counts', file: file.file, message: `has ${count} rows; run.json says ${file.rows}` });
    }
  }

  #row(row: FiledRow, file: FileRecord): void {
    const locale = row.locale || file.locale;
    const partition = row.partition || file.partition;
    const fault = (check: 'schema' | 'splits', message: string) =>
      this.#faults.add({ check, file: file.file, line: row.line, message: `row ${row.id}: ${message}` });
    if (file.locale !== '' && locale !== file.locale) fault('schema', `is in ${locale}, the file in ${file.locale}`);
    if (file.partition !== '' && partition !== file.partition) {
      fault('splits', `says ${partition}, and stands in the file of ${file.partition}`);
    }
    const template = templateKey(row.id.slice(0, Math.max(0, row.id.lastIndexOf('#'))));
    const side = this.#split?.templates.get(template);
    if (this.#split && side !== partition) {
      fault('splits', `stands in ${partition}; its template belongs to ${side ?? 'no partition'}`);
    }
    this.#count(row, { format: file.format, locale, partition });
    this.#compare(row, { file, locale, partition });
  }

  #count(row: FiledRow, at: { readonly format: string; readonly locale: string; readonly partition: string }): void {
    const tally = this.#tally(at.format, at.locale);
    tally.rows++;
    increase(tally.partitions, at.partition);
    increase(tally.intents, row.intent);
    for (const slot of new Set(row.spans?.map(({ slot }) => slot))) increase(tally.slots, slot);
    tally.texts = (tally.texts + hash(`${at.partition}\t${rowText(row)}`)) % SUM;
    if (row.spans) tally.labels = (tally.labels + hash(slotText(row))) % SUM;
    else tally.hasSpans = false;
  }

  #tally(format: string, locale: string): Tally {
    const languages = this.#tallies.get(format) ?? new Map<string, Tally>();
    this.#tallies.set(format, languages);
    const tally = languages.get(locale) ?? newTally();
    languages.set(locale, tally);
    return tally;
  }

  /** No text, skeleton or combination of values is on two sides, where the split says so. */
  #compare(
    row: FiledRow,
    at: { readonly file: FileRecord; readonly locale: string; readonly partition: string },
  ): void {
    const by = this.#record.split?.by ?? [];
    if (!row.spans) return;
    this.#compared ||= at.file.format;
    if (this.#compared !== at.file.format) return;
    const keys = keysOf({ utt: row.utt, spans: row.spans });
    const space = `${at.locale}\t${row.id.endsWith('+code-switched') ? 1 : 0}`;
    for (const kind of ['text', 'skeleton', 'values'] as const) {
      if (!by.includes(kind) || keys[kind] === '') continue;
      const key = hash(`${kind}\t${space}\t${keys[kind]}`);
      const side = this.#sides.get(key);
      if (side === undefined) this.#sides.set(key, at.partition);
      else if (side !== at.partition) {
        const message = `row ${row.id}: its ${NAMES[kind]} is in ${side} and in ${at.partition}`;
        this.#faults.add({ check: 'leaks', file: at.file.file, line: row.line, message });
      }
    }
  }

  /** Compares what was counted with the record, and formats with each other. */
  finish(): void {
    const formats = [...this.#tallies];
    for (const [format, languages] of formats) {
      for (const language of this.#record.languages) {
        this.#compareCounts(format, language, languages.get(language.locale) ?? newTally());
      }
    }
    for (const [format, languages] of formats.slice(1)) {
      for (const [locale, tally] of languages) this.#compareFormats(format, locale, tally);
    }
  }

  #compareCounts(format: string, language: LanguageRecord, tally: Tally): void {
    const differ = (what: string) =>
      this.#faults.add({
        check: 'counts',
        file: format,
        message: `${language.locale}: ${what} are not as run.json says`,
      });
    if (tally.rows !== language.rows) differ('rows');
    if (!equal(tally.partitions, language.partitions)) differ('partitions');
    if (!equal(tally.intents, language.intents)) differ('intents');
    if (tally.hasSpans && !equal(tally.slots, language.slots)) differ('slots');
  }

  #compareFormats(format: string, locale: string, tally: Tally): void {
    const [first = '', languages] = [...this.#tallies][0] ?? [];
    const other = languages?.get(locale) ?? newTally();
    const differ = (what: string) => {
      const message = `${locale}: ${what} are not those of ${first}`;
      this.#faults.add({ check: 'formats', file: format, message });
    };
    if (tally.texts !== other.texts) differ('texts or intents');
    if (tally.hasSpans && other.hasSpans && tally.labels !== other.labels) differ('slots');
  }
}

const NAMES = { text: 'text', skeleton: 'text without values', values: 'combination of values' } as const;

function newTally(): Tally {
  return { rows: 0, partitions: new Map(), intents: new Map(), slots: new Map(), texts: 0, labels: 0, hasSpans: true };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function equal(counted: ReadonlyMap<string, number>, said: readonly Count[]): boolean {
  return counted.size === said.length && said.every(({ name, rows }) => counted.get(name) === rows);
}

const SUM = 2 ** 52;

/** 52 bits of a text. */
function hash(text: string): number {
  return (keyOfText(1, text) >>> 0) * 2 ** 20 + (keyOfText(2, text) >>> 12);
}
