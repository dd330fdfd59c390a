import type { Analysis, Arrangement, PhraseItem, Profile, SlotPolicy, Token, Unit } from '../model/model.js';
import { orderChunks } from './clause.js';
import { arrangeNounPhrase, type PhraseContext } from './noun-phrase.js';
import { attachGenitives, regroup, type UnitChunk } from './regroup.js';

export { applySandhi, mutate, type SurfaceWord, seamChanges } from './sandhi.js';

/** A phrase of the target language in its place: one of its arrangements is said. */
export interface Phrase {
  readonly arrangements: readonly Arrangement[];
}

/**
 * Puts an utterance's units in the order of the language and says which form each is asked for. Words of grammar that
 * stand alone and noun phrases become one phrase each.
 */
export function arrange(
  analysis: Analysis,
  units: readonly Unit[],
  options: { profile: Profile; slotKind: (slotSpan: number) => SlotPolicy['kind'] },
): Phrase[] {
  const context: PhraseContext = {
    tokens: analysis.tokens,
    units,
    profile: options.profile,
    slotKind: (unit) => {
      const span = (analysis.tokens[(units[unit] as Unit).tokens[0] as number] as Token).span;
      return span < 0 ? undefined : options.slotKind(span);
    },
  };
  const chunks = orderChunks(attachGenitives(regroup(analysis, units)), options.profile.order ?? {});
  return chunks.flatMap((chunk) => phrasesOf(chunk, chunks, context, analysis.imperative));
}

function phrasesOf(
  chunk: UnitChunk,
  clause: readonly UnitChunk[],
  context: PhraseContext,
  imperative: boolean,
): Phrase[] {
  if (chunk.kind === 'noun') return [{ arrangements: arrangeNounPhrase(chunk, context) }];
  const command =
    imperative &&
    !clause.some((other) => other.kind === 'pronoun' && other.units.every((unit) => unit < (chunk.units[0] as number)));
  return chunk.units
    .filter((unit) => !opensInfinitive(chunk, unit, context))
    .map((unit) => single(unit, verbFeatures(chunk, unit, command, context)));
}

/** `to` before a verb is no word of its own: the verb takes the infinitive. */
function opensInfinitive(chunk: UnitChunk, unit: number, { tokens, units }: PhraseContext): boolean {
  const own = (units[unit] as Unit).tokens;
  return (
    chunk.kind === 'verb' &&
    own.length === 1 &&
    chunk.units.length > 1 &&
    (tokens[own[0] as number] as Token).text === 'to'
  );
}

function verbFeatures(
  chunk: UnitChunk,
  unit: number,
  command: boolean,
  { tokens, units, profile }: PhraseContext,
): string {
  const token = tokens[(units[unit] as Unit).tokens[0] as number] as Token;
  if (chunk.kind !== 'verb' || token.pos !== 'VERB') return '';
  const infinitive = chunk.units.some((other) =>
    opensInfinitive(chunk, other, { tokens, units, profile } as PhraseContext),
  );
  return infinitive ? (profile.infinitive ?? '') : command ? (profile.imperative ?? '') : '';
}

function single(unit: number, features: string): Phrase {
  const item: PhraseItem = { unit, word: '', features, agrees: '', prefix: '', mutation: '', joined: false };
  return {
    arrangements: [
      { weight: 1, items: [item], head: unit, plural: false, rules: features === '' ? [] : [`form ${features}`] },
    ],
  };
}
