/** What saying needs: the profile, and the words that the caller looks up. */
import type { Profile } from '../model/model.js';
import { settle, type Variant } from './variants.js';

/** How the language says an English word or phrase, with weights; [] when nothing is known. */
export type WordLookup = (english: string) => readonly { readonly text: string; readonly weight: number }[];

export interface Speaker {
  readonly profile: Profile;
  readonly words: WordLookup;
}

export function lookUp(english: string, { words }: Speaker): Variant[] {
  return settle(words(english).map(({ text, weight }) => ({ text, weight, complete: true })));
}
