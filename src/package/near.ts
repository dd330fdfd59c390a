/**
 * The most similar of many short texts by the Jaccard similarity of their character 3-grams, above a threshold, exactly:
 * an index of each text's rarest 3-grams finds all candidates (prefix filter, Chaudhuri et al. 2006), lengths and counts
 * decide. Estimates by hashing are made for documents, and are coarse on five words.
 */
export class NearTexts {
  readonly #threshold: number;
  /** 3-gram → its place in the order from rare to frequent. */
  readonly #ranks = new Map<string, number>();
  /** Ranks of the 3-grams of each text, ascending. */
  readonly #texts: readonly Int32Array[];
  /** By rank: texts that have the 3-gram among their rarest. */
  readonly #index = new Map<number, number[]>();

  constructor(texts: readonly string[], threshold: number) {
    this.#threshold = threshold;
    const frequencies = new Map<string, number>();
    const sets = texts.map(trigramsOf);
    for (const set of sets) for (const gram of set) frequencies.set(gram, (frequencies.get(gram) ?? 0) + 1);
    const rare = [...frequencies].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
    for (const [rank, [gram]] of rare.entries()) this.#ranks.set(gram, rank);
    this.#texts = sets.map((set) => Int32Array.from(set, (gram) => this.#ranks.get(gram)!).sort());
    for (const [text, ranks] of this.#texts.entries()) {
      for (const rank of ranks.subarray(0, this.#prefixOf(ranks.length))) {
        const postings = this.#index.get(rank) ?? [];
        postings.push(text);
        this.#index.set(rank, postings);
      }
    }
  }

  /** Of two sets of such a similarity, the rarest so many members of one meet the rarest of the other. */
  #prefixOf(size: number): number {
    return size - Math.ceil(this.#threshold * size) + 1;
  }

  nearest(text: string): { readonly utterance: number; readonly similarity: number } | undefined {
    const set = trigramsOf(text);
    const known: number[] = [];
    for (const gram of set) {
      const rank = this.#ranks.get(gram);
      if (rank !== undefined) known.push(rank);
    }
    // What no text has is rarer than all else, so it takes up places of the prefix.
    const unknown = set.size - known.length;
    const prefix = this.#prefixOf(set.size) - unknown;
    if (prefix <= 0) return undefined;
    const ranks = Int32Array.from(known).sort();
    let best: { utterance: number; similarity: number } | undefined;
    const seen = new Set<number>();
    for (const rank of ranks.subarray(0, prefix)) {
      for (const utterance of this.#index.get(rank) ?? []) {
        if (seen.has(utterance)) continue;
        seen.add(utterance);
        const similarity = this.#similarity(this.#texts[utterance]!, ranks, set.size);
        if (similarity >= this.#threshold && similarity > (best?.similarity ?? 0)) best = { utterance, similarity };
      }
    }
    return best;
  }

  #similarity(other: Int32Array, ranks: Int32Array, size: number): number {
    const larger = Math.max(size, other.length);
    if (Math.min(size, other.length) < this.#threshold * larger) return 0;
    let shared = 0;
    for (let i = 0, j = 0; i < ranks.length && j < other.length; ) {
      const difference = ranks[i]! - other[j]!;
      if (difference === 0) shared++;
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
    return shared / (size + other.length - shared);
  }
}

/** Different 3-grams of UTF-16 units, a blank on either side of the text. */
function trigramsOf(text: string): Set<string> {
  const padded = ` ${text} `;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return grams;
}
