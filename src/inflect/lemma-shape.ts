/** Letters of a word's end or start that tell lemmas from other words. */
const LONGEST = 4;
/** What shorter ends tell weighs as much as this many words with the longer one. */
const PRIOR_WEIGHT = 2;
/** Before anything is counted a word is as likely a lemma as not. */
const EVEN = 0.5;
/**
 * A word that is less likely a lemma is refused. A start tells less than an end, since all forms of one lemma may share it.
 * In 27 languages 2.8 % of the lemmas that the table lacks are refused so, and 84 % of their other forms.
 */
const LEAST = { end: 0.1, start: 0.05 } as const;
/** Fewer words tell nothing. */
const FEWEST_OTHERS = 20;
/** Where more of a table's lemmas than this have a letter that no other has, letters that it lacks are no sign. */
const OPEN_SCRIPT = 0.03;

/** The words of one part of speech of a table, in the predictor's letters. */
export interface ShapeSample {
  readonly lemmas: ReadonlySet<string>;
  /** Forms of these lemmas. */
  readonly forms: Iterable<string>;
  /** Lemmas of other parts of speech. */
  readonly others: Iterable<string>;
}

/** What tells lemmas from other words by one edge: how many of either have it, other words weighing as much in all. */
class Edges {
  private readonly lemmas = new Map<string, number>();
  private readonly others = new Map<string, number>();

  constructor(
    lemmas: ReadonlySet<string>,
    others: ReadonlySet<string>,
    private readonly side: keyof typeof LEAST,
  ) {
    for (const lemma of lemmas) this.add(this.lemmas, lemma, 1);
    for (const other of others) this.add(this.others, other, lemmas.size / others.size);
  }

  private add(counts: Map<string, number>, word: string, weight: number): void {
    for (let length = 1; length <= LONGEST && length <= word.length; length++) {
      const edge = this.edge(word, length);
      counts.set(edge, (counts.get(edge) ?? 0) + weight);
    }
  }

  private edge(word: string, length: number): string {
    return this.side === 'end' ? word.slice(-length) : word.slice(0, length);
  }

  /** Whether a word with this edge may be a lemma. */
  fits(word: string): boolean {
    return this.likelihood(word) >= LEAST[this.side];
  }

  /** How likely a word is a lemma: longer edges correct what shorter ones tell, as far as they were seen. */
  private likelihood(word: string): number {
    let likelihood = EVEN;
    for (let length = 1; length <= LONGEST && length <= word.length; length++) {
      const edge = this.edge(word, length);
      const lemmas = this.lemmas.get(edge) ?? 0;
      const all = lemmas + (this.others.get(edge) ?? 0);
      likelihood = (lemmas + PRIOR_WEIGHT * likelihood) / (all + PRIOR_WEIGHT);
    }
    return likelihood;
  }
}

/** How the lemmas of one part of speech are written, against their forms and the lemmas of other parts of speech. */
export class LemmaShape {
  private readonly tests: readonly Edges[];
  /** Letters of the words, and those that lemmas end in. */
  private readonly letters: Letters;
  private readonly lastLetters: Letters;

  constructor({ lemmas, forms, others }: ShapeSample) {
    const different = (words: Iterable<string>) => new Set([...words].filter((word) => !lemmas.has(word)));
    const inflected = different(forms);
    const foreign = different(others);
    this.tests = [
      ...(inflected.size < FEWEST_OTHERS
        ? []
        : [new Edges(lemmas, inflected, 'end'), new Edges(lemmas, inflected, 'start')]),
      ...(foreign.size < FEWEST_OTHERS ? [] : [new Edges(lemmas, foreign, 'end')]),
    ];
    this.letters = lettersOf(lemmas, inflected);
    this.lastLetters = lettersOf([...lemmas].map((lemma) => lemma.slice(-1)));
  }

  /** Whether a word may be a lemma of this part of speech. */
  fits(word: string): boolean {
    if (![...word].every((letter) => this.letters?.has(letter) ?? true)) return false;
    if (this.lastLetters?.has(word.slice(-1)) === false) return false;
    return this.tests.every((edges) => edges.fits(word));
  }
}

type Letters = ReadonlySet<string> | undefined;

/** The letters of words and of what is made of them; undefined where these words keep bringing new ones. */
function lettersOf(words: Iterable<string>, others: Iterable<string> = []): Letters {
  const all = [...words];
  const counts = new Map<string, number>();
  for (const word of all) for (const letter of new Set(word)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const unlike = all.filter((word) => [...word].some((letter) => counts.get(letter) === 1));
  if (unlike.length > all.length * OPEN_SCRIPT) return undefined;
  for (const other of others) for (const letter of other) counts.set(letter, 1);
  return new Set(counts.keys());
}
