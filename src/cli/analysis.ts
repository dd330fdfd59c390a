import { type FormAnalysis, ReverseTable } from '../inflect/inflect.js';
import { openStore } from '../store/store.js';
import type { Where } from './inflection.js';
import { predictorOf } from './predictor.js';

export interface AnalysedForm {
  readonly form: string;
  /** What the table says first, then what it lets one expect. */
  readonly analyses: readonly FormAnalysis[];
}

/** What a form may be a form of: as the table has it, and for words that it lacks as its own words suggest. */
export async function analyseForm(where: Where, form: string, most: number): Promise<AnalysedForm> {
  const store = openStore(where.store, { mode: 'read' });
  try {
    const { language, progress } = where;
    const attested = store
      .cellsOfForm(language, form)
      .map(({ lemma, bundle }): FormAnalysis => ({ lemma, bundle, method: 'attested', confidence: 1 }));
    if (attested.length >= most) return { form, analyses: attested.slice(0, most) };
    const predictor = await predictorOf(store, language, { progress });
    const predicted =
      predictor === undefined
        ? []
        : new ReverseTable(predictor).analyse(form, most, store.languageWords(language)).filter(isNew(attested));
    return { form, analyses: [...attested, ...predicted].slice(0, most) };
  } finally {
    where.progress.done();
    store.close();
  }
}

function isNew(attested: readonly FormAnalysis[]): (analysis: FormAnalysis) => boolean {
  const lemmas = new Set(attested.map(({ lemma }) => lemma));
  return ({ lemma }) => !lemmas.has(lemma);
}
