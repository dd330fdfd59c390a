import { type Choices, END, ENTRY, HOLE, LENGTH, METHOD, SOURCES, TEXT, TWIN, TWIN_LENGTH } from './choices.js';
import type { DistinctCounter } from './distinct.js';
import { Draws } from './draws.js';
import type { Page } from './page.js';

/** Rows drawn together. */
const BATCH = 1024;
/** Digits of an ordinal, punctuation, and some to spare. */
const SMALL_CHANGE = 128;
/** The utterance comes after the beginning and the middle: four numbers. */
const BEFORE_SAID = 4;

/**
 * Writes rows to the page, without an object, a string or a closure for any of them. A row is two lists of bytes to copy:
 * up to the end of the utterance, and from there on, with the utterance's annotated twin.
 */
export class RowWriter {
  readonly #choices: Choices;
  readonly #page: Page;
  readonly #distinct: DistinctCounter | undefined;
  readonly #draws = new Draws(BATCH);
  readonly #between: number;
  readonly #methods: number;
  readonly #end: number;
  readonly #sources: Int32Array;
  readonly #constantBytes: number;
  /** What is to be copied: from where and how many bytes, in turn. */
  #said = new Int32Array(0);
  #rest = new Int32Array(0);
  #saidEnd = 0;
  #restEnd = 0;
  #saidBytes = 0;
  /** The holes that were said, in order. */
  #holes = new Int32Array(16);
  #filled = 0;

  constructor(choices: Choices, distinct: DistinctCounter | undefined) {
    const { page, plan } = choices;
    this.#choices = choices;
    this.#page = page;
    this.#distinct = distinct;
    this.#between = page.addJson('","annot_utt":"');
    this.#methods = page.addJson('","slot_method":[');
    this.#end = page.addJson(']}\n');
    this.#sources = Int32Array.from(plan.sources, (name) => page.addJson(`,${JSON.stringify(name)}`));
    this.#constantBytes = this.#sources.reduce((bytes, text) => bytes + page.lengthOf(text), SMALL_CHANGE);
    page.keepTexts();
  }

  /** The rows of the loaded carrier from ordinal `first` to `last`, exclusive. */
  rows(first: number, last: number): void {
    const { tree } = this.#choices;
    for (let from = first; from < last; from += BATCH) {
      const count = Math.min(BATCH, last - from);
      this.#draws.draw(tree, from, count);
      this.#take(count);
      for (let row = 0; row < count; row++) {
        this.#put(from + row, row * tree.levels);
        this.#page.drain();
      }
    }
  }

  /** Readies what was chosen, and has the record of each unit in place of the choices. */
  #take(count: number): void {
    const choices = this.#choices;
    const { units, unitLevels, unitStarts } = choices;
    const { counts, levels } = choices.tree;
    const { chosen } = this.#draws;
    for (let at = 0; at < count * levels; at += levels) {
      let level = 0;
      for (let unit = 0; unit < units; unit++) {
        const next = unitLevels[unit + 1]!;
        let combination = 0;
        for (; level < next; level++) combination = combination * counts[level]! + chosen[at + level]!;
        const place = unitStarts[unit]! + combination;
        if (choices.recordOf[place]! < 0) choices.ready(unit, combination);
        chosen[at + unit] = choices.recordOf[place]!;
      }
    }
    this.#makeRoom(choices.recordsEnd, levels);
  }

  /** Nothing is said twice, so there is room for each carrier's records. */
  #makeRoom(numbers: number, levels: number): void {
    if (this.#holes.length < levels) this.#holes = new Int32Array(2 * levels);
    if (this.#said.length >= numbers + BEFORE_SAID) return;
    this.#said = new Int32Array(2 * numbers + BEFORE_SAID);
    this.#rest = new Int32Array(2 * numbers + 2 * this.#sources.length + 16);
  }

  /** The row whose choices have their places from `at` on. */
  #put(ordinal: number, at: number): void {
    const page = this.#page;
    const { beginning, digits, middle, end, holeBytes } = this.#choices;
    // An utterance and its annotated twin say each text of the carrier once at most.
    page.reserve(this.#constantBytes + holeBytes + 2 * page.textBytes);
    this.#said[0] = beginning;
    this.#said[1] = digits - beginning + page.setNumber(digits, ordinal);
    this.#said[2] = middle;
    this.#said[3] = page.lengthOf(middle);
    this.#restEnd = 0;
    this.#add(this.#between, 0);
    this.#say(at);
    this.#add(this.#methods, 0);
    this.#addMethods(at);
    this.#add(end, 0);
    this.#addSources(at);
    this.#add(this.#end, 0);
    page.put(this.#said, this.#saidEnd);
    const saidEnd = page.position;
    page.put(this.#rest, this.#restEnd);
    this.#distinct?.add(page.view, saidEnd - this.#saidBytes, saidEnd);
  }

  /** Lists a text without its first `skipped` bytes. */
  #add(text: number, skipped: number): void {
    this.#rest[this.#restEnd++] = text + skipped;
    this.#rest[this.#restEnd++] = this.#page.lengthOf(text) - skipped;
  }

  /** Lists the utterance and its annotated twin. Every text has a blank before it, left out of the first. */
  #say(at: number): void {
    const { saidUnits, records, words } = this.#choices;
    const { chosen } = this.#draws;
    const said = this.#said;
    const rest = this.#rest;
    let saidEnd = BEFORE_SAID;
    let restEnd = this.#restEnd;
    let filled = 0;
    let bytes = 0;
    for (let unit = 0; unit < saidUnits; unit++) {
      const record = chosen[at + unit]!;
      const last = records[record + END]!;
      for (let entry = record + SOURCES + words; entry < last; entry += ENTRY) {
        const hole = records[entry + HOLE]!;
        let source = entry;
        if (hole >= 0) source = chosen[at + saidUnits + hole]! + SOURCES + words + ENTRY * records[entry + TEXT]!;
        const text = records[source + TEXT]!;
        if (text === 0) continue;
        const blank = bytes === 0 ? 1 : 0;
        const length = records[source + LENGTH]! - blank;
        said[saidEnd] = text + blank;
        said[saidEnd + 1] = length;
        rest[restEnd] = records[source + TWIN]! + blank;
        rest[restEnd + 1] = records[source + TWIN_LENGTH]! - blank;
        saidEnd += 2;
        restEnd += 2;
        bytes += length;
        if (hole >= 0) this.#holes[filled++] = hole;
      }
    }
    this.#saidEnd = saidEnd;
    this.#restEnd = restEnd;
    this.#saidBytes = bytes;
    this.#filled = filled;
  }

  /** One entry for each slot, that of the hole said first; the first without its comma. */
  #addMethods(at: number): void {
    const { records, saidUnits } = this.#choices;
    const { chosen } = this.#draws;
    for (let i = 0; i < this.#filled; i++) {
      if (i > 0 && this.#wasSaid(i)) continue;
      this.#add(records[chosen[at + saidUnits + this.#holes[i]!]! + METHOD]!, i === 0 ? 1 : 0);
    }
  }

  /** Whether a hole of the same slot comes earlier in the row. */
  #wasSaid(i: number): boolean {
    const { openings } = this.#choices;
    const opening = openings[this.#holes[i]!];
    for (let earlier = 0; earlier < i; earlier++) {
      if (openings[this.#holes[earlier]!] === opening) return true;
    }
    return false;
  }

  /** The sources of all that was chosen, the first without its comma. */
  #addSources(at: number): void {
    const { units, records, words } = this.#choices;
    const { chosen } = this.#draws;
    let comma = 1;
    for (let word = 0; word < words; word++) {
      let bits = 0;
      for (let unit = 0; unit < units; unit++) bits |= records[chosen[at + unit]! + SOURCES + word]!;
      for (; bits !== 0; bits &= bits - 1) {
        this.#add(this.#sources[32 * word + 31 - Math.clz32(bits & -bits)]!, comma);
        comma = 0;
      }
    }
  }
}
