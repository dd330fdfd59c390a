import { describe, expect, it } from 'vitest';
import { iso6393, isoCodes, languageName, requireLanguage, resolveLanguage } from '../../src/languages/languages.js';

describe('resolveLanguage', () => {
  it.each([
    ['sw', 'sw'],
    ['swh', 'sw'],
    ['swa', 'sw'],
    ['SW', 'sw'],
    ['sw-KE', 'sw'],
    ['sw_KE', 'sw'],
    ['swh-000', 'sw'],
    ['Swahili', 'sw'],
    ['  swahili ', 'sw'],
    ['khk', 'mn'],
    ['azj', 'az'],
    ['als', 'sq'],
    ['plt', 'mg'],
    ['gaz', 'om'],
    ['fil', 'tl'],
    ['tl_XX', 'tl'],
    ['wel', 'cy'],
    ['cym', 'cy'],
    ['quz', 'quz'],
    ['kmr', 'kmr'],
    ['ks-Deva', 'ks-Deva'],
    ['ks_deva', 'ks-Deva'],
    ['he-x-unvoc', 'he-x-unvoc'],
    ['heb_unvoc', 'he-x-unvoc'],
    ['x-Kal', 'x-kal'],
    ['jap', 'ja'],
    ['iw', 'he'],
    ['iw_IL', 'he'],
    ['serbo_croatian', 'sh'],
    ['northern-sami', 'se'],
    ['Old Georgian', 'oge'],
    ['greek', 'el'],
    ['Norwegian Bokmal', 'nb'],
    ['kurmanji', 'kmr'],
    ['slovene', 'sl'],
    ['Klingon', 'tlh'],
  ])('reads %s as %s', (text, tag) => {
    expect(resolveLanguage(text)).toBe(tag);
  });

  it.each(['', 'xx', 'not a language', 'constructor', '__proto__', 'sw-', '-'])('knows no language %j', (text) => {
    expect(resolveLanguage(text)).toBeUndefined();
  });

  it('resolves its own tags to themselves', () => {
    for (const name of ['swahili', 'turkish', 'welsh', 'cusco quechua', 'tosk albanian', 'he-x-unvoc', 'ks-Deva']) {
      const tag = resolveLanguage(name) as string;
      expect(resolveLanguage(tag)).toBe(tag);
    }
  });
});

describe('names and codes', () => {
  it('prefers the name of CLDR and never folds a language into another', () => {
    expect(['sw', 'tl', 'quz', 'kmr', 'sh'].map(languageName)).toEqual([
      'Swahili',
      'Tagalog',
      'Cusco Quechua',
      'Northern Kurdish',
      'Serbo-Croatian',
    ]);
    expect(languageName('he-x-unvoc')).toBe('Hebrew (x-unvoc)');
    expect(languageName('ks-Deva')).toBe('Kashmiri (Deva)');
    expect(languageName('x-kal')).toBe('x-kal');
  });

  it('gives the three-letter code', () => {
    expect(['cy', 'quz', 'ks-Deva', 'x-kal'].map(iso6393)).toEqual(['cym', 'quz', 'kas', undefined]);
  });

  it('gives the codes of members that a tag takes in', () => {
    expect(isoCodes('sw')).toEqual(['swa', 'swh']);
    expect(isoCodes('cy')).toEqual(['cym']);
    expect(isoCodes('tl')).toEqual(['tgl', 'fil']);
    expect(isoCodes('ja')).toEqual(['jpn']);
  });

  it('suggests what may have been meant', () => {
    expect(() => requireLanguage('Swahilli')).toThrow('unknown language "Swahilli"');
    try {
      requireLanguage('Swahilli');
    } catch (error) {
      expect((error as { suggestions: string[] }).suggestions[0]).toBe('did you mean sw (Swahili)?');
    }
  });
});
