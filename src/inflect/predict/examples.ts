import { type Candidate, candidatesOf } from './candidates.js';
import { DENSE, denseFeatures } from './dense.js';
import type { Direct } from './direct.js';
import { featureCount, features, fixedFeatures, freeFeatures, SPARSE_BITS } from './features.js';
import type { KnownCell } from './lexicon.js';
import type { Example, Examples } from './ranker.js';
import type { Rule } from './rules.js';
import type { Slot } from './slots.js';
import { SoundPatterns } from './sounds.js';
import type { Word } from './word.js';

const MANY = 30;

/**
 * Numbers features in the order in which they are met: those that stand together in memory are then read together, which
 * makes learning several times faster than reading them where their hashes throw them.
 */
class Numbering {
  private readonly numbers = new Int32Array(1 << SPARSE_BITS);
  private readonly met: number[] = [];

  of(place: number): number {
    let number = this.numbers[place] as number;
    if (number === 0) {
      this.met.push(place);
      number = this.met.length;
      this.numbers[place] = number;
    }
    return number - 1;
  }

  /** Writes the numbers of the first `count` of some features to `out`, from a place on. */
  write(places: Int32Array, count: number, out: Int32Array, at: number): void {
    const { numbers } = this;
    for (let i = 0; i < count; i++) {
      const place = places[i] as number;
      const number = numbers[place] as number;
      out[at + i] = number > 0 ? number - 1 : this.of(place);
    }
  }

  get places(): Int32Array {
    return Int32Array.from(this.met);
  }
}

/**
 * Candidates with features of every cell that the other cells of its slot could have predicted. `all`: those that
 * completion added, too, whose forms must not count when their lemma is taken for unknown.
 */
export function examplesOf(direct: Direct, cells: readonly KnownCell[], all: readonly KnownCell[]): Examples {
  const examples: Example[] = [];
  const numbering = new Numbering();
  const fixed = new Map<number, Int32Array>();
  const forms = formsByWord(all);
  const fixedOf = (rule: Rule, slot: Slot) => {
    const key = slot.id * 0x200000 + rule.id;
    let known = fixed.get(key);
    if (known === undefined) {
      known = fixedFeatures(rule, slot).map((place) => numbering.of(place));
      fixed.set(key, known);
    }
    return known;
  };
  let before: Word | undefined;
  for (const cell of byWord(cells)) {
    const { word, slot } = cell;
    if (word !== before) direct.sounds.leaveOut(forms.get(word) ?? []);
    before = word;
    const candidates = candidatesOf(direct.slotStatistics(slot), word, {
      own: cell,
      enough: MANY,
      thorough: true,
    });
    const right = Uint8Array.from(candidates, (candidate) => (cell.forms.some((form) => candidate.is(form)) ? 1 : 0));
    if (!right.includes(1) || !right.includes(0)) continue;
    const dense = new Float32Array(candidates.length * DENSE);
    candidates.forEach((candidate, i) => {
      denseFeatures(candidate, { word, sounds: direct.sounds }, dense, i * DENSE);
    });
    examples.push({
      cell,
      right,
      dense,
      fixed: candidates.map(({ rule, second }) => [
        fixedOf(rule, slot),
        ...(second ? [fixedOf(second.rule, slot)] : []),
      ]),
      ...freeOf(candidates, { word, slot, numbering }),
    });
  }
  direct.sounds.leaveOut([]);
  return { all: examples, places: numbering.places };
}

/** Room for the features of one example. */
let room = new Int32Array(1 << 12);

interface Context {
  readonly word: Word;
  readonly slot: Slot;
  readonly numbering: Numbering;
}

function freeOf(
  candidates: readonly Candidate[],
  { word, slot, numbering }: Context,
): Pick<Example, 'free' | 'starts'> {
  const starts = new Int32Array(candidates.length + 1);
  let end = 0;
  candidates.forEach((candidate, i) => {
    freeFeatures(candidate, word, slot);
    if (end + featureCount > room.length) {
      const larger = new Int32Array((end + featureCount) * 2);
      larger.set(room);
      room = larger;
    }
    numbering.write(features, featureCount, room, end);
    end += featureCount;
    starts[i + 1] = end;
  });
  return { free: room.slice(0, end), starts };
}

export function formsByWord(cells: readonly KnownCell[]): Map<Word, string[]> {
  const forms = new Map<Word, string[]>();
  for (const { word, forms: more } of cells) {
    const known = forms.get(word);
    if (known === undefined) forms.set(word, [word.text, ...more]);
    else known.push(...more);
  }
  return forms;
}

function byWord(cells: readonly KnownCell[]): KnownCell[] {
  const groups = new Map<Word, KnownCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.word);
    if (group === undefined) groups.set(cell.word, [cell]);
    else group.push(cell);
  }
  return [...groups.values()].flat();
}

export function soundsOf(cells: readonly KnownCell[]): SoundPatterns {
  const sounds = new SoundPatterns();
  for (const forms of formsByWord(cells).values()) sounds.addLemma(forms);
  return sounds;
}
