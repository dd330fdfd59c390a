import { type AlignmentCosts, learnCosts } from './align.js';
import { type Extraction, extractRules } from './extract.js';
import { splitLetters } from './letters.js';
import { type Rule, RuleBook } from './rules.js';
import type { Slot } from './slots.js';
import { Slots } from './slots.js';
import type { Evidence } from './statistics.js';
import { Word } from './word.js';

/** A row of a table. */
export interface TableCell {
  readonly lemma: string;
  readonly bundle: string;
  readonly form: string;
}

/** A cell of the table, all its forms together, with the rules that make them. */
export interface KnownCell extends Evidence {
  readonly lemma: string;
  readonly slot: Slot;
  readonly forms: readonly string[];
}

/** The table in the predictor's letters. */
export interface Lexicon {
  readonly slots: Slots;
  readonly cells: readonly KnownCell[];
  readonly book: RuleBook;
  readonly costs: AlignmentCosts;
}

interface Gathered {
  readonly word: Word;
  readonly slot: Slot;
  readonly forms: string[];
}

/** Pairs for the costs of the alignment: a few thousand tell all. */
const MOST_PAIRS = 3000;

export function readTable(rows: readonly TableCell[]): Lexicon {
  const slots = new Slots();
  const words = new Map<string, Word>();
  const gathered = new Map<string, Gathered>();
  for (const row of rows) {
    const lemma = splitLetters(row.lemma);
    const form = splitLetters(row.form);
    if (lemma === '' || form === '') continue;
    const slot = slots.intern(row.bundle);
    let word = words.get(lemma);
    if (word === undefined) {
      word = new Word(lemma);
      words.set(lemma, word);
    }
    const key = `${slot.id}\t${lemma}`;
    const cell = gathered.get(key);
    if (cell === undefined) gathered.set(key, { word, slot, forms: [form] });
    else if (!cell.forms.includes(form)) cell.forms.push(form);
  }
  const list = [...gathered.values()];
  const step = Math.max(1, Math.floor(list.length / MOST_PAIRS));
  const costs = learnCosts(
    list.filter((_, i) => i % step === 0).map(({ word, forms }) => [word.text, forms[0] as string] as const),
  );
  const book = new RuleBook();
  const cells = list.map((cell) => ({
    word: cell.word,
    slot: cell.slot,
    forms: cell.forms,
    lemma: cell.word.text,
    rules: rulesOf(cell, { costs, book }),
    weight: 1,
  }));
  return { slots, cells, book, costs };
}

function rulesOf({ word, forms }: Gathered, extraction: Extraction): Rule[] {
  const rules: Rule[] = [];
  for (const form of forms)
    for (const rule of extractRules(word.text, form, extraction)) if (!rules.includes(rule)) rules.push(rule);
  return rules;
}
