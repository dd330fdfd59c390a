import { requireLanguage } from '../languages/languages.js';
import { CalqueError, TIERS, type Tier } from '../model/model.js';

/** The tag of a language that a flag names, if it names one. */
export function tagOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : requireLanguage(text);
}

/** `sw,Welsh,tur` → tags, each once, in the order given. */
export function tagsOf(text: string): string[] {
  const names = text.split(',').filter((name) => name.trim() !== '');
  if (names.length === 0) throw new CalqueError('usage', 'name a language: --to sw');
  return [...new Set(names.map((name) => requireLanguage(name)))];
}

/** For flags that take a number: refuses what is not one in words. */
export function numberAbove(flag: string, least: number, { whole = true } = {}) {
  return async (text: string): Promise<number> => {
    const number = Number(text.replaceAll('_', ''));
    const fits = text.trim() !== '' && number >= least && number <= Number.MAX_SAFE_INTEGER;
    if (fits && (!whole || Number.isInteger(number))) return number;
    throw new CalqueError(
      'usage',
      `--${flag} takes a ${whole ? 'whole ' : ''}number from ${least} up, not ${JSON.stringify(text)}`,
    );
  };
}

/** `A,b` → tiers. */
export function tiersOf(text: string | undefined): Tier[] | undefined {
  if (text === undefined) return undefined;
  return text.split(',').map((name) => {
    const tier = TIERS.find((known) => known === name.trim().toUpperCase());
    if (tier === undefined)
      throw new CalqueError('usage', `--tier takes ${TIERS.join(', ')}, not ${JSON.stringify(name)}`);
    return tier;
  });
}

/** `0.1` → a share, from 0 up and below 1. */
export function shareOf(flag: string) {
  return async (text: string): Promise<string> => {
    const share = text.trim() === '' ? Number.NaN : Number(text);
    if (share >= 0 && share < 1) return text;
    throw new CalqueError('usage', `--${flag} takes a share from 0 up and below 1, not ${JSON.stringify(text)}`);
  };
}
