import { englishLemmas } from '../analyse/analyse.js';
import { applySandhi, infinitiveBundle, type Phrase, type SurfaceWord } from '../arrange/arrange.js';
import {
  type Arrangement,
  byCodeUnit,
  type Candidate,
  type Inflected,
  isPartOfSpeech,
  type PhraseItem,
  type Token,
  type Unit,
  type WeightedCandidate,
  type WordTrace,
} from '../model/model.js';
import { commandToInfinitive } from './command-form.js';
import type { CompileContext } from './context.js';
import { transliterate } from './transliterate.js';

/** One way to say a phrase, in words. */
export interface SurfaceOption {
  readonly weight: number;
  readonly words: readonly SurfaceWord[];
  readonly sources: readonly number[];
  readonly trace: readonly WordTrace[];
  readonly rules: readonly string[];
  /** Mean confidence of the forms that were asked for, 0..1. */
  readonly confidence: number;
}

/** Most combinations of candidates that one phrase keeps. */
const MOST_OPTIONS = 64;
const MOST_COMBINATIONS = 48;

interface Choice {
  readonly weight: number;
  readonly candidates: ReadonlyMap<number, Candidate>;
}

/** Fills a phrase's arrangements with the candidates of its units, inflected: the likeliest combinations, heaviest first. */
export function expandPhrase(
  phrase: Phrase,
  units: readonly Unit[],
  tokens: readonly Token[],
  context: CompileContext,
): SurfaceOption[] {
  const total = phrase.arrangements.reduce((sum, arrangement) => sum + arrangement.weight, 0);
  const options = phrase.arrangements.flatMap((arrangement) =>
    choicesOf(arrangement, units).map((choice) =>
      fill(
        arrangement,
        { ...choice, weight: (choice.weight * arrangement.weight) / total },
        { units, tokens, context },
      ),
    ),
  );
  return mergeOptions(options, MOST_OPTIONS);
}

function choicesOf(arrangement: Arrangement, units: readonly Unit[]): Choice[] {
  let choices: Choice[] = [{ weight: 1, candidates: new Map() }];
  for (const { unit } of arrangement.items) {
    const candidates = unit < 0 ? [] : (units[unit] as Unit).candidates;
    if (candidates.length > 0) choices = combine(choices, unit, candidates);
  }
  return choices;
}

function combine(choices: readonly Choice[], unit: number, candidates: readonly WeightedCandidate[]): Choice[] {
  const combined = choices.flatMap((choice) =>
    candidates.map(({ candidate, weight }) => ({
      weight: choice.weight * weight,
      candidates: new Map(choice.candidates).set(unit, candidate),
    })),
  );
  // Array.prototype.sort is stable, so equal weights keep the order of their candidates.
  return combined.sort((a, b) => b.weight - a.weight).slice(0, MOST_COMBINATIONS);
}

interface Material {
  readonly units: readonly Unit[];
  readonly tokens: readonly Token[];
  readonly context: CompileContext;
}

function fill(arrangement: Arrangement, choice: Choice, material: Material): SurfaceOption {
  const { context, units } = material;
  const words: SurfaceWord[] = [];
  const trace: WordTrace[] = [];
  const sources = new Set<number>();
  const confidences: number[] = [];
  for (const item of arrangement.items) {
    const unit = item.unit < 0 ? undefined : units[item.unit];
    if (unit?.step === 'slot') {
      words.push(holeOf(unit, item, material));
      continue;
    }
    const candidate = choice.candidates.get(item.unit);
    const made = makeForm(item, candidate, agreementOf(item.agreesWith, choice, material), {
      context,
      english: unit?.english ?? '',
    });
    if (made === undefined) continue;
    const said = { foreign: unit?.step === 'copy', nounClass: unit?.plural ? '' : (candidate?.nounClass ?? '') };
    appendWords(words, made.inflected.form, item, said);
    if (made.asked !== '') confidences.push(made.inflected.confidence);
    const formSources = made.inflected.method === 'attested' ? context.paradigms.sources(made.lemma) : [];
    for (const source of [...(candidate?.sources ?? []), ...formSources]) sources.add(source);
    if (context.trace) trace.push(traceOf(made, unit, [...(candidate?.sources ?? []), ...formSources]));
  }
  return {
    weight: choice.weight,
    words,
    sources: [...sources].sort((a, b) => a - b),
    trace,
    rules: arrangement.rules,
    confidence: mean(confidences),
  };
}

interface Agreeing {
  readonly nounClass: string;
  readonly number: string;
}

interface MadeForm {
  readonly inflected: Inflected;
  readonly lemma: string;
  readonly asked: string;
}

function traceOf(made: MadeForm, unit: Unit | undefined, sources: readonly number[]): WordTrace {
  return {
    english: unit?.english ?? '',
    text: made.inflected.form,
    step: unit?.step ?? 'rule',
    lemma: made.lemma,
    sources,
    method: made.inflected.method,
    bundle: made.asked,
  };
}

function holeOf(unit: Unit, item: PhraseItem, { tokens }: Material): SurfaceWord {
  const span = (tokens[unit.tokens[0] as number] as Token).span;
  return {
    text: '',
    span,
    features: item.features,
    prefix: item.prefix,
    mutation: item.mutation,
    foreign: false,
    nounClass: '',
    adjective: false,
    inner: false,
  };
}

/** Class and number of the noun that an item agrees with. */
function agreementOf(unit: number, choice: Choice, { units, context }: Material): Agreeing {
  const { agreement } = context.profile;
  const noun = units[unit];
  const stated = noun?.step === 'slot' ? classOfValue(noun.english, context) : choice.candidates.get(unit)?.nounClass;
  const own = stated || (agreement?.defaultClass ?? '');
  const plural = noun?.plural === true;
  const classes = agreement?.plural;
  const nounClass = plural && classes !== undefined && Object.hasOwn(classes, own) ? (classes[own] as string) : own;
  return { nounClass, number: plural ? 'PL' : 'SG' };
}

/** The class of what a template's own value is called: of the whole, else of its last word. */
function classOfValue(english: string, { lexicon }: CompileContext): string {
  const last = english.slice(english.lastIndexOf(' ') + 1);
  const keys = [english, last, ...englishLemmas(last)];
  const classed = keys.flatMap((key) => lexicon.lookup(key)).find((candidate) => candidate.nounClass !== '');
  return classed?.nounClass ?? '';
}

/** The form of a unit's candidate or of a rule's word; undefined where nothing is said. */
function makeForm(
  item: PhraseItem,
  candidate: Candidate | undefined,
  head: Agreeing,
  { context, english }: { context: CompileContext; english: string },
): MadeForm | undefined {
  const lemma = candidate?.text ?? item.word;
  if (lemma === '') return undefined;
  const asked = bundleOf(item, lemma, head, context);
  if (asked === '') return { inflected: asIs(lemma, candidate, context), lemma, asked };
  if (candidate?.phrasebook && asked === context.profile.imperative) {
    return { inflected: asIs(lemma, candidate, context), lemma, asked: '' };
  }
  if (candidate?.phrasebook && asked === infinitiveBundle(context.profile)) {
    return { inflected: commandToInfinitive(lemma, english, context) ?? asIs(lemma, candidate, context), lemma, asked };
  }
  return { inflected: inflectText(lemma, asked, context), lemma, asked };
}

function asIs(lemma: string, candidate: Candidate | undefined, context: CompileContext): Inflected {
  const copied = candidate !== undefined && candidate.sources.length === 0;
  const form = copied ? transliterate(lemma, context.profile.transliteration) : lemma;
  return { form: withoutHyphens(form), method: 'citation', bundle: '', confidence: 1 };
}

function withoutHyphens(form: string): string {
  return form.replace(/(^|\s)-/gu, '$1');
}

function bundleOf(item: PhraseItem, lemma: string, head: Agreeing, { profile }: CompileContext): string {
  const agreement = profile.agreement;
  const pattern =
    item.agrees === 'adjective'
      ? agreement?.adjective
      : item.agrees === 'stem' && lemma.startsWith('-')
        ? agreement?.stem
        : undefined;
  if (pattern !== undefined) return pattern.replaceAll('{class}', head.nounClass).replaceAll('{number}', head.number);
  if (item.features === '') return '';
  return withPartOfSpeech(item.features);
}

/** Features that name no part of speech are asked of nouns. */
export function withPartOfSpeech(features: string): string {
  return isPartOfSpeech(features.split(';')[0] as string) ? features : `N;${features}`;
}

/** Inflects a word or, where the table does not know the whole phrase, the last word of a phrase. */
export function inflectText(text: string, bundle: string, { inflector }: CompileContext): Inflected {
  const whole = inflector.inflect(text, bundle);
  const blank = text.lastIndexOf(' ');
  if (blank < 0 || whole.method === 'attested') return { ...whole, form: withoutHyphens(whole.form) };
  const last = inflector.inflect(text.slice(blank + 1), bundle);
  return { ...last, form: withoutHyphens(`${text.slice(0, blank)} ${last.form}`) };
}

function appendWords(
  words: SurfaceWord[],
  form: string,
  item: PhraseItem,
  said: { readonly foreign: boolean; readonly nounClass: string },
): void {
  const parts = form.split(' ').filter((part) => part !== '');
  parts.forEach((part, i) => {
    const before = words[words.length - 1];
    const text = i === 0 ? item.prefix + part : part;
    const mutation = i === 0 ? item.mutation : '';
    const adjective = i === 0 && item.agrees === 'adjective';
    if (i === 0 && item.joined && before !== undefined && before.span < 0)
      words[words.length - 1] = { ...before, text: before.text + text };
    else words.push({ text, span: -1, features: '', prefix: '', mutation, adjective, inner: i > 0, ...said });
  });
}

/** Two phrases said one after the other as one choice: needed where their seam changes them. */
export function joinPhrases(
  left: readonly SurfaceOption[],
  right: readonly SurfaceOption[],
  most: number,
): SurfaceOption[] {
  const joined = left.flatMap((a) =>
    right.map((b) => ({
      weight: a.weight * b.weight,
      words: [...a.words, ...b.words],
      sources: [...new Set([...a.sources, ...b.sources])].sort((x, y) => x - y),
      trace: [...a.trace, ...b.trace],
      rules: [...a.rules, ...b.rules],
      confidence: Math.min(a.confidence, b.confidence),
    })),
  );
  return mergeOptions(joined, most);
}

/** Options that say the same become one; the heaviest are kept. */
export function mergeOptions(options: readonly SurfaceOption[], most: number): SurfaceOption[] {
  const byWords = new Map<string, SurfaceOption>();
  for (const option of options) {
    const key = wordsKey(option.words);
    const known = byWords.get(key);
    byWords.set(
      key,
      known === undefined
        ? option
        : {
            ...known,
            weight: known.weight + option.weight,
            sources: [...new Set([...known.sources, ...option.sources])].sort((a, b) => a - b),
          },
    );
  }
  return [...byWords]
    .sort(([keyA, a], [keyB, b]) => b.weight - a.weight || byCodeUnit(keyA, keyB))
    .slice(0, most)
    .map(([, option]) => option);
}

function wordsKey(words: readonly SurfaceWord[]): string {
  return words
    .map((word) =>
      word.span < 0
        ? `${word.text}~${word.mutation}`
        : `\u0000${word.span}~${word.features}~${word.prefix}~${word.mutation}`,
    )
    .join(' ');
}

/** Seams inside a phrase change its words once it stands as it will be said. */
export function settle(option: SurfaceOption, context: CompileContext): SurfaceOption {
  return { ...option, words: applySandhi(option.words, context.profile) };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((a, b) => a + b, 0) / values.length;
}
