import { bundlePartOfSpeech, type Profile } from '../model/model.js';
import { BundleMap } from './bundle-map.js';
import { Citation } from './citation.js';
import { joinLetters, splitLetters } from './predict/letters.js';
import type { KnownCell } from './predict/lexicon.js';
import type { Predictor } from './predict/predictor.js';

/** A lemma of the table with the forms of one bundle. */
export interface Attested {
  readonly lemma: string;
  readonly forms: readonly string[];
}

interface Shapes {
  readonly letters: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Letters of an end. */
  readonly length: number;
}

/** So many lemmas show all their ends of two letters. */
const MANY_LEMMAS = 100;
/** An end that so few of the lemmas have is no sign of a lemma. */
const STRAY = 0.002;
/** Cells by which it is measured how often a rule, or the lemma as it stands, is right. */
const SAMPLE = 60;
/** With fewer nothing is measured. */
const FEWEST_MEASURED = 20;
/** What is believed before anything is measured weighs as much as this many cells. */
const PRIOR_WEIGHT = 5;

/** What a predictor's table shows apart from its predictions: bundles, conventions, and how good other ways are. */
export class LearntTable {
  readonly bundles: BundleMap;
  readonly citation: Citation;
  private readonly byBundle = new Map<string, KnownCell[]>();
  private readonly shapes = new Map<string, Shapes>();
  private readonly measured = new Map<string, number>();

  constructor(
    readonly predictor: Predictor,
    profile: Profile,
  ) {
    const { cells } = predictor.knowledge;
    const verbs = new Set<string>();
    for (const cell of cells) {
      const { bundle } = cell.slot;
      const group = this.byBundle.get(bundle);
      if (group === undefined) this.byBundle.set(bundle, [cell]);
      else group.push(cell);
      if (bundlePartOfSpeech(bundle) === 'V') verbs.add(joinLetters(cell.lemma));
    }
    this.bundles = new BundleMap(new Map([...this.byBundle].map(([bundle, group]) => [bundle, group.length])));
    const infinitive = this.bundles.find('V;NFIN')?.bundle;
    const infinitives = infinitive === undefined ? [] : this.attested(infinitive);
    this.citation = new Citation(
      infinitives.flatMap(({ lemma, forms }) => forms.map((form) => ({ lemma, form }))),
      [...verbs],
      profile,
    );
  }

  private attested(bundle: string): Attested[] {
    const cells = this.byBundle.get(bundle) ?? [];
    return cells.map(({ lemma, forms }) => ({ lemma: joinLetters(lemma), forms: forms.map(joinLetters) }));
  }

  /**
   * Whether a word ends as lemmas of the table do and is written in their letters: what is no lemma of its kind (a form,
   * a word of another script, a verbal noun among finite verbs) is not to be inflected like one.
   */
  looksCited(lemma: string, bundle: string): boolean {
    const shapes = this.shapesOf(bundlePartOfSpeech(bundle));
    const letters = splitLetters(lemma);
    return [...letters].every((letter) => shapes.letters.has(letter)) && shapes.ends.has(letters.slice(-shapes.length));
  }

  private shapesOf(pos: string): Shapes {
    let shapes = this.shapes.get(pos);
    if (shapes === undefined) {
      const cells = [...this.byBundle].flatMap(([bundle, group]) => (bundlePartOfSpeech(bundle) === pos ? group : []));
      const lemmas = [...new Set(cells.map(({ lemma }) => lemma))];
      const length = lemmas.length >= MANY_LEMMAS ? 2 : 1;
      const letters = new Set(cells.flatMap(({ lemma, forms }) => [...lemma, ...forms.join('')]));
      const counts = new Map<string, number>();
      for (const lemma of lemmas) counts.set(lemma.slice(-length), (counts.get(lemma.slice(-length)) ?? 0) + 1);
      const ends = new Set([...counts].flatMap(([end, count]) => (count > lemmas.length * STRAY ? [end] : [])));
      shapes = { letters, length, ends };
      this.shapes.set(pos, shapes);
    }
    return shapes;
  }

  /** The share of a bundle's cells that a way of making forms gets right, drawn towards what is believed of it. */
  accuracy(bundle: string, way: { name: string; belief: number; make: (lemma: string) => string | undefined }): number {
    const key = `${way.name}\t${bundle}`;
    let share = this.measured.get(key);
    if (share === undefined) {
      const single = this.attested(bundle).filter(({ lemma }) => !lemma.includes(' '));
      const step = Math.max(1, Math.floor(single.length / SAMPLE));
      const sample = single.length < FEWEST_MEASURED ? [] : single.filter((_, i) => i % step === 0);
      const right = sample.filter(({ lemma, forms }) => forms.includes(way.make(lemma) ?? '\u0000')).length;
      share = (right + way.belief * PRIOR_WEIGHT) / (sample.length + PRIOR_WEIGHT);
      this.measured.set(key, share);
    }
    return share;
  }
}
