import { keyOfNumber } from '../model/model.js';
import { boundedProduct } from './space.js';
import type { ChoiceTree } from './tree.js';

/**
 * Draws the choices of rows. The choices of a level are halved again and again; a halving is known by where it cuts:
 * `middle`, which is never 0 and which no other halving of the level has. At each halving a known number of the first r
 * draws goes to the lighter half: r times its share, plus a keyed offset in [0, 1), rounded down, within what the
 * halves can hold. So a draw's number within its half is known without drawing the others. That makes ordinals and
 * combinations one to one, rows independent of how many are asked, and every draw as likely as its weight until a half
 * is used up.
 *
 * Most draws are soon the first of their path. So the first draw at a level is one look-up among its weights, and the
 * offsets of the halvings on the way there are drawn from among those that agree with it. Rows that share a path are
 * drawn together: what is the same for all of them is worked out once.
 */
export class Draws {
  /** Choices by row * levels + level. */
  chosen = new Int32Array(16);
  #tree: ChoiceTree | undefined;
  /** Rows, those of a path next to each other and in the order of their draws. */
  readonly #rows: Int32Array;
  readonly #aside: Int32Array;
  /** A stack of what is still to be drawn: for rows from..to of a path, a choice of a level's low..high. */
  readonly #levels: Int32Array;
  readonly #lows: Int32Array;
  readonly #highs: Int32Array;
  readonly #froms: Int32Array;
  readonly #tos: Int32Array;
  readonly #paths: Int32Array;
  /** The first row's number among the draws of low..high. */
  readonly #draws: Float64Array;
  /** Where the first draw of the path falls among the level's weights. */
  readonly #firsts: Float64Array;
  #open = 0;
  /** The halving at hand. */
  #share = 0.5;
  #offset = 0.5;
  #least = 0;
  #lighter = 0.5;
  #heavier = 0.5;

  constructor(readonly batch: number) {
    this.#rows = new Int32Array(batch + 1);
    this.#aside = new Int32Array(batch + 1);
    this.#levels = new Int32Array(batch + 1);
    this.#lows = new Int32Array(batch + 1);
    this.#highs = new Int32Array(batch + 1);
    this.#froms = new Int32Array(batch + 1);
    this.#tos = new Int32Array(batch + 1);
    this.#paths = new Int32Array(batch + 1);
    this.#draws = new Float64Array(batch + 1);
    this.#firsts = new Float64Array(batch + 1);
  }

  /** Draws `count` rows, at most a batch, from ordinal `first` on. */
  draw(tree: ChoiceTree, first: number, count: number): void {
    if (tree.levels === 0) return;
    this.#tree = tree;
    if (this.chosen.length < count * tree.levels) this.chosen = new Int32Array(2 * this.batch * tree.levels);
    for (let row = 0; row < count; row++) this.#rows[row] = row;
    this.#froms[0] = 0;
    this.#tos[0] = count;
    this.#draws[0] = first;
    this.#enter(0, 0, tree.key);
    this.#open = 1;
    while (this.#open > 0) {
      const top = this.#open - 1;
      if (this.#isFirst(top)) this.#finish(top);
      else if (this.#highs[top]! - this.#lows[top]! > 1) this.#halve(top);
      else this.#descend(top);
    }
  }

  #enter(at: number, level: number, path: number): void {
    const { counts, starts, weights } = this.#tree!;
    const choices = counts[level]!;
    this.#levels[at] = level;
    this.#paths[at] = path;
    this.#lows[at] = 0;
    this.#highs[at] = choices;
    this.#firsts[at] = fraction(keyOfNumber(path, 0)) * weights[starts[level]! + level + choices]!;
  }

  /** Whether there is one row left, the first draw of its path, and what it draws is among low..high. */
  #isFirst(at: number): boolean {
    if (this.#tos[at]! - this.#froms[at]! > 1 || this.#draws[at]! > 0) return false;
    const { starts, weights } = this.#tree!;
    const start = starts[this.#levels[at]!]! + this.#levels[at]!;
    const first = this.#firsts[at]!;
    return weights[start + this.#lows[at]!]! <= first && first < weights[start + this.#highs[at]!]!;
  }

  /** Looks up what is left of such a row. */
  #finish(at: number): void {
    const { levels, counts, starts, weights } = this.#tree!;
    const place = this.#rows[this.#froms[at]!]! * levels;
    let path = this.#paths[at]!;
    let first = this.#firsts[at]!;
    let low = this.#lows[at]!;
    let high = this.#highs[at]!;
    for (let level = this.#levels[at]!; level < levels; level++) {
      if (high === 0) {
        high = counts[level]!;
        if (high > 1) first = fraction(keyOfNumber(path, 0)) * weights[starts[level]! + level + high]!;
      }
      const start = starts[level]! + level;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (first < weights[start + middle]!) high = middle;
        else low = middle;
      }
      this.chosen[place + level] = low;
      if (counts[level]! > 1) path = keyOfNumber(path, ~low);
      low = 0;
      high = 0;
    }
    this.#open = at;
  }

  /** A choice is made: goes on with the next level. */
  #descend(at: number): void {
    const { levels, counts } = this.#tree!;
    const level = this.#levels[at]!;
    const choice = this.#lows[at]!;
    for (let i = this.#froms[at]!; i < this.#tos[at]!; i++) this.chosen[this.#rows[i]! * levels + level] = choice;
    if (level + 1 === levels) this.#open = at;
    else this.#enter(at, level + 1, counts[level]! > 1 ? keyOfNumber(this.#paths[at]!, ~choice) : this.#paths[at]!);
  }

  /** Parts the rows between the halves of low..high. */
  #halve(at: number): void {
    const middle = (this.#lows[at]! + this.#highs[at]!) >>> 1;
    const isLeft = this.#weigh(at, middle);
    const from = this.#froms[at]!;
    const to = this.#tos[at]!;
    const draw = this.#draws[at]!;
    const before = this.#lighterOf(draw);
    const cut = this.#part(at, before, isLeft);
    const leftDraw = isLeft ? before : draw - before;
    if (from < cut && cut < to) {
      const other = this.#open++;
      this.#levels[other] = this.#levels[at]!;
      this.#paths[other] = this.#paths[at]!;
      this.#firsts[other] = this.#firsts[at]!;
      this.#highs[other] = this.#highs[at]!;
      this.#lows[other] = middle;
      this.#froms[other] = cut;
      this.#tos[other] = to;
      this.#draws[other] = draw - leftDraw;
      this.#tos[at] = cut;
    }
    if (from < cut) this.#highs[at] = middle;
    else this.#lows[at] = middle;
    this.#draws[at] = from < cut ? leftDraw : draw - leftDraw;
  }

  /** What decides how many draws go to the lighter half; whether that is the left one. */
  #weigh(at: number, middle: number): boolean {
    const { starts, below, weights } = this.#tree!;
    const level = this.#levels[at]!;
    const start = starts[level]! + level;
    const from = weights[start + this.#lows[at]!]!;
    const cut = weights[start + middle]!;
    const to = weights[start + this.#highs[at]!]!;
    const isLeft = cut - from <= to - cut;
    const share = (isLeft ? cut - from : to - cut) / (to - from);
    const first = this.#firsts[at]!;
    const offset = fraction(keyOfNumber(this.#paths[at]!, middle));
    this.#share = share;
    this.#offset = offset;
    this.#least = 0;
    if (from <= first && first < to) {
      this.#least = first < cut === isLeft ? 1 : 0;
      this.#offset = this.#least === 1 ? 1 - share * (1 - offset) : (1 - share) * offset;
    }
    const left = boundedProduct(middle - this.#lows[at]!, below[level]!);
    const right = boundedProduct(this.#highs[at]! - middle, below[level]!);
    this.#lighter = isLeft ? left : right;
    this.#heavier = isLeft ? right : left;
    return isLeft;
  }

  /** How many of the first r draws go to the lighter half. Rounding must not send the first one elsewhere (`least`). */
  #lighterOf(r: number): number {
    if (r === 0) return 0;
    const count = Math.max(this.#least, Math.floor(r * this.#share + this.#offset));
    return Math.max(Math.min(count, this.#lighter), r - this.#heavier);
  }

  /** Moves rows of the left half before those of the right one, both in order; returns where the right ones begin. */
  #part(at: number, before: number, isLeft: boolean): number {
    const rows = this.#rows;
    const to = this.#tos[at]!;
    let cut = this.#froms[at]!;
    let draw = this.#draws[at]!;
    let aside = 0;
    let count = before;
    for (let i = cut; i < to; i++) {
      const next = this.#lighterOf(++draw);
      if (next > count === isLeft) rows[cut++] = rows[i]!;
      else this.#aside[aside++] = rows[i]!;
      count = next;
    }
    for (let i = 0; i < aside; i++) rows[cut + i] = this.#aside[i]!;
    return cut;
  }
}

/** A key as a number in (0, 1), neither end included. */
function fraction(key: number): number {
  return ((key >>> 0) + 0.5) / 0x1_0000_0000;
}
