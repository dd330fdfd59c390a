import { lettersOf } from './apply.js';
import { exponential } from './arithmetic.js';
import { confidenceOf, inputsOf, type Way } from './calibrate.js';
import { DENSE } from './dense.js';
import { Direct, type Scored } from './direct.js';
import { groupByLemma, groupBySlot, type Knowledge } from './knowledge.js';
import { joinLetters, splitLetters } from './letters.js';
import type { KnownCell } from './lexicon.js';
import { Neighbours, nearestSlot } from './neighbours.js';
import { type Slot, slotOf } from './slots.js';
import { STRANGENESS, stretchOf } from './sounds.js';
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
  /** Likeliest first; the shares add up to one. */
  readonly forms: readonly { readonly form: string; readonly share: number }[];
}

/** Predicts forms of lemmas that the table may or may not have. */
export class Predictor {
  private readonly lemmas: ReadonlyMap<string, readonly KnownCell[]>;
  private readonly rows: Int32Array;
  private readonly direct: Direct;
  private learnt: Neighbours | undefined;
  private readonly strangeness = new Float32Array(STRANGENESS);
  private asked = '';
  private askedLetters = '';
  private word: Word = wordOf('');
  private readonly ofWord = new Map<number, readonly Scored[]>();

  constructor(readonly knowledge: Knowledge) {
    const { cells, filled, slots, ranker, sounds } = knowledge;
    this.lemmas = groupByLemma(cells);
    this.rows = new Int32Array(slots.all.length);
    for (const { slot } of cells) this.rows[slot.id] = (this.rows[slot.id] as number) + 1;
    this.direct = new Direct(groupBySlot([...cells, ...filled], slots.all.length), ranker, sounds);
  }

  predict(lemma: string, bundle: string, most = 1): Prediction[] {
    const slot = this.slot(bundle);
    const letters = this.lettersOf(lemma);
    const { forms, way, rows } = this.answer(letters, slot);
    if (forms.length === 0)
      return this.predictNearest(letters, slot, most) ?? [{ form: lemma, confidence: 0, bundle: '' }];
    return forms.slice(0, most).map(({ form, share }, i) => {
      const second = forms[i === 0 ? 1 : 0]?.share ?? 0;
      const confidence = confidenceOf(this.knowledge.calibration, way, inputsOf(share, second, rows));
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
    return forms.slice(0, most).map(({ form, share }) => ({
      form: joinLetters(form),
      confidence: share * NEAREST_TRUST,
      bundle: nearest.bundle,
    }));
  }

  slot(bundle: string): Slot {
    const { slots } = this.knowledge;
    const known = slots.find(bundle);
    if (known !== undefined) return known;
    const canonical = slots.canonical(bundle);
    return slotOf(-1, canonical);
  }

  private rowsOf(slot: Slot): number {
    return this.rows[slot.id] ?? 0;
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
      found = this.direct.predict(this.word, slot);
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
    const rows = this.rowsOf(slot);
    const known = this.lemmas.get(lemma) ?? [];
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
    const forms = [...scores].sort((a, b) => b[1] - a[1]).map(([form, p]) => ({ form, share: p / all }));
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
      for (const { form, p } of this.neighbours.votes(source.forms[0] as string, difference))
        scores.set(form, (scores.get(form) ?? 0) + (difference.reliability * p) ** 2);
    }
  }

  private askSources(slot: Slot, scores: Map<string, number>): void {
    for (const { slot: from, difference } of this.neighbours.sourcesOf(slot, SOURCES)) {
      const best = this.directly(from)[0];
      if (best === undefined) continue;
      for (const { form, p } of this.neighbours.votes(best.form, difference))
        scores.set(form, (scores.get(form) ?? 0) + difference.reliability * p * best.p);
    }
  }
}
