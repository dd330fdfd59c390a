import { languageName, requireLanguage } from '../languages/languages.js';
import { openStore } from '../store/store.js';
import { resolveProfile, typologyOf } from './profile.js';
import { starterTags } from './starter.js';

export interface DescribedLanguage {
  readonly language: string;
  readonly name: string;
  readonly entries: number;
  readonly cells: number;
  readonly values: number;
  readonly typology: number;
  readonly profile: readonly { readonly line: string; readonly from: string; readonly says: unknown }[];
  /** What is not there, with the command that brings it. */
  readonly missing: readonly string[];
}

/** What a store knows of a language, and where each line of its profile is from. */
export async function describeLanguage(path: string, name: string, file?: string): Promise<DescribedLanguage> {
  const language = requireLanguage(name);
  const store = openStore(path, { mode: 'read' });
  try {
    const known = store.languages().find((each) => each.language === language);
    const { entries = 0, cells = 0, values = 0 } = known ?? {};
    const typology = typologyOf(store, language).size;
    const { profile, origin } = await resolveProfile(store, language, file);
    const lines = Object.entries(origin).flatMap(([line, from]) =>
      linesOf(line, lineOf(profile, line)).map((each) => ({ ...each, from })),
    );
    const phrasebook = store.sources('phrasebook').some(({ to }) => to === language);
    const own = starterTags().includes(language);
    const missing = [
      own && !phrasebook && `what comes with the program: calque lexicon import --starter --to ${language}`,
      entries === 0 && `a lexicon: calque lexicon import FILE --to ${language}`,
      !phrasebook && `a phrasebook (worth most of all): calque lexicon import phrasebook.tsv --to ${language}`,
      cells === 0 && `an inflection table: calque morphology import FILE --language ${language}`,
      values === 0 && `values of slots: calque value import FILE --language ${language}`,
      typology === 0 && 'what grammars say of it: calque typology import WALS',
      !Object.values(origin).includes('file') &&
        `a profile: write morphology/${language}/profile.yaml (docs/writing-a-profile.md)`,
    ].filter((text) => text !== false);
    return { language, name: languageName(language), entries, cells, values, typology, profile: lines, missing };
  } finally {
    store.close();
  }
}

/** `order.clause` → what the profile says there. */
function lineOf(profile: object, line: string): unknown {
  return line
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], profile);
}

/** What a table shows is told dimension by dimension: `features.N.case`. */
function linesOf(line: string, says: unknown): { line: string; says: unknown }[] {
  if (line !== 'features' && line !== 'citation') return [{ line, says }];
  return Object.entries(says as Record<string, unknown>).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [{ line: `${line}.${key}`, says: value }]
      : Object.entries(value as Record<string, unknown>).map(([dimension, values]) => ({
          line: `${line}.${key}.${dimension}`,
          says: values,
        })),
  );
}
