import type { ByteReader } from './bytes.js';
import { WEIGHTS } from './encode.js';
import type { CellIndex } from './knowledge.js';
import type { KnownCell } from './lexicon.js';
import type { Rule, StoredRules } from './rules.js';
import type { Slot, Slots } from './slots.js';
import { Word } from './word.js';

/** What the numbers in a stored cell stand for. */
export interface CellContext {
  readonly slots: Slots;
  readonly lemmas: readonly string[];
  readonly forms: readonly string[];
  readonly book: StoredRules;
}

/** Cells of a stored predictor, as rows of numbers; a cell becomes an object when its slot or lemma is asked for. */
export class StoredCells implements CellIndex {
  readonly rows: Int32Array;
  /** Number of the first cell of each kind, and of the end. */
  private readonly kinds: number[] = [0];
  private readonly slots: number[] = [];
  private readonly lemmas: number[] = [];
  /** Where the forms of each cell begin in `numbers`: their count, they, the count of rules, they. */
  private readonly starts: number[] = [];
  private readonly numbers: number[] = [];
  private readonly made: (KnownCell | undefined)[] = [];
  private readonly words: (Word | undefined)[] = [];
  private bySlot: readonly Int32Array[] | undefined;
  private byLemma: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(
    input: ByteReader,
    private readonly context: CellContext,
  ) {
    for (let kind = 0; kind < WEIGHTS.length; kind++) {
      for (let left = input.number(); left > 0; left--) this.read(input);
      this.kinds.push(this.slots.length);
    }
    this.rows = new Int32Array(context.slots.all.length);
    for (let i = 0; i < (this.kinds[1] as number); i++) {
      const slot = this.slots[i] as number;
      this.rows[slot] = (this.rows[slot] as number) + 1;
    }
  }

  private read(input: ByteReader): void {
    this.slots.push(input.number());
    this.lemmas.push(input.number());
    this.starts.push(this.numbers.length);
    for (let part = 0; part < 2; part++) {
      const count = input.number();
      this.numbers.push(count);
      for (let left = count; left > 0; left--) this.numbers.push(input.number());
    }
  }

  /** All cells of a kind. */
  all(kind: number): readonly KnownCell[] {
    const from = this.kinds[kind] as number;
    return Array.from({ length: (this.kinds[kind + 1] as number) - from }, (_, i) => this.cell(from + i));
  }

  ofSlot(id: number): readonly KnownCell[] {
    this.bySlot ??= this.groupBySlot();
    return Array.from(this.bySlot[id] ?? [], (number) => this.cell(number));
  }

  ofLemma(lemma: string): readonly KnownCell[] {
    this.byLemma ??= this.groupByLemma();
    return (this.byLemma.get(lemma) ?? []).map((number) => this.cell(number));
  }

  private groupBySlot(): Int32Array[] {
    const groups: number[][] = this.context.slots.all.map(() => []);
    for (let i = 0; i < (this.kinds[2] as number); i++) groups[this.slots[i] as number]?.push(i);
    return groups.map((group) => Int32Array.from(group));
  }

  private groupByLemma(): Map<string, number[]> {
    const groups: number[][] = this.context.lemmas.map(() => []);
    for (let i = 0; i < (this.kinds[1] as number); i++) groups[this.lemmas[i] as number]?.push(i);
    return new Map(groups.map((group, number) => [this.context.lemmas[number] as string, group]));
  }

  private cell(number: number): KnownCell {
    let cell = this.made[number];
    if (cell === undefined) {
      cell = this.make(number);
      this.made[number] = cell;
    }
    return cell;
  }

  private make(number: number): KnownCell {
    const { slots, lemmas, forms, book } = this.context;
    const lemma = this.lemmas[number] as number;
    const formsAt = (this.starts[number] as number) + 1;
    const rulesAt = formsAt + (this.numbers[formsAt - 1] as number) + 1;
    const kind = this.kinds.findIndex((first, at) => number >= first && number < (this.kinds[at + 1] as number));
    let word = this.words[lemma];
    if (word === undefined) {
      word = new Word(lemmas[lemma] as string);
      this.words[lemma] = word;
    }
    const rules = this.numbers.slice(rulesAt, rulesAt + (this.numbers[rulesAt - 1] as number));
    return new StoredCell({
      slot: slots.all[this.slots[number] as number] as Slot,
      word,
      forms: this.numbers.slice(formsAt, rulesAt - 1).map((form) => forms[form] as string),
      rules,
      book,
      weight: WEIGHTS[kind] as number,
    });
  }
}

interface CellParts {
  readonly slot: Slot;
  readonly word: Word;
  readonly forms: readonly string[];
  readonly rules: readonly number[];
  readonly book: StoredRules;
  readonly weight: number;
}

/** Its rules are read when they are first asked for. */
class StoredCell implements KnownCell {
  readonly slot: Slot;
  readonly word: Word;
  readonly lemma: string;
  readonly forms: readonly string[];
  readonly weight: number;
  private readonly ids: readonly number[];
  private readonly book: StoredRules;
  private read: readonly Rule[] | undefined;

  constructor({ slot, word, forms, rules, book, weight }: CellParts) {
    this.slot = slot;
    this.word = word;
    this.lemma = word.text;
    this.forms = forms;
    this.weight = weight;
    this.ids = rules;
    this.book = book;
  }

  get rules(): readonly Rule[] {
    this.read ??= this.ids.map((id) => this.book.at(id));
    return this.read;
  }
}
