import type { Carrier, Piece, Plan, ValueMethod } from '../model/model.js';
import { carrierKey } from './keys.js';
import { escaped, type Page } from './page.js';
import { ChoiceTree } from './tree.js';

/** In place of a text: values should say something, and what says nothing is left out. */
export const NOTHING = 0;

/** Texts that a slot's name is part of. */
export interface SlotTexts {
  /** `[time : ` */
  readonly opening: number;
  /** Entries of `slot_method`. */
  readonly methods: Readonly<Record<ValueMethod, number>>;
  /** What they add to a row at most, with brackets and commas. */
  readonly bytes: number;
}

/**
 * The carrier at hand, its choices readied when they are first drawn: a carrier of which three rows are asked has most
 * of its choices never looked at.
 */
export class Choices {
  readonly tree = new ChoiceTree();
  segments = 0;
  /** What comes before the ordinal, between it and the utterance, and between `slot_method` and the sources. */
  beginning = 0;
  middle = 0;
  end = 0;
  /** What brackets and methods of all holes add to a row. */
  holeBytes = 0;
  /** By choice: where its entries begin, or -1; an option's entries are its pieces, a value's its forms. */
  firstEntries = new Int32Array(256);
  lastEntries = new Int32Array(256);
  /** By choice: its sources, one bit each, in as many words as the plan needs. */
  sources: Int32Array;
  /** By choice of a value: its entry of `slot_method`. */
  methods = new Int32Array(256);
  /** By entry: the hole to fill, or -1 for a text. */
  entryHoles = new Int32Array(256);
  /** By entry: the text, or the form in which the hole's value is asked for. */
  entryTexts = new Int32Array(256);
  /** By hole: `[time : `; the same text where the slot is the same. */
  openings = new Int32Array(16);
  #entries = 0;
  #carrier: Carrier | undefined;
  readonly #slotTexts = new Map<string, SlotTexts>();

  constructor(
    readonly plan: Plan,
    readonly page: Page,
    readonly words: number,
  ) {
    this.sources = new Int32Array(256 * words);
    for (const { holes } of plan.carriers) for (const { slot } of holes) this.#addSlot(slot);
  }

  /** Texts of the carrier before this one are given up. */
  load(carrier: Carrier, languageKey: number): void {
    this.page.forgetTexts();
    this.#carrier = carrier;
    this.#entries = 0;
    this.segments = carrier.segments.length;
    this.tree.load(carrier, carrierKey(languageKey, carrier));
    this.#grow(this.tree.size, carrier.holes.length);
    this.firstEntries.fill(-1, 0, this.tree.size);
    this.holeBytes = 0;
    for (let i = 0; i < carrier.holes.length; i++) {
      const texts = this.#slotTexts.get(carrier.holes[i]!.slot)!;
      this.openings[i] = texts.opening;
      this.holeBytes += texts.bytes;
    }
    this.#addConstants(carrier);
  }

  /** Readies a choice that is drawn for the first time. */
  ready(level: number, choice: number): void {
    const place = this.tree.starts[level]! + choice;
    const carrier = this.#carrier!;
    this.firstEntries[place] = this.#entries;
    if (level < this.segments) {
      const { pieces, sources } = carrier.segments[level]!.options[choice]!;
      this.#addSources(place, sources);
      this.#addPieces(pieces);
    } else {
      const hole = carrier.holes[level - this.segments]!;
      const { forms, method, sources } = hole.values[choice]!;
      this.#addSources(place, sources);
      for (const form of forms) this.#addEntry(-1, this.page.addSaid([form]) ?? NOTHING);
      this.methods[place] = this.#slotTexts.get(hole.slot)!.methods[method];
    }
    this.lastEntries[place] = this.#entries;
  }

  /** Words next to each other become one text. */
  #addPieces(pieces: readonly Piece[]): void {
    let words: string[] = [];
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i]!;
      if (typeof piece === 'string') {
        words.push(piece);
        continue;
      }
      this.#addWords(words);
      words = [];
      this.#addEntry(piece.hole, piece.form);
    }
    this.#addWords(words);
  }

  #addWords(words: readonly string[]): void {
    const text = this.page.addSaid(words);
    if (text !== undefined) this.#addEntry(-1, text);
  }

  #addEntry(hole: number, text: number): void {
    if (this.#entries === this.entryTexts.length) {
      this.entryHoles = doubled(this.entryHoles);
      this.entryTexts = doubled(this.entryTexts);
    }
    this.entryHoles[this.#entries] = hole;
    this.entryTexts[this.#entries++] = text;
  }

  #addSources(place: number, sources: readonly number[]): void {
    const first = place * this.words;
    this.sources.fill(0, first, first + this.words);
    for (const source of sources) this.sources[first + (source >>> 5)]! |= 1 << (source & 31);
  }

  #addSlot(slot: string): void {
    if (this.#slotTexts.has(slot)) return;
    const entry = (method: ValueMethod): number => this.page.addJson(JSON.stringify({ slot, method }));
    const opening = this.page.addJson(`[${escaped(slot)} : `);
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
    this.beginning = this.page.addJson(`{"id":"${id}#`);
    this.middle = this.page.addJson(`",${inside({ locale: this.plan.language, partition, scenario, intent })},"utt":"`);
    this.end = this.page.addJson(`],"score":${score},"tier":"${tier}","template":"${id}","sources":[`);
  }

  #grow(choices: number, holes: number): void {
    if (holes > this.openings.length) this.openings = new Int32Array(2 * holes);
    if (choices <= this.firstEntries.length) return;
    this.firstEntries = new Int32Array(2 * choices);
    this.lastEntries = new Int32Array(2 * choices);
    this.methods = new Int32Array(2 * choices);
    this.sources = new Int32Array(2 * choices * this.words);
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * array.length);
  longer.set(array);
  return longer;
}
