import { candidatesOf } from './candidates.js';
import { DENSE, denseFeatures } from './dense.js';
import type { Direct } from './direct.js';
import { featureCount, features, fixedFeatures, freeFeatures } from './features.js';
import type { KnownCell } from './lexicon.js';
import type { Example } from './ranker.js';
import type { Rule } from './rules.js';
import type { Slot } from './slots.js';
import { SoundPatterns } from './sounds.js';
import type { Word } from './word.js';

const MANY = 40;

/** Candidates with features of every cell that the other cells of its slot could have predicted. */
export function examplesOf(direct: Direct, cells: readonly KnownCell[]): Example[] {
  const examples: Example[] = [];
  const fixed = new Map<number, Int32Array>();
  const forms = formsByWord(cells);
  const fixedOf = (rule: Rule, slot: Slot) => {
    const key = slot.id * 0x200000 + rule.id;
    let known = fixed.get(key);
    if (known === undefined) {
      known = fixedFeatures(rule, slot);
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
    const right = Uint8Array.from(candidates, ({ form }) => (cell.forms.includes(form) ? 1 : 0));
    if (!right.includes(1) || !right.includes(0)) continue;
    const dense = new Float32Array(candidates.length * DENSE);
    candidates.forEach((candidate, i) => {
      denseFeatures(candidate, { word, sounds: direct.sounds }, dense, i * DENSE);
    });
    examples.push({
      cell,
      weight: cell.weight,
      right,
      dense,
      fixed: candidates.map(({ rule, second }) => [
        fixedOf(rule, slot),
        ...(second ? [fixedOf(second.rule, slot)] : []),
      ]),
      free: candidates.map((candidate) => {
        freeFeatures(candidate, word, slot);
        return features.slice(0, featureCount);
      }),
    });
  }
  direct.sounds.leaveOut([]);
  return examples;
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
