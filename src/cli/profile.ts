import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  deriveFromBundles,
  deriveProfile,
  isoCodes,
  mergeProfiles,
  parseProfile,
  parseScheme,
} from '../languages/languages.js';
import { CalqueError, type Profile, type ResolvedProfile, type Scheme } from '../model/model.js';
import type { Store } from '../store/store.js';
import { PROGRAM } from './program.js';

/** The profile file of a language: the one named, else the working folder's, else the program's. */
export function profileFile(language: string, explicit?: string): string | undefined {
  if (explicit !== undefined) {
    if (existsSync(explicit)) return explicit;
    throw new CalqueError('input', 'there is no such file', {
      place: { file: explicit },
      suggestions: ['check --profile'],
    });
  }
  const relative = join('morphology', language, 'profile.yaml');
  return [relative, join(PROGRAM, relative)].find((file) => existsSync(file));
}

export async function loadProfile(language: string, explicit?: string): Promise<Profile | undefined> {
  const file = profileFile(language, explicit);
  return file === undefined ? undefined : parseProfile(readFileSync(file, 'utf8'), file, language);
}

/** What file, table and typology say of a language together, and which of them says what. */
export async function resolveProfile(
  store: Pick<Store, 'bundles' | 'typology'>,
  language: string,
  explicit?: string,
): Promise<ResolvedProfile> {
  const resolved = mergeProfiles(
    await loadProfile(language, explicit),
    deriveFromBundles(store.bundles(language), language),
    deriveProfile(typologyOf(store, language), language),
  );
  return { ...resolved, profile: { ...resolved.profile, language } };
}

/** What data sets code for a language; where two of its codes say different things, the more general one counts. */
export function typologyOf(store: Pick<Store, 'typology'>, language: string): ReadonlyMap<string, string> {
  return new Map(
    isoCodes(language)
      .reverse()
      .flatMap((code) => [...store.typology(code)]),
  );
}

/** The slots of a scheme, from the working folder's file or the program's; a scheme that has none is all `thing`s. */
export function loadScheme(names: readonly string[]): Scheme {
  const merged = new Map<string, Scheme extends ReadonlyMap<string, infer Policy> ? Policy : never>();
  for (const name of names) {
    const relative = join('lexicons', name, 'slots.tsv');
    const file = [relative, join(PROGRAM, relative)].find((path) => existsSync(path));
    if (file === undefined) continue;
    for (const [slot, policy] of parseScheme(readFileSync(file, 'utf8'), file)) {
      if (!merged.has(slot)) merged.set(slot, policy);
    }
  }
  return merged;
}
