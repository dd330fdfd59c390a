import type { Analysis, Arrangement, PhraseItem, Profile, SlotPolicy, Token, Unit } from '../model/model.js';
import { orderChunks } from './clause.js';
import { agreesWithNoun, arrangeNounPhrase, type PhraseContext } from './noun-phrase.js';
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
  const chunks = orderChunks(
    attachGenitives(
      regroup(analysis, units, (unit) => context.slotKind(unit) === 'time'),
      (chunk) => agreesWithNoun(chunk, context),
    ),
    options.profile.order ?? {},
  );
  return chunks.flatMap((chunk) => phrasesOf(chunk, chunks, context, analysis.imperative));
}

function phrasesOf(
  chunk: UnitChunk,
  clause: readonly UnitChunk[],
  context: PhraseContext,
  imperative: boolean,
): Phrase[] {
  if (chunk.kind === 'noun' || determinesNoun(chunk, context))
    return [{ arrangements: arrangeNounPhrase(chunk, context) }];
  const command =
    imperative &&
    !clause.some((other) => other.kind === 'pronoun' && other.units.every((unit) => unit < (chunk.units[0] as number)));
  return chunk.units
    .filter((unit) => !opensInfinitive(chunk, unit, context))
    .map((unit) => single(unit, verbFeatures(chunk, unit, command, context)));
}

/** `what alarms`: a question word with a noun is laid out as a noun phrase. */
function determinesNoun(chunk: UnitChunk, { tokens, units }: PhraseContext): boolean {
  if (chunk.kind !== 'question' || chunk.units.length < 2) return false;
  const head = (units[chunk.head] as Unit).tokens;
  const token = tokens[head[head.length - 1] as number] as Token;
  return token.span >= 0 || token.pos === 'NOUN' || token.pos === 'PROPN';
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

/** What is asked of a verb after `to`; where a language has no form of its own the citation form answers. */
export function infinitiveBundle(profile: Profile): string {
  return profile.infinitive ?? 'V;NFIN';
}

/** English says a command by the bare verb: what is `playing`, `left` or `starts` is none. */
function verbFeatures(
  chunk: UnitChunk,
  unit: number,
  command: boolean,
  { tokens, units, profile }: PhraseContext,
): string {
  const token = tokens[(units[unit] as Unit).tokens[0] as number] as Token;
  if (chunk.kind !== 'verb' || token.pos !== 'VERB' || token.span >= 0) return '';
  if (isGoverned((units[unit] as Unit).tokens[0] as number, tokens)) return infinitiveBundle(profile);
  return command && token.text === token.lemma ? (profile.imperative ?? '') : '';
}

/** A verb after `to`, or after an auxiliary and its subject (`can we play`, `let me see`), is no command; `can you` asks for one. */
function isGoverned(verb: number, tokens: readonly Token[]): boolean {
  const before = tokens[verb - 1];
  if (before === undefined || before.span >= 0) return false;
  if (before.text === 'to') return true;
  const auxiliary = tokens[verb - 2];
  return before.pos === 'PRON' && before.text !== 'you' && (auxiliary?.pos === 'AUX' || auxiliary?.text === 'let');
}

function single(unit: number, features: string): Phrase {
  const item: PhraseItem = {
    unit,
    word: '',
    features,
    agrees: '',
    agreesWith: -1,
    prefix: '',
    mutation: '',
    joined: false,
  };
  return {
    arrangements: [{ weight: 1, items: [item], rules: features === '' ? [] : [`form ${features}`] }],
  };
}
