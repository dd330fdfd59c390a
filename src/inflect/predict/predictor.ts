import { exponential } from './arithmetic.js';
import { type Believed, confidenceOf, inputsOf, type Judged } from './calibrate.js';
import { OF_RULE } from './dense.js';
import { Direct, type Scored } from './direct.js';
import { KeptForWord } from './kept-for-word.js';
import { type CellIndex, groupByLemma, type Knowledge } from './knowledge.js';
import { joinLetters, splitLetters } from './letters.js';
import type { KnownCell } from './lexicon.js';
import { nearestSlot } from './nearest.js';
import { Neighbours } from './neighbours.js';
import { Slot } from './slots.js';
import { STRANGENESS, stretchOf } from './sounds.js';
import type { SlotStatistics } from './statistics.js';
import { Support } from './support.js';
import { Word } from './word.js';

export interface Prediction {
  readonly form: string;
  /** 0..1, fitted on lemmas that were held out. */
  readonly confidence: number;
  /** The bundle whose form this is, canonical; '' when nothing could be predicted and the form is the lemma. */
  readonly bundle: string;
}

/** Ways to a bundle that are asked where its own rules say little, and where they leave a doubt. */
const SOURCES = { rare: 8, doubtful: 3 } as const;
/** A bundle of no more rows is rare. */
const RARE = 2;
/** Below this, other bundles are asked, too: what they know of the word may settle which class it belongs to. */
const DOUBT = 0.6;
/** Cells of a known lemma that are asked. */
const MOST_CELLS = 10;
/** With so many of one mind the others are not asked. */
const AGREED = 3;
const NEAREST_TRUST = 0.15;

export interface Answer extends Judged {
  /** Likeliest first; they add up to one. */
  readonly forms: readonly Believed[];
  /** What the forms were put together from, where it is more than the bundle's own rules. */
  readonly support?: Support;
  /** What the bundle's own rules said, where they left a doubt. */
  readonly doubted?: readonly Scored[];
}

/** The likeliest form of a bundle. */
interface Best {
  readonly word: Word;
  readonly p: number;
}

/** A form that no rule of the bundle has made. */
const UNSEEN = { first: false, suffix: 1, prefix: 1, count: 0, depth: 0 } as const;

/** A lemma of the table that is taken for unknown, but for some of its cells. */
export interface LeftOut {
  readonly lemma: string;
  readonly known: readonly KnownCell[];
  /** All cells of the lemma. */
  readonly cells: readonly KnownCell[];
}

/** Predicts forms of lemmas that the table may or may not have. */
export class Predictor {
  private readonly direct: Direct;
  private learnt: Neighbours | undefined;
  private readonly strangeness = new Float32Array(STRANGENESS);
  private asked = '';
  private askedLetters = '';
  private word: Word = new Word('');
  private readonly ofWord: KeptForWord<readonly Scored[]>;
  /** The likeliest forms of bundles from which others are reached. */
  private readonly bestOfWord: KeptForWord<Best | undefined>;
  /** Bundles that stand in for others, by the others' names. */
  private readonly nearest = new Map<string, Slot | undefined>();

  private leftOut: LeftOut | undefined;
  /** Cells of the lemma that is left out, by slot. */
  private ownCells: ReadonlyMap<number, KnownCell> | undefined;

  constructor(
    readonly knowledge: Knowledge,
    private readonly index: CellIndex,
    statistics?: (SlotStatistics | undefined)[],
  ) {
    this.ofWord = new KeptForWord(knowledge.slots.all.length);
    this.bestOfWord = new KeptForWord(knowledge.slots.all.length);
    this.direct = new Direct(index, knowledge.ranker, knowledge.sounds, statistics);
  }

  predict(lemma: string, bundle: string, most = 1): Prediction[] {
    const slot = this.slot(bundle);
    const letters = this.lettersOf(lemma);
    const answer = this.answer(letters, slot);
    const { forms, way, rows } = answer;
    const { citedUnseen } = this.knowledge;
    if (rows === 0 && citedUnseen > 0) return [{ form: lemma, confidence: citedUnseen, bundle: '' }];
    if (forms.length === 0)
      return this.predictNearest(letters, slot, most) ?? [{ form: lemma, confidence: 0, bundle: '' }];
    return forms.slice(0, most).map((scored, i) => {
      const { form, p: share } = scored;
      const second = forms[i === 0 ? 1 : 0]?.p ?? 0;
      const confidence = confidenceOf(this.knowledge.calibration, way, inputsOf(scored, second, answer));
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
    const nearest = this.nearestOf(slot);
    if (nearest === undefined) return undefined;
    const { forms } = this.answer(lemma, nearest);
    if (forms.length === 0) return undefined;
    return forms.slice(0, most).map(({ form, p }) => ({
      form: joinLetters(form),
      confidence: p * NEAREST_TRUST,
      bundle: nearest.bundle,
    }));
  }

  private nearestOf(slot: Slot): Slot | undefined {
    if (!this.nearest.has(slot.bundle)) {
      const nearest = nearestSlot(slot, this.knowledge.slots.all, (other) => this.rowsOf(other));
      this.nearest.set(slot.bundle, nearest);
    }
    return this.nearest.get(slot.bundle);
  }

  slot(bundle: string): Slot {
    const { slots } = this.knowledge;
    const known = slots.find(bundle);
    if (known !== undefined) return known;
    const canonical = slots.canonical(bundle);
    return new Slot(-1, canonical);
  }

  /** From now on a lemma is taken for unknown: to find out how well unknown lemmas are predicted. */
  leaveOut(leftOut: LeftOut): void {
    if (leftOut.cells !== this.leftOut?.cells) {
      this.ownCells = new Map(leftOut.cells.map((cell) => [cell.slot.id, cell]));
      this.forget();
    }
    this.leftOut = leftOut;
  }

  private rowsOf(slot: Slot): number {
    return this.index.rows[slot.id] ?? 0;
  }

  private rowsWithoutOwn(slot: Slot): number {
    const own = this.ownCells?.get(slot.id);
    return Math.max(0, this.rowsOf(slot) - (own?.weight === 1 ? 1 : 0));
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
    const { id } = slot;
    if (this.ofWord.has(id)) return this.ofWord.get(id);
    return this.ofWord.set(id, this.direct.predict(this.word, slot, this.ownCells?.get(id)));
  }

  private best(slot: Slot): Best | undefined {
    const { id } = slot;
    if (this.bestOfWord.has(id)) return this.bestOfWord.get(id);
    const [best] = this.directly(slot);
    return this.bestOfWord.set(id, best && { word: new Word(best.form), p: best.p });
  }

  private forget(): void {
    this.ofWord.clear();
    this.bestOfWord.clear();
  }

  /** What direct statistics, neighbouring bundles and the lemma's own known cells propose, put together. */
  answer(lemma: string, slot: Slot): Answer {
    if (lemma !== this.word.text) {
      this.word = new Word(lemma);
      this.forget();
    }
    const rows = this.rowsWithoutOwn(slot);
    const known = this.leftOut?.known ?? this.index.ofLemma(lemma);
    const isRare = rows <= RARE;
    if (known.length === 0 && !isRare) {
      const forms = this.directly(slot);
      const [best] = forms;
      // A word that none of the bundle's rules fits is hardly a lemma as this table has them: others would mislead.
      if (best === undefined || best.p >= DOUBT) return { way: 'direct', rows, sources: 0, forms };
    }
    const support = new Support();
    if (known.length > 0) this.askParadigm(slot, known, support);
    const way = support.size > 0 ? 'paradigm' : isRare ? 'neighbours' : 'doubtful';
    if (isRare) this.askSources(slot, SOURCES.rare, support);
    else if (known.length === 0) this.askSources(slot, SOURCES.doubtful, support);
    const { sources } = support;
    if (support.size === 0) return { way: 'direct', rows, sources, forms: rows > 0 ? this.directly(slot) : [] };
    if (support.size > 1) this.weighSounds(support);
    if (rows > 0) support.addDirect(this.directly(slot), rows / (rows + 2));
    const weight = way === 'paradigm' ? this.knowledge.directWeight : 1;
    const doubted = way === 'doubtful' ? this.directly(slot) : [];
    return { way, rows, sources, support, forms: mix(support, weight), doubted };
  }

  /** Forms with sequences of letters that the language lacks lose: what it costs is what the ranker has learnt. */
  private weighSounds(support: Support): void {
    const { sounds, ranker } = this.knowledge;
    const { letters } = this.word;
    for (const backing of support.all) {
      sounds.measure(stretchOf(backing.form), letters, this.strangeness, 0);
      let cost = 0;
      for (let i = 0; i < STRANGENESS; i++)
        cost += (ranker.dense[OF_RULE + i] as number) * (this.strangeness[i] as number);
      backing.votes *= exponential(Math.min(0, cost));
    }
  }

  private askParadigm(slot: Slot, known: readonly KnownCell[], support: Support): void {
    const slots = known.map((cell) => cell.slot);
    for (const { slot: from, difference } of this.neighbours.bestSources(slot, slots, MOST_CELLS)) {
      const source = known.find((cell) => cell.slot === from) as KnownCell;
      const word = this.neighbours.word(source.forms[0] as string);
      const votes = this.neighbours.votes(word, difference, this.leftOut?.lemma);
      support.addVotes(votes, difference.reliability);
      if (support.isAgreed(AGREED)) return;
    }
  }

  private askSources(slot: Slot, most: number, support: Support): void {
    for (const { slot: from, difference } of this.neighbours.sourcesOf(slot, most)) {
      const best = this.best(from);
      if (best === undefined) continue;
      const votes = this.neighbours.votes(best.word, difference, this.leftOut?.lemma);
      support.addVotes(votes, difference.reliability, best.p);
      if (support.isAgreed(AGREED)) return;
    }
  }
}

/** Likeliest first; `weight`: of what the bundle's own rules propose. */
export function mix({ all }: Support, weight: number): Believed[] {
  let sum = 0;
  for (const { votes, direct } of all) sum += votes + weight * direct;
  const { first, suffix, prefix, count, depth } = UNSEEN;
  const forms = all.map((backing) => {
    const p = (backing.votes + weight * backing.direct) / sum;
    return { form: backing.form, p, first, suffix, prefix, count, depth, backing };
  });
  return forms.length === 1 ? forms : forms.sort((a, b) => b.p - a.p);
}
