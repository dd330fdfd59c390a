import {
  type Arrangement,
  type Marking,
  NOUN_PHRASE_PARTS,
  type NounPhrasePart,
  type PhraseItem,
  type Profile,
  type SlotPolicy,
  type Token,
  type Unit,
} from '../model/model.js';
import { ruleWord, withDeterminer, withMarking } from './marking.js';
import type { UnitChunk } from './regroup.js';

/** What a noun phrase is laid out from. */
export interface PhraseContext {
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  readonly profile: Profile;
  /** What stands in the slot of a unit; undefined for a unit that is no slot. */
  readonly slotKind: (unit: number) => SlotPolicy['kind'] | undefined;
}

const DEMONSTRATIVES = new Set(['this', 'that', 'these', 'those']);
const ARTICLES = new Set(['the', 'a', 'an']);
/** `what alarms`, `which music`: question words that determine a noun. */
const QUESTION_WORDS = new Set(['what', 'which', 'whose', 'many', 'much']);
const COUNTING = new Set(['many', 'any']);
const POSSESSIVES = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their']);
const PLAIN: Marking = {};

interface Part {
  readonly part: NounPhrasePart;
  readonly unit: number;
}

/**
 * All ways to lay out a noun chunk: alternatives of its adposition, of its determiner and of the object's marking.
 * Stems in the marking of a genitive agree with the noun that it belongs to (`possessed`).
 */
export function arrangeNounPhrase(chunk: UnitChunk, context: PhraseContext, possessed = chunk.head): Arrangement[] {
  const parts = partsOf(chunk, context);
  const arrangements: Arrangement[] = [];
  const determiners = determinerMarkings(parts, context);
  for (const outer of outerMarkings(chunk, context)) {
    for (const determiner of determiners) {
      const laidOut = layOut(
        chunk,
        parts.filter((part) => part.unit !== determiner.unit),
        { outer, determiner: determiner.marking, possessed, context },
      );
      arrangements.push({ ...laidOut, weight: (outer.weight ?? 1) * (determiner.marking.weight ?? 1) });
    }
  }
  return arrangements;
}

function partsOf(chunk: UnitChunk, context: PhraseContext): Part[] {
  return chunk.units
    .filter((unit) => unit !== chunk.adpositionUnit)
    .map((unit) => ({ unit, part: unit === chunk.head ? 'head' : partOfUnit(unit, context) }));
}

function partOfUnit(unit: number, { tokens, units }: PhraseContext): NounPhrasePart {
  const own = (units[unit] as Unit).tokens;
  const token = tokens[own[own.length - 1] as number] as Token;
  if (token.span >= 0) return token.pos === 'ADJ' ? 'adjective' : 'modifier';
  if (QUESTION_WORDS.has(token.text)) return 'quantifier';
  if (DEMONSTRATIVES.has(token.text)) return 'demonstrative';
  if (ARTICLES.has(token.text)) return 'article';
  if (POSSESSIVES.has(token.text) || token.text === "'s") return 'possessive';
  if (token.pos === 'DET') return 'quantifier';
  if (token.pos === 'NUM') return 'numeral';
  if (token.pos === 'ADJ' || token.pos === 'ADV') return 'adjective';
  return 'modifier';
}

/** The profile may render a determiner by a marking instead of a word; its unit then says nothing itself. */
function determinerMarkings(
  parts: readonly Part[],
  { units, profile }: PhraseContext,
): { unit: number; marking: Marking }[] {
  for (const { unit, part } of parts) {
    const { english, step } = units[unit] as Unit;
    // `delete [event_name : all]`: a slot, or what stands for the noun, is no determiner.
    if (step === 'slot' || part === 'head') continue;
    const markings =
      profile.determiners && Object.hasOwn(profile.determiners, english) ? profile.determiners[english] : undefined;
    if (markings !== undefined && markings.length > 0) return markings.map((marking) => ({ unit, marking }));
  }
  return [{ unit: -1, marking: PLAIN }];
}

/** True when every way to say a chunk's adposition is a word that agrees. */
export function agreesWithNoun(chunk: UnitChunk, context: PhraseContext): boolean {
  return (
    chunk.adposition !== '' &&
    outerMarkings(chunk, context).every(({ before, after }) => (before ?? after ?? '').startsWith('-'))
  );
}

/** What marks the whole phrase: its adposition, or its being the object. */
function outerMarkings(chunk: UnitChunk, context: PhraseContext): readonly Marking[] {
  const { profile } = context;
  if (chunk.adposition !== '') {
    const kind = context.slotKind(chunk.head);
    const rules = profile.adpositions ?? {};
    const key = [`${chunk.adposition} ${kind}`, chunk.adposition].find((candidate) => Object.hasOwn(rules, candidate));
    const markings = key === undefined ? undefined : rules[key];
    return markings !== undefined && markings.length > 0 ? markings : [PLAIN];
  }
  const object = chunk.object
    ? chunk.definite
      ? (profile.object?.definite ?? profile.object?.any)
      : profile.object?.any
    : undefined;
  return [object ?? PLAIN];
}

interface LayOut {
  readonly outer: Marking;
  readonly determiner: Marking;
  readonly possessed: number;
  readonly context: PhraseContext;
}

function layOut(
  chunk: UnitChunk,
  parts: readonly Part[],
  { outer, determiner, possessed, context }: LayOut,
): Omit<Arrangement, 'weight'> {
  const { profile, units } = context;
  const head = units[chunk.head] as Unit;
  const plural =
    head.plural && head.step !== 'slot' && !(profile.singularAfterNumeral && isCounted(chunk, parts, context));
  const compound = isCompound(chunk, parts, context) ? profile.compound : undefined;
  const features = [
    plural ? (profile.plural ?? 'PL') : '',
    determiner.ending ?? '',
    determiner.ending ? '' : (compound?.head ?? ''),
    outer.ending ?? '',
  ];
  const items = joinCompound(
    orderParts(parts, profile).map(({ part, unit }) => ({
      ...itemOf(unit, part, chunk.head),
      features: part === 'head' ? features.filter(Boolean).join(';') : '',
    })),
    chunk.head,
    profile,
    parts,
  );
  const marked = withMarking(withDeterminer(items, determiner, chunk.head), outer, possessed);
  const framed = ownAdposition(marked, chunk, outer, context);
  return {
    items: withGenitives(framed, chunk, context),
    rules: rulesOf(chunk, { outer, determiner, possessed, context }),
  };
}

/** Counted nouns: `five alarms`, and `how many alarms`, `any alarms` where a phrase has taken those words. */
function isCounted(chunk: UnitChunk, parts: readonly Part[], { tokens, units }: PhraseContext): boolean {
  if (parts.some((part) => part.part === 'numeral')) return true;
  const first = (units[chunk.units[0] as number] as Unit).tokens[0] as number;
  const before = tokens[first - 1];
  return [tokens[first], before].some((token) => token?.span === -1 && COUNTING.has(token.text));
}

/** A noun that modifies a noun; numbers in a sum (`five times six`) do not. */
function isCompound(chunk: UnitChunk, parts: readonly Part[], { tokens, units }: PhraseContext): boolean {
  const head = (units[chunk.head] as Unit).tokens.at(-1) as number;
  return (tokens[head] as Token).pos !== 'NUM' && parts.some((part) => part.part === 'modifier');
}

function orderParts(parts: readonly Part[], profile: Profile): Part[] {
  const order = profile.order?.nounPhrase;
  if (order === undefined) return [...parts];
  const place = ({ part }: Part) => {
    const index = order.indexOf(part);
    return index >= 0
      ? index
      : order.indexOf('head') - (NOUN_PHRASE_PARTS.length - NOUN_PHRASE_PARTS.indexOf(part)) / 100;
  };
  return [...parts].sort((a, b) => place(a) - place(b));
}

/** As what the parts of a noun phrase agree with its head. */
const AGREES: Readonly<Partial<Record<NounPhrasePart, PhraseItem['agrees']>>> = {
  adjective: 'adjective',
  numeral: 'determiner',
  demonstrative: 'determiner',
  quantifier: 'determiner',
  possessive: 'stem',
};

function itemOf(unit: number, part: NounPhrasePart, agreesWith: number): PhraseItem {
  const agrees = AGREES[part] ?? '';
  return { unit, word: '', features: '', agrees, agreesWith, prefix: '', mutation: '', joined: false };
}

/** Links modifiers to their head: a word between, a prefix, a case. */
function joinCompound(
  items: readonly PhraseItem[],
  head: number,
  profile: Profile,
  parts: readonly Part[],
): PhraseItem[] {
  const { compound } = profile;
  if (compound === undefined) return [...items];
  const modifiers = new Set(parts.filter((part) => part.part === 'modifier').map((part) => part.unit));
  const headPlace = items.findIndex((item) => item.unit === head);
  return items.flatMap((item, place) => {
    if (!modifiers.has(item.unit)) {
      const follows = place > 0 && modifiers.has((items[place - 1] as PhraseItem).unit);
      return [{ ...item, joined: item.joined || (compound.joined === true && item.unit === head && follows) }];
    }
    const modifier = { ...item, features: compound.modifier ?? '', prefix: compound.prefix ?? '' };
    if (compound.link === undefined) return [modifier];
    const link = ruleWord(compound.link, head);
    return place > headPlace ? [link, modifier] : [modifier, link];
  });
}

/** An adposition that no rule of the profile names is a word, before or after its phrase. */
function ownAdposition(
  items: readonly PhraseItem[],
  chunk: UnitChunk,
  outer: Marking,
  { profile }: PhraseContext,
): PhraseItem[] {
  if (chunk.adpositionUnit < 0 || outer !== PLAIN) return [...items];
  const word = itemOf(chunk.adpositionUnit, 'head', chunk.head);
  return profile.adpositionOrder === 'after' ? [...items, word] : [word, ...items];
}

function withGenitives(items: readonly PhraseItem[], chunk: UnitChunk, context: PhraseContext): PhraseItem[] {
  let all = [...items];
  for (const genitive of chunk.genitives) {
    const phrase = arrangeNounPhrase(genitive, context, chunk.head)[0]?.items ?? [];
    all = genitiveFirst(context.profile) ? [...phrase, ...all] : [...all, ...phrase];
  }
  return all;
}

/** Genitives go where other modifiers of nouns go, if the language's adpositions allow it. */
function genitiveFirst({ order, adpositionOrder }: Profile): boolean {
  if (order?.clause === 'verb-final') return true;
  const parts = order?.nounPhrase;
  return adpositionOrder === 'after' && parts !== undefined && parts.indexOf('modifier') < parts.indexOf('head');
}

function rulesOf(chunk: UnitChunk, { outer, determiner, context }: LayOut): string[] {
  const rules: string[] = [];
  if (chunk.adposition !== '' && outer !== PLAIN) rules.push(`adpositions.${chunk.adposition}`);
  if (chunk.adposition === '' && outer !== PLAIN) rules.push('object');
  if (determiner !== PLAIN) rules.push('determiners');
  if (context.profile.order?.nounPhrase !== undefined && chunk.units.length > 1) rules.push('order.nounPhrase');
  return rules;
}
