import { byCodeUnit } from '../model/model.js';
import { joinLetters, splitLetters } from './predict/letters.js';
import type { KnownCell } from './predict/lexicon.js';
import type { Predictor } from './predict/predictor.js';

/** What a form may be a form of. */
export interface FormAnalysis {
  readonly lemma: string;
  readonly bundle: string;
  readonly method: 'attested' | 'predicted';
  /** 0..1: how likely it is among all analyses that were weighed. */
  readonly confidence: number;
}

/** What stands before and after the part that a lemma and its form share. */
interface Change {
  readonly lemma: readonly [string, string];
  readonly form: readonly [string, string];
  /** Bundle → cells that show the change. */
  readonly bundles: Map<string, number>;
}

/** Candidates that are tried by inflecting them. */
const MOST_TRIED = 60;
/** A word of the lexicon or the table is as much likelier to be the lemma than a string that nobody has listed. */
const KNOWN_WORD = 8;
const SHORTEST_SHARED = 2;

/** Finds what unseen forms may be by undoing the changes of the table and inflecting what comes out. */
export class ReverseTable {
  private readonly changes = new Map<string, Change>();
  private readonly rows = new Map<string, number>();
  private readonly lemmas = new Set<string>();

  constructor(private readonly predictor: Predictor) {
    for (const cell of predictor.knowledge.cells) this.learn(cell);
  }

  private learn({ lemma, forms, slot: { bundle } }: KnownCell): void {
    this.lemmas.add(lemma);
    this.rows.set(bundle, (this.rows.get(bundle) ?? 0) + 1);
    for (const form of forms) {
      const { lemma: ofLemma, form: ofForm } = changeBetween(lemma, form);
      const key = [...ofLemma, ...ofForm].join('\t');
      const change = this.changes.get(key) ?? { lemma: ofLemma, form: ofForm, bundles: new Map<string, number>() };
      this.changes.set(key, change);
      change.bundles.set(bundle, (change.bundles.get(bundle) ?? 0) + 1);
    }
  }

  analyse(form: string, most: number, isWord: (lemma: string) => boolean): FormAnalysis[] {
    const letters = splitLetters(form);
    const known = (lemma: string) => this.lemmas.has(lemma) || isWord(joinLetters(lemma));
    const weighed = this.candidates(letters, known).flatMap(({ lemma, bundle, worth }) => {
      const forms = this.predictor.predict(joinLetters(lemma), bundle, 3);
      const found = forms.find((made) => made.form === joinLetters(letters));
      return found === undefined ? [] : [{ lemma: joinLetters(lemma), bundle, weight: worth * found.confidence }];
    });
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
    return weighed
      .sort((a, b) => b.weight - a.weight || byCodeUnit(a.lemma, b.lemma) || byCodeUnit(a.bundle, b.bundle))
      .slice(0, most)
      .map(({ lemma, bundle, weight }) => ({ lemma, bundle, method: 'predicted', confidence: weight / total }));
  }

  private candidates(form: string, known: (lemma: string) => boolean) {
    const worths = new Map<string, { lemma: string; bundle: string; worth: number }>();
    for (const { lemma: ofLemma, form: ofForm, bundles } of this.changes.values()) {
      const [before, after] = ofForm;
      const shared = form.length - before.length - after.length;
      if (shared < SHORTEST_SHARED || !form.startsWith(before) || !form.endsWith(after)) continue;
      const lemma = ofLemma[0] + form.slice(before.length, form.length - after.length) + ofLemma[1];
      const trust = known(lemma) ? KNOWN_WORD : 1;
      for (const [bundle, cells] of bundles) {
        const key = `${lemma}\t${bundle}`;
        const worth = (worths.get(key)?.worth ?? 0) + (trust * cells) / Math.sqrt(this.rows.get(bundle) ?? 1);
        worths.set(key, { lemma, bundle, worth });
      }
    }
    return [...worths.values()]
      .sort((a, b) => b.worth - a.worth || byCodeUnit(a.lemma, b.lemma) || byCodeUnit(a.bundle, b.bundle))
      .slice(0, MOST_TRIED);
  }
}

/** The ends that differ, outside the longest stretch that both share. */
function changeBetween(lemma: string, form: string): Pick<Change, 'lemma' | 'form'> {
  let best = { length: 0, inLemma: 0, inForm: 0 };
  let row = new Array<number>(form.length + 1).fill(0);
  for (let i = 1; i <= lemma.length; i++) {
    const next = new Array<number>(form.length + 1).fill(0);
    for (let j = 1; j <= form.length; j++) {
      if (lemma[i - 1] !== form[j - 1]) continue;
      const length = (row[j - 1] as number) + 1;
      next[j] = length;
      if (length > best.length) best = { length, inLemma: i - length, inForm: j - length };
    }
    row = next;
  }
  return {
    lemma: [lemma.slice(0, best.inLemma), lemma.slice(best.inLemma + best.length)],
    form: [form.slice(0, best.inForm), form.slice(best.inForm + best.length)],
  };
}
