import { conllSpans, tagsOfLabels } from './bio.js';
import { scoreSpans } from './spans.js';

/** An utterance as MASSIVE's evaluation sees it: an intent and one label a token, `Other` outside slots. */
export interface LabelledLine {
  readonly intent: string;
  readonly labels: readonly string[];
}

/** The figures of MASSIVE's own evaluation (FitzGerald et al. 2022) under its own names, 0..1. */
export interface MassiveScores {
  readonly intent_acc: number;
  readonly intent_acc_stderr: number;
  readonly slot_micro_f1: number;
  /** Divided by the number of tokens, as it is there: too small to be believed. */
  readonly slot_micro_f1_stderr: number;
  readonly ex_match_acc: number;
  readonly ex_match_acc_stderr: number;
}

const OUTSIDE = 'Other';

export function scoreMassive(gold: readonly LabelledLine[], predicted: readonly LabelledLine[]): MassiveScores {
  const fitted = gold.map(({ labels }, line) => cutOrPad(predicted[line]?.labels ?? [], labels.length));
  const intents = gold.map(({ intent }, line) => predicted[line]?.intent === intent);
  const exact = gold.map(({ labels }, line) => intents[line] === true && sameLabels(labels, fitted[line] ?? []));
  const spansOf = (labels: readonly string[]) => conllSpans(tagsOfLabels(labels, OUTSIDE));
  const goldSpans = gold.map(({ labels }) => spansOf(labels));
  const { f1 } = scoreSpans(goldSpans, fitted.map(spansOf)).micro;
  const tokens = gold.reduce((sum, { labels }) => sum + labels.length, 0);
  const [intentShare, exactShare] = [share(intents), share(exact)];
  return {
    intent_acc: intentShare,
    intent_acc_stderr: shareError(intentShare, gold.length),
    slot_micro_f1: f1,
    slot_micro_f1_stderr: shareError(f1, tokens),
    ex_match_acc: exactShare,
    ex_match_acc_stderr: shareError(exactShare, gold.length),
  };
}

/** A prediction of another length is cut, or filled up with `Other`. */
function cutOrPad(labels: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, i) => labels[i] ?? OUTSIDE);
}

function sameLabels(a: readonly string[], b: readonly string[]): boolean {
  return a.every((label, i) => label === b[i]);
}

function share(right: readonly boolean[]): number {
  return right.length > 0 ? right.filter(Boolean).length / right.length : 0;
}

/** One standard error of a share of n. */
export function shareError(share: number, n: number): number {
  return n > 0 ? Math.sqrt((share * (1 - share)) / n) : 0;
}

/** How a sequence-to-sequence model was asked to write intent and labels: options of MASSIVE's text-to-text form. */
export interface TextToTextOptions {
  /** Labels of all tokens but the first of a slot: the label again (default), `I-label`, or a bare `I`. */
  readonly inside?: 'slot_name' | 'inside_slot_name' | 'inside';
  readonly sentinels?: boolean;
  readonly intentFirst?: boolean;
  /** Each token stands before its label. */
  readonly slotsMixed?: boolean;
  /** The tokens stand before the labels. */
  readonly tokensInOutput?: boolean;
  /** `intent: …` and `annotation: …` are written out. */
  readonly described?: boolean;
}

/** Reads intent and labels back from what such a model wrote, by their positions. */
export function readTextToText(output: string, options: TextToTextOptions = {}): LabelledLine {
  const words = output
    .split(/\s+/)
    .filter((word) => word !== '')
    .filter((word) => !(options.described && (word === 'intent:' || word === 'annotation:')))
    .filter((word) => !(options.sentinels && /^<extra_id_\d+>$/.test(word)));
  const intent = (options.intentFirst ? words.shift() : words.pop()) ?? '';
  return { intent, labels: withoutInside(labelsOf(words, options), options) };
}

function labelsOf(words: readonly string[], { slotsMixed, tokensInOutput }: TextToTextOptions): readonly string[] {
  if (slotsMixed) return words.filter((_, i) => i % 2 === 1);
  return tokensInOutput ? words.slice(Math.floor(words.length / 2)) : words;
}

function withoutInside(words: readonly string[], { inside }: TextToTextOptions): string[] {
  const labels: string[] = [];
  for (const word of words) {
    if (inside === 'inside' && word === 'I') labels.push(labels.at(-1) ?? OUTSIDE);
    else labels.push(inside === 'inside_slot_name' && word.startsWith('I-') ? word.slice(2) : word);
  }
  return labels;
}
