import { CalqueError } from '../../model/model.js';
import type { AlignmentCosts } from './align.js';
import { ByteReader, ByteWriter } from './bytes.js';
import { type Calibration, WAYS } from './calibrate.js';
import { SPARSE_BITS } from './features.js';
import { HashedNumbers } from './hash.js';
import { IMAGINED_WEIGHT } from './imagine.js';
import type { KnownCell } from './lexicon.js';
import { Predictor } from './predictor.js';
import { type Ranker, STEPS } from './ranker.js';
import { type Rule, RuleBook } from './rules.js';
import { type Slot, Slots } from './slots.js';
import { SoundPatterns } from './sounds.js';
import { type Word, wordOf } from './word.js';

/** Changes whenever a stored predictor of before would be read wrongly; such a one is trained again. */
export const PREDICTOR_VERSION = 1;

export function encodePredictor({ knowledge }: Predictor): Uint8Array {
  const out = new ByteWriter();
  out.number(PREDICTOR_VERSION);
  out.texts(knowledge.slots.all.map(({ bundle }) => bundle));
  writeCosts(out, knowledge.costs);
  const rules = new Numbered<string>();
  const texts = new Numbered<string>();
  const cells = new ByteWriter();
  for (const group of [knowledge.cells, knowledge.filled, knowledge.imagined]) {
    cells.number(group.length);
    for (const cell of group) writeCell(cells, cell, { rules, texts, book: knowledge.book });
  }
  out.texts(texts.all);
  out.texts(rules.all);
  out.bytes(cells.done());
  writeSounds(out, knowledge.sounds);
  writeRanker(out, knowledge.ranker);
  out.floats(WAYS.flatMap((way) => [...knowledge.calibration[way]]));
  return out.done();
}

export function decodePredictor(bytes: Uint8Array): Predictor {
  const input = new ByteReader(bytes);
  if (bytes.length === 0 || input.number() !== PREDICTOR_VERSION)
    throw new CalqueError('store', 'The stored predictor was made by another version of Calque.', {
      suggestions: ['Import the inflection table again: the predictor is then learnt anew.'],
    });
  const slots = new Slots();
  for (const bundle of input.texts()) slots.intern(bundle);
  const costs = readCosts(input);
  const texts = input.texts();
  const book = new RuleBook(input.texts());
  const cells = new ByteReader(input.bytes());
  const words = new Map<string, Word>();
  const read = (weight: number) =>
    Array.from({ length: cells.number() }, () => readCell(cells, { slots, texts, book, words, weight }));
  const table = read(1);
  const filled = read(FILLED_WEIGHT);
  const imagined = read(IMAGINED_WEIGHT);
  const sounds = readSounds(input);
  const ranker = readRanker(input);
  return new Predictor({
    slots,
    costs,
    book,
    cells: table,
    filled,
    imagined,
    sounds,
    ranker,
    calibration: readCalibration(input),
  });
}

const FILLED_WEIGHT = 0.4;

class Numbered<T> {
  readonly all: T[] = [];
  private readonly numbers = new Map<T, number>();

  number(item: T): number {
    let number = this.numbers.get(item);
    if (number === undefined) {
      number = this.all.length;
      this.numbers.set(item, number);
      this.all.push(item);
    }
    return number;
  }
}

interface Tables {
  readonly rules: Numbered<string>;
  readonly texts: Numbered<string>;
  readonly book: RuleBook;
}

function writeCell(out: ByteWriter, cell: KnownCell, { rules, texts, book }: Tables): void {
  out.number(cell.slot.id);
  out.number(texts.number(cell.lemma));
  out.number(cell.forms.length);
  for (const form of cell.forms) out.number(texts.number(form));
  out.number(cell.rules.length);
  for (const rule of cell.rules) out.number(rules.number(book.keyOf(rule)));
}

interface CellContext {
  readonly slots: Slots;
  readonly texts: readonly string[];
  readonly book: RuleBook;
  readonly words: Map<string, Word>;
  readonly weight: number;
}

/** A cell of a stored predictor: its word and rules are worked out when its bundle is first asked for. */
class StoredCell implements KnownCell {
  private made: readonly Rule[] | undefined;

  constructor(
    readonly slot: Slot,
    readonly lemma: string,
    readonly forms: readonly string[],
    private readonly ids: readonly number[],
    private readonly context: CellContext,
  ) {}

  get weight(): number {
    return this.context.weight;
  }

  get word(): Word {
    const { words } = this.context;
    let word = words.get(this.lemma);
    if (word === undefined) {
      word = wordOf(this.lemma);
      words.set(this.lemma, word);
    }
    return word;
  }

  get rules(): readonly Rule[] {
    this.made ??= this.ids.map((id) => this.context.book.at(id));
    return this.made;
  }
}

function readCell(input: ByteReader, context: CellContext): KnownCell {
  const slot = context.slots.all[input.number()] as Slot;
  const lemma = context.texts[input.number()] as string;
  const forms: string[] = [];
  for (let count = input.number(); count > 0; count--) forms.push(context.texts[input.number()] as string);
  const ids: number[] = [];
  for (let count = input.number(); count > 0; count--) ids.push(input.number());
  return new StoredCell(slot, lemma, forms, ids, context);
}

function writeCosts(out: ByteWriter, costs: AlignmentCosts): void {
  for (const table of [costs.substitution, costs.deletion, costs.insertion]) out.floats([...table].flat());
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

function writeSounds(out: ByteWriter, { lemmas }: SoundPatterns): void {
  const entries = [...lemmas.entries()].sort((a, b) => a[0] - b[0]);
  out.bytes(new Uint8Array(Int32Array.from(entries, ([key]) => key).buffer));
  out.bytes(Uint8Array.from(entries, ([, times]) => Math.min(255, times)));
}

function readSounds(input: ByteReader): SoundPatterns {
  const keys = new Int32Array(input.bytes().slice().buffer);
  const times = input.bytes();
  const lemmas = new HashedNumbers(keys.length);
  for (let i = 0; i < keys.length; i++) lemmas.add(keys[i] as number, times[i] as number);
  return new SoundPatterns(lemmas);
}

/** Weights in 16 bits each: the finest step is a thousandth of what decides. */
function writeRanker(out: ByteWriter, { dense, sparse }: Ranker): void {
  let most = 1e-9;
  for (const weight of sparse) most = Math.max(most, Math.abs(weight));
  out.floats([most, ...dense]);
  out.bytes(new Uint8Array(Int16Array.from(sparse, (weight) => Math.round((weight / most) * STEPS)).buffer));
}

function readRanker(input: ByteReader): Ranker {
  const [most = 0, ...dense] = input.floats();
  const steps = new Int16Array(input.bytes().slice().buffer);
  const sparse = new Float32Array(1 << SPARSE_BITS);
  for (let i = 0; i < steps.length; i++) sparse[i] = ((steps[i] as number) / STEPS) * most;
  return { dense: Float32Array.from(dense), sparse };
}

function readCalibration(input: ByteReader): Calibration {
  const list = input.floats();
  const size = list.length / WAYS.length;
  const part = (index: number) => list.slice(index * size, (index + 1) * size);
  return { direct: part(0), neighbours: part(1), paradigm: part(2) };
}
