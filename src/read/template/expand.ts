import type { Piece } from './labelled.js';
import type { Expression } from './notation.js';

/** Sentences that one template gives: the rest would say the same again. */
export const MOST_SENTENCES = 50;

/** Beyond this nobody counts: only some are taken. */
const COUNTED = 2 ** 40;

/** Parts that one sentence is put together from: rules that double each other would fill memory. */
const MOST_STEPS = 4000;

/** What sentence templates refer to. */
export interface Definitions {
  rule(name: string): Expression | undefined;
  /** Values of a list, in order; none where the list is not there or holds anything. */
  values(list: string): readonly string[];
}

export interface Sentences {
  /** How many there are, up to 2^40. */
  readonly count: number;
  readonly taken: readonly (readonly Piece[])[];
}

/** The sentences that a template says, all of them or some that are spread evenly; or why it says none. */
export function expand(expression: Expression, definitions: Definitions): Sentences | string {
  const expander = new Expander(definitions);
  const count = expander.count(expression);
  if (typeof count === 'string') return count;
  const step = count > MOST_SENTENCES ? stepFor(count) : 1;
  const taken: (readonly Piece[])[] = [];
  for (let i = 0; i < Math.min(count, MOST_SENTENCES); i++) {
    const sentence = expander.sentence(expression, (i * step) % count, i);
    if (expander.isSpent) return `longer than ${MOST_STEPS} pieces: no sentence`;
    taken.push(sentence);
  }
  return { count, taken };
}

/** A step near the golden section that has no divisor in common with the count: all choices come round in turn. */
function stepFor(count: number): number {
  let step = Math.floor(count * 0.618);
  while (divisor(step, count) !== 1) step--;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

class Expander {
  readonly #counts = new Map<Expression, number>();
  readonly #open = new Set<string>();
  #steps = 0;

  constructor(private readonly definitions: Definitions) {}

  /** How many sentences an expression has, or why it has none. */
  count(expression: Expression): number | string {
    const known = this.#counts.get(expression);
    if (known !== undefined) return known;
    const count = this.#count(expression);
    if (typeof count === 'number') this.#counts.set(expression, count);
    return count;
  }

  #count(expression: Expression): number | string {
    if (expression.kind === 'text' || expression.kind === 'slot') return 1;
    if (expression.kind === 'rule') return this.#countRule(expression.name);
    const isChoice = expression.kind === 'choice';
    let total = isChoice ? 0 : 1;
    for (const part of isChoice ? expression.options : expression.parts) {
      const count = this.count(part);
      if (typeof count === 'string') return count;
      total = Math.min(COUNTED, isChoice ? total + count : total * count);
    }
    return total;
  }

  #countRule(name: string): number | string {
    const rule = this.definitions.rule(name);
    if (!rule) return `the rule <${name}> is not defined`;
    if (this.#open.has(name) || this.#open.size > 50) return `the rule <${name}> refers to itself`;
    this.#open.add(name);
    const count = this.count(rule);
    this.#open.delete(name);
    return count;
  }

  /** True when the sentence that was put together last is too long. */
  get isSpent(): boolean {
    return this.#steps > MOST_STEPS;
  }

  /** The n-th sentence; the turn chooses values. */
  sentence(expression: Expression, index: number, turn: number): Piece[] {
    this.#steps = 0;
    return this.#pieces(expression, index, turn);
  }

  #pieces(expression: Expression, index: number, turn: number): Piece[] {
    if (++this.#steps > MOST_STEPS) return [];
    if (expression.kind === 'text') return [{ text: expression.text, slot: '' }];
    if (expression.kind === 'rule') {
      const rule = this.definitions.rule(expression.name);
      return rule ? this.#pieces(rule, index, turn) : [];
    }
    if (expression.kind === 'slot') {
      const values = expression.value === '' ? this.definitions.values(expression.list) : [expression.value];
      const text = values[turn % values.length] ?? expression.slot.replace(/[_.]+/g, ' ');
      return [{ text, slot: expression.slot }];
    }
    if (expression.kind === 'choice') {
      let rest = index;
      for (const option of expression.options) {
        const count = Number(this.count(option));
        if (rest < count) return this.#pieces(option, rest, turn);
        rest -= count;
      }
      return [];
    }
    let rest = index;
    const parts = expression.parts.toReversed().map((part) => {
      const count = Number(this.count(part));
      const own = rest % count;
      rest = Math.floor(rest / count);
      return this.#pieces(part, own, turn);
    });
    return parts.toReversed().flat();
  }
}
