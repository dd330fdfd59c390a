import { byCodeUnit, CalqueError, keyOfNumber, keyOfText } from '../model/model.js';
import { KeyTable } from './key-table.js';
import { SlotFeatures } from './slot-features.js';
import { shuffle } from './support-vectors.js';
import { TagWeights } from './tag-weights.js';
import { tagsOf, tokenise } from './tokens.js';
import { keyedOrder, type LabelledUtterance } from './utterance.js';
import { type Transitions, updateMost, Viterbi } from './viterbi.js';

export interface SlotOptions {
  readonly seed?: number;
  /** How often all rows are looked at. */
  readonly epochs?: number;
}

export interface SlotModel {
  readonly slots: readonly string[];
  /** BIO tags, always well-formed. */
  predict(tokens: readonly string[]): string[];
}

interface Sentence {
  /** Numbers of the features of each token. */
  readonly features: readonly Int32Array[];
  readonly tags: Int16Array;
}

/**
 * An averaged structured perceptron (Collins 2002) with first-order Viterbi over well-formed BIO tags. The order of
 * the rows plays no part.
 */
export function trainSlots(rows: readonly LabelledUtterance[], options: SlotOptions = {}): SlotModel {
  if (rows.length === 0) {
    throw new CalqueError('input', 'no utterance to learn slots from', { suggestions: ['check the training file'] });
  }
  const { seed = 0, epochs = 6 } = options;
  const key = keyOfText(seed, 'slots');
  const slots = [...new Set(rows.flatMap((row) => row.spans.map((span) => span.slot)))].sort(byCodeUnit);
  const tags = ['O', ...slots.flatMap((slot) => [`B-${slot}`, `I-${slot}`])];
  const features = new SlotFeatures();
  const table = new KeyTable();
  const sentences = readSentences(keyedOrder(rows, key), { tags, features, table });
  const perceptron = new Perceptron(tags.length);
  const order = Int32Array.from(sentences.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, order.length, keyOfNumber(key, epoch));
    for (const number of order) perceptron.learn(sentences[number] as Sentence);
  }
  perceptron.average();
  const predict = (tokens: readonly string[]) => {
    const numbers = features.of(tokens).map((keys) => keys.map((each) => table.find(each)).filter((each) => each >= 0));
    return Array.from(perceptron.tag(numbers), (tag) => tags[tag] as string);
  };
  return { slots, predict };
}

interface Alphabet {
  readonly tags: readonly string[];
  readonly features: SlotFeatures;
  readonly table: KeyTable;
}

function readSentences(rows: readonly LabelledUtterance[], { tags, features, table }: Alphabet): Sentence[] {
  const numbers = new Map(tags.map((tag, number) => [tag, number]));
  return rows.map((row) => {
    const tokens = tokenise(row.text);
    const keys = features.of(tokens.map((token) => token.text));
    return {
      features: keys.map((each) => each.map((key) => table.add(key))),
      tags: Int16Array.from(tagsOf(tokens, row.spans), (tag) => numbers.get(tag) as number),
    };
  });
}

class Perceptron {
  readonly #weights = new TagWeights();
  readonly #transitions: Transitions;
  readonly #firstMoments: Float64Array;
  readonly #transitionMoments: Float64Array;
  readonly #viterbi: Viterbi;
  #scores = new Float64Array(0);
  #moment = 1;

  constructor(tags: number) {
    const weights = new Float64Array(tags * tags);
    this.#transitions = { tags, first: new Float64Array(tags), weights, most: new Float64Array(tags) };
    this.#viterbi = new Viterbi(tags);
    this.#firstMoments = new Float64Array(tags);
    this.#transitionMoments = new Float64Array(tags * tags);
  }

  tag(features: readonly Int32Array[]): Int16Array {
    const { tags } = this.#transitions;
    const size = features.length * tags;
    if (this.#scores.length < size) this.#scores = new Float64Array(size);
    const scores = this.#scores;
    scores.fill(0, 0, size);
    for (const [at, numbers] of features.entries()) {
      for (const number of numbers) this.#weights.addTo(scores, at * tags, number);
    }
    return this.#viterbi.decode(scores, features.length, this.#transitions);
  }

  learn({ features, tags: gold }: Sentence): void {
    const guess = this.tag(features);
    for (const [at, numbers] of features.entries()) {
      const right = gold[at] as number;
      const wrong = guess[at] as number;
      if (right !== wrong) this.#changeToken(numbers, right, wrong);
      if (right !== wrong || (at > 0 && gold[at - 1] !== guess[at - 1])) {
        this.#changeTransition(at === 0 ? -1 : (gold[at - 1] as number), right, 1);
        this.#changeTransition(at === 0 ? -1 : (guess[at - 1] as number), wrong, -1);
      }
    }
    this.#moment++;
  }

  average(): void {
    this.#weights.average(this.#moment);
    const { first, weights } = this.#transitions;
    for (let i = 0; i < first.length; i++) first[i]! -= (this.#firstMoments[i] as number) / this.#moment;
    for (let i = 0; i < weights.length; i++) weights[i]! -= (this.#transitionMoments[i] as number) / this.#moment;
    for (let tag = 0; tag < first.length; tag++) updateMost(this.#transitions, tag);
  }

  #changeToken(numbers: Int32Array, right: number, wrong: number): void {
    for (const number of numbers) {
      this.#weights.change(number, right, { by: 1, moment: this.#moment });
      this.#weights.change(number, wrong, { by: -1, moment: this.#moment });
    }
  }

  #changeTransition(before: number, tag: number, by: number): void {
    const { tags, first, weights } = this.#transitions;
    const place = before < 0 ? tag : tag * tags + before;
    const [list, moments] = before < 0 ? [first, this.#firstMoments] : [weights, this.#transitionMoments];
    list[place]! += by;
    moments[place]! += by * this.#moment;
    if (before >= 0) updateMost(this.#transitions, before);
  }
}
