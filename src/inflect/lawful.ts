import { type Dimension, dimensionOf, isPartOfSpeech } from '../model/model.js';
import { UNMARKED } from './bundles.js';

/** Never: the two bundles mean different things. */
const NEVER = Number.POSITIVE_INFINITY;

/** What may be added to a request that says nothing of its dimension, and how much that guesses. */
const ADDED: Readonly<Partial<Record<Dimension, Readonly<Record<string, number>>>>> = {
  gender: { MASC: 1, FEM: 2, NEUT: 2 },
  politeness: { INFM: 1, COL: 1, LIT: 2, FORM: 3, POL: 3 },
  tense: { PRS: 1 },
  aspect: { IPFV: 3, PFV: 3 },
  animacy: { INAN: 1, ANIM: 2 },
};
const OWN = 3;
/** What a command may lose, or have otherwise: its number before its person (who speaks politely says it to several). */
const COMMAND = { number: 4, dropNumber: 2, dropPerson: 4, gender: 3 } as const;
/** What stands for an imperative where a language has none, and a verbal noun for an infinitive. */
const STANDS_FOR_IMPERATIVE: Readonly<Record<string, number>> = { SBJV: 12, OPT: 14 };
const INFINITIVE_AS_COMMAND = 18;
const VERBAL_NOUN = 15;
const VERBAL_NOUNS: ReadonlySet<string> = new Set(['V.MSDR', 'V.NFIN']);
const UNMARKED_COST = 0.5;

/** A bundle's parts, sorted out once. */
export interface Features {
  readonly bundle: string;
  readonly pos: string;
  readonly atoms: ReadonlySet<string>;
  readonly byDimension: ReadonlyMap<Dimension, string>;
  /** Atoms with a path, and what the schema does not know: these must be the same. */
  readonly strict: ReadonlySet<string>;
}

export function featuresOf(bundle: string): Features {
  const all = bundle.split(';').filter((atom) => atom !== '');
  const pos = all.find((atom) => isPartOfSpeech(atom)) ?? '';
  const atoms = new Set(all.filter((atom) => !isPartOfSpeech(atom)));
  const byDimension = new Map<Dimension, string>();
  const strict = new Set<string>();
  for (const atom of atoms) {
    const dimension = atom.includes(':') ? undefined : dimensionOf(atom);
    if (dimension === undefined || byDimension.has(dimension)) strict.add(atom);
    else byDimension.set(dimension, atom);
  }
  return { bundle, pos, atoms, byDimension, strict };
}

/**
 * How far a table's bundle is from the one that is asked for, in steps that leave the meaning as it is; infinite where
 * the form would say something else (another case, another person, a negation).
 */
export function lawfulDistance(asked: Features, given: Features): number {
  let cost = partOfSpeechCost(asked, given);
  for (const atom of given.strict) if (!asked.strict.has(atom)) return NEVER;
  for (const atom of asked.strict) if (!given.strict.has(atom)) return NEVER;
  const asCommand = asked.atoms.has('IMP');
  const infinitive = asCommand && given.atoms.has('NFIN');
  for (const [dimension, value] of given.byDimension) {
    const wanted = asked.byDimension.get(dimension);
    if (wanted === value) continue;
    cost +=
      wanted === undefined ? added(dimension, value, infinitive) : replaced(dimension, { wanted, value }, asCommand);
  }
  for (const [dimension, value] of asked.byDimension)
    if (!given.byDimension.has(dimension)) cost += dropped(dimension, value, { asCommand, infinitive, given });
  return cost;
}

function partOfSpeechCost(asked: Features, given: Features): number {
  if (asked.pos === given.pos || asked.pos === '') return 0;
  return VERBAL_NOUNS.has(given.pos) && asked.atoms.has('NFIN') ? VERBAL_NOUN : NEVER;
}

function added(dimension: Dimension, value: string, infinitive: boolean): number {
  if (infinitive && dimension === 'finiteness') return 0;
  if (UNMARKED.has(value)) return UNMARKED_COST;
  if (dimension === 'own') return OWN;
  const costs = ADDED[dimension];
  return costs !== undefined && Object.hasOwn(costs, value) ? (costs[value] as number) : NEVER;
}

function replaced(
  dimension: Dimension,
  { wanted, value }: { readonly wanted: string; readonly value: string },
  asCommand: boolean,
): number {
  if (!asCommand) return NEVER;
  if (dimension === 'number') return COMMAND.number;
  if (dimension === 'gender') return COMMAND.gender;
  if (dimension === 'mood' && wanted === 'IMP' && Object.hasOwn(STANDS_FOR_IMPERATIVE, value))
    return STANDS_FOR_IMPERATIVE[value] as number;
  return NEVER;
}

function dropped(
  dimension: Dimension,
  value: string,
  { asCommand, infinitive, given }: { asCommand: boolean; infinitive: boolean; given: Features },
): number {
  if (UNMARKED.has(value)) return UNMARKED_COST;
  if (infinitive && dimension === 'mood') return INFINITIVE_AS_COMMAND;
  if (infinitive && (dimension === 'person' || dimension === 'number')) return 0;
  if (dimension === 'politeness') return 2;
  if (dimension === 'tense' && value === 'PRS') return 1;
  if (asCommand && dimension === 'gender') return 1;
  if (asCommand && dimension === 'person') return COMMAND.dropPerson;
  if (asCommand && dimension === 'number') return COMMAND.dropNumber;
  // A verbal noun says by its part of speech that it is not finite.
  return dimension === 'finiteness' && VERBAL_NOUNS.has(given.pos) ? 0 : NEVER;
}
