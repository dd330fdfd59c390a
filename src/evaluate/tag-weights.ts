/**
 * Weights of feature × tag while they are learnt. A feature meets few tags, so each has a short list of them in one
 * shared stretch of memory; a list that is full moves to the end, with twice the room.
 */
export class TagWeights {
  #starts = new Int32Array(1 << 12);
  #sizes = new Int32Array(1 << 12);
  #rooms = new Int32Array(1 << 12);
  #tags = new Int16Array(1 << 14);
  #weights = new Float64Array(1 << 14);
  /** Sum of changes, each times the moment at which it came: what averaging takes off. */
  #moments = new Float64Array(1 << 14);
  #end = 0;

  /** Adds the weights of a feature to the scores of all tags. */
  addTo(scores: Float64Array, from: number, feature: number): void {
    if (feature >= this.#sizes.length) return;
    const start = this.#starts[feature] as number;
    const end = start + (this.#sizes[feature] as number);
    const tags = this.#tags;
    const weights = this.#weights;
    for (let k = start; k < end; k++) scores[from + (tags[k] as number)]! += weights[k] as number;
  }

  change(feature: number, tag: number, { by, moment }: { by: number; moment: number }): void {
    const place = this.#place(feature, tag);
    this.#weights[place]! += by;
    this.#moments[place]! += by * moment;
  }

  /** From now on the weights are the mean of what they were at all moments up to this one. */
  average(moment: number): void {
    for (let k = 0; k < this.#end; k++) this.#weights[k]! -= (this.#moments[k] as number) / moment;
    this.#moments = new Float64Array(0);
  }

  #place(feature: number, tag: number): number {
    if (feature >= this.#sizes.length) this.#widen(feature);
    const start = this.#starts[feature] as number;
    const size = this.#sizes[feature] as number;
    for (let k = start; k < start + size; k++) if (this.#tags[k] === tag) return k;
    if (size === this.#rooms[feature]) this.#move(feature, Math.max(2, size * 2));
    const place = (this.#starts[feature] as number) + size;
    this.#tags[place] = tag;
    this.#sizes[feature] = size + 1;
    return place;
  }

  #widen(feature: number): void {
    let size = this.#sizes.length;
    while (size <= feature) size *= 2;
    this.#starts = grown(this.#starts, new Int32Array(size));
    this.#sizes = grown(this.#sizes, new Int32Array(size));
    this.#rooms = grown(this.#rooms, new Int32Array(size));
  }

  #move(feature: number, room: number): void {
    const from = this.#starts[feature] as number;
    const until = from + (this.#sizes[feature] as number);
    const to = this.#end;
    this.#end += room;
    if (this.#end > this.#tags.length) this.#lengthen();
    for (const list of [this.#tags, this.#weights, this.#moments]) {
      list.copyWithin(to, from, until);
      list.fill(0, from, until);
    }
    this.#starts[feature] = to;
    this.#rooms[feature] = room;
  }

  #lengthen(): void {
    const size = Math.max(this.#tags.length * 2, this.#end);
    this.#tags = grown(this.#tags, new Int16Array(size));
    this.#weights = grown(this.#weights, new Float64Array(size));
    this.#moments = grown(this.#moments, new Float64Array(size));
  }
}

function grown<List extends Int16Array | Int32Array | Float64Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}
