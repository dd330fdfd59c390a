import type { SlotPolicy } from '../model/model.js';
import { parseTimeExpression, verbaliseTime } from '../verbalise/verbalise.js';
import type { CompileContext } from './context.js';
import { joinPhrases, settle } from './expand.js';
import { translatePhrases } from './phrases.js';
import type { BaseValue } from './values.js';

const MOST_RENDERINGS = 12;
/** Share of word-by-word renderings beside those that a list or a rule gives. */
const WORD_BY_WORD_SHARE = 0.15;

/** How an English value is said: from the value list, by the rules for times, or word by word. Empty when nothing is known. */
export function renderValue(slot: string, english: string, policy: SlotPolicy, context: CompileContext): BaseValue[] {
  const listed = context.gazetteer.renderings(slot, english).map(
    (value): BaseValue => ({
      text: value.text,
      weight: value.weight,
      method: 'translation',
      sources: [value.source],
      how: 'value list',
    }),
  );
  const timed = policy.kind === 'time' && listed.length === 0 ? verbalised(slot, english, context) : [];
  const said = [...listed, ...timed];
  if (said.length > 0 && policy.kind === 'time') return said.slice(0, MOST_RENDERINGS);
  const words = wordByWord(english, context);
  if (said.length === 0) return words;
  return [
    ...said,
    ...weighted(words, (WORD_BY_WORD_SHARE * total(said)) / Math.max(total(words), Number.MIN_VALUE)),
  ].slice(0, MOST_RENDERINGS);
}

function verbalised(slot: string, english: string, context: CompileContext): BaseValue[] {
  const expression = parseTimeExpression(english);
  if (expression === undefined) return [];
  const sources = new Set<number>();
  const said = verbaliseTime(expression, context.profile, (word) => {
    const listed = context.gazetteer.renderings(slot, word);
    for (const value of listed) sources.add(value.source);
    return listed.length > 0 ? listed : lexiconWords(word, context, sources);
  });
  return said
    .filter((variant) => variant.complete)
    .map((variant) => ({
      text: variant.text,
      weight: variant.weight,
      method: 'translation',
      sources: [...sources].sort((a, b) => a - b),
      how: 'verbalised',
    }));
}

function lexiconWords(word: string, context: CompileContext, sources: Set<number>): { text: string; weight: number }[] {
  const said = context.lexicon.lookup(word).filter((candidate) => candidate.text !== '');
  const listed = said.filter((candidate) => !candidate.phrasebook);
  const candidates = (listed.length > 0 ? listed : said).slice(0, 3);
  for (const source of candidates.flatMap((candidate) => candidate.sources)) sources.add(source);
  return candidates.map((candidate) => ({ text: candidate.text, weight: candidate.support ** 2 || 1 }));
}

function wordByWord(english: string, context: CompileContext): BaseValue[] {
  const template = { id: '', scenario: '', intent: '', partition: '', text: english, spans: [] };
  const { units, phrases } = translatePhrases(
    template,
    { ...context, analyse: asName(context.analyse), trace: false },
    false,
  );
  if (units.every((unit) => unit.step === 'copy') || phrases.length === 0) return [];
  return phrases
    .filter((options) => options.length > 0)
    .reduce((left, right) => joinPhrases(left, right, MOST_RENDERINGS))
    .map((option) => settle(option, context))
    .map(
      (option): BaseValue => ({
        text: option.words.map((word) => word.text).join(' '),
        weight: option.weight,
        method: 'translation',
        sources: option.sources,
        how: 'word by word',
      }),
    )
    .filter((value) => value.text !== '');
}

/**
 * What stands in a slot is no command, though it would be one as an utterance: `buy milk` is what a reminder is of, and
 * a word by itself is a name or a noun: `train`, `order`.
 */
function asName(analyse: CompileContext['analyse']): CompileContext['analyse'] {
  return (template) => {
    const analysis = analyse(template);
    const [only] = analysis.tokens;
    if (only === undefined || analysis.tokens.length > 1 || only.pos !== 'VERB')
      return { ...analysis, imperative: false };
    const chunks = analysis.chunks.map((chunk) => ({ ...chunk, kind: 'noun' as const }));
    return { tokens: [{ ...only, pos: 'NOUN' }], chunks, imperative: false };
  };
}

function weighted(values: readonly BaseValue[], factor: number): BaseValue[] {
  return values.map((value) => ({ ...value, weight: value.weight * factor }));
}

function total(values: readonly BaseValue[]): number {
  return values.reduce((sum, value) => sum + value.weight, 0);
}
