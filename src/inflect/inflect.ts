import {
  bundlePartOfSpeech,
  type Cell,
  type Inflected,
  isPartOfSpeech,
  type Paradigms,
  type Profile,
  parseBundle,
} from '../model/model.js';
import { flatFeatures } from './bundles.js';
import { addEnding } from './endings.js';

export interface Inflector {
  /** The form of a lemma that a bundle asks for: attested in the table, else made by the profile's rules, else the lemma. */
  inflect(lemma: string, bundle: string): Inflected;
}

/** How far a form is to be trusted by the way it was found. */
const CONFIDENCE = { attested: 1, rule: 0.8, partRule: 0.5, citation: 0.4 } as const;

export function createInflector(paradigms: Paradigms, profile: Profile): Inflector {
  const known = new Map<string, Inflected>();
  return {
    inflect(lemma, bundle) {
      const key = `${lemma}\t${bundle}`;
      let answer = known.get(key);
      if (answer === undefined) {
        answer = find(lemma, bundle, paradigms, profile);
        known.set(key, answer);
      }
      return answer;
    },
  };
}

function find(lemma: string, bundle: string, paradigms: Paradigms, profile: Profile): Inflected {
  const asked = flatFeatures(bundle);
  if (asked === '') return { form: lemma, method: 'citation', bundle: '', confidence: 1 };
  const pos = bundlePartOfSpeech(bundle);
  const cells = lemmaSpellings(lemma)
    .map((spelling) => paradigms.cells(spelling))
    .find((found) => found.length > 0);
  const attested = cells && attestedCell(cells, asked, pos);
  if (attested)
    return { form: attested.form, method: 'attested', bundle: attested.bundle, confidence: CONFIDENCE.attested };
  return (
    byRules(lemma, bundle, cells ?? [], profile) ?? {
      form: withoutHyphen(lemma),
      method: 'citation',
      bundle: '',
      confidence: CONFIDENCE.citation,
    }
  );
}

/** A stem is cited with a hyphen by some lexicons and without by most tables. */
function lemmaSpellings(lemma: string): string[] {
  return lemma.startsWith('-') ? [lemma, lemma.slice(1)] : [lemma];
}

function withoutHyphen(lemma: string): string {
  return lemma.startsWith('-') ? lemma.slice(1) : lemma;
}

function attestedCell(cells: readonly Cell[], asked: string, pos: string): Cell | undefined {
  const fitting = cells.filter((cell) => flatFeatures(cell.bundle) === asked);
  return (
    fitting.find((cell) => pos === '' || bundlePartOfSpeech(cell.bundle) === pos) ??
    (pos === '' ? fitting[0] : undefined)
  );
}

/** Adds the endings one after another, from the longest beginning of them that the table attests. */
function byRules(lemma: string, bundle: string, cells: readonly Cell[], profile: Profile): Inflected | undefined {
  const endings = profile.endings ?? {};
  const features = inEndingOrder(
    parseBundle(bundle).filter((atom) => !isPartOfSpeech(atom)),
    Object.keys(endings),
  );
  let start = features.length - 1;
  let form = lemma;
  for (; start > 0; start--) {
    const base = attestedCell(cells, flatFeatures(features.slice(0, start).join(';')), '');
    if (base !== undefined) {
      form = base.form;
      break;
    }
  }
  const made: string[] = features.slice(0, Math.max(start, 0));
  let missed = 0;
  for (const feature of features.slice(Math.max(start, 0))) {
    const rules = Object.hasOwn(endings, feature) ? endings[feature] : undefined;
    const longer = rules && addEnding(form, rules, profile.letters ?? {});
    if (longer === undefined) missed += flatFeatures(feature) === '' ? 0 : 1;
    else {
      form = longer;
      made.push(feature);
    }
  }
  if (made.length === 0) return undefined;
  return {
    form,
    method: 'rule',
    bundle: made.join(';'),
    confidence: missed === 0 ? CONFIDENCE.rule : CONFIDENCE.partRule,
  };
}

function inEndingOrder(features: readonly string[], order: readonly string[]): string[] {
  const place = (feature: string) => {
    const index = order.indexOf(feature);
    return index < 0 ? order.length : index;
  };
  return [...features].sort((a, b) => place(a) - place(b));
}

export { decodePredictor } from './predict/decode.js';
export { encodePredictor, PREDICTOR_VERSION } from './predict/encode.js';
export type { TableCell } from './predict/lexicon.js';
export type { Prediction, Predictor } from './predict/predictor.js';
export { type TrainingOptions, trainPredictor } from './predict/train.js';
