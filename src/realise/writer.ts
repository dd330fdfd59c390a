import type { Choices } from './choices.js';
import type { DistinctCounter } from './distinct.js';
import type { Page } from './page.js';

const BLANK = 0x20;
const COMMA = 0x2c;
const BRACKET = 0x5d;
/** Digits of an ordinal, punctuation, and some to spare. */
const SMALL_CHANGE = 128;

/** Writes rows to the page, without an object, a string or a closure for any of them. */
export class RowWriter {
  readonly #choices: Choices;
  readonly #page: Page;
  readonly #distinct: DistinctCounter | undefined;
  readonly #annotated: number;
  readonly #methods: number;
  readonly #end: number;
  readonly #sources: Int32Array;
  readonly #sourceBytes: number;
  /** What was chosen for the row at hand, and what it says: texts, their holes, where they begin. */
  readonly #sourceBits: Int32Array;
  #texts = new Int32Array(32);
  #holes = new Int32Array(32);
  #starts = new Int32Array(32);
  #said = 0;
  #bytes = 0;

  constructor(choices: Choices, distinct: DistinctCounter | undefined) {
    const { page, plan } = choices;
    this.#choices = choices;
    this.#page = page;
    this.#distinct = distinct;
    this.#annotated = page.addJson('","annot_utt":"');
    this.#methods = page.addJson('","slot_method":[');
    this.#end = page.addJson(']}\n');
    this.#sources = Int32Array.from(plan.sources, (name) => page.addJson(JSON.stringify(name)));
    this.#sourceBytes = this.#sources.reduce((bytes, text) => bytes + page.lengthOf(text) + 1, 0);
    this.#sourceBits = new Int32Array(choices.words);
    page.keepTexts();
  }

  /** The row of the loaded carrier with this ordinal. */
  row(ordinal: number): void {
    const page = this.#page;
    const choices = this.#choices;
    choices.tree.draw(ordinal);
    this.#gather();
    page.reserve(this.#bytes);
    page.put(choices.beginning);
    page.putNumber(ordinal);
    page.put(choices.middle);
    const start = page.position;
    this.#putUtterance();
    const end = page.position;
    this.#distinct?.add(page.view, start, end);
    page.put(this.#annotated);
    this.#putAnnotated(start, end);
    page.put(this.#methods);
    this.#putMethods();
    page.put(choices.end);
    this.#putSources();
    page.put(this.#end);
  }

  /** Collects the texts, holes and sources of what was chosen, and how many bytes the row may take. */
  #gather(): void {
    const choices = this.#choices;
    this.#bytes = this.#sourceBytes + SMALL_CHANGE + choices.constantBytes;
    this.#said = 0;
    for (let word = 0; word < choices.words; word++) this.#sourceBits[word] = 0;
    for (let segment = 0; segment < choices.segments; segment++) {
      const option = this.#choose(segment);
      const last = choices.lastEntries[option]!;
      for (let entry = choices.firstEntries[option]!; entry < last; entry++) {
        const hole = choices.entryHoles[entry]!;
        const text = choices.entryTexts[entry]!;
        if (hole < 0) this.#say(text, hole);
        else this.#say(this.#valueText(hole, text), hole);
      }
    }
  }

  #valueText(hole: number, form: number): number {
    const choices = this.#choices;
    const value = this.#choose(choices.segments + hole);
    this.#bytes += this.#page.lengthOf(choices.openings[hole]!) + this.#page.lengthOf(choices.methods[value]!) + 2;
    return choices.entryTexts[choices.firstEntries[value]! + form]!;
  }

  /** The place of what was chosen at a level, readied. */
  #choose(level: number): number {
    const choices = this.#choices;
    const choice = choices.tree.chosen[level]!;
    const place = choices.tree.starts[level]! + choice;
    if (choices.firstEntries[place]! < 0) choices.ready(level, choice);
    const { words, sources } = choices;
    for (let word = 0; word < words; word++) this.#sourceBits[word]! |= sources[place * words + word]!;
    return place;
  }

  #say(text: number, hole: number): void {
    const length = this.#page.lengthOf(text);
    if (length === 0) return;
    if (this.#said === this.#texts.length) this.#makeRoom();
    this.#texts[this.#said] = text;
    this.#holes[this.#said++] = hole;
    this.#bytes += 2 * length + 2;
  }

  #makeRoom(): void {
    const longer = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(2 * array.length);
      copy.set(array);
      return copy;
    };
    this.#texts = longer(this.#texts);
    this.#holes = longer(this.#holes);
    this.#starts = longer(this.#starts);
  }

  #putUtterance(): void {
    const page = this.#page;
    for (let i = 0; i < this.#said; i++) {
      if (i > 0) page.putByte(BLANK);
      this.#starts[i] = page.position;
      page.put(this.#texts[i]!);
    }
  }

  /** The utterance again, copied from where it was just put, with brackets around what holes said. */
  #putAnnotated(start: number, end: number): void {
    const page = this.#page;
    let from = start;
    for (let i = 0; i < this.#said; i++) {
      const hole = this.#holes[i]!;
      if (hole < 0) continue;
      const valueStart = this.#starts[i]!;
      const length = page.lengthOf(this.#texts[i]!);
      page.copy(from, valueStart - from);
      page.put(this.#choices.openings[hole]!);
      page.copy(valueStart, length);
      page.putByte(BRACKET);
      from = valueStart + length;
    }
    page.copy(from, end - from);
  }

  /** One entry for each slot, that of the hole said first. */
  #putMethods(): void {
    const page = this.#page;
    const { methods, segments, tree } = this.#choices;
    let entries = 0;
    for (let i = 0; i < this.#said; i++) {
      const hole = this.#holes[i]!;
      if (hole < 0 || (entries > 0 && this.#wasSaid(i))) continue;
      if (entries++ > 0) page.putByte(COMMA);
      const level = segments + hole;
      page.put(methods[tree.starts[level]! + tree.chosen[level]!]!);
    }
  }

  /** Whether a hole of the same slot comes earlier in the row. */
  #wasSaid(i: number): boolean {
    const { openings } = this.#choices;
    const opening = openings[this.#holes[i]!];
    for (let earlier = 0; earlier < i; earlier++) {
      const hole = this.#holes[earlier]!;
      if (hole >= 0 && openings[hole] === opening) return true;
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
