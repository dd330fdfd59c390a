import { HashedNumbers, mix } from './hash.js';

/** Counts as they come in: an entry is a rule in a context, entries of one context are linked. */
export class Counting {
  readonly nodes: HashedNumbers;
  private readonly entries: HashedNumbers;
  readonly totals = [0];
  readonly heads = [0];
  readonly rules = [0];
  readonly weights = [0];
  readonly nexts = [0];
  private readonly owners = [0];

  constructor(expected: number) {
    this.nodes = new HashedNumbers(expected);
    this.entries = new HashedNumbers(expected * 2);
  }

  add(context: number, indices: readonly number[], weight: number): void {
    const { totals, heads, rules, weights, nexts, owners } = this;
    let node = this.nodes.get(context);
    if (node === 0) {
      node = totals.length;
      this.nodes.add(context, node);
      totals.push(0);
      heads.push(0);
    }
    totals[node] = (totals[node] as number) + weight;
    for (const index of indices) {
      const key = mix(context, index + 1);
      let entry = this.entries.get(key);
      // Another context and rule may have the same hash.
      if (entry === 0 || rules[entry] !== index || owners[entry] !== node) {
        if (entry === 0) this.entries.add(key, rules.length);
        entry = rules.length;
        rules.push(index);
        owners.push(node);
        weights.push(0);
        nexts.push(heads[node] as number);
        heads[node] = entry;
      }
      weights[entry] = (weights[entry] as number) + weight;
    }
  }
}

/** The same, entries of one context side by side: reading memory in order is what makes asking fast. */
export class Counted {
  private readonly nodes: HashedNumbers;
  readonly totals: Float32Array;
  readonly starts: Int32Array;
  readonly rules: Int32Array;
  readonly weights: Float32Array;

  constructor({ nodes, totals, heads, rules, weights, nexts }: Counting) {
    this.nodes = nodes;
    this.totals = Float32Array.from(totals);
    this.starts = new Int32Array(totals.length + 1);
    this.rules = new Int32Array(rules.length);
    this.weights = new Float32Array(rules.length);
    let place = 0;
    for (let node = 0; node < totals.length; node++) {
      this.starts[node] = place;
      for (let entry = heads[node] as number; entry !== 0; entry = nexts[entry] as number) {
        this.rules[place] = rules[entry] as number;
        this.weights[place] = weights[entry] as number;
        place++;
      }
    }
    this.starts[totals.length] = place;
  }

  /** The number of a context; 0 for one that was never seen. */
  node(context: number): number {
    return this.nodes.get(context);
  }
}
