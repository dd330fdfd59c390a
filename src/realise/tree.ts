import type { Carrier } from '../model/model.js';
import { boundedProduct, choiceCounts, sum } from './space.js';

/**
 * The choices of a carrier as levels of a tree: its segments as they are said, then its holes. One tree is loaded with
 * carrier after carrier, so that nothing is allocated for each.
 */
export class ChoiceTree {
  key = 0;
  levels = 0;
  /** Choices of all levels together. */
  size = 0;
  /** Choices of each level. */
  counts = new Int32Array(32);
  /** Where the choices of each level begin among all choices. */
  starts = new Int32Array(32);
  /** Combinations below one choice of each level. */
  below = new Float64Array(32);
  /** By `start + level + choice`: the weight of the level's choices before this one; last, of all of them. */
  weights = new Float64Array(256);

  load(carrier: Carrier, key: number): this {
    this.key = key;
    const counts = choiceCounts(carrier);
    this.levels = counts.length;
    this.size = sum(counts);
    this.#grow();
    let start = 0;
    for (let level = 0; level < counts.length; level++) {
      this.counts[level] = counts[level]!;
      this.starts[level] = start;
      start += counts[level]!;
    }
    let below = 1;
    for (let level = counts.length - 1; level >= 0; level--) {
      this.below[level] = below;
      below = boundedProduct(below, counts[level]!);
    }
    const { segments, holes } = carrier;
    for (let i = 0; i < segments.length; i++) this.#weigh(segments[i]!.options, i);
    for (let i = 0; i < holes.length; i++) this.#weigh(holes[i]!.values, segments.length + i);
    return this;
  }

  #grow(): void {
    if (this.levels > this.counts.length) {
      this.counts = new Int32Array(2 * this.levels);
      this.starts = new Int32Array(2 * this.levels);
      this.below = new Float64Array(2 * this.levels);
    }
    if (this.size + this.levels > this.weights.length) this.weights = new Float64Array(2 * (this.size + this.levels));
  }

  #weigh(choices: readonly { readonly weight: number }[], level: number): void {
    const start = this.starts[level]! + level;
    let sum = 0;
    this.weights[start] = 0;
    for (let i = 0; i < choices.length; i++) {
      sum += choices[i]!.weight;
      this.weights[start + i + 1] = sum;
    }
  }
}
