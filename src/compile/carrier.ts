import { type Carrier, type Hole, type PlanValue, type StoredTemplate, tierOf } from '../model/model.js';
import type { CompileContext } from './context.js';
import type { SurfaceOption } from './expand.js';
import { type MethodShares, methodsOf } from './methods.js';
import { translatePhrases } from './phrases.js';
import { withoutRivals } from './rivals.js';
import { type Coverage, choiceOf, coverageOf, formOf, rulesOf, scoreOf } from './score.js';
import { collectForms, toChoices, toSegments } from './segments.js';
import type { SlotValues } from './values.js';

export interface CompiledTemplate {
  readonly carrier: Carrier;
  readonly coverage: Coverage;
  readonly methods: MethodShares;
}

/** Compiles one template; undefined where a slot has no value at all. Nothing of other templates takes part. */
export function compileTemplate(
  template: StoredTemplate,
  slotValues: SlotValues,
  context: CompileContext,
): CompiledTemplate | undefined {
  const { analysis, units, phrases: mixed } = translatePhrases(template, context, true);
  const phrases = template.text === template.text.toLowerCase() ? lowered(mixed, context.language) : mixed;
  const translated = new Map<number, boolean>();
  const slotMethods = new Map<number, readonly MethodShares[]>();
  const valuesOf = (choices: readonly (readonly SurfaceOption[])[]): Map<number, readonly PlanValue[]> => {
    const filled = new Map<number, readonly PlanValue[]>();
    for (const [span, forms] of collectForms(choices)) {
      const { slot, start, end } = template.spans[span] as StoredTemplate['spans'][number];
      const answer = slotValues.fill(slot, template.text.slice(start, end).toLowerCase(), [...forms.values()]);
      translated.set(span, answer.translated);
      slotMethods.set(span, answer.methods);
      filled.set(span, answer.values);
    }
    return filled;
  };
  const { choices, values } = withoutRivals(toChoices(phrases, context), valuesOf);
  const holes = holesOf(template, choices, values);
  if (holes.some((hole) => hole.values.length === 0) || holes.length !== template.spans.length) return undefined;
  const coverage = coverageOf(
    units,
    analysis.tokens,
    template.spans.map((_, span) => translated.get(span) ?? false),
  );
  const score = scoreOf({
    coverage: coverage.content === 0 ? 1 : coverage.covered / coverage.content,
    choice: choiceOf(units),
    form: formOf(choices),
    rules: rulesOf(context.origin),
  });
  const forms = collectForms(choices);
  const segments = toSegments(withTemplateSource(choices, template.source), forms, context.trace);
  const { name, scenario, intent, partition } = template;
  return {
    carrier: { template: name, scenario, intent, partition, score, tier: tierOf(score), segments, holes },
    coverage,
    methods: methodsOf(choices, forms, slotMethods),
  };
}

/** Templates in lower case are said in lower case, by the language's own letters. */
function lowered(phrases: readonly (readonly SurfaceOption[])[], language: string): SurfaceOption[][] {
  return phrases.map((options) =>
    options.map((option) => ({
      ...option,
      words: option.words.map((word) => ({ ...word, text: word.text.toLocaleLowerCase(language) })),
    })),
  );
}

function holesOf(
  template: StoredTemplate,
  choices: readonly (readonly SurfaceOption[])[],
  values: ReadonlyMap<number, readonly PlanValue[]>,
): Hole[] {
  return [...collectForms(choices)]
    .sort(([a], [b]) => a - b)
    .map(([span, forms]) => ({
      slot: (template.spans[span] as StoredTemplate['spans'][number]).slot,
      forms: [...forms.values()].map(({ features, prefix, mutation }) =>
        [prefix && `${prefix}…`, features, mutation].filter(Boolean).join(' '),
      ),
      values: values.get(span) ?? [],
    }));
}

/** Every row is made from its template, whatever else is drawn. */
function withTemplateSource(choices: readonly (readonly SurfaceOption[])[], source: number): SurfaceOption[][] {
  return choices.map((options, i) =>
    i > 0
      ? [...options]
      : options.map((option) => ({
          ...option,
          sources: [...new Set([...option.sources, source])].sort((a, b) => a - b),
        })),
  );
}
