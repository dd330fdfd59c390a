import type { Carrier, Draw, Option, Piece, Plan, PlanValue, Row, SlotSpan } from '../model/model.js';
import { annotate } from '../model/model.js';
import { Draws } from './draws.js';
import { carrierKey, languageKey } from './keys.js';
import { ChoiceTree } from './tree.js';

/** A row by its place in the plan, not in a file. */
export interface RowAddress {
  readonly carrier: number;
  readonly seed: number;
  readonly ordinal: number;
}

interface Said {
  readonly text: string;
  readonly slot: string | undefined;
}

/** What is drawn for a row: a function of seed, language, template and ordinal, and of the carrier's own choices. */
export function drawRow(plan: Plan, { carrier: index, seed, ordinal }: RowAddress): Draw {
  const carrier = plan.carriers[index]!;
  const tree = new ChoiceTree().load(carrier, carrierKey(languageKey(plan, seed), carrier));
  const draws = new Draws(1);
  draws.draw(tree, ordinal, 1);
  const chosen = draws.chosen.subarray(0, tree.levels);
  return {
    options: [...chosen.subarray(0, carrier.segments.length)],
    values: [...chosen.subarray(carrier.segments.length)],
  };
}

/** One row as an object: what a line that `realise` writes means. */
export function renderRow(plan: Plan, address: RowAddress): Row {
  const carrier = plan.carriers[address.carrier]!;
  const draw = drawRow(plan, address);
  const options = carrier.segments.map((segment, i) => segment.options[draw.options[i]!]!);
  const values = carrier.holes.map((hole, i) => hole.values[draw.values[i]!]!);
  const { text, spans } = join(options.flatMap((option) => option.pieces.map((piece) => say(carrier, values, piece))));
  return {
    id: `${carrier.template}#${address.ordinal}`,
    locale: plan.language,
    partition: carrier.partition,
    scenario: carrier.scenario,
    intent: carrier.intent,
    utt: text,
    annot_utt: annotate(text, spans),
    slot_method: slotMethods(carrier, options, values),
    score: carrier.score,
    tier: carrier.tier,
    template: carrier.template,
    sources: sourceNames(plan, [...options, ...values]),
  };
}

function say(carrier: Carrier, values: readonly PlanValue[], piece: Piece): Said {
  if (typeof piece === 'string') return { text: singleBlanks(piece), slot: undefined };
  return { text: singleBlanks(values[piece.hole]!.forms[piece.form]!), slot: carrier.holes[piece.hole]!.slot };
}

function join(said: readonly Said[]): { text: string; spans: SlotSpan[] } {
  const spans: SlotSpan[] = [];
  let text = '';
  for (const piece of said) {
    if (piece.text === '') continue;
    if (text !== '') text += ' ';
    if (piece.slot !== undefined) {
      spans.push({ slot: piece.slot, start: text.length, end: text.length + piece.text.length });
    }
    text += piece.text;
  }
  return { text, spans };
}

function slotMethods(carrier: Carrier, options: readonly Option[], values: readonly PlanValue[]): Row['slot_method'] {
  const methods = new Map<string, PlanValue['method']>();
  for (const piece of options.flatMap((option) => option.pieces)) {
    if (typeof piece === 'string' || say(carrier, values, piece).text === '') continue;
    const { slot } = carrier.holes[piece.hole]!;
    if (!methods.has(slot)) methods.set(slot, values[piece.hole]!.method);
  }
  return [...methods].map(([slot, method]) => ({ slot, method }));
}

function sourceNames(plan: Plan, drawn: readonly { readonly sources: readonly number[] }[]): string[] {
  const indices = new Set(drawn.flatMap((one) => one.sources));
  return [...indices].sort((a, b) => a - b).map((index) => plan.sources[index]!);
}

/** Blanks neither doubled nor at an end, whatever a plan's author wrote. */
export function singleBlanks(text: string): string {
  return /^ | {2}| $/.test(text) ? text.replace(/ {2,}/g, ' ').replace(/^ | $/g, '') : text;
}
