import { type Carrier, keyOfText } from '../model/model.js';

/** Two templates that the language does not tell apart. */
export interface Merged {
  readonly template: string;
  readonly into: string;
}

/** Templates of different intents that came out as one carrier. */
export interface Conflict {
  readonly templates: readonly string[];
  readonly intents: readonly string[];
  /** What they all say, with slots named. */
  readonly text: string;
}

export interface EqualCarriers {
  readonly carriers: readonly Carrier[];
  readonly merged: readonly Merged[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Carriers that say the same. Of one intent: the first imported keeps its rows, another that also offers the same
 * values would only repeat them and goes. Of different intents: all stay, and are reported.
 */
export function resolveEqualCarriers(carriers: readonly Carrier[]): EqualCarriers {
  const kept: Carrier[] = [];
  const merged: Merged[] = [];
  const byWords = new Map<string, Carrier[]>();
  const byRows = new Map<string, Carrier>();
  for (const carrier of carriers) {
    const words = carrierKey(carrier, false);
    const rows = `${carrier.intent}\t${words}\t${carrierKey(carrier, true)}`;
    const twin = byRows.get(rows);
    if (twin !== undefined) {
      merged.push({ template: carrier.template, into: twin.template });
      continue;
    }
    byRows.set(rows, carrier);
    byWords.set(words, [...(byWords.get(words) ?? []), carrier]);
    kept.push(carrier);
  }
  const conflicts = [...byWords.values()]
    .filter((same) => new Set(same.map((carrier) => carrier.intent)).size > 1)
    .map(conflictOf);
  return { carriers: kept, merged, conflicts };
}

function conflictOf(carriers: readonly Carrier[]): Conflict {
  return {
    templates: carriers.map((carrier) => carrier.template),
    intents: [...new Set(carriers.map((carrier) => carrier.intent))],
    text: likeliestText(carriers[0] as Carrier),
  };
}

/** What a carrier says most often, with slots by name. */
export function likeliestText(carrier: Carrier): string {
  const heaviest = carrier.segments.map(({ options }) =>
    options.reduce((best, option) => (option.weight > best.weight ? option : best)),
  );
  return heaviest
    .flatMap((option) => option.pieces)
    .map((piece) => (typeof piece === 'string' ? piece : `[${carrier.holes[piece.hole]?.slot}]`))
    .join(' ');
}

/** 64 bits of what a carrier can say (and of the values it offers): equal carriers have equal keys. */
function carrierKey(carrier: Carrier, withValues: boolean): string {
  const parts = withValues
    ? carrier.holes.map((hole) => hole.values.map((value) => value.forms.join('\u0001')).join('\u0002'))
    : [
        ...carrier.segments.map(({ options }) => options.map((option) => JSON.stringify(option.pieces)).join('\u0002')),
        ...carrier.holes.map((hole) => `${hole.slot}\u0001${hole.forms.join('\u0001')}`),
      ];
  const text = parts.join('\u0003');
  return `${keyOfText(1, text)}:${keyOfText(2, text)}`;
}
