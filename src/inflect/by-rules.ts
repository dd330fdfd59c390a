import { type Cell, isPartOfSpeech, type Profile, parseBundle } from '../model/model.js';
import { meaningOf } from './bundles.js';
import { addEnding } from './endings.js';

/** What the profile's endings make of a lemma. */
export interface RuledForm {
  readonly form: string;
  /** The features that were written; those that no rule knows are missing. */
  readonly bundle: string;
  readonly whole: boolean;
  /** Endings that were added to what was known already. */
  readonly added: number;
}

/** The form that a lemma has already for some features, if one is known. */
export type KnownForm = (features: string) => string | undefined;

/** Adds the endings one after another, from the longest beginning of them that is known already. */
export function byRules(lemma: string, bundle: string, profile: Profile, known: KnownForm): RuledForm | undefined {
  const endings = profile.endings ?? {};
  const features = inEndingOrder(
    parseBundle(bundle).filter((atom) => !isPartOfSpeech(atom)),
    Object.keys(endings),
  );
  let start = features.length - 1;
  let form = lemma;
  for (; start > 0; start--) {
    const base = known(features.slice(0, start).join(';'));
    if (base !== undefined) {
      form = base;
      break;
    }
  }
  const made: string[] = features.slice(0, Math.max(start, 0));
  let last = made.at(-1) ?? '';
  let whole = true;
  let added = 0;
  for (const feature of features.slice(Math.max(start, 0))) {
    const rules = Object.hasOwn(endings, feature) ? endings[feature] : undefined;
    const longer = rules && addEnding({ word: form, last }, rules, profile.letters ?? {});
    if (longer === undefined) whole = whole && meaningOf(feature) === '';
    else {
      form = longer;
      added++;
      made.push(feature);
      last = feature;
    }
  }
  return made.length === 0 ? undefined : { form, bundle: made.join(';'), whole, added };
}

/** Whether the profile has an ending for any of a bundle's features. */
export function hasRules(bundle: string, { endings }: Profile): boolean {
  return endings !== undefined && parseBundle(bundle).some((atom) => Object.hasOwn(endings, atom));
}

/** Cells of a lemma by what they mean, sorted out when a lemma is first asked for. */
const meant = new WeakMap<readonly Cell[], ReadonlyMap<string, readonly Cell[]>>();

function byMeaning(cells: readonly Cell[]): ReadonlyMap<string, readonly Cell[]> {
  const known = meant.get(cells);
  if (known !== undefined) return known;
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const meaning = meaningOf(cell.bundle);
    const group = groups.get(meaning);
    if (group === undefined) groups.set(meaning, [cell]);
    else group.push(cell);
  }
  meant.set(cells, groups);
  return groups;
}

/** The first cell that means what is asked, of the part of speech asked if one is. */
export function attestedCell(
  cells: readonly Cell[],
  asked: string,
  hasPos: (bundle: string) => boolean,
): Cell | undefined {
  return cells.length === 0
    ? undefined
    : byMeaning(cells)
        .get(asked)
        ?.find((cell) => hasPos(cell.bundle));
}

function inEndingOrder(features: readonly string[], order: readonly string[]): string[] {
  const place = (feature: string) => {
    const index = order.indexOf(feature);
    return index < 0 ? order.length : index;
  };
  return [...features].sort((a, b) => place(a) - place(b));
}
