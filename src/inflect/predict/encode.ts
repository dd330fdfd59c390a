import { ByteWriter } from './bytes.js';
import { WAYS } from './calibrate.js';
import { FILLED_WEIGHT } from './completion.js';
import { IMAGINED_WEIGHT } from './imagine.js';
import type { KnownCell } from './lexicon.js';
import type { Predictor } from './predictor.js';
import type { Ranker } from './ranker.js';
import { ruleKey } from './rules.js';
import type { SoundPatterns } from './sounds.js';

/** Changes whenever a stored predictor of before would be read wrongly; such a one is trained again. */
export const PREDICTOR_VERSION = 13;

/** What cells of each kind count; the kinds stand in a stored predictor in this order. */
export const WEIGHTS = [1, FILLED_WEIGHT, IMAGINED_WEIGHT] as const;

export function encodePredictor({ knowledge }: Predictor): Uint8Array {
  const out = new ByteWriter();
  out.number(PREDICTOR_VERSION);
  out.texts(knowledge.slots.all.map(({ bundle }) => bundle));
  const { substitution, deletion, insertion } = knowledge.costs;
  for (const table of [substitution, deletion, insertion]) out.floats([...table].flat());
  const tables: Tables = { rules: new Numbered(), lemmas: new Numbered(), forms: new Numbered() };
  const cells = new ByteWriter();
  for (const group of [knowledge.cells, knowledge.filled, knowledge.imagined]) {
    cells.number(group.length);
    for (const cell of group) writeCell(cells, cell, tables);
  }
  out.texts(tables.lemmas.all);
  out.texts(tables.forms.all);
  out.texts(tables.rules.all);
  out.bytes(cells.done());
  writeSounds(out, knowledge.sounds);
  writeRanker(out, knowledge.ranker);
  const { directWeight, citedUnseen } = knowledge;
  out.floats([directWeight, citedUnseen, ...WAYS.flatMap((way) => [...knowledge.calibration[way]])]);
  return out.done();
}

class Numbered {
  readonly all: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(item: string): number {
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
  readonly rules: Numbered;
  readonly lemmas: Numbered;
  readonly forms: Numbered;
}

function writeCell(out: ByteWriter, cell: KnownCell, { rules, lemmas, forms }: Tables): void {
  out.number(cell.slot.id);
  out.number(lemmas.number(cell.lemma));
  out.number(cell.forms.length);
  for (const form of cell.forms) out.number(forms.number(form));
  out.number(cell.rules.length);
  for (const rule of cell.rules) out.number(rules.number(ruleKey(rule)));
}

function writeSounds(out: ByteWriter, { lemmas }: SoundPatterns): void {
  const entries = [...lemmas.entries()].sort((a, b) => a[0] - b[0]);
  out.bytes(new Uint8Array(Int32Array.from(entries, ([key]) => key).buffer));
  out.bytes(Uint8Array.from(entries, ([, times]) => Math.min(255, times)));
}

function writeRanker(out: ByteWriter, { dense, sparse, scale }: Ranker): void {
  out.floats([scale, ...dense]);
  out.bytes(new Uint8Array(sparse.buffer));
}
