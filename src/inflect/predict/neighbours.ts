import { extractRules } from './extract.js';
import type { KnownCell, Lexicon } from './lexicon.js';
import { differenceKey, type Pair, Pairs } from './pairs.js';
import { RuleBook } from './rules.js';
import type { Slot } from './slots.js';
import { type Evidence, SlotStatistics } from './statistics.js';
import { type Vote, votesOf } from './votes.js';
import { Word } from './word.js';

/** What it takes to get from one bundle to another, learnt from lemmas that have both. */
export interface Difference {
  readonly statistics: SlotStatistics;
  readonly evidence: readonly PairEvidence[];
  /** Share of its own evidence that the rest of it predicts. */
  readonly reliability: number;
}

interface PairEvidence extends Evidence {
  readonly lemma: string;
  readonly forms: readonly string[];
}

/** A bundle from which another can be reached. */
export interface Source {
  readonly slot: Slot;
  readonly difference: Difference;
}

const LEAST_EVIDENCE = 2;
/**
 * How closely a difference is looked at: pairs that it is learnt from, trials of its reliability, and whether changes
 * inside the stem are learnt, too. Completion asks for thousands of cells and can do with less.
 */
const CARE = {
  quick: { evidence: 30, trials: 10, simple: true },
  thorough: { evidence: 50, trials: 16, simple: false },
} as const;
/** Pairs of the table's own cells that make imagined ones needless. */
const ENOUGH_REAL = 8;
/** Sources whose reliability is worked out for each that is wanted. */
const TRIED = 1.4;
const FAVOUR = 1;
/** What it costs to learn from other parts of speech. */
const LOOSE = 0.5;
/** Contexts of a difference: with the beginnings of words, too, votes are no better. */
const CONTEXTS = { suffix: 7, prefix: 0 } as const;

/** Form to form knowledge, keyed by the difference of the bundles, made when it is asked for. */
export class Neighbours {
  private readonly pairs: Pairs;
  /** By number of the difference; `null`: too few examples. */
  private readonly differences: (Difference | null | undefined)[] = [];
  /** By how many were wanted, and by bundle. */
  private readonly sources: Map<string, Source[]>[] = [];
  private readonly book = new RuleBook(true);
  private readonly words = new Map<string, Word>();
  /** Sums of all bundles' atoms side by side. */
  private sums: Int32Array | undefined;
  private looseSums: Int32Array | undefined;
  private readonly care: (typeof CARE)[keyof typeof CARE];

  constructor(
    private readonly lexicon: Pick<Lexicon, 'costs' | 'slots'>,
    lemmas: ReadonlyMap<string, readonly KnownCell[]>,
    private readonly rowsOf: (slot: Slot) => number,
    /** Take differences that are learnt already where others are hardly better: for completion, which asks for many. */
    private readonly favourLearnt = false,
  ) {
    this.pairs = new Pairs(lemmas.values(), !favourLearnt);
    this.care = favourLearnt ? CARE.quick : CARE.thorough;
  }

  word(text: string): Word {
    let word = this.words.get(text);
    if (word === undefined) {
      if (this.words.size > 50_000) this.words.clear();
      word = new Word(text);
      this.words.set(text, word);
    }
    return word;
  }

  private difference(number: number): Difference | undefined {
    let difference = this.differences[number];
    if (difference === undefined) {
      const pairs = this.pairs.of(number);
      const real = pairs.filter(({ from, to }) => from.weight === 1 && to.weight === 1);
      difference = pairs.length < LEAST_EVIDENCE ? null : this.learn(real.length < ENOUGH_REAL ? pairs : real);
      this.differences[number] = difference;
    }
    return difference ?? undefined;
  }

  private learn(pairs: readonly Pair[]): Difference {
    const { care } = this;
    const step = Math.max(1, pairs.length / care.evidence);
    const extraction = { costs: this.lexicon.costs, book: this.book };
    const evidence: PairEvidence[] = [];
    for (let at = 0; at < pairs.length; at += step) {
      const { from, to } = pairs[Math.floor(at)] as Pair;
      const source = from.forms[0] as string;
      const target = to.forms[0] as string;
      const rules = extractRules(source, target, extraction, care.simple);
      evidence.push({ lemma: from.lemma, word: this.word(source), rules, weight: 1, forms: to.forms });
    }
    const statistics = new SlotStatistics(evidence, CONTEXTS);
    const trials = Math.min(care.trials, evidence.length);
    let right = 0;
    for (let i = 0; i < trials; i++) {
      const item = evidence[Math.floor((i * evidence.length) / trials)] as PairEvidence;
      const best = votesOf(statistics, item.word, item)[0];
      if (best !== undefined && item.forms.includes(best.form)) right++;
    }
    return { statistics, evidence, reliability: (right + 0.2) / (trials + 1) };
  }

  /** The likeliest forms that a difference makes of a form; `without`: a lemma that must not count. */
  votes(word: Word, difference: Difference, without?: string): Vote[] {
    const own = without === undefined ? undefined : difference.evidence.find(({ lemma }) => lemma === without);
    return votesOf(difference.statistics, word, own);
  }

  /** The most reliable ways to reach a bundle from some others. */
  bestSources(target: Slot, from: readonly Slot[], most: number): Source[] {
    const reachable: { slot: Slot; number: number; worth: number }[] = [];
    const { partOfSpeech, id, sum, looseSum } = target;
    const { pairs } = this;
    for (const slot of from) {
      if (slot.partOfSpeech !== partOfSpeech || slot.id === id) continue;
      let number = pairs.number(differenceKey(slot.sum, sum));
      let loose = 0;
      if (pairs.of(number).length < LEAST_EVIDENCE && !this.favourLearnt) {
        number = pairs.number(differenceKey(slot.looseSum, looseSum));
        loose = LOOSE;
      }
      const count = pairs.of(number).length;
      if (count < LEAST_EVIDENCE) continue;
      const rows = this.rowsOf(slot);
      const learnt = this.favourLearnt && this.differences[number] !== undefined ? FAVOUR : 0;
      const worth = (Math.min(count, 40) / 40) * (rows / (rows + 5)) - slot.distanceTo(target) * 0.1 + learnt - loose;
      reachable.push({ slot, number, worth });
    }
    reachable.sort((a, b) => b.worth - a.worth);
    const sources: Source[] = [];
    for (const { slot, number } of reachable.slice(0, Math.ceil(most * TRIED))) {
      const difference = this.difference(number);
      if (difference !== undefined) sources.push({ slot, difference });
    }
    return sources.sort((a, b) => b.difference.reliability - a.difference.reliability).slice(0, most);
  }

  /** The same for any lemma: from all bundles of the table, kept. */
  sourcesOf(target: Slot, most: number): Source[] {
    this.sources[most] ??= new Map();
    const known = this.sources[most] as Map<string, Source[]>;
    let sources = known.get(target.bundle);
    if (sources === undefined) {
      sources = this.bestSources(target, this.reachable(target), most);
      known.set(target.bundle, sources);
    }
    return sources;
  }

  /** Bundles from which there is a way: of thousands mostly a few hundred, and only these are looked at closely. */
  private reachable({ sum, looseSum }: Slot): Slot[] {
    this.sums ??= Int32Array.from(this.lexicon.slots.all, (slot) => slot.sum);
    this.looseSums ??= Int32Array.from(this.lexicon.slots.all, (slot) => slot.looseSum);
    const { pairs, sums, looseSums } = this;
    return this.lexicon.slots.all.filter(
      (_, id) =>
        pairs.number(differenceKey(sums[id] as number, sum)) > 0 ||
        pairs.number(differenceKey(looseSums[id] as number, looseSum)) > 0,
    );
  }
}
