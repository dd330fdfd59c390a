import { type CompileInput, type CompileReport, compilePlan } from '../compile/compile.js';
import { languageName, lexemesOf } from '../languages/languages.js';
import { allowedLicences } from '../licence/licence.js';
import {
  CalqueError,
  type Lexicon,
  type Plan,
  type ResolvedProfile,
  type StoredTemplate,
  type Tier,
} from '../model/model.js';
import type { Store } from '../store/store.js';
import { predictorOf } from './predictor.js';
import { loadScheme, resolveProfile } from './profile.js';
import type { Progress } from './progress.js';
import { starterTags } from './starter.js';

/** What decides which carriers and words a plan has; kept in run.json, so that a row can be explained later. */
export interface PlanOptions {
  readonly tiers?: readonly Tier[] | undefined;
  readonly minScore?: number | undefined;
  readonly licences?: string | undefined;
  readonly allRegisters: boolean;
  readonly profile?: string | undefined;
}

export interface CompiledLanguage {
  readonly language: string;
  readonly plan: Plan;
  readonly report: CompileReport;
  readonly profile: ResolvedProfile;
}

/** From the store to the plan of one language. */
export async function compileLanguage(
  store: Store,
  language: string,
  options: PlanOptions & {
    readonly trace?: boolean;
    /** What part of the lexicon is used; all of it by default. */
    readonly thin?: (lexicon: Lexicon) => Lexicon;
    /** Told while a table is learnt from. */
    readonly learning?: Progress;
    readonly progress?: (done: number, of: number) => void | Promise<void>;
  },
): Promise<CompiledLanguage> {
  const licences = allowedLicences(options.licences);
  const sources = new Map(store.sources().map((source) => [source.id, source]));
  const templates = allowedTemplates(store, options.licences);
  const profile = await resolveProfile(store, language, options.profile);
  const { tiers, minScore = 0, trace = false, thin = (lexicon) => lexicon, progress } = options;
  const input: CompileInput = {
    language,
    templates,
    lexicon: thin(
      store.lexicon(language, {
        licences,
        allRegisters: options.allRegisters,
        lexemes: lexemesOf(profile.profile),
      }),
    ),
    paradigms: store.paradigms(language, { licences }),
    predictor: await predictorOf(store, language, { licences: options.licences, progress: options.learning }),
    gazetteer: store.gazetteer(language, { licences }),
    profile,
    scheme: loadScheme([...new Set(templates.map(({ scheme }) => scheme))]),
    sourceNames: namesById(sources),
    trace,
    accept: ({ score, tier }) => score >= minScore && (tiers === undefined || tiers.includes(tier)),
    ...(progress && { progress: (done: number) => progress(done, templates.length) }),
  };
  return { language, profile, ...(await compilePlan(input)) };
}

function allowedTemplates(store: Store, text: string | undefined): StoredTemplate[] {
  const licences = allowedLicences(text);
  const templates = store.templates();
  if (licences === undefined) return templates;
  const allowed = new Set(
    store
      .sources('template')
      .filter(({ licence }) => licences(licence))
      .map(({ id }) => id),
  );
  return templates.filter(({ source }) => allowed.has(source));
}

/** Says what is missing, and the command that brings it, before any time is spent. */
export function requireMaterial(store: Store, language: string, licences: string | undefined): void {
  const name = `${languageName(language)} (${language})`;
  if (allowedTemplates(store, licences).length === 0) {
    const why = licences === undefined || licences === 'any' ? '' : ` under a licence that is ${licences}`;
    throw new CalqueError('nothingToGenerate', `the store has no templates${why}`, {
      suggestions: ['calque template import --starter', 'or your own: calque template import FILE --licence SPDX'],
    });
  }
  const known = store.languages().find((each) => each.language === language);
  if ((known?.entries ?? 0) === 0) {
    throw new CalqueError('nothingToGenerate', `the store has no lexicon for ${name}`, {
      suggestions: [
        ...(starterTags().includes(language) ? [`calque lexicon import --starter --to ${language}`] : []),
        `calque lexicon import FILE --to ${language}`,
      ],
    });
  }
}

/** A list that ids index: plans name sources by position. */
function namesById(sources: ReadonlyMap<number, { readonly name: string }>): string[] {
  const last = Math.max(0, ...sources.keys());
  return Array.from({ length: last + 1 }, (_, id) => sources.get(id)?.name ?? '');
}
