import { describe, expect, it } from 'vitest';
import { createInflector } from '../../src/inflect/inflect.js';
import type { Cell, Paradigms, Profile } from '../../src/model/model.js';

const TURKISH_LIKE: Profile = {
  language: 'x-agglutinative',
  letters: {
    vowels: ['a', 'e', 'ı', 'i', 'o', 'ö', 'u', 'ü'],
    classes: { voiceless: ['f', 's', 't', 'k', 'ç', 'ş', 'h', 'p'] },
    variants: {
      A: [{ vowel: ['a', 'ı', 'o', 'u'], write: 'a' }, { write: 'e' }],
      I: [
        { vowel: ['a', 'ı'], write: 'ı' },
        { vowel: ['e', 'i'], write: 'i' },
        { vowel: ['o', 'u'], write: 'u' },
        { write: 'ü' },
      ],
      D: [{ last: ['voiceless'], write: 't' }, { write: 'd' }],
    },
  },
  endings: {
    PL: [{ add: 'lAr' }],
    PSS1S: [{ after: ['vowel'], add: 'm' }, { add: 'Im' }],
    PSS3S: [{ after: ['vowel'], add: 'sI' }, { add: 'I' }],
    LOC: [{ follows: ['PSS3S'], add: 'ndA' }, { add: 'DA' }],
    IMP: [{ after: ['mak', 'mek'], drop: '3' }],
    NFIN: [{ prefix: 'ku' }],
  },
};

function table(cells: Readonly<Record<string, readonly Cell[]>>): Paradigms {
  const rows = new Map(Object.entries(cells));
  return { cells: (lemma) => rows.get(lemma) ?? [], sources: (lemma) => (rows.has(lemma) ? [1] : []), allSources: [1] };
}

describe('inflect', () => {
  const rules = createInflector({ paradigms: table({}), profile: TURKISH_LIKE });

  it.each([
    ['ev', 'N;LOC', 'evde'],
    ['park', 'N;LOC', 'parkta'],
    ['liste', 'N;PSS1S', 'listem'],
    ['alarm', 'N;PSS1S', 'alarmım'],
    ['göz', 'N;PSS1S', 'gözüm'],
    // Endings follow each other in the order of the profile, whatever the order of the request.
    ['ev', 'N;LOC;PSS1S;PL', 'evlerimde'],
    // An ending may ask for the one before it.
    ['ev', 'N;PSS3S;LOC', 'evinde'],
    ['kurmak', 'V;IMP;2;SG', 'kur'],
    ['imba', 'V;NFIN', 'kuimba'],
  ])('makes %s %s by rule: %s', (lemma, bundle, form) => {
    expect(rules.inflect(lemma, bundle)).toMatchObject({ form, method: 'rule' });
  });

  it('prefers the attested form, whichever notation and order the table has', () => {
    const inflector = createInflector({
      paradigms: table({
        kitap: [{ bundle: 'N;PSS1S;SG;LOC', form: 'kitabımda' }],
        fika: [{ bundle: 'V;IMP;NOM:2;NOM:SG;NOM', form: 'fika' }],
        adı: [{ bundle: 'N;DAT;DAT:PL;DAT>PSS:1;DAT>PSS:SG', form: 'adlarıma' }],
      }),
      profile: TURKISH_LIKE,
    });
    expect(inflector.inflect('kitap', 'N;LOC;PSS1S')).toMatchObject({
      form: 'kitabımda',
      method: 'attested',
      confidence: 1,
    });
    expect(inflector.inflect('fika', 'V;IMP;2;SG')).toMatchObject({ form: 'fika', method: 'attested' });
    expect(inflector.inflect('adı', 'N;PL;PSS1S;DAT')).toMatchObject({ form: 'adlarıma', method: 'attested' });
  });

  it('adds endings to the longest form that is attested', () => {
    const inflector = createInflector({
      paradigms: table({ su: [{ bundle: 'N;PSS1S', form: 'suyum' }] }),
      profile: TURKISH_LIKE,
    });
    expect(inflector.inflect('su', 'N;PSS1S;LOC')).toMatchObject({ form: 'suyumda', method: 'rule' });
  });

  it('answers the lemma where nothing is known, and says so', () => {
    expect(createInflector({ paradigms: table({}), profile: { language: 'x' } }).inflect('neno', 'N;PL')).toEqual({
      form: 'neno',
      method: 'citation',
      bundle: '',
      confidence: 0.4,
    });
    expect(rules.inflect('ev', 'N;SG')).toMatchObject({ form: 'ev', confidence: 1 });
  });

  it('does not answer with a form of another part of speech', () => {
    const inflector = createInflector({
      paradigms: table({ kaza: [{ bundle: 'V;PL', form: 'kazeni' }] }),
      profile: { language: 'x' },
    });
    expect(inflector.inflect('kaza', 'N;PL')).toMatchObject({ form: 'kaza', method: 'citation' });
  });
});
