import { baselineRows, floorRows } from '../compile/compile.js';
import type { LabelledUtterance } from '../evaluate/evaluate.js';
import type { Lexicon, Source } from '../model/model.js';
import { openStore, type Store } from '../store/store.js';
import { requireMaterial } from './compile-language.js';
import { STARTER_TITLE } from './starter.js';

/** Draws of the published baseline: one alone moves by more than most gains are worth. */
const DRAWS = 2;

export interface BaselineSets {
  readonly floor: readonly LabelledUtterance[];
  readonly published: readonly (readonly LabelledUtterance[])[];
  /** Names of the dictionaries that the published baseline was made with. */
  readonly dictionaries: readonly string[];
}

/** What others would train on, made of the templates and dictionaries of a store. */
export function baselineSets(path: string, language: string, draws = DRAWS): BaselineSets {
  const store = openStore(path, { mode: 'read' });
  try {
    requireMaterial(store, language, undefined);
    const templates = store.templates();
    const dictionaries = dictionariesOf(store, language);
    const lexicon = lexiconOf(store, language, new Set(dictionaries.map(({ id }) => id)));
    const seeds = Array.from({ length: draws }, (_, draw) => draw + 1);
    return {
      floor: floorRows(templates),
      published: seeds.map((seed) => baselineRows({ language, templates, lexicon, seed })),
      dictionaries: dictionaries.map(({ name }) => name),
    };
  } finally {
    store.close();
  }
}

/**
 * Phrasebooks are left out, and so are the words that come with the program: nobody else has them. Where a store has no
 * other dictionary, the program's is taken.
 */
function dictionariesOf(store: Store, language: string): Source[] {
  const all = store.sources('lexicon').filter(({ to }) => to === language);
  const others = all.filter(({ title }) => title !== STARTER_TITLE);
  return others.length > 0 ? others : all;
}

/** What these sources vouch for, in all registers: nothing was left out of what was published. */
function lexiconOf(store: Store, language: string, allowed: ReadonlySet<number>): Lexicon {
  const { lookup, longestKey } = store.lexicon(language, { allRegisters: true });
  const vouched = (key: string) => lookup(key).filter(({ sources }) => sources.some((source) => allowed.has(source)));
  return { lookup: vouched, longestKey };
}
