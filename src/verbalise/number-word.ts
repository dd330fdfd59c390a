/** Numbers in the words of a language. */
import type { Profile } from '../model/model.js';

/** The cardinal of a whole number, as far as the profile lists or composes it. */
export function numberWord(number: number, profile: Profile): string | undefined {
  const { cardinals = [], tensUnits } = profile.numbers ?? {};
  if (!Number.isInteger(number) || number < 0) return undefined;
  const listed = cardinals[number];
  // An empty entry keeps the place of a number that is composed.
  if (listed) return listed;
  const units = number % 10;
  const tens = cardinals[number - units];
  const unit = cardinals[units];
  if (tensUnits === undefined || number > 99 || units === 0 || !tens || !unit) return undefined;
  return tensUnits.replaceAll('{tens}', () => tens).replaceAll('{units}', () => unit);
}

/** The ordinal of 1, 2, 3 …, as far as the profile lists it. */
export function ordinalWord(number: number, profile: Profile): string | undefined {
  return profile.numbers?.ordinals?.[number - 1] || undefined;
}
