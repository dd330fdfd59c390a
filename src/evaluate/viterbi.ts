/**
 * Tags of BIO as numbers: 0 is O, 1 + 2k begins slot k, 2 + 2k goes on with it. I-x comes only after B-x or I-x, so
 * every path is well-formed.
 */
export interface Transitions {
  readonly tags: number;
  /** What a tag weighs as the first. */
  readonly first: Float64Array;
  /** By tag, then by the tag before it. */
  readonly weights: Float64Array;
  /** By tag: no weight from it to O or to a beginning is greater. */
  readonly most: Float64Array;
}

/** True for a tag that goes on with a slot. */
export function goesOn(tag: number): boolean {
  return tag > 0 && tag % 2 === 0;
}

/** Brings `most` of one tag up to date. */
export function updateMost({ tags, weights, most }: Transitions, previous: number): void {
  most[previous] = extreme(tags, (tag) => weights[tag * tags + previous] as number, Math.max);
}

function extreme(tags: number, weight: (tag: number) => number, pick: (a: number, b: number) => number): number {
  let found = weight(0);
  for (let tag = 1; tag < tags; tag += 2) found = pick(found, weight(tag));
  return found;
}

/** Finds the best path through scores of token × tag; keeps its memory from one utterance to the next. */
export class Viterbi {
  #best = new Float64Array(0);
  #before = new Int16Array(0);
  readonly #rivals: Int16Array;

  constructor(tags: number) {
    this.#rivals = new Int16Array(tags);
  }

  decode(scores: Float64Array, length: number, transitions: Transitions): Int16Array {
    const { tags } = transitions;
    if (this.#best.length < length * tags) {
      this.#best = new Float64Array(length * tags);
      this.#before = new Int16Array(length * tags);
    }
    this.#first(scores, transitions);
    for (let at = 1; at < length; at++) this.#step(scores, at, transitions);
    return this.#path(length, tags);
  }

  #first(scores: Float64Array, { tags, first }: Transitions): void {
    for (let tag = 0; tag < tags; tag++) {
      this.#best[tag] = goesOn(tag) ? Number.NEGATIVE_INFINITY : (scores[tag] as number) + (first[tag] as number);
    }
  }

  #step(scores: Float64Array, at: number, transitions: Transitions): void {
    const { tags, weights } = transitions;
    const best = this.#best;
    const before = this.#before;
    const rivals = this.#rivals;
    const now = at * tags;
    const then = now - tags;
    const count = this.#findRivals(then, transitions);
    for (let tag = 0; tag < tags; tag = tag === 0 ? 1 : tag + 2) {
      const row = tag * tags;
      let top = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let r = 0; r < count; r++) {
        const previous = rivals[r] as number;
        const sum = (best[then + previous] as number) + (weights[row + previous] as number);
        if (sum > most) {
          most = sum;
          top = previous;
        }
      }
      best[now + tag] = most + (scores[now + tag] as number);
      before[now + tag] = top;
    }
    for (let tag = 2; tag < tags; tag += 2) {
      const begun = (best[then + tag - 1] as number) + (weights[tag * tags + tag - 1] as number);
      const gone = (best[then + tag] as number) + (weights[tag * tags + tag] as number);
      best[now + tag] = Math.max(begun, gone) + (scores[now + tag] as number);
      before[now + tag] = begun >= gone ? tag - 1 : tag;
    }
  }

  /**
   * The tags of the token before from which a best path to O or to a beginning can come. The tag that is best so far
   * gives a floor; what cannot reach it even by its greatest weight is left out, which most tags are.
   */
  #findRivals(then: number, { tags, weights, most }: Transitions): number {
    const best = this.#best;
    let top = 0;
    for (let tag = 1; tag < tags; tag++) if ((best[then + tag] as number) > (best[then + top] as number)) top = tag;
    const floor = (best[then + top] as number) + extreme(tags, (tag) => weights[tag * tags + top] as number, Math.min);
    let count = 0;
    for (let tag = 0; tag < tags; tag++) {
      if ((best[then + tag] as number) + (most[tag] as number) >= floor) this.#rivals[count++] = tag;
    }
    return count;
  }

  #path(length: number, tags: number): Int16Array {
    const path = new Int16Array(length);
    if (length === 0) return path;
    const last = (length - 1) * tags;
    let tag = 0;
    for (let t = 1; t < tags; t++) if ((this.#best[last + t] as number) > (this.#best[last + tag] as number)) tag = t;
    for (let at = length - 1; at >= 0; at--) {
      path[at] = tag;
      tag = this.#before[at * tags + tag] as number;
    }
    return path;
  }
}
