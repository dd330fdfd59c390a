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
  /** By level, for the path at hand: its key, and where its first draw falls among the level's weights. */
  #paths = new Int32Array(16);
  #firsts = new Float64Array(16);
  /** A stack of what is still to be drawn: for rows from..to of a path, a choice of a level's low..high. */
  readonly #levels: Int32Array;
  readonly #lows: Int32Array;
  readonly #highs: Int32Array;
  readonly #froms: Int32Array;
  readonly #tos: Int32Array;
  /** The first row's number among the draws of low..high. */
  readonly #draws: Float64Array;
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
    this.#draws = new Float64Array(batch + 1);
  }

  /** Draws `count` rows, at most a batch, from ordinal `first` on. */
  draw(tree: ChoiceTree, first: number, count: number): void {
    if (tree.levels === 0) return;
    this.#tree = tree;
    this.#makeRoom(tree.levels);
    for (let row = 0; row < count; row++) this.#rows[row] = row;
    this.#froms[0] = 0;
    this.#tos[0] = count;
    this.#draws[0] = first;
    this.#enter(0, 0, tree.key);
    this.#open = 1;
    while (this.#open > 0) {
      const top = this.#open - 1;
      if (this.#tos[top]! - this.#froms[top]! === 1 && this.#draws[top] === 0) this.#finish(top);
      else if (this.#highs[top]! - this.#lows[top]! > 1) this.#halve(top);
      else this.#descend(top);
    }
  }

  #makeRoom(levels: number): void {
    if (this.chosen.length < this.batch * levels) this.chosen = new Int32Array(2 * this.batch * levels);
    if (this.#paths.length >= levels) return;
    this.#paths = new Int32Array(2 * levels);
    this.#firsts = new Float64Array(2 * levels);
  }

  #enter(at: number, level: number, path: number): void {
    this.#levels[at] = level;
    this.#lows[at] = 0;
    this.#highs[at] = this.#tree!.counts[level]!;
    this.#follow(level, path);
  }

  #follow(level: number, path: number): void {
    const { counts, starts, weights } = this.#tree!;
    const choices = counts[level]!;
    this.#paths[level] = path;
    if (choices > 1) this.#firsts[level] = fraction(keyOfNumber(path, 0)) * weights[starts[level]! + level + choices]!;
  }

  /** Goes on with the next level; a choice that is none leaves no mark on the path. */
  #descend(at: number): void {
    const { levels, counts } = this.#tree!;
    const { chosen } = this;
    const rows = this.#rows;
    const level = this.#levels[at]!;
    const choice = this.#lows[at]!;
    const to = this.#tos[at]!;
    for (let i = this.#froms[at]!; i < to; i++) chosen[rows[i]! * levels + level] = choice;
    const path = this.#paths[level]!;
    if (level + 1 === levels) this.#open = at;
    else this.#enter(at, level + 1, counts[level]! > 1 ? keyOfNumber(path, ~choice) : path);
  }

  /** A row that is alone and the first draw of its half is so of every half to come: nothing is to be counted. */
  #finish(at: number): void {
    const { levels, counts } = this.#tree!;
    const place = this.#rows[this.#froms[at]!]! * levels;
    let low = this.#lows[at]!;
    let high = this.#highs[at]!;
    for (let level = this.#levels[at]!; ; level++) {
      const choice = high - low > 1 ? this.#choose(level, low, high) : low;
      this.chosen[place + level] = choice;
      if (level + 1 === levels) break;
      const path = this.#paths[level]!;
      this.#follow(level + 1, counts[level]! > 1 ? keyOfNumber(path, ~choice) : path);
      low = 0;
      high = counts[level + 1]!;
    }
    this.#open = at;
  }

  /** The first draw of low..high: the path's own first where that falls among them. */
  #choose(level: number, lowest: number, highest: number): number {
    const { starts, weights } = this.#tree!;
    const start = starts[level]! + level;
    const first = this.#firsts[level]!;
    const path = this.#paths[level]!;
    let low = lowest;
    let high = highest;
    const isFirst = weights[start + low]! <= first && first < weights[start + high]!;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      const cut = weights[start + middle]!;
      let goesLeft = first < cut;
      if (!isFirst) {
        const from = weights[start + low]!;
        const to = weights[start + high]!;
        const isLeft = cut - from <= to - cut;
        const share = (isLeft ? cut - from : to - cut) / (to - from);
        goesLeft = share + fraction(keyOfNumber(path, middle)) >= 1 === isLeft;
      }
      if (goesLeft) high = middle;
      else low = middle;
    }
    return low;
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
    const first = this.#firsts[level]!;
    const offset = fraction(keyOfNumber(this.#paths[level]!, middle));
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
    const asides = this.#aside;
    const share = this.#share;
    const offset = this.#offset;
    const least = this.#least;
    const lighter = this.#lighter;
    const heavier = this.#heavier;
    const to = this.#tos[at]!;
    let cut = this.#froms[at]!;
    let draw = this.#draws[at]!;
    let aside = 0;
    // Each draw adds one to `lighterOf` or nothing.
    let next = before + 1;
    for (let i = cut; i < to; i++) {
      const row = rows[i]!;
      draw++;
      const isDue = (draw * share + offset >= next && next <= lighter) || next <= least || next <= draw - heavier;
      if (isDue) next++;
      if (isDue === isLeft) rows[cut++] = row;
      else asides[aside++] = row;
    }
    for (let i = 0; i < aside; i++) rows[cut + i] = asides[i]!;
    return cut;
  }
}

/** A key as a number in (0, 1), neither end included. */
function fraction(key: number): number {
  return ((key >>> 0) + 0.5) / 0x1_0000_0000;
}
