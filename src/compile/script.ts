import type { Candidate, Lexicon } from '../model/model.js';

/** ISO 15924 codes of scripts that dictionaries mix, and Unicode's names for them. */
const UNICODE_NAMES: Readonly<Record<string, string>> = {
  Arab: 'Arabic',
  Armn: 'Armenian',
  Beng: 'Bengali',
  Cher: 'Cherokee',
  Cyrl: 'Cyrillic',
  Deva: 'Devanagari',
  Ethi: 'Ethiopic',
  Geor: 'Georgian',
  Grek: 'Greek',
  Gujr: 'Gujarati',
  Guru: 'Gurmukhi',
  Hebr: 'Hebrew',
  Khmr: 'Khmer',
  Knda: 'Kannada',
  Laoo: 'Lao',
  Latn: 'Latin',
  Mlym: 'Malayalam',
  Mymr: 'Myanmar',
  Orya: 'Oriya',
  Sinh: 'Sinhala',
  Taml: 'Tamil',
  Telu: 'Telugu',
  Thai: 'Thai',
  Tibt: 'Tibetan',
};

/** Dictionaries list a language's older or neighbouring scripts too: words with letters of another script are left out. */
export function inScript(lexicon: Lexicon, script: string | undefined): Lexicon {
  const name = script !== undefined && Object.hasOwn(UNICODE_NAMES, script) ? UNICODE_NAMES[script] : undefined;
  if (name === undefined) return lexicon;
  const foreign = new RegExp(`(?!\\p{Script=${name}}|\\p{Script=Common}|\\p{Script=Inherited})\\p{L}`, 'u');
  const known = new Map<readonly Candidate[], readonly Candidate[]>();
  return {
    longestKey: lexicon.longestKey,
    lookup(key) {
      const all = lexicon.lookup(key);
      let own = known.get(all);
      if (own === undefined) {
        own = all.some(({ text }) => foreign.test(text)) ? all.filter(({ text }) => !foreign.test(text)) : all;
        known.set(all, own);
      }
      return own;
    },
  };
}
