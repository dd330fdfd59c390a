import type { Analysis, Chunk, ChunkKind, Unit } from '../model/model.js';

/** A chunk after transfer: units instead of tokens. */
export interface UnitChunk {
  readonly kind: ChunkKind;
  /** Indices of units, in English order. */
  readonly units: readonly number[];
  /** Index of the head unit. */
  readonly head: number;
  /** The English adposition that opens it and was not swallowed by a phrase; '' for none. */
  readonly adposition: string;
  /** Index of the adposition's own unit, or -1. */
  readonly adpositionUnit: number;
  readonly object: boolean;
  readonly definite: boolean;
  /** Its head is a slot of time. */
  readonly time: boolean;
  /** `of` phrases that belong to the head. */
  readonly genitives: readonly UnitChunk[];
}

/** A unit that reaches over chunks belongs to the chunk of its first token; what is left of the others stays together. */
export function regroup(analysis: Analysis, units: readonly Unit[], isTime: (unit: number) => boolean): UnitChunk[] {
  const unitOfToken = new Array<number>(analysis.tokens.length).fill(-1);
  units.forEach((unit, index) => {
    for (const token of unit.tokens) unitOfToken[token] = index;
  });
  const chunks: UnitChunk[] = [];
  for (const chunk of analysis.chunks) {
    const own = ownUnits(chunk, units, unitOfToken);
    if (own.length === 0) continue;
    const made = unitChunk(chunk, own, units, unitOfToken);
    chunks.push({ ...made, time: isTime(made.head) });
  }
  return chunks;
}

function ownUnits(chunk: Chunk, units: readonly Unit[], unitOfToken: readonly number[]): number[] {
  const own: number[] = [];
  for (let token = chunk.start; token < chunk.end; token++) {
    const unit = unitOfToken[token] as number;
    if ((units[unit] as Unit).tokens[0] === token) own.push(unit);
  }
  return own;
}

function unitChunk(
  chunk: Chunk,
  own: readonly number[],
  units: readonly Unit[],
  unitOfToken: readonly number[],
): Omit<UnitChunk, 'time'> {
  const headUnit = unitOfToken[chunk.head] as number;
  const adpositionUnit = chunk.adposition < 0 ? -1 : (unitOfToken[chunk.adposition] as number);
  const alone =
    adpositionUnit >= 0 && own.includes(adpositionUnit) && (units[adpositionUnit] as Unit).tokens.length === 1;
  return {
    kind: chunk.kind,
    units: own,
    head: own.includes(headUnit) ? headUnit : (own[own.length - 1] as number),
    adposition: alone ? (units[adpositionUnit] as Unit).english : '',
    adpositionUnit: alone ? adpositionUnit : -1,
    object: chunk.object,
    definite: chunk.definite,
    genitives: [],
  };
}

/** A genitive belongs to the nearest noun: `the name of the king of spain`. */
function attachTo(noun: UnitChunk, genitive: UnitChunk): UnitChunk {
  const nearest = noun.genitives.at(-1);
  const genitives = nearest === undefined ? [genitive] : [...noun.genitives.slice(0, -1), attachTo(nearest, genitive)];
  return { ...noun, genitives };
}

/**
 * `the name of this song`: a noun chunk that `of` opens joins the noun chunk before it; so does one whose adposition
 * becomes a word that agrees with that noun (`a song by …`, Swahili `wimbo wa …`).
 */
export function attachGenitives(chunks: readonly UnitChunk[], agreeing: (chunk: UnitChunk) => boolean): UnitChunk[] {
  const attached: UnitChunk[] = [];
  for (const chunk of chunks) {
    const before = attached[attached.length - 1];
    if (chunk.kind === 'noun' && before?.kind === 'noun' && (chunk.adposition === 'of' || agreeing(chunk))) {
      attached[attached.length - 1] = attachTo(before, chunk);
    } else attached.push(chunk);
  }
  return attached;
}
