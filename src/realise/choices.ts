import type { Carrier, Piece, Plan, ValueMethod } from '../model/model.js';
import { carrierKey } from './keys.js';
import { escaped, type Page } from './page.js';
import { LARGEST_SPACE } from './space.js';
import { ChoiceTree } from './tree.js';

/** A combination of options is worth a text of its own where so many rows may share it. */
const ROWS_FOR_A_COMBINATION = 64;
const MOST_COMBINATIONS = 1024;
/** Digits of an ordinal. */
const MOST_DIGITS = String(LARGEST_SPACE).length;

/** Texts that a slot's name is part of. */
export interface SlotTexts {
  /** ` [time :`: the value's own blank comes behind. */
  readonly opening: number;
  /** Entries of `slot_method`, a comma before each. */
  readonly methods: Readonly<Record<ValueMethod, number>>;
  /** What they add to a row at most, with brackets and commas. */
  readonly bytes: number;
}

/** A record of a choice: where it ends, the entry of `slot_method`, words of one bit for each source, its entries. */
export const END = 0;
export const METHOD = 1;
export const SOURCES = 2;
/** An entry: the hole to fill and the form asked for, or -1 and a text with its twin, each with its length. */
export const HOLE = 0;
export const TEXT = 1;
export const LENGTH = 2;
export const TWIN = 3;
export const TWIN_LENGTH = 4;
export const ENTRY = 5;

/**
 * The carrier at hand, its choices readied when they are first drawn: a carrier of which three rows are asked has most
 * of its choices never looked at.
 */
export class Choices {
  readonly tree = new ChoiceTree();
  /** Units of what is said: segments next to each other of few combinations. Each hole's values are a unit too, behind. */
  saidUnits = 0;
  units = 0;
  /** By unit: its first level, and where its combinations begin among all; one more at the end. */
  unitLevels = new Int32Array(32);
  unitStarts = new Int32Array(32);
  /** What comes up to the ordinal and its digits, between it and the utterance, and between methods and sources. */
  beginning = 0;
  digits = 0;
  middle = 0;
  end = 0;
  /** What brackets and methods of all holes add to a row. */
  holeBytes = 0;
  /** By combination: where its record begins, or -1; the entries of options are their pieces, a value's its forms. */
  recordOf = new Int32Array(256);
  /** Numbers side by side: one array is quicker than many. */
  records = new Int32Array(4096);
  recordsEnd = 0;
  /** By hole: ` [time :`; the same text where the slot is the same. */
  openings = new Int32Array(16);
  #carrier: Carrier | undefined;
  readonly #slotTexts = new Map<string, SlotTexts>();

  constructor(
    readonly plan: Plan,
    readonly page: Page,
    readonly words: number,
  ) {
    for (const { holes } of plan.carriers) for (const { slot } of holes) this.#addSlot(slot);
  }

  /** Texts of the carrier before this one are given up. */
  load(carrier: Carrier, { key, rows }: { readonly key: number; readonly rows: number }): void {
    this.page.forgetTexts();
    this.#carrier = carrier;
    this.recordsEnd = 0;
    this.tree.load(carrier, carrierKey(key, carrier));
    this.#group(carrier, Math.min(MOST_COMBINATIONS, rows / ROWS_FOR_A_COMBINATION));
    if (carrier.holes.length > this.openings.length) this.openings = new Int32Array(2 * carrier.holes.length);
    this.holeBytes = 0;
    for (let i = 0; i < carrier.holes.length; i++) {
      const texts = this.#slotTexts.get(carrier.holes[i]!.slot)!;
      this.openings[i] = texts.opening;
      this.holeBytes += texts.bytes;
    }
    this.#addConstants(carrier);
  }

  /** What is said for a row is put together from units, the fewer the better; but each combination is readied once. */
  #group({ segments, holes }: Carrier, most: number): void {
    const { counts, levels } = this.tree;
    if (levels >= this.unitStarts.length) {
      this.unitLevels = new Int32Array(2 * levels);
      this.unitStarts = new Int32Array(2 * levels);
    }
    this.units = 0;
    let start = 0;
    for (let level = 0; level < levels; this.units++) {
      this.unitLevels[this.units] = level;
      this.unitStarts[this.units] = start;
      let size = counts[level++]!;
      while (level < segments.length && size * counts[level]! <= most) size *= counts[level++]!;
      start += size;
    }
    this.saidUnits = this.units - holes.length;
    this.unitLevels[this.units] = levels;
    this.unitStarts[this.units] = start;
    if (start > this.recordOf.length) this.recordOf = new Int32Array(2 * start);
    this.recordOf.fill(-1, 0, start);
  }

  /** Readies a unit's combination that is drawn for the first time. */
  ready(unit: number, combination: number): void {
    const record = this.recordsEnd;
    this.recordOf[this.unitStarts[unit]! + combination] = record;
    this.#addRoom(SOURCES + this.words);
    this.records.fill(0, record, this.recordsEnd);
    if (unit < this.saidUnits) {
      this.#addOptions(unit, combination);
    } else {
      const { slot, values } = this.#carrier!.holes[unit - this.saidUnits]!;
      const { forms, method, sources } = values[combination]!;
      const texts = this.#slotTexts.get(slot)!;
      this.records[record + METHOD] = texts.methods[method];
      this.#addSources(record, sources);
      for (let form = 0; form < forms.length; form++) this.#addValue(forms[form]!, texts.opening);
    }
    this.records[record + END] = this.recordsEnd;
  }

  #addOptions(unit: number, combination: number): void {
    const record = this.recordOf[this.unitStarts[unit]! + combination]!;
    const { counts } = this.tree;
    let size = this.unitStarts[unit + 1]! - this.unitStarts[unit]!;
    let rest = combination;
    for (let level = this.unitLevels[unit]!; level < this.unitLevels[unit + 1]!; level++) {
      size /= counts[level]!;
      const { pieces, sources } = this.#carrier!.segments[level]!.options[Math.floor(rest / size)]!;
      rest %= size;
      this.#addSources(record, sources);
      this.#addPieces(pieces);
    }
    this.#addWords();
  }

  /** Words next to each other become one text, also those of segments next to each other. */
  #addPieces(pieces: readonly Piece[]): void {
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i]!;
      if (typeof piece === 'string') {
        this.page.say(piece);
        continue;
      }
      this.#addWords();
      this.#addEntry(piece.hole, piece.form, 0);
    }
  }

  #addWords(): void {
    const text = this.page.endSaid();
    if (text !== 0) this.#addEntry(-1, text, text);
  }

  #addValue(form: string, opening: number): void {
    this.page.say(form);
    const text = this.page.endSaid();
    this.#addEntry(-1, text, text === 0 ? 0 : this.page.addBracketed(opening, text));
  }

  #addEntry(hole: number, text: number, twin: number): void {
    const entry = this.#addRoom(ENTRY);
    this.records[entry + HOLE] = hole;
    this.records[entry + TEXT] = text;
    this.records[entry + TWIN] = twin;
    if (hole >= 0 || text === 0) return;
    this.records[entry + LENGTH] = this.page.lengthOf(text);
    this.records[entry + TWIN_LENGTH] = this.page.lengthOf(twin);
  }

  #addSources(record: number, sources: readonly number[]): void {
    const first = record + SOURCES;
    for (let i = 0; i < sources.length; i++) this.records[first + (sources[i]! >>> 5)]! |= 1 << (sources[i]! & 31);
  }

  #addRoom(numbers: number): number {
    const start = this.recordsEnd;
    this.recordsEnd += numbers;
    if (this.recordsEnd > this.records.length) {
      const longer = new Int32Array(2 * this.recordsEnd);
      longer.set(this.records);
      this.records = longer;
    }
    return start;
  }

  #addSlot(slot: string): void {
    if (this.#slotTexts.has(slot)) return;
    const entry = (method: ValueMethod): number => this.page.addJson(`,${JSON.stringify({ slot, method })}`);
    const opening = this.page.addJson(` [${escaped(slot)} :`);
    const methods = {
      translation: entry('translation'),
      localization: entry('localization'),
      unchanged: entry('unchanged'),
    };
    const longest = Math.max(...Object.values(methods).map((text) => this.page.lengthOf(text)));
    this.#slotTexts.set(slot, { opening, methods, bytes: this.page.lengthOf(opening) + longest + 2 });
  }

  #addConstants({ partition, scenario, intent, score, tier, template }: Carrier): void {
    const inside = (fields: object): string => JSON.stringify(fields).slice(1, -1);
    const id = escaped(template);
    this.beginning = this.page.addJson(`{"id":"${id}#${' '.repeat(MOST_DIGITS)}`);
    this.digits = this.beginning + this.page.lengthOf(this.beginning) - MOST_DIGITS;
    this.middle = this.page.addJson(`",${inside({ locale: this.plan.language, partition, scenario, intent })},"utt":"`);
    this.end = this.page.addJson(`],"score":${score},"tier":"${tier}","template":"${id}","sources":[`);
  }
}
