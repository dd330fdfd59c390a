import { describe, expect, it } from 'vitest';
import { lexemesOf } from '../../src/languages/languages.js';
import type { CitedWord, Profile } from '../../src/model/model.js';

const SWAHILI: Profile = {
  language: 'sw',
  lemmas: {
    ADJ: ['-{stem}', '{stem}', '={stem}', 'm{stem}'],
    V: ['{stem}', '-{stem}', '={stem}', 'ku{stem}', 'kw{stem}'],
  },
};
const WELSH: Profile = {
  language: 'cy',
  mutations: { changes: { soft: { c: 'g', g: '', ll: 'l' }, nasal: { c: 'ngh' }, aspirate: { c: 'ch' } } },
};

/** `kuimba/V` → a word with its part of speech. */
function words(...texts: readonly string[]): CitedWord[] {
  return texts.map((text) => {
    const [word = '', ...pos] = text.split('/');
    return { text: word, pos };
  });
}

function lemmas(profile: Profile, ...texts: readonly string[]): string[] {
  return [...(lexemesOf(profile)?.(words(...texts)) ?? [])].map(([word, lemma]) => `${word}>${lemma}`).sort();
}

describe('citation forms of one lexeme', () => {
  it('come together by the patterns of its part of speech', () => {
    expect(lemmas(SWAHILI, 'imba/V', '-imba', '=imba', 'kuimba/V', 'iimba', 'wimbaji/N')).toEqual([
      '-imba>imba',
      '=imba>imba',
      'imba>imba',
      'kuimba>imba',
    ]);
    expect(lemmas(SWAHILI, 'kubwa', '-kubwa/ADJ', 'mkubwa')).toEqual([
      '-kubwa>-kubwa',
      'kubwa>-kubwa',
      'mkubwa>-kubwa',
    ]);
  });

  it('have a lemma without marks where no source says what they are', () => {
    expect(lemmas(SWAHILI, 'kubwa', '-kubwa')).toEqual(['-kubwa>kubwa', 'kubwa>kubwa']);
  });

  it('need another form that is attested, and the right part of speech', () => {
    expect(lemmas(SWAHILI, 'kuimba/V')).toEqual([]);
    expect(lemmas(SWAHILI, 'kuimba/V', 'cheza/V')).toEqual([]);
    expect(lemmas(SWAHILI, 'imba/V', 'kuimba/N')).toEqual([]);
    expect(lemmas(SWAHILI, 'constructor', 'kuconstructor')).toEqual([
      'constructor>constructor',
      'kuconstructor>constructor',
    ]);
  });

  it('may be mutated', () => {
    expect(lemmas(WELSH, 'canu', 'ganu', 'nghanu', 'chanu', 'llaeth')).toEqual([
      'chanu>canu',
      'ganu>canu',
      'nghanu>canu',
    ]);
    expect(lemmas(WELSH, 'gardd', 'ardd')).toEqual(['ardd>gardd']);
    expect(lexemesOf({ language: 'tr' })).toBeUndefined();
  });
});
