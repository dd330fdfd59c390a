import { mutate, type SurfaceWord } from '../arrange/arrange.js';
import type { WordKind } from '../inflect/inflect.js';
import type { InflectionMethod, PlanValue, ValueMethod, ValueTrace } from '../model/model.js';
import { type CompileContext, policyOf } from './context.js';
import { formSources, inflectText, withPartOfSpeech } from './forms.js';
import type { MethodShares } from './methods.js';
import { renderValue } from './render-value.js';
import { transliterate } from './transliterate.js';

/** A value before the carrier's forms are asked of it. */
export interface BaseValue {
  readonly text: string;
  readonly weight: number;
  readonly method: ValueMethod;
  readonly sources: readonly number[];
  readonly how: ValueTrace['how'];
}

export interface SlotValues {
  /** The values of one hole in all its forms; `translated` is false where the English value had to be kept. */
  fill(slot: string, english: string, forms: readonly SurfaceWord[]): FilledSlot;
}

export interface FilledSlot {
  readonly values: PlanValue[];
  readonly translated: boolean;
  /** For each form: how much of the values' weight was inflected in which way. */
  readonly methods: readonly MethodShares[];
}

/** A value in one form, and what made it. */
interface FormedValue {
  readonly text: string;
  readonly sources: readonly number[];
  /** Absent where nothing was asked for. */
  readonly method?: InflectionMethod;
}

interface ValueInForms {
  readonly value: BaseValue;
  readonly formed: readonly FormedValue[];
}

const MOST_LOCAL = 60;

/** Values for slots by the scheme's policy: said in the language, kept as they are, or drawn from its own. */
export function createSlotValues(context: CompileContext, lower: boolean): SlotValues {
  const bases = new Map<string, { values: BaseValue[]; translated: boolean }>();
  const inForm = new Map<string, FormedValue>();
  return {
    fill(slot, english, forms) {
      const key = `${slot}\t${english}`;
      let base = bases.get(key);
      if (base === undefined) {
        base = baseValues(slot, english, context, lower);
        bases.set(key, base);
      }
      const values = base.values.map((value) => ({
        value,
        formed: forms.map((form) => cachedForm(value, form, inForm, context)),
      }));
      const distinct = distinctInEveryForm(values);
      return {
        values: distinct.map((each) => planValue(each, english, context.trace)),
        translated: base.translated,
        methods: forms.map((_, form) => countMethods(distinct, form)),
      };
    },
  };
}

function baseValues(
  slot: string,
  english: string,
  context: CompileContext,
  lower: boolean,
): { values: BaseValue[]; translated: boolean } {
  const policy = policyOf(context.scheme, slot);
  const rendered = policy.translate > 0 ? renderValue(slot, english, policy, context) : [];
  const local = policy.local > 0 ? localValues(slot, context) : [];
  const parts = [
    { values: rendered.filter(canStand), share: policy.translate },
    { values: local.filter(canStand), share: policy.local },
  ].filter((part) => part.values.length > 0);
  const copies =
    policy.copy > 0 || parts.length === 0
      ? [{ values: [copyOf(english, context)], share: Math.max(policy.copy, parts.length === 0 ? 1 : 0) }]
      : [];
  const total = [...parts, ...copies].reduce((sum, part) => sum + part.share, 0);
  const values = [...parts, ...copies].flatMap(({ values, share }) => scaled(values, share / total));
  const folded = lower
    ? values.map((value) => ({ ...value, text: value.text.toLocaleLowerCase(context.language) }))
    : values;
  return { values: folded, translated: rendered.length > 0 || (policy.translate < 0.5 && english !== '') };
}

/** Rows mark slots with square brackets: a value that holds one, from a store of old, would make a row that none can read. */
const canStand = ({ text }: BaseValue) => !/[[\]]/.test(text);

function scaled(values: readonly BaseValue[], share: number): BaseValue[] {
  const sum = values.reduce((total, value) => total + value.weight, 0);
  return values.map((value) => ({ ...value, weight: (value.weight * share) / sum }));
}

function localValues(slot: string, { gazetteer }: CompileContext): BaseValue[] {
  return gazetteer
    .local(slot)
    .slice(0, MOST_LOCAL)
    .map((value) => ({
      text: value.text,
      weight: value.weight,
      method: 'localization',
      sources: [value.source],
      how: 'local value',
    }));
}

/** The English value as it stands, in the language's script; an English possessive ending is not carried over. */
function copyOf(english: string, { profile }: CompileContext): BaseValue {
  const bare = english.replace(/\s?['’]s\b/gu, '').trim();
  return {
    text: transliterate(bare === '' ? english : bare, profile.transliteration),
    weight: 1,
    method: 'unchanged',
    sources: [],
    how: 'copied',
  };
}

function cachedForm(
  { text, method }: BaseValue,
  form: SurfaceWord,
  known: Map<string, FormedValue>,
  context: CompileContext,
): FormedValue {
  const kind = method === 'translation' ? 'word' : 'other';
  const key = `${kind}\t${text}\t${form.features}|${form.prefix}|${form.mutation}`;
  let made = known.get(key);
  if (made === undefined) {
    made = valueInForm(text, form, context, kind);
    known.set(key, made);
  }
  return made;
}

function valueInForm(text: string, form: SurfaceWord, context: CompileContext, kind: WordKind): FormedValue {
  const bundle = form.features === '' ? '' : withPartOfSpeech(form.features);
  const inflected = bundle === '' ? undefined : inflectText(text, bundle, context, kind);
  const said = inflected?.form ?? text;
  return {
    text: form.prefix + (form.mutation === '' ? said : mutate(said, form.mutation, context.profile)),
    sources: inflected === undefined ? [] : formSources(inflected, text, context),
    ...(inflected && { method: inflected.method }),
  };
}

/** A value that looks like an earlier one in any form, even another form of it, is left out: no row can come twice. */
function distinctInEveryForm(values: readonly ValueInForms[]): ValueInForms[] {
  const known = new Set<string>();
  const distinct: ValueInForms[] = [];
  for (const each of [...values].sort((a, b) => b.value.weight - a.value.weight)) {
    if (each.formed.some(({ text }) => text === '' || known.has(text))) continue;
    for (const { text } of each.formed) known.add(text);
    distinct.push(each);
  }
  return distinct;
}

function planValue({ value, formed }: ValueInForms, english: string, trace: boolean): PlanValue {
  const { weight, method, how } = value;
  const sources = new Set([...value.sources, ...formed.flatMap((form) => form.sources)]);
  return {
    weight,
    method,
    sources: [...sources].sort((a, b) => a - b),
    forms: formed.map(({ text }) => text),
    ...(trace ? { trace: { english, how, base: value.text } } : {}),
  };
}

function countMethods(values: readonly ValueInForms[], form: number): MethodShares {
  const shares = new Map<InflectionMethod, number>();
  const total = values.reduce((sum, { value }) => sum + value.weight, 0);
  for (const { value, formed } of values) {
    const method = formed[form]?.method;
    if (method !== undefined) shares.set(method, (shares.get(method) ?? 0) + value.weight / total);
  }
  return shares;
}
