import { infinitiveBundle } from '../arrange/arrange.js';
import type { WordKind } from '../inflect/inflect.js';
import { bundlePartOfSpeech, type Candidate, type Inflected, isPartOfSpeech, type PhraseItem } from '../model/model.js';
import { commandToInfinitive } from './command-form.js';
import type { CompileContext } from './context.js';
import { transliterate } from './transliterate.js';

/** Class and number of what a word agrees with. */
export interface Agreeing {
  readonly nounClass: string;
  readonly number: string;
}

/** A word in the form that its place asks for. */
export interface MadeForm {
  readonly inflected: Inflected;
  readonly lemma: string;
  /** '' where no form was asked for. */
  readonly asked: string;
}

/** The form of a unit's candidate or of a rule's word; undefined where nothing is said. */
export function makeForm(
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
  return { inflected: inflectText(lemma, asked, context, kindOf(item, candidate, asked)), lemma, asked };
}

/** What a table teaches does not hold for what was copied, a noun that is asked for a verb's form, or closed classes. */
function kindOf({ agrees }: PhraseItem, candidate: Candidate | undefined, asked: string): WordKind {
  if (agrees === 'determiner') return 'other';
  if (candidate === undefined) return 'lemma';
  if (candidate.sources.length === 0) return 'other';
  const pos = bundlePartOfSpeech(asked);
  return pos === '' || candidate.pos.length === 0 || candidate.pos.includes(pos) ? 'lemma' : 'other';
}

function asIs(lemma: string, candidate: Candidate | undefined, context: CompileContext): Inflected {
  const copied = candidate !== undefined && candidate.sources.length === 0;
  const form = copied ? transliterate(lemma, context.profile.transliteration) : lemma;
  return { form: withoutHyphens(form), method: 'citation', bundle: '', confidence: 1 };
}

function withoutHyphens(form: string): string {
  return form.replace(/(^|\s)-/gu, '$1');
}

export function agreesLikeAdjective({ agrees }: PhraseItem): boolean {
  return agrees === 'adjective' || agrees === 'determiner';
}

function bundleOf(item: PhraseItem, lemma: string, head: Agreeing, { profile }: CompileContext): string {
  const agreement = profile.agreement;
  const pattern = agreesLikeAdjective(item)
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

/**
 * Inflects a word or, where the table does not know the whole phrase, the word of a phrase that carries its form: the
 * first where the language puts heads first, else the last.
 */
export function inflectText(text: string, bundle: string, context: CompileContext, kind: WordKind): Inflected {
  const { inflector } = context;
  const words = text.split(' ');
  if (words.length === 1) return withPlainForm(inflector.inflect(text, bundle, kind));
  const whole = inflector.inflect(text, bundle, 'other');
  if (whole.method === 'attested') return withPlainForm(whole);
  const at = headFirst(bundle, context) ? 0 : words.length - 1;
  const head = inflector.inflect(words[at] as string, bundle, kind === 'other' ? kind : 'word');
  const said = words.map((word, i) => (i === at ? head.form : word)).join(' ');
  return withPlainForm({ ...head, form: said });
}

function withPlainForm(inflected: Inflected): Inflected {
  return { ...inflected, form: withoutHyphens(inflected.form) };
}

/** A verb stands before what belongs to it unless the clause is verb-final; a noun where the profile puts heads. */
function headFirst(bundle: string, { profile }: CompileContext): boolean {
  const { order } = profile;
  if (bundlePartOfSpeech(bundle) === 'V') return order?.clause !== undefined && order.clause !== 'verb-final';
  const parts = order?.nounPhrase ?? [];
  return parts.includes('modifier') && parts.indexOf('head') < parts.indexOf('modifier');
}

/** Where a form is from: the sources of its lemma's cells, or of the whole table that it was predicted from. */
export function formSources(inflected: Inflected, lemma: string, { paradigms }: CompileContext): readonly number[] {
  if (inflected.method === 'attested') return paradigms.sources(inflected.citedAs ?? lemma);
  return inflected.method === 'predicted' ? paradigms.allSources : [];
}
