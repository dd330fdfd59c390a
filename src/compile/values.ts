import { mutate, type SurfaceWord } from '../arrange/arrange.js';
import type { PlanValue, ValueMethod, ValueTrace } from '../model/model.js';
import { type CompileContext, policyOf } from './context.js';
import { inflectText, withPartOfSpeech } from './expand.js';
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
  fill(slot: string, english: string, forms: readonly SurfaceWord[]): { values: PlanValue[]; translated: boolean };
}

const MOST_LOCAL = 60;

/** Values for slots by the scheme's policy: said in the language, kept as they are, or drawn from its own. */
export function createSlotValues(context: CompileContext, lower: boolean): SlotValues {
  const bases = new Map<string, { values: BaseValue[]; translated: boolean }>();
  const inForm = new Map<string, string>();
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
        texts: forms.map((form) => cachedForm(value.text, form, inForm, context)),
      }));
      return { values: distinctInEveryForm(values, english, context.trace), translated: base.translated };
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
    { values: rendered, share: policy.translate },
    { values: local, share: policy.local },
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

function cachedForm(text: string, form: SurfaceWord, known: Map<string, string>, context: CompileContext): string {
  const key = `${text}\t${form.features}|${form.prefix}|${form.mutation}`;
  let made = known.get(key);
  if (made === undefined) {
    made = valueInForm(text, form, context);
    known.set(key, made);
  }
  return made;
}

function valueInForm(text: string, form: SurfaceWord, context: CompileContext): string {
  const bundle = form.features === '' ? '' : withPartOfSpeech(form.features);
  const inflected = bundle === '' ? text : inflectText(text, bundle, context).form;
  return form.prefix + (form.mutation === '' ? inflected : mutate(inflected, form.mutation, context.profile));
}

/** A value that looks like an earlier one in any form, even another form of it, is left out: no row can come twice. */
function distinctInEveryForm(
  values: readonly { value: BaseValue; texts: readonly string[] }[],
  english: string,
  trace: boolean,
): PlanValue[] {
  const known = new Set<string>();
  const distinct: PlanValue[] = [];
  for (const { value, texts } of [...values].sort((a, b) => b.value.weight - a.value.weight)) {
    if (texts.some((text) => text === '' || known.has(text))) continue;
    for (const text of texts) known.add(text);
    const { weight, method, sources, how } = value;
    distinct.push({
      weight,
      method,
      sources,
      forms: texts,
      ...(trace ? { trace: { english, how, base: value.text } } : {}),
    });
  }
  return distinct;
}
