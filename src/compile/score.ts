import type { ProfileOrigin, Token, Unit, Upos } from '../model/model.js';
import type { SurfaceOption } from './expand.js';

/** Tags of words that carry content. */
const CONTENT: ReadonlySet<Upos> = new Set<Upos>(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'NUM']);

/** Weights of DESIGN's §7: what is translated counts most, then how sure the words, forms and rules are. */
const BASE = 0.4;
const CHOICE = 0.2;
const FORM = 0.2;
const RULES = 0.2;

/** What a carrier's score is made of, each 0..1. */
export interface ScoreParts {
  readonly coverage: number;
  readonly choice: number;
  readonly form: number;
  readonly rules: number;
}

/** Citation forms stand everywhere in a language that nothing is known of but its words: half of them may be right. */
const FORM_WITHOUT_RULES = 0.5;

/** 0..1, two decimals. */
export function scoreOf({ coverage, choice, form, rules }: ScoreParts): number {
  const sureForm = rules === 0 ? form * FORM_WITHOUT_RULES : form;
  return Math.round(coverage * (BASE + CHOICE * choice + FORM * sureForm + RULES * rules) * 100) / 100;
}

/** Content words and slots of a template, and how many of them were translated. */
export interface Coverage {
  readonly content: number;
  readonly covered: number;
}

/** Slots count as one content word each; `slotTranslated` says of each slot in token order whether its value was. */
export function coverageOf(
  units: readonly Unit[],
  tokens: readonly Token[],
  slotTranslated: readonly boolean[],
): Coverage {
  const words = units.filter((unit) => unit.step !== 'slot' && isContent(unit, tokens));
  const covered = words.filter((unit) => unit.step !== 'copy').length + slotTranslated.filter(Boolean).length;
  return { content: words.length + slotTranslated.length, covered };
}

function isContent(unit: Unit, tokens: readonly Token[]): boolean {
  return unit.tokens.some((token) => CONTENT.has((tokens[token] as Token).pos));
}

/** How well the chosen words are vouched for: a phrasebook, or the number of independent sources. */
export function choiceOf(units: readonly Unit[]): number {
  const translated = units.filter((unit) => unit.step !== 'slot' && unit.step !== 'copy');
  if (translated.length === 0) return 1;
  const sureness = translated.map((unit) => {
    const best = unit.candidates[0]?.candidate;
    return best === undefined ? 0 : best.phrasebook ? 1 : Math.min(1, 0.3 + 0.25 * best.support);
  });
  return sureness.reduce((a, b) => a + b, 0) / sureness.length;
}

/** Expected confidence of the forms that were asked for. */
export function formOf(choices: readonly (readonly SurfaceOption[])[]): number {
  if (choices.length === 0) return 1;
  const means = choices.map((options) => {
    const total = options.reduce((sum, option) => sum + option.weight, 0);
    return options.reduce((sum, option) => sum + option.weight * option.confidence, 0) / total;
  });
  return means.reduce((a, b) => a + b, 0) / means.length;
}

/** How much of the grammar is stated for the language and how much was taken over from English. */
export function rulesOf(origin: ProfileOrigin): number {
  const origins = new Set(Object.values(origin));
  return origins.has('file') ? 1 : origins.has('typology') ? 0.5 : origins.has('table') ? 0.25 : 0;
}
