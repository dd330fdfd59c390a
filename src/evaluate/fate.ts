import { conllSpans, type TagSpan } from './bio.js';
import { touches } from './breakdown.js';
import { type PlacedToken, tagsOf, tokenise } from './tokens.js';
import { sameSpan, type TestedUtterance } from './train-test.js';
import type { LabelledUtterance } from './utterance.js';

/** What became of gold spans: each has one fate. */
export interface SpanFates {
  readonly spans: number;
  readonly exact: number;
  /** A prediction of the same label shares a token with it. */
  readonly boundary: number;
  /** Only predictions of other labels share a token with it. */
  readonly wrongLabel: number;
  /** No prediction shares a token with it. */
  readonly missed: number;
  /** Predictions that share no token with any gold span: no fate of a gold span, but what the others cost. */
  readonly spurious: number;
}

export type Fate = 'exact' | 'boundary' | 'wrongLabel' | 'missed';

export function spanFates(tested: readonly TestedUtterance[]): SpanFates {
  const fates = { spans: 0, exact: 0, boundary: 0, wrongLabel: 0, missed: 0, spurious: 0 };
  for (const { gold, predicted } of tested) {
    for (const span of gold) {
      fates.spans++;
      fates[fateOf(span, predicted)]++;
    }
    fates.spurious += predicted.filter((span) => !gold.some((other) => touches(span, other))).length;
  }
  return fates;
}

function fateOf(span: TagSpan, predicted: readonly TagSpan[]): Fate {
  if (predicted.some((other) => sameSpan(span, other))) return 'exact';
  const near = predicted.filter((other) => touches(span, other));
  if (near.some((other) => other.type === span.type)) return 'boundary';
  return near.length > 0 ? 'wrongLabel' : 'missed';
}

/** How much of a gold value the training rows know. */
export const VALUE_KINDS = ['seen', 'known words', 'words from elsewhere', 'unknown word'] as const;
/**
 * seen: the very value stands in that slot. known words: all its words stand in that slot. words from elsewhere: all
 * its words occur, but not all in that slot. unknown word: one of its words occurs nowhere.
 */
export type ValueKind = (typeof VALUE_KINDS)[number];

export interface ValueFate {
  readonly spans: number;
  /** How many of them were found exactly. */
  readonly exact: number;
}

export interface ValueFates {
  readonly kinds: ReadonlyMap<ValueKind, ValueFate>;
  /** Tokens of the test rows, and how many of them occur nowhere in the training rows. */
  readonly tokens: number;
  readonly unknownTokens: number;
}

/** Recall by what the training rows know of a value: slot F1 follows the inventory of values. */
export function valueFates(tested: readonly TestedUtterance[], train: readonly LabelledUtterance[]): ValueFates {
  const inventory = readInventory(train);
  const kinds = new Map(VALUE_KINDS.map((kind) => [kind, { spans: 0, exact: 0 }]));
  let [tokens, unknownTokens] = [0, 0];
  for (const { tokens: placed, gold, predicted } of tested) {
    tokens += placed.length;
    unknownTokens += placed.filter(({ text }) => !inventory.words.has(text.toLowerCase())).length;
    for (const span of gold) {
      const fate = kinds.get(kindOf(wordsIn(placed, span), span.type, inventory))!;
      fate.spans++;
      if (predicted.some((other) => sameSpan(span, other))) fate.exact++;
    }
  }
  return { kinds, tokens, unknownTokens };
}

interface Inventory {
  readonly words: ReadonlySet<string>;
  /** By slot. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  readonly wordsOfSlot: ReadonlyMap<string, ReadonlySet<string>>;
}

function readInventory(rows: readonly LabelledUtterance[]): Inventory {
  const words = new Set<string>();
  const values = new Map<string, Set<string>>();
  const wordsOfSlot = new Map<string, Set<string>>();
  for (const { text, spans } of rows) {
    const tokens = tokenise(text);
    for (const token of tokens) words.add(token.text.toLowerCase());
    for (const span of conllSpans(tagsOf(tokens, spans))) {
      const value = wordsIn(tokens, span);
      setOf(values, span.type).add(value.join(' '));
      for (const word of value) setOf(wordsOfSlot, span.type).add(word);
    }
  }
  return { words, values, wordsOfSlot };
}

function setOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  const known = sets.get(key) ?? new Set();
  sets.set(key, known);
  return known;
}

function wordsIn(tokens: readonly PlacedToken[], { start, end }: TagSpan): string[] {
  return tokens.slice(start, end).map(({ text }) => text.toLowerCase());
}

function kindOf(value: readonly string[], slot: string, { words, values, wordsOfSlot }: Inventory): ValueKind {
  if (values.get(slot)?.has(value.join(' '))) return 'seen';
  if (value.every((word) => wordsOfSlot.get(slot)?.has(word))) return 'known words';
  return value.every((word) => words.has(word)) ? 'words from elsewhere' : 'unknown word';
}
