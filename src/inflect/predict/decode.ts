import { CalqueError } from '../../model/model.js';
import type { AlignmentCosts } from './align.js';
import { ByteReader } from './bytes.js';
import { calibrationOf, FIRST_WEIGHT, WAYS } from './calibrate.js';
import { PREDICTOR_VERSION } from './encode.js';
import { HashedNumbers } from './hash.js';
import type { Knowledge } from './knowledge.js';
import { Predictor } from './predictor.js';
import type { Ranker } from './ranker.js';
import { StoredRules } from './rules.js';
import { Slots } from './slots.js';
import { SoundPatterns } from './sounds.js';
import { StoredCells } from './stored.js';
import type { Trial } from './trial.js';

export function decodePredictor(bytes: Uint8Array): Predictor {
  const input = new ByteReader(bytes);
  if (bytes.length === 0 || input.number() !== PREDICTOR_VERSION)
    throw new CalqueError('store', 'The stored predictor was made by another version of Calque.', {
      suggestions: ['Import the inflection table again: the predictor is then learnt anew.'],
    });
  const slots = Slots.of(input.texts());
  const costs = readCosts(input);
  const lemmas = input.texts();
  const forms = input.texts();
  const book = new StoredRules(input.texts());
  const cells = new StoredCells(new ByteReader(input.bytes()), { slots, lemmas, forms, book });
  const sounds = readSounds(input);
  const ranker = readRanker(input);
  const trial = readTrial(input);
  const knowledge: Knowledge = {
    slots,
    costs,
    get cells() {
      return cells.all(0);
    },
    get filled() {
      return cells.all(1);
    },
    get imagined() {
      return cells.all(2);
    },
    sounds,
    ranker,
    ...trial,
  };
  return new Predictor(knowledge, cells);
}

function readCosts(input: ByteReader): AlignmentCosts {
  const table = () => {
    const list = input.floats();
    return new Map(
      Array.from({ length: list.length / 2 }, (_, i) => [list[2 * i] as number, list[2 * i + 1] as number]),
    );
  };
  return { substitution: table(), deletion: table(), insertion: table() };
}

function readSounds(input: ByteReader): SoundPatterns {
  const keys = new Int32Array(input.bytes().slice().buffer);
  const times = input.bytes();
  const lemmas = new HashedNumbers(keys.length);
  for (let i = 0; i < keys.length; i++) lemmas.add(keys[i] as number, times[i] as number);
  return new SoundPatterns(lemmas);
}

function readRanker(input: ByteReader): Ranker {
  const [scale = 1, ...dense] = input.floats();
  const sparse = new Int16Array(input.bytes().slice().buffer);
  return { dense: Float32Array.from(dense), sparse, scale };
}

function readTrial(input: ByteReader): Trial {
  const [directWeight = FIRST_WEIGHT, citedUnseen = 0, ...list] = input.floats();
  const size = list.length / WAYS.length;
  const calibration = calibrationOf((_, number) => list.slice(number * size, (number + 1) * size));
  return { directWeight, citedUnseen, calibration };
}
