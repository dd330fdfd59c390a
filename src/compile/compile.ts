import { createHash } from 'node:crypto';
import { createAnalyser } from '../analyse/analyse.js';
import { createInflector, type Predictor } from '../inflect/inflect.js';
import {
  type Gazetteer,
  GENERATOR_VERSION,
  type InflectionMethod,
  type Lexicon,
  type Paradigms,
  type Plan,
  type ResolvedProfile,
  type Scheme,
  type StoredTemplate,
  type Tier,
} from '../model/model.js';
import { compileTemplate } from './carrier.js';
import type { CompileContext } from './context.js';
import { type Conflict, type Merged, resolveEqualCarriers } from './equal.js';
import { sumMethods } from './methods.js';
import type { Coverage } from './score.js';
import { inScript } from './script.js';
import { createSlotValues } from './values.js';

export { type BaselineInput, type BaselineRow, baselineRows, floorRows } from './baseline.js';
export type { Conflict, Merged } from './equal.js';
export { likeliestText } from './equal.js';

export interface CompileInput {
  readonly language: string;
  readonly templates: readonly StoredTemplate[];
  readonly lexicon: Lexicon;
  readonly paradigms: Paradigms;
  /** What the table teaches of forms that it lacks. */
  readonly predictor?: Predictor | undefined;
  readonly gazetteer: Gazetteer;
  readonly profile: ResolvedProfile;
  readonly scheme: Scheme;
  /** Names of the store's sources, indexed by id. */
  readonly sourceNames: readonly string[];
  /** Keep where each word came from. */
  readonly trace?: boolean;
  /** Carriers that do not pass are left out of the plan. */
  readonly accept?: (carrier: { readonly score: number; readonly tier: Tier }) => boolean;
  /** Called now and then with the number of templates done; compiling waits for what it returns. */
  readonly progress?: (done: number) => void | Promise<void>;
}

export interface CompileReport {
  readonly templates: number;
  /** Share of content words and slots that were translated, 0..1. */
  readonly coverage: number;
  readonly merged: readonly Merged[];
  readonly conflicts: readonly Conflict[];
  /** Templates that no row can be made of: a slot has no value. */
  readonly unusable: readonly string[];
  /** Carriers in each tier, before `accept`. */
  readonly tiers: Readonly<Record<Tier, number>>;
  /** Words that were asked for a form: the share that each method gave it, 0..1; all 0 where none was asked. */
  readonly forms: Readonly<Record<InflectionMethod, number>>;
  /** SHA-256 of the plan, lower-case hex. */
  readonly digest: string;
}

/** Templates → plan, template by template: what one compiles to depends on no other. */
export async function compilePlan(input: CompileInput): Promise<{ plan: Plan; report: CompileReport }> {
  const context = await createContext(input);
  const slotValues = { lower: createSlotValues(context, true), mixed: createSlotValues(context, false) };
  const compiled: { readonly template: string; readonly result: ReturnType<typeof compileTemplate> }[] = [];
  for (const [done, template] of input.templates.entries()) {
    if (done % 256 === 0) await input.progress?.(done);
    const lower = template.text === template.text.toLowerCase();
    const result = compileTemplate(template, lower ? slotValues.lower : slotValues.mixed, context);
    compiled.push({ template: template.name, result });
  }
  const usable = compiled.flatMap(({ result }) => (result === undefined ? [] : [result]));
  const accept = input.accept ?? (() => true);
  const { carriers, merged, conflicts } = resolveEqualCarriers(usable.map(({ carrier }) => carrier));
  const plan: Plan = { language: input.language, carriers: carriers.filter(accept), sources: input.sourceNames };
  const unusable = compiled.filter(({ result }) => result === undefined).map(({ template }) => template);
  const tiers = { A: 0, B: 0, C: 0 };
  for (const { tier } of carriers) tiers[tier]++;
  return {
    plan,
    report: {
      templates: input.templates.length,
      coverage: meanCoverage(usable.map(({ coverage }) => coverage)),
      merged,
      conflicts,
      unusable,
      tiers,
      forms: sumMethods(usable.map(({ methods }) => methods)),
      digest: digestOf(plan),
    },
  };
}

async function createContext(input: CompileInput): Promise<CompileContext> {
  const { profile, origin } = input.profile;
  return {
    language: input.language,
    lexicon: inScript(input.lexicon, profile.script),
    paradigms: input.paradigms,
    gazetteer: input.gazetteer,
    profile,
    origin,
    scheme: input.scheme,
    analyse: await createAnalyser(),
    inflector: createInflector({ paradigms: input.paradigms, profile, predictor: input.predictor }),
    trace: input.trace ?? false,
  };
}

function meanCoverage(coverages: readonly Coverage[]): number {
  const content = coverages.reduce((sum, coverage) => sum + coverage.content, 0);
  const covered = coverages.reduce((sum, coverage) => sum + coverage.covered, 0);
  return content === 0 ? 0 : covered / content;
}

function digestOf(plan: Plan): string {
  const hash = createHash('sha256').update(`${GENERATOR_VERSION} ${plan.language} ${JSON.stringify(plan.sources)}`);
  for (const carrier of plan.carriers) hash.update(JSON.stringify(carrier));
  return hash.digest('hex');
}
