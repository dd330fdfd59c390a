import { type SurfaceWord, seamChanges } from '../arrange/arrange.js';
import type { Option, Piece, Segment } from '../model/model.js';
import type { CompileContext } from './context.js';
import { joinPhrases, mergeOptions, type SurfaceOption, settle } from './expand.js';
import { ambiguousStretch } from './unambiguous.js';

/** Most options that phrases joined into one choice keep. */
const MOST_JOINED = 96;

/** The forms that a carrier asks of each of its slots: span → key of the form → index. */
export type FormTable = Map<number, Map<string, SurfaceWord>>;

/** Phrases → choices that can be drawn independently: phrases whose seam changes them, or that could be read in two ways, are one choice. */
export function toChoices(phrases: readonly (readonly SurfaceOption[])[], context: CompileContext): SurfaceOption[][] {
  const said = phrases.filter((options) => options.some((option) => option.words.length > 0));
  const settled = joinSeams(said, context).map((options) =>
    mergeOptions(
      options.map((option) => settle(option, context)),
      MOST_JOINED,
    ),
  );
  let choices = settled;
  for (
    let stretch = ambiguousStretch(choices.map(worded));
    stretch !== undefined;
    stretch = ambiguousStretch(choices.map(worded))
  ) {
    const joined = choices
      .slice(stretch.start, stretch.end)
      .reduce((left, right) => joinPhrases(left, right, MOST_JOINED));
    choices = [...choices.slice(0, stretch.start), joined, ...choices.slice(stretch.end)];
  }
  return choices;
}

function worded(options: readonly SurfaceOption[]): { key: string[] }[] {
  return options.map((option) => ({ key: option.words.map((word) => (word.span < 0 ? word.text : formKey(word))) }));
}

function joinSeams(phrases: readonly (readonly SurfaceOption[])[], context: CompileContext): SurfaceOption[][] {
  const joined: SurfaceOption[][] = [];
  for (const options of phrases) {
    const before = joined[joined.length - 1];
    if (before !== undefined && seamsTouch(before, options, context))
      joined[joined.length - 1] = joinPhrases(before, options, MOST_JOINED);
    else joined.push([...options]);
  }
  return joined;
}

function seamsTouch(
  left: readonly SurfaceOption[],
  right: readonly SurfaceOption[],
  { profile }: CompileContext,
): boolean {
  if (profile.mutations === undefined && profile.contractions === undefined) return false;
  const lasts = edgeWords(left, -1);
  const firsts = edgeWords(right, 0);
  return lasts.some((last) => firsts.some((first) => seamChanges(last, first, profile)));
}

/** The different words that options begin (0) or end (-1) with. */
function edgeWords(options: readonly SurfaceOption[], edge: 0 | -1): SurfaceWord[] {
  const words = options.flatMap((option) => option.words.at(edge) ?? []);
  return [
    ...new Map(words.map((word) => [`${word.text}~${word.span}~${word.nounClass}~${word.adjective}`, word])).values(),
  ];
}

/** What a hole asks of its value, as one string. */
export function formKey(word: SurfaceWord): string {
  return `\u0000${word.span}|${word.features}|${word.prefix}|${word.mutation}`;
}

/** Numbers the forms that each slot is asked for, in the order in which options ask. */
export function collectForms(choices: readonly (readonly SurfaceOption[])[]): FormTable {
  const table: FormTable = new Map();
  for (const word of choices.flat().flatMap((option) => option.words)) {
    if (word.span < 0) continue;
    const forms = table.get(word.span) ?? new Map<string, SurfaceWord>();
    if (!forms.has(formKey(word))) forms.set(formKey(word), word);
    table.set(word.span, forms);
  }
  return table;
}

/** Choices → segments of the plan: neighbouring words become one piece, holes are numbered. */
export function toSegments(
  choices: readonly (readonly SurfaceOption[])[],
  forms: FormTable,
  trace: boolean,
): Segment[] {
  const holes = [...forms.keys()].sort((a, b) => a - b);
  return choices.map((options) => ({
    options: options.map((option): Option => {
      const said = { weight: option.weight, pieces: toPieces(option.words, forms, holes), sources: option.sources };
      return trace ? { ...said, trace: { words: option.trace, rules: option.rules } } : said;
    }),
  }));
}

function toPieces(words: readonly SurfaceWord[], forms: FormTable, holes: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  for (const word of words) {
    const before = pieces[pieces.length - 1];
    if (word.span >= 0) {
      const form = [...(forms.get(word.span) as ReadonlyMap<string, SurfaceWord>).keys()].indexOf(formKey(word));
      pieces.push({ hole: holes.indexOf(word.span), form });
    } else if (typeof before === 'string') pieces[pieces.length - 1] = `${before} ${word.text}`;
    else pieces.push(word.text);
  }
  return pieces;
}
