import { keyOfText } from '../model/model.js';
import type { PackageRow } from './format.js';
import type { LeakGuard } from './guard.js';
import { KeyTable } from './key-table.js';
import { keysOf, type RowKeys, templateKey } from './keys.js';
import { Numbers } from './numbers.js';

/** What became of a row, in the order in which rows are left out. */
export const FATES = [
  'kept',
  'licence',
  'repeated',
  'nearlyRepeated',
  'leak',
  'overPerTemplate',
  'overPerIntent',
  'split',
] as const;
export type Fate = (typeof FATES)[number];

export interface Balance {
  /** Leave out rows that say what an earlier row of the language says. */
  readonly dedupe: boolean;
  /** The same for rows that differ in nothing but the values of slots, in case or in punctuation. */
  readonly dedupeNear: boolean;
  /** Most rows of a template, in each language. */
  readonly maxPerTemplate: number | undefined;
  /** Most rows of an intent, in each language. */
  readonly perIntent: number | undefined;
}

export interface SurveyOptions extends Balance {
  readonly guard?: LeakGuard | undefined;
  /** Rows for which it is false are left out. */
  readonly accept?: ((row: PackageRow) => boolean) | undefined;
  /** False where rows are not split: then texts need not be remembered. */
  readonly forSplit?: boolean;
}

/** A template: what it is called, its intent, and the hash that orders templates. */
export interface SurveyedTemplate {
  readonly key: string;
  readonly intent: number;
}

/** What must be known of all rows before the first is written: some forty bytes a row. */
export class Survey {
  readonly #options: SurveyOptions;
  readonly fates = new Numbers();
  readonly intents = new Numbers();
  readonly templates = new Numbers();
  /** Keys of texts, skeletons and values; -1 for a row without slots. */
  readonly keys: readonly [Numbers, Numbers, Numbers] = [new Numbers(), new Numbers(), new Numbers()];
  readonly tables: readonly [KeyTable, KeyTable, KeyTable] = [new KeyTable(), new KeyTable(), new KeyTable()];
  readonly intentNames: string[] = [];
  readonly templateList: SurveyedTemplate[] = [];
  readonly #texts = new KeyTable();
  readonly #skeletons = new KeyTable();
  readonly #intentNumbers = new Map<string, number>();
  readonly #templateNumbers = new Map<string, number>();
  /** How many rows each template of each language has so far. */
  readonly #ordinals = new Map<string, number>();
  /** Rows of each intent of each language as [ordinal, row], where there is a most of them. */
  readonly #byIntent = new Map<string, [number, number][]>();

  constructor(options: SurveyOptions) {
    this.#options = options;
  }

  get length(): number {
    return this.fates.length;
  }

  add(row: PackageRow): void {
    const { forSplit = true, dedupeNear } = this.#options;
    // Rows of values in two languages are compared among themselves.
    const space = keyOfText(row.origin === 'code-switched' ? 1 : 0, row.locale);
    const intent = this.#intentOf(row.intent);
    this.intents.push(intent);
    this.templates.push(this.#templateOf(row.template, intent));
    const keys = forSplit || dedupeNear ? keysOf(row) : undefined;
    if (keys && forSplit) this.#noteKeys(space, keys);
    this.fates.push(FATES.indexOf(this.#fateOf(row, space, keys?.skeleton ?? '')));
  }

  #noteKeys(space: number, { text, skeleton, values }: RowKeys): void {
    this.keys[0].push(this.tables[0].numberOf(space, text));
    this.keys[1].push(this.tables[1].numberOf(space, skeleton));
    this.keys[2].push(values === '' ? -1 : this.tables[2].numberOf(space, values));
  }

  #fateOf(row: PackageRow, space: number, skeleton: string): Fate {
    const { accept, guard, dedupe, dedupeNear, maxPerTemplate, perIntent } = this.#options;
    if (accept?.(row) === false) return 'licence';
    if (dedupe && !isNew(this.#texts, space, row.utt)) return 'repeated';
    if (dedupeNear && !isNew(this.#skeletons, space, `${row.intent}\t${skeleton}`)) return 'nearlyRepeated';
    if (guard?.isLeak(row) === true) return 'leak';
    if (maxPerTemplate === undefined && perIntent === undefined) return 'kept';
    const template = `${space}\t${row.template}`;
    const ordinal = this.#ordinals.get(template) ?? 0;
    if (maxPerTemplate !== undefined && ordinal >= maxPerTemplate) return 'overPerTemplate';
    this.#ordinals.set(template, ordinal + 1);
    if (perIntent !== undefined) this.#noteForIntent(`${space}\t${row.intent}`, ordinal);
    return 'kept';
  }

  #noteForIntent(key: string, ordinal: number): void {
    const rows = this.#byIntent.get(key) ?? [];
    rows.push([ordinal, this.fates.length]);
    this.#byIntent.set(key, rows);
  }

  /** Leaves out what is over the number of an intent: first rows of all its templates stay before second ones. */
  limitIntents(): void {
    const { perIntent } = this.#options;
    if (perIntent === undefined) return;
    for (const rows of this.#byIntent.values()) {
      rows.sort(([a, row], [b, other]) => a - b || this.#orderOf(row) - this.#orderOf(other) || row - other);
      for (const [, row] of rows.slice(perIntent)) this.fates.set(row, FATES.indexOf('overPerIntent'));
    }
    this.#byIntent.clear();
  }

  #orderOf(row: number): number {
    return keyOfText(0, this.templateList[this.templates.at(row)]!.key) >>> 0;
  }

  #intentOf(intent: string): number {
    let number = this.#intentNumbers.get(intent);
    if (number === undefined) {
      number = this.intentNames.push(intent) - 1;
      this.#intentNumbers.set(intent, number);
    }
    return number;
  }

  #templateOf(template: string, intent: number): number {
    let number = this.#templateNumbers.get(template);
    if (number !== undefined) return number;
    const key = templateKey(template);
    number = this.#templateNumbers.get(key) ?? this.templateList.push({ key, intent }) - 1;
    this.#templateNumbers.set(key, number).set(template, number);
    return number;
  }

  isKept(row: number): boolean {
    return this.fates.at(row) === 0;
  }

  /** How many rows had a fate. */
  count(fate: Fate): number {
    const wanted = FATES.indexOf(fate);
    let count = 0;
    for (let row = 0; row < this.length; row++) if (this.fates.at(row) === wanted) count++;
    return count;
  }
}

function isNew(table: KeyTable, space: number, text: string): boolean {
  const before = table.size;
  return table.numberOf(space, text) === before;
}
