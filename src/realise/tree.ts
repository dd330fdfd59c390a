import type { Carrier } from '../model/model.js';
import { keyOfNumber } from '../model/model.js';
import { boundedProduct, choiceCounts } from './space.js';

/**
 * The choices of a carrier as levels of a tree, each level halved again and again down to its single choices. A halving
 * is known by where it cuts: `middle`, which is never 0 and which no other halving of the same level has.
 *
 * At each halving a known number of the first r draws goes to the lighter half: r times its share, plus a keyed offset
 * in [0, 1), rounded down, within what the halves can hold. So a draw's number within its half is known without drawing
 * the others. That makes ordinals and combinations one to one, rows independent of how many are asked, and every draw
 * as likely as its weight until a half is used up.
 *
 * Most draws are soon the first of their path. So the first draw at a level is one look-up among its weights, and the
 * offsets of the halvings on the way there are drawn from among those that agree with it.
 *
 * One tree is loaded with carrier after carrier, so that nothing is allocated for each.
 */
export class ChoiceTree {
  levels = 0;
  /** Choices of all levels together. */
  size = 0;
  /** Choices of each level: segments as they are said, then holes. */
  counts = new Int32Array(32);
  /** Where the choices of each level begin among all choices. */
  starts = new Int32Array(32);
  /** Combinations below one choice of each level. */
  below = new Float64Array(32);
  /** By `start + level + choice`: the weight of the level's choices before this one; last, of all of them. */
  weights = new Float64Array(256);
  /** By level: what the last draw chose. */
  chosen = new Int32Array(32);
  #key = 0;
  #path = 0;
  #draw = 0;

  load(carrier: Carrier, key: number): this {
    this.#key = key;
    const counts = choiceCounts(carrier);
    this.levels = counts.length;
    this.size = counts.reduce((a, b) => a + b, 0);
    this.#grow();
    this.counts.set(counts);
    for (let level = 0, start = 0; level < this.levels; start += counts[level++]!) this.starts[level] = start;
    for (let level = this.levels - 1, below = 1; level >= 0; level--) {
      this.below[level] = below;
      below = boundedProduct(below, counts[level]!);
    }
    let level = 0;
    for (const { options } of carrier.segments) this.#weigh(options, level++);
    for (const { values } of carrier.holes) this.#weigh(values, level++);
    return this;
  }

  #grow(): void {
    if (this.levels > this.counts.length) {
      this.counts = new Int32Array(2 * this.levels);
      this.starts = new Int32Array(2 * this.levels);
      this.below = new Float64Array(2 * this.levels);
      this.chosen = new Int32Array(2 * this.levels);
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

  /** Fills `chosen` with the choices of a draw. */
  draw(ordinal: number): void {
    this.#path = this.#key;
    this.#draw = ordinal;
    for (let level = 0; level < this.levels; level++) {
      const choices = this.counts[level]!;
      if (choices === 1) {
        this.chosen[level] = 0;
        continue;
      }
      const start = this.starts[level]! + level;
      const first = fraction(keyOfNumber(this.#path, 0)) * this.weights[start + choices]!;
      const choice = this.#draw === 0 ? this.#firstChoice(level, first) : this.#laterChoice(level, first);
      this.chosen[level] = choice;
      this.#path = keyOfNumber(this.#path, ~choice);
    }
  }

  /** The choice within whose weight `first` falls. */
  #firstChoice(level: number, first: number): number {
    const weights = this.weights;
    const start = this.starts[level]! + level;
    let low = 0;
    let high = this.counts[level]!;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (first < weights[start + middle]!) high = middle;
      else low = middle;
    }
    return low;
  }

  /** Halves down to the choice of a draw that is not the first; `#draw` becomes its number among those of the choice. */
  #laterChoice(level: number, first: number): number {
    const weights = this.weights;
    const path = this.#path;
    const start = this.starts[level]! + level;
    const below = this.below[level]!;
    let draw = this.#draw;
    let low = 0;
    let high = this.counts[level]!;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      const from = weights[start + low]!;
      const cut = weights[start + middle]!;
      const to = weights[start + high]!;
      const isLeft = cut - from <= to - cut;
      const share = (isLeft ? cut - from : to - cut) / (to - from);
      let offset = fraction(keyOfNumber(path, middle));
      let least = 0;
      if (first >= from && first < to) {
        least = first < cut === isLeft ? 1 : 0;
        offset = least === 1 ? 1 - share * (1 - offset) : (1 - share) * offset;
      }
      // `least`: rounding must not make the first draw go elsewhere than it went.
      let before = draw === 0 ? 0 : Math.max(least, Math.floor(draw * share + offset));
      let after = Math.max(least, Math.floor((draw + 1) * share + offset));
      if (draw >= below) {
        const lighter = boundedProduct(isLeft ? middle - low : high - middle, below);
        const heavier = boundedProduct(isLeft ? high - middle : middle - low, below);
        before = Math.max(Math.min(before, lighter), draw - heavier);
        after = Math.max(Math.min(after, lighter), draw + 1 - heavier);
      }
      if (after > before === isLeft) high = middle;
      else low = middle;
      draw = after > before ? before : draw - before;
    }
    this.#draw = draw;
    return low;
  }
}

/** A key as a number in (0, 1), neither end included. */
function fraction(key: number): number {
  return ((key >>> 0) + 0.5) / 0x1_0000_0000;
}
