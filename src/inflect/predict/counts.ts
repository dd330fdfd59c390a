import { HashedNumbers } from './hash.js';
import type { Word } from './word.js';

/** Longest contexts, in letters, at both ends of a word. */
export interface Contexts {
  readonly suffix: number;
  readonly prefix: number;
}

/** Observed words, with the numbers of the rules that each speaks for: those of word i stand from `starts[i]` on. */
export interface Observations {
  readonly words: readonly { readonly word: Word; readonly weight: number }[];
  readonly numbers: ArrayLike<number>;
  readonly starts: ArrayLike<number>;
  /** All numbers are less. */
  readonly rules: number;
}

/** Room for what is counted before it is known how much there will be. */
let room = newRoom(1 << 12);

function newRoom(size: number) {
  return { size, rules: new Int32Array(size), weights: new Float64Array(size) };
}

/**
 * How often each rule was seen in each context. Entries of one context stand side by side: reading memory in order is
 * what makes asking fast, and counting context by context needs no table of rules in contexts.
 */
export class Counted {
  private readonly nodes: HashedNumbers;
  readonly totals: Float32Array;
  readonly starts: Int32Array;
  readonly rules: Int32Array;
  readonly weights: Float32Array;

  constructor(observations: Observations, contexts: Contexts) {
    const { words, starts } = observations;
    const visits = new Visits(words, contexts);
    const sizes = visits.sizes(starts);
    let most = 0;
    for (const size of sizes) most += size;
    if (room.size < most) room = newRoom(most * 2);
    this.nodes = visits.nodes;
    this.totals = visits.totals();
    this.starts = new Int32Array(sizes.length + 1);
    const end = this.count(observations, visits.byNode());
    this.rules = room.rules.slice(0, end);
    this.weights = Float32Array.from(room.weights.subarray(0, end));
  }

  /** Counts context by context; fills `starts` and returns how many entries there are. */
  private count({ words, numbers, starts, rules }: Observations, { order, ends }: Ordered): number {
    const places = new Int32Array(rules).fill(-1);
    let end = 0;
    for (let node = 1; node < ends.length; node++) {
      const begun = end;
      this.starts[node] = begun;
      for (let at = ends[node - 1] as number; at < (ends[node] as number); at++) {
        const item = order[at] as number;
        const { weight } = words[item] as { weight: number };
        for (let i = starts[item] as number; i < (starts[item + 1] as number); i++) {
          const rule = numbers[i] as number;
          let place = places[rule] as number;
          if (place < begun) {
            place = end++;
            places[rule] = place;
            room.rules[place] = rule;
            room.weights[place] = 0;
          }
          room.weights[place] = (room.weights[place] as number) + weight;
        }
      }
    }
    this.starts[ends.length] = end;
    return end;
  }

  /** The number of a context; 0 for one that was never seen. */
  node(context: number): number {
    return this.nodes.get(context);
  }
}

/** Items by node: those of node n stand in `order` from `ends[n - 1]` to `ends[n]`. */
interface Ordered {
  readonly order: Int32Array;
  readonly ends: Int32Array;
}

/** Which word was in which contexts. Contexts are numbered from 1. */
class Visits {
  readonly nodes: HashedNumbers;
  private readonly nodeOf: Int32Array;
  private readonly itemOf: Int32Array;
  private readonly weights = [0];
  private length = 0;

  constructor(words: Observations['words'], contexts: Contexts) {
    const most = words.length * (contexts.suffix + contexts.prefix);
    this.nodes = new HashedNumbers(most);
    this.nodeOf = new Int32Array(most);
    this.itemOf = new Int32Array(most);
    words.forEach(({ word, weight }, item) => {
      this.visit(item, weight, word.suffixContexts, contexts.suffix);
      this.visit(item, weight, word.prefixContexts, contexts.prefix);
    });
  }

  private visit(item: number, weight: number, contexts: readonly number[], most: number): void {
    const { weights } = this;
    for (let k = 0; k < contexts.length && k < most; k++) {
      const context = contexts[k] as number;
      let node = this.nodes.get(context);
      if (node === 0) {
        node = weights.length;
        this.nodes.add(context, node);
        weights.push(0);
      }
      weights[node] = (weights[node] as number) + weight;
      this.nodeOf[this.length] = node;
      this.itemOf[this.length++] = item;
    }
  }

  totals(): Float32Array {
    return Float32Array.from(this.weights);
  }

  /** Entries that each node can have, at most. */
  sizes(starts: ArrayLike<number>): Int32Array {
    const sizes = new Int32Array(this.weights.length);
    for (let i = 0; i < this.length; i++) {
      const item = this.itemOf[i] as number;
      const node = this.nodeOf[i] as number;
      sizes[node] = (sizes[node] as number) + (starts[item + 1] as number) - (starts[item] as number);
    }
    return sizes;
  }

  byNode(): Ordered {
    const ends = new Int32Array(this.weights.length);
    for (let i = 0; i < this.length; i++) {
      const node = this.nodeOf[i] as number;
      ends[node] = (ends[node] as number) + 1;
    }
    for (let node = 1; node < ends.length; node++) ends[node] = (ends[node] as number) + (ends[node - 1] as number);
    const order = new Int32Array(this.length);
    const next = ends.slice();
    for (let i = this.length - 1; i >= 0; i--) {
      const node = this.nodeOf[i] as number;
      const place = (next[node] as number) - 1;
      next[node] = place;
      order[place] = this.itemOf[i] as number;
    }
    return { order, ends };
  }
}
