import { type Choices, NOTHING } from './choices.js';
import type { DistinctCounter } from './distinct.js';
import { Draws } from './draws.js';
import type { Page } from './page.js';

/** Rows drawn together. */
const BATCH = 256;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5d;
/** Digits of an ordinal, punctuation, and some to spare. */
const SMALL_CHANGE = 128;

/** Writes rows to the page, without an object, a string or a closure for any of them. */
export class RowWriter {
  readonly #choices: Choices;
  readonly #page: Page;
  readonly #distinct: DistinctCounter | undefined;
  readonly #draws = new Draws(BATCH);
  readonly #annotated: number;
  readonly #methods: number;
  readonly #end: number;
  readonly #sources: Int32Array;
  readonly #constantBytes: number;
  /** The row at hand: its sources as bits; by level, the place of what was chosen. */
  readonly #sourceBits: Int32Array;
  #places = new Int32Array(32);
  /** The holes that were said, in order, and where their values begin and end. */
  #holes = new Int32Array(16);
  #valueStarts = new Int32Array(16);
  #valueEnds = new Int32Array(16);
  #said = 0;

  constructor(choices: Choices, distinct: DistinctCounter | undefined) {
    const { page, plan } = choices;
    this.#choices = choices;
    this.#page = page;
    this.#distinct = distinct;
    this.#annotated = page.addJson('","annot_utt":');
    this.#methods = page.addJson('","slot_method":[');
    this.#end = page.addJson(']}\n');
    this.#sources = Int32Array.from(plan.sources, (name) => page.addJson(JSON.stringify(name)));
    this.#constantBytes = this.#sources.reduce((bytes, text) => bytes + page.lengthOf(text) + 1, SMALL_CHANGE);
    this.#sourceBits = new Int32Array(choices.words);
    page.keepTexts();
  }

  /** The rows of the loaded carrier from ordinal `first` to `last`, exclusive. */
  rows(first: number, last: number): void {
    const { tree } = this.#choices;
    this.#makeRoom(tree.levels);
    for (let from = first; from < last; from += BATCH) {
      const count = Math.min(BATCH, last - from);
      this.#draws.draw(tree, from, count);
      for (let row = 0; row < count; row++) {
        this.#take(row * tree.levels);
        this.#put(from + row);
        this.#page.drain();
      }
    }
  }

  #makeRoom(levels: number): void {
    if (levels <= this.#holes.length) return;
    this.#places = new Int32Array(2 * levels);
    this.#holes = new Int32Array(2 * levels);
    this.#valueStarts = new Int32Array(2 * levels);
    this.#valueEnds = new Int32Array(2 * levels);
  }

  /** Readies what was chosen, from `at` on, and collects its sources. */
  #take(at: number): void {
    const choices = this.#choices;
    const { starts, levels } = choices.tree;
    const { words } = choices;
    const chosen = this.#draws.chosen;
    const bits = this.#sourceBits;
    for (let word = 0; word < words; word++) bits[word] = 0;
    for (let level = 0; level < levels; level++) {
      const choice = chosen[at + level]!;
      const place = starts[level]! + choice;
      if (choices.firstEntries[place]! < 0) choices.ready(level, choice);
      const { sources } = choices;
      for (let word = 0; word < words; word++) bits[word]! |= sources[place * words + word]!;
      this.#places[level] = place;
    }
  }

  #put(ordinal: number): void {
    const page = this.#page;
    const choices = this.#choices;
    // An utterance and its annotated twin say each text of the carrier once at most.
    page.reserve(this.#constantBytes + choices.holeBytes + 2 * page.textBytes);
    page.put(choices.beginning);
    page.putNumber(ordinal);
    page.put(choices.middle);
    const start = page.position;
    this.#putUtterance(start);
    const end = page.position;
    this.#distinct?.add(page.view, start, end);
    page.put(this.#annotated);
    this.#putAnnotated(start - 1, end);
    page.put(this.#methods);
    this.#putMethods();
    page.put(choices.end);
    this.#putSources();
    page.put(this.#end);
  }

  /** Every text has a blank before it; that of the first goes where the quote is, which is put back. */
  #putUtterance(start: number): void {
    const page = this.#page;
    const { segments, firstEntries, lastEntries, entryHoles, entryTexts } = this.#choices;
    this.#said = 0;
    page.position = start - 1;
    for (let segment = 0; segment < segments; segment++) {
      const option = this.#places[segment]!;
      const last = lastEntries[option]!;
      for (let entry = firstEntries[option]!; entry < last; entry++) {
        const hole = entryHoles[entry]!;
        const text = entryTexts[entry]!;
        if (hole < 0) page.put(text);
        else this.#putValue(hole, entryTexts[firstEntries[this.#places[segments + hole]!]! + text]!);
      }
    }
    if (page.position < start) page.position = start;
    page.setByte(start - 1, QUOTE);
  }

  #putValue(hole: number, text: number): void {
    if (text === NOTHING) return;
    const page = this.#page;
    this.#holes[this.#said] = hole;
    this.#valueStarts[this.#said] = page.position + 1;
    page.put(text);
    this.#valueEnds[this.#said++] = page.position;
  }

  /** The utterance again, copied from where it was just put, with brackets around what holes said. */
  #putAnnotated(start: number, end: number): void {
    const page = this.#page;
    let from = start;
    for (let i = 0; i < this.#said; i++) {
      const valueStart = this.#valueStarts[i]!;
      const valueEnd = this.#valueEnds[i]!;
      page.copy(from, valueStart - from);
      page.put(this.#choices.openings[this.#holes[i]!]!);
      page.copy(valueStart, valueEnd - valueStart);
      page.putByte(BRACKET);
      from = valueEnd;
    }
    page.copy(from, end - from);
  }

  /** One entry for each slot, that of the hole said first. */
  #putMethods(): void {
    const page = this.#page;
    const { methods, segments } = this.#choices;
    for (let i = 0; i < this.#said; i++) {
      const hole = this.#holes[i]!;
      if (i > 0) {
        if (this.#wasSaid(i)) continue;
        page.putByte(COMMA);
      }
      page.put(methods[this.#places[segments + hole]!]!);
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

  #putSources(): void {
    const page = this.#page;
    let entries = 0;
    for (let word = 0; word < this.#sourceBits.length; word++) {
      for (let bits = this.#sourceBits[word]!; bits !== 0; bits &= bits - 1) {
        if (entries++ > 0) page.putByte(COMMA);
        page.put(this.#sources[32 * word + 31 - Math.clz32(bits & -bits)]!);
      }
    }
  }
}
