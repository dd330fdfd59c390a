import { bundlePartOfSpeech, type Profile } from '../model/model.js';
import { BundleMap } from './bundle-map.js';
import { Citation } from './citation.js';
import { LemmaShape } from './lemma-shape.js';
import { joinLetters, splitLetters } from './predict/letters.js';
import type { KnownCell } from './predict/lexicon.js';
import type { Predictor } from './predict/predictor.js';

/** A lemma of the table with the forms of one bundle. */
export interface Attested {
  readonly lemma: string;
  readonly forms: readonly string[];
}

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
  private readonly shapes = new Map<string, LemmaShape>();
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
   * Whether a word is built like the lemmas of the table: what is no lemma of its kind (a form, a word of another script
   * or part of speech, a verbal noun among finite verbs) is not to be inflected like one.
   */
  looksCited(lemma: string, bundle: string): boolean {
    const pos = bundlePartOfSpeech(bundle);
    let shape = this.shapes.get(pos);
    if (shape === undefined) {
      shape = this.shapeOf(pos);
      this.shapes.set(pos, shape);
    }
    return shape.fits(splitLetters(lemma));
  }

  private shapeOf(pos: string): LemmaShape {
    const lemmas = new Set<string>();
    const forms = new Set<string>();
    const others = new Set<string>();
    for (const [bundle, cells] of this.byBundle) {
      const own = bundlePartOfSpeech(bundle);
      for (const cell of cells) {
        if (own === pos) {
          lemmas.add(cell.lemma);
          for (const form of cell.forms) if (!form.includes(' ')) forms.add(form);
        } else others.add(cell.lemma);
      }
    }
    return new LemmaShape({ lemmas, forms, others });
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
