import { englishLemmas } from '../analyse/analyse.js';
import { arrange } from '../arrange/arrange.js';
import type { Analysis, Template, Unit } from '../model/model.js';
import { transfer } from '../transfer/transfer.js';
import { type CompileContext, policyOf } from './context.js';
import { expandPhrase, type SurfaceOption } from './expand.js';

export interface TranslatedPhrases {
  readonly analysis: Analysis;
  readonly units: readonly Unit[];
  readonly phrases: readonly (readonly SurfaceOption[])[];
}

/** Analyse, transfer, arrange, inflect: an English utterance or value as phrases of the target language. */
export function translatePhrases(template: Template, context: CompileContext, phrasebook: boolean): TranslatedPhrases {
  const analysis = context.analyse(template);
  const units = transfer(analysis, { lexicon: context.lexicon, lemmas: englishLemmas, phrasebook });
  const slotKind = (span: number) => policyOf(context.scheme, template.spans[span]?.slot ?? '').kind;
  const phrases = arrange(analysis, units, { profile: context.profile, slotKind });
  return { analysis, units, phrases: phrases.map((phrase) => expandPhrase(phrase, units, analysis.tokens, context)) };
}
