import { lettersOf } from './apply.js';
import { exponential } from './arithmetic.js';
import { confidenceOf, inputsOf, type Way } from './calibrate.js';
import { DENSE } from './dense.js';
import { Direct, type Scored } from './direct.js';
import { type CellIndex, groupByLemma, type Knowledge } from './knowledge.js';
import { joinLetters, splitLetters } from './letters.js';
import type { KnownCell } from './lexicon.js';
import { nearestSlot } from './nearest.js';
import { Neighbours } from './neighbours.js';
import { Slot } from './slots.js';
import { STRANGENESS, stretchOf } from './sounds.js';
import type { SlotStatistics } from './statistics.js';
import { type Word, wordOf } from './word.js';

export interface Prediction {
  readonly form: string;
  /** 0..1, fitted on lemmas that were held out. */
  readonly confidence: number;
  /** The bundle whose form this is, canonical; '' when nothing could be predicted and the form is the lemma. */
  readonly bundle: string;
}

/** Ways to a rare bundle that are asked, and rows from which a bundle stands on its own. */
const SOURCES = 8;
const RARE = 2;
const NEAREST_TRUST = 0.15;

export interface Answer {
  readonly way: Way;
  readonly rows: number;
  /** Likeliest first; they add up to one. */
  readonly forms: readonly Scored[];
}

/** A lemma of the table that is taken for unknown, but for some of its cells. */
export interface LeftOut {
  readonly lemma: string;
  readonly known: readonly KnownCell[];
  /** All cells of the lemma, by the number of their slot. */
  readonly cells: ReadonlyMap<number, KnownCell>;
}

/** Predicts forms of lemmas that the table may or may not have. */
export class Predictor {
  private readonly direct: Direct;
  private learnt: Neighbours | undefined;
  private readonly strangeness = new Float32Array(STRANGENESS);
  private asked = '';
  private askedLetters = '';
  private word: Word = wordOf('');
  private readonly ofWord = new Map<number, readonly Scored[]>();

  private leftOut: LeftOut | undefined;

  constructor(
    readonly knowledge: Knowledge,
    private readonly index: CellIndex,
    statistics?: (SlotStatistics | undefined)[],
  ) {
    this.direct = new Direct(index, knowledge.ranker, knowledge.sounds, statistics);
  }

  predict(lemma: string, bundle: string, most = 1): Prediction[] {
    const slot = this.slot(bundle);
    const letters = this.lettersOf(lemma);
    const { forms, way, rows } = this.answer(letters, slot);
    if (forms.length === 0)
      return this.predictNearest(letters, slot, most) ?? [{ form: lemma, confidence: 0, bundle: '' }];
    return forms.slice(0, most).map((scored, i) => {
      const { form, p: share } = scored;
      const second = forms[i === 0 ? 1 : 0]?.p ?? 0;
      const confidence = confidenceOf(this.knowledge.calibration, way, inputsOf(scored, second, { way, rows }));
      return {
        form: joinLetters(form),
        confidence: i === 0 ? confidence : Math.min(confidence, share),
        bundle: slot.bundle,
      };
    });
  }

  /** Cells of one lemma are mostly asked for together. */
  private lettersOf(lemma: string): string {
    if (lemma !== this.asked) {
      this.asked = lemma;
      this.askedLetters = splitLetters(lemma);
    }
    return this.askedLetters;
  }

  /** The same features of another part of speech, or the bundle that shares most; said so, and hardly believed. */
  private predictNearest(lemma: string, slot: Slot, most: number): Prediction[] | undefined {
    const nearest = nearestSlot(slot, this.knowledge.slots.all, (other) => this.rowsOf(other));
    if (nearest === undefined) return undefined;
    const { forms } = this.answer(lemma, nearest);
    if (forms.length === 0) return undefined;
    return forms.slice(0, most).map(({ form, p }) => ({
      form: joinLetters(form),
      confidence: p * NEAREST_TRUST,
      bundle: nearest.bundle,
    }));
  }

  slot(bundle: string): Slot {
    const { slots } = this.knowledge;
    const known = slots.find(bundle);
    if (known !== undefined) return known;
    const canonical = slots.canonical(bundle);
    return new Slot(-1, canonical);
  }

  /** From now on a lemma is taken for unknown: to find out how well unknown lemmas are predicted. */
  leaveOut(leftOut: LeftOut | undefined): void {
    this.leftOut = leftOut;
    this.ofWord.clear();
  }

  private rowsOf(slot: Slot): number {
    return this.index.rows[slot.id] ?? 0;
  }

  private rowsWithoutOwn(slot: Slot): number {
    const own = this.leftOut?.cells.get(slot.id);
    return this.rowsOf(slot) - (own?.weight === 1 ? 1 : 0);
  }

  private get neighbours(): Neighbours {
    this.learnt ??= new Neighbours(
      this.knowledge,
      groupByLemma([...this.knowledge.cells, ...this.knowledge.imagined]),
      (slot) => this.rowsOf(slot),
    );
    return this.learnt;
  }

  private directly(slot: Slot): readonly Scored[] {
    let found = this.ofWord.get(slot.id);
    if (found === undefined) {
      found = this.direct.predict(this.word, slot, this.leftOut?.cells.get(slot.id));
      this.ofWord.set(slot.id, found);
    }
    return found;
  }

  /** What direct statistics, neighbouring bundles and the lemma's own known cells propose, put together. */
  answer(lemma: string, slot: Slot): Answer {
    if (lemma !== this.word.text) {
      this.word = wordOf(lemma);
      this.ofWord.clear();
    }
    const rows = this.rowsWithoutOwn(slot);
    const known = this.leftOut?.known ?? this.index.ofLemma(lemma);
    if (known.length === 0 && rows > RARE) return { way: 'direct', rows, forms: this.directly(slot) };
    const scores = new Map<string, number>();
    let way: Way = 'direct';
    if (known.length > 0) this.askParadigm(slot, known, scores);
    if (scores.size > 0) way = 'paradigm';
    if (rows <= RARE) {
      const of = scores.size;
      this.askSources(slot, scores);
      if (of === 0 && scores.size > 0) way = 'neighbours';
    }
    if (scores.size > 1) this.weighSounds(lemma, scores);
    if (rows > 0) {
      const weight = way === 'direct' ? 1 : rows / (rows + 2);
      for (const { form, p } of this.directly(slot)) scores.set(form, (scores.get(form) ?? 0) + p * weight);
    }
    const all = [...scores.values()].reduce((sum, p) => sum + p, 0);
    const forms = [...scores].sort((a, b) => b[1] - a[1]).map(([form, p]) => ({ form, p: p / all, first: false }));
    return { way, rows, forms };
  }

  /** Forms with sequences of letters that the language lacks lose: what it costs is what the ranker has learnt. */
  private weighSounds(lemma: string, scores: Map<string, number>): void {
    const { sounds, ranker } = this.knowledge;
    const letters = lettersOf(lemma);
    for (const [form, score] of scores) {
      sounds.measure(stretchOf(form), letters, this.strangeness, 0);
      let cost = 0;
      for (let i = 0; i < STRANGENESS; i++)
        cost += (ranker.dense[DENSE - STRANGENESS + i] as number) * (this.strangeness[i] as number);
      scores.set(form, score * exponential(Math.min(0, cost)));
    }
  }

  private askParadigm(slot: Slot, known: readonly KnownCell[], scores: Map<string, number>): void {
    const slots = known.map((cell) => cell.slot);
    for (const { slot: from, difference } of this.neighbours.bestSources(slot, slots, SOURCES)) {
      const source = known.find((cell) => cell.slot === from) as KnownCell;
      for (const { form, p } of this.neighbours.votes(source.forms[0] as string, difference, this.leftOut?.lemma))
        scores.set(form, (scores.get(form) ?? 0) + (difference.reliability * p) ** 2);
    }
  }

  private askSources(slot: Slot, scores: Map<string, number>): void {
    for (const { slot: from, difference } of this.neighbours.sourcesOf(slot, SOURCES)) {
      const best = this.directly(from)[0];
      if (best === undefined) continue;
      for (const { form, p } of this.neighbours.votes(best.form, difference, this.leftOut?.lemma))
        scores.set(form, (scores.get(form) ?? 0) + difference.reliability * p * best.p);
    }
  }
}
