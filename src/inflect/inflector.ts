import { bundlePartOfSpeech, type Cell, type Inflected, type Paradigms, type Profile } from '../model/model.js';
import type { MappedBundle } from './bundle-map.js';
import { meaningOf, sharedBundle } from './bundles.js';
import { attestedCell, byRules, hasRules } from './by-rules.js';
import { Citation, type CitedLemma } from './citation.js';
import { LearntTable } from './learnt-table.js';
import type { Predictor } from './predict/predictor.js';

/**
 * What a word is to the table: a lemma of its own, as who asks states; a lemma as dictionaries cite it; a word of a
 * phrase or a value, which may be a form already; or one that the table says nothing of (copied from another language,
 * another part of speech).
 */
export type WordKind = 'stated' | 'lemma' | 'word' | 'other';

export interface Inflector {
  /**
   * The form of a lemma that a bundle asks for: attested in the table, else predicted from it or made by the profile's
   * rules, else the lemma.
   */
  inflect(lemma: string, bundle: string, kind?: WordKind): Inflected;
  /** Different forms of a stated lemma, likeliest first. */
  forms(lemma: string, bundle: string, most: number): readonly Inflected[];
}

export interface InflectorInput {
  readonly paradigms: Paradigms;
  readonly profile: Profile;
  /** What the table teaches; without it only attested forms and rules answer. */
  readonly predictor?: Predictor | undefined;
  /** Answers are not kept, so that asking twice takes the time twice: for measuring. */
  readonly forgetful?: boolean;
}

/** How far a form is believed by the way it was found, where no table tells. */
const BELIEF = { rule: 0.8, partRule: 0.5, citation: 0.4 } as const;
/** A stem that is not in the table may have been cut wrongly. */
const CUT_TRUST = 0.9;
/** A request without a part of speech is for a word that agrees. */
const AGREEING = 'ADJ';

/** A prediction outdoes a rule of the profile with so much confidence, so much more than the rule's, and so many cells. */
const SURE = 0.6;
const MARGIN = 0.1;
const ENOUGH_CELLS = 20;
/** Below this a lemma as it is cited does less harm than a form that is probably none. */
const LEAST = 0.5;
/** So many are asked for, since they tell how likely the lemma itself is. */
const FEWEST_PREDICTIONS = 3;

interface Asked {
  readonly lemma: string;
  readonly bundle: string;
  readonly kind: WordKind;
  readonly cut: boolean;
}

/** A request, understood. */
interface Request {
  readonly kind: WordKind;
  readonly lemma: string;
  readonly bundle: string;
  readonly meaning: string;
  readonly pos: string;
  /** The lemma as the table would cite it. */
  readonly cited: CitedLemma;
  readonly cells: readonly Cell[];
  readonly mapped: MappedBundle | undefined;
  readonly plain: string;
}

export function createInflector({ paradigms, profile, predictor, forgetful }: InflectorInput): Inflector {
  const maker = new FormMaker(paradigms, profile, predictor && new LearntTable(predictor, profile));
  const known = new Map<string, Inflected>();
  return {
    inflect(lemma, bundle, kind = 'lemma') {
      if (forgetful) return maker.best(lemma, bundle, kind);
      const key = `${kind}\t${lemma}\t${bundle}`;
      let answer = known.get(key);
      if (answer === undefined) {
        answer = maker.best(lemma, bundle, kind);
        known.set(key, answer);
      }
      return answer;
    },
    forms: (lemma, bundle, most) => maker.forms(lemma, bundle, most),
  };
}

class FormMaker {
  private readonly citation: Citation;

  constructor(
    private readonly paradigms: Paradigms,
    private readonly profile: Profile,
    private readonly table: LearntTable | undefined,
  ) {
    this.citation = table?.citation ?? new Citation([], [], profile);
  }

  best(lemma: string, bundle: string, kind: WordKind): Inflected {
    return this.bestOf(this.understand({ lemma, bundle, kind, cut: kind !== 'stated' }));
  }

  private bestOf(request: Request): Inflected {
    if (asksNothing(request)) return asCited(request.lemma);
    const { kind } = request;
    const attested = this.attested(request);
    if (attested !== undefined) return attested;
    const predicted = kind === 'other' ? [] : this.predicted(request, FEWEST_PREDICTIONS);
    const [best] = predicted;
    const rule = isAsInTable(request) && best !== undefined ? undefined : this.ruled(request);
    if (rule?.whole && !this.isBetter(best, rule.inflected, request)) {
      const same = predicted.find(({ form }) => form === rule.inflected.form);
      return { ...rule.inflected, confidence: Math.max(rule.inflected.confidence, same?.confidence ?? 0) };
    }
    const cited = this.citedForm(request, predicted);
    const made = surestFirst([...predicted, ...(rule ? [rule.inflected] : []), cited]);
    const [surest] = made as [Inflected, ...Inflected[]];
    return surest.confidence < LEAST && kind !== 'stated' ? cited : surest;
  }

  /** Whoever wrote rules had the words of utterances in mind: a prediction must be well founded to outdo them. */
  private isBetter(best: Inflected | undefined, rule: Inflected, { mapped, kind }: Request): boolean {
    if (best === undefined || kind !== 'lemma' || mapped === undefined) return false;
    const known = this.table?.bundles.countOf(mapped.bundle) ?? 0;
    return known >= ENOUGH_CELLS && best.confidence >= Math.max(SURE, rule.confidence + MARGIN);
  }

  forms(lemma: string, bundle: string, most: number): Inflected[] {
    const request = this.understand({ lemma, bundle, kind: 'stated', cut: true });
    if (asksNothing(request)) return [asCited(lemma)];
    const first = this.bestOf(request);
    const predicted = this.predicted(request, Math.max(most, FEWEST_PREDICTIONS));
    const rule = this.ruled(request)?.inflected;
    const others = surestFirst([...predicted, ...(rule ? [rule] : []), this.citedForm(request, predicted)]);
    return [first, ...others.filter(({ form }) => form !== first.form)].slice(0, most);
  }

  /** A lemma that the table does not know loses what dictionaries put before it only where `cut` says so. */
  private understand({ lemma, bundle, kind, cut }: Asked): Request {
    const pos = bundlePartOfSpeech(bundle);
    const spellings = this.citation.spellings(lemma, pos === 'V');
    const hasPos = (cell: Cell) => pos === '' || bundlePartOfSpeech(cell.bundle) === pos;
    let cited: CitedLemma | undefined;
    let cells: readonly Cell[] = [];
    for (const spelling of spellings) {
      const found = this.paradigms.cells(spelling.lemma);
      if (!found.some(hasPos)) continue;
      cited = spelling;
      cells = found;
      break;
    }
    cited ??= spellings.at(cut ? -1 : 0) as CitedLemma;
    const own = pos === '' ? bundlePartOfSpeech(cells[0]?.bundle ?? AGREEING) : pos;
    const mapped = this.table?.bundles.find(bundle, own);
    const plain = lemma.startsWith('-') ? lemma.slice(1) : lemma;
    return { kind, lemma, bundle, meaning: meaningOf(bundle), pos, cited, cells, mapped, plain };
  }

  private attested({ cells, meaning, pos, mapped, cited }: Request): Inflected | undefined {
    const hasPos = (bundle: string) => pos === '' || bundlePartOfSpeech(bundle) === pos;
    const exact = attestedCell(cells, meaning, hasPos);
    if (exact !== undefined)
      return { form: exact.form, method: 'attested', bundle: exact.bundle, confidence: 1, ...told(cited) };
    if (mapped === undefined || mapped.trust === 1) return undefined;
    const near = attestedCell(cells, meaningOf(mapped.bundle), hasPos);
    if (near === undefined) return undefined;
    return { form: near.form, method: 'attested', bundle: near.bundle, confidence: mapped.trust, ...told(cited) };
  }

  private predicted(request: Request, most: number): Inflected[] {
    const { mapped, kind, cited, cells } = request;
    if (mapped === undefined) return this.composed(request, most);
    const trust = mapped.trust * (cited.how !== '' && cells.length === 0 ? CUT_TRUST : 1);
    const own = kind === 'stated' && mapped.trust < 1 ? this.composed(request, most) : [];
    return own.length > 0 ? own : this.predictedAs({ bundle: mapped.bundle, trust }, request, most);
  }

  /** A bundle that the table lacks is put together from what its other bundles differ in. */
  private composed(request: Request, most: number): Inflected[] {
    const { bundle, pos } = request;
    if (pos === '' || this.table === undefined) return [];
    return this.predictedAs({ bundle: this.table.bundles.spelled(bundle), trust: 1 }, request, most);
  }

  private predictedAs({ bundle, trust }: MappedBundle, { kind, cited, cells }: Request, most: number): Inflected[] {
    if (this.table === undefined) return [];
    if (kind !== 'stated' && cells.length === 0 && !this.table.looksCited(cited.lemma, bundle)) return [];
    return this.table.predictor
      .predict(cited.lemma, bundle, most)
      .filter((made) => made.bundle === bundle)
      .map(({ form, confidence }) => ({
        form,
        method: 'predicted',
        bundle,
        confidence: confidence * trust,
        ...told(cited),
      }));
  }

  private ruled(request: Request): { inflected: Inflected; whole: boolean } | undefined {
    const { cited, bundle, cells, mapped } = request;
    if (cells.length === 0 && !hasRules(bundle, this.profile)) return undefined;
    const known = (features: string) =>
      attestedCell(cells, meaningOf(features), () => true)?.form ??
      (mapped === undefined ? this.bestBase(request, features) : undefined);
    const made = byRules(cited.lemma.replace(/^-/u, ''), bundle, this.profile, known);
    if (made === undefined || (made.added === 0 && cells.length === 0)) return undefined;
    const belief = made.whole ? BELIEF.rule : BELIEF.partRule;
    const make = (lemma: string) => byRules(lemma, bundle, this.profile, () => undefined)?.form;
    const confidence =
      mapped?.trust === 1
        ? (this.table?.accuracy(mapped.bundle, { name: `rule ${bundle}`, belief, make }) ?? belief)
        : belief;
    const inflected: Inflected = { form: made.form, method: 'rule', bundle: made.bundle, confidence, ...told(cited) };
    return { inflected, whole: made.whole };
  }

  /** Where a rule knows a feature that no table has, it is added to the best form of what goes before. */
  private bestBase({ cited, pos, kind }: Request, features: string): string | undefined {
    const bundle = pos === '' ? features : `${pos};${features}`;
    if (this.table?.bundles.find(bundle, pos || AGREEING)?.trust !== 1) return undefined;
    const base = this.bestOf(this.understand({ lemma: cited.lemma, bundle, kind, cut: false }));
    return base.method === 'predicted' && base.confidence > BELIEF.rule ? base.form : undefined;
  }

  /** The lemma as it stands: as likely as the predictor says, or as often right as the table shows. */
  private citedForm({ plain, mapped, cited }: Request, predicted: readonly Inflected[]): Inflected {
    const exact = mapped?.trust === 1 ? mapped.bundle : undefined;
    const form = exact === undefined ? plain : cited.lemma.replace(/^-/u, '');
    const make = (lemma: string) => lemma.replace(/^-/u, '');
    const way = { name: 'citation', belief: BELIEF.citation, make };
    const usual =
      exact === undefined || predicted.length === 0
        ? BELIEF.citation
        : (this.table?.accuracy(exact, way) ?? BELIEF.citation);
    const same = predicted.find((other) => other.form === form);
    const least = predicted.at(-1)?.confidence ?? usual;
    const confidence = same?.confidence ?? Math.min(usual, least);
    return { form, method: 'citation', bundle: '', confidence, ...(form === plain ? {} : told(cited)) };
  }
}

/** A part of speech alone asks for the lemma, unless the table has cells of just that: `V.MSDR`. */
function asksNothing({ meaning, bundle, mapped }: Request): boolean {
  return meaning === '' && (mapped?.trust !== 1 || sharedBundle(mapped.bundle) !== sharedBundle(bundle));
}

/** The table's own lemma and bundle: what it teaches of them goes before all rules. */
function isAsInTable({ kind, mapped }: Request): boolean {
  return kind === 'stated' && mapped?.trust === 1;
}

function asCited(lemma: string): Inflected {
  return { form: lemma, method: 'citation', bundle: '', confidence: 1 };
}

/** Forms that two ways agree on are as sure as the surer of them, and said to be found by the one that knows more. */
function surestFirst(made: readonly Inflected[]): Inflected[] {
  const distinct = new Map<string, Inflected>();
  for (const form of made) {
    const known = distinct.get(form.form);
    const confidence = Math.max(form.confidence, known?.confidence ?? 0);
    distinct.set(form.form, { ...(known ?? form), confidence });
  }
  return [...distinct.values()].sort((a, b) => b.confidence - a.confidence);
}

function told({ lemma, how }: CitedLemma): { citedAs?: string; how?: string } {
  return how === '' ? {} : { citedAs: lemma, how };
}
