import { keyOfNumber, keyOfText, type Lexicon, type SlotSpan, type StoredTemplate, uniform } from '../model/model.js';

/** A row of a baseline: what a model is trained on where nobody has thought about the language. */
export interface BaselineRow {
  /** The template's name. */
  readonly id: string;
  readonly intent: string;
  readonly text: string;
  readonly spans: readonly SlotSpan[];
}

export interface BaselineInput {
  readonly language: string;
  readonly templates: readonly StoredTemplate[];
  /** Dictionaries alone: who adds phrasebooks compares with something else than what was published. */
  readonly lexicon: Lexicon;
  readonly seed: number;
}

/** The floor: templates as they are, in the source language. */
export function floorRows(templates: readonly StoredTemplate[]): BaselineRow[] {
  return templates.map(({ name, intent, text, spans }) => ({ id: name, intent, text, spans }));
}

/**
 * The published baseline (Wang, Ruder and Neubig 2022, pseudo-labelling by replacement): each token gives way to one
 * of the translations of the very token in lower case, all as likely; what has none stays. Order and labels are
 * copied; all words of a translation take the label of its token.
 */
export function baselineRows({ language, templates, lexicon, seed }: BaselineInput): BaselineRow[] {
  const key = keyOfText(keyOfNumber(keyOfText(0, 'baseline'), seed), language);
  const translations = translationsOf(lexicon);
  return templates.map((template) => replaceTokens(template, translations, keyOfText(key, template.name)));
}

type Translations = (token: string) => readonly string[];

function translationsOf(lexicon: Lexicon): Translations {
  const known = new Map<string, readonly string[]>();
  return (token) => {
    const word = token.toLowerCase();
    let texts = known.get(word);
    if (texts === undefined) {
      // Senses of one spelling are one translation: else a word were drawn as often as it has noun classes.
      texts = [...new Set(lexicon.lookup(word).map(({ text }) => text))].filter((text) => text !== '');
      known.set(word, texts);
    }
    return texts;
  };
}

function replaceTokens({ name, intent, text, spans }: StoredTemplate, translations: Translations, key: number) {
  let out = '';
  const places = spans.map(() => ({ start: -1, end: -1 }));
  for (const [position, token] of [...text.matchAll(/\S+/g)].entries()) {
    const texts = translations(token[0]);
    const said = texts[Math.floor(uniform(keyOfNumber(key, position)) * texts.length)] ?? token[0];
    const start = out === '' ? 0 : out.length + 1;
    out = out === '' ? said : `${out} ${said}`;
    const place = places[ownerOf(token.index, token.index + token[0].length, spans)];
    if (place === undefined) continue;
    if (place.start < 0) place.start = start;
    place.end = out.length;
  }
  const labelled = spans.map(({ slot }, i) => ({ slot, ...(places[i] as { start: number; end: number }) }));
  return { id: name, intent, text: out, spans: labelled.filter(({ start }) => start >= 0) };
}

/** The span that holds most of a token: it need not end where the token does (`today's`). */
function ownerOf(start: number, end: number, spans: readonly SlotSpan[]): number {
  let owner = -1;
  let most = 0;
  for (const [i, span] of spans.entries()) {
    const shared = Math.min(end, span.end) - Math.max(start, span.start);
    if (shared > most) [owner, most] = [i, shared];
  }
  return owner;
}
