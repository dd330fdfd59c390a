import { englishLemmas } from '../analyse/analyse.js';
import { applySandhi, type Phrase, type SurfaceWord } from '../arrange/arrange.js';
import {
  type Arrangement,
  byCodeUnit,
  type Candidate,
  type InflectionMethod,
  type PhraseItem,
  type Token,
  type Unit,
  type WeightedCandidate,
  type WordTrace,
} from '../model/model.js';
import type { CompileContext } from './context.js';
import { type Agreeing, agreesLikeAdjective, formSources, type MadeForm, makeForm } from './forms.js';

/** One way to say a phrase, in words. */
export interface SurfaceOption {
  readonly weight: number;
  readonly words: readonly SurfaceWord[];
  readonly sources: readonly number[];
  readonly trace: readonly WordTrace[];
  readonly rules: readonly string[];
  /** Mean confidence of the forms that were asked for, 0..1. */
  readonly confidence: number;
  /** How each of them was found. */
  readonly methods: readonly InflectionMethod[];
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
  const methods: InflectionMethod[] = [];
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
    if (made.asked !== '') {
      confidences.push(made.inflected.confidence);
      methods.push(made.inflected.method);
    }
    const own = [...(candidate?.sources ?? []), ...formSources(made.inflected, made.lemma, context)];
    for (const source of own) sources.add(source);
    if (context.trace) trace.push({ ...traceOf(made, unit, own), citedAs: candidate?.citedAs ?? [] });
  }
  return {
    weight: choice.weight,
    words,
    sources: [...sources].sort((a, b) => a - b),
    trace,
    rules: arrangement.rules,
    confidence: mean(confidences),
    methods,
  };
}

function traceOf(made: MadeForm, unit: Unit | undefined, sources: readonly number[]): Omit<WordTrace, 'citedAs'> {
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
    const adjective = i === 0 && agreesLikeAdjective(item);
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
      methods: [...a.methods, ...b.methods],
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
