import { describe, expect, it } from 'vitest';
import { applySandhi, mutate, type SurfaceWord, seamChanges } from '../../src/arrange/arrange.js';
import type { Profile } from '../../src/model/model.js';

const WELSH_LIKE: Profile = {
  language: 'x-mutating',
  letters: { vowels: ['a', 'e', 'i', 'o', 'u', 'w', 'y'] },
  mutations: {
    changes: { soft: { p: 'b', c: 'g', d: 'dd', g: '', ll: 'l', l: 'r' }, nasal: { p: 'mh' } },
    triggers: [
      { after: ['i', 'am'], mutation: 'soft' },
      { after: ['y'], class: 'FEM', mutation: 'soft' },
      { afterClass: 'FEM', mutation: 'soft' },
    ],
  },
  contractions: [
    { left: ['=i'], right: 'fy', write: "i'm" },
    { left: ['vowel'], right: 'y', write: "{left}'r" },
  ],
};

function word(text: string, more: Partial<SurfaceWord> = {}): SurfaceWord {
  return {
    text,
    span: -1,
    features: '',
    prefix: '',
    mutation: '',
    foreign: false,
    nounClass: '',
    adjective: false,
    inner: false,
    ...more,
  };
}

function said(...words: SurfaceWord[]): string {
  return applySandhi(words, WELSH_LIKE)
    .map((item) => (item.span < 0 ? item.text : `[${item.mutation}]`))
    .join(' ');
}

describe('sandhi', () => {
  it('mutates after a trigger, the longest initial first', () => {
    expect(said(word('i'), word('pawb'))).toBe('i bawb');
    expect(mutate('lle', 'soft', WELSH_LIKE)).toBe('lle'.replace('ll', 'l'));
    expect(mutate('gardd', 'soft', WELSH_LIKE)).toBe('ardd');
    expect(mutate('afal', 'soft', WELSH_LIKE)).toBe('afal');
  });

  it('leaves copied words alone and asks a hole for the mutated value', () => {
    expect(said(word('i'), word('paris', { foreign: true }))).toBe('i paris');
    expect(said(word('am'), word('', { span: 0 }))).toBe('am [soft]');
  });

  it('mutates a noun by its own class, an adjective by the class of its noun', () => {
    expect(said(word('y'), word('cân', { nounClass: 'FEM' }))).toBe('y gân');
    expect(said(word('y'), word('ci', { nounClass: 'MASC' }))).toBe('y ci');
    expect(said(word('y'), word('cân', { nounClass: 'FEM' }), word('da', { adjective: true }))).toBe('y gân dda');
  });

  it('contracts neighbours', () => {
    expect(said(word('chwarae'), word('y'), word('afal'))).toBe("chwarae'r afal");
    expect(said(word('gosod'), word('y'), word('afal'))).toBe('gosod y afal');
  });

  it('knows which seams change', () => {
    expect(seamChanges(word('chwarae'), word('y'), WELSH_LIKE)).toBe(true);
    expect(seamChanges(word('gosod'), word('y'), WELSH_LIKE)).toBe(false);
    expect(seamChanges(word('am'), word('', { span: 1 }), WELSH_LIKE)).toBe(true);
    expect(seamChanges(word('', { span: 1 }), word('y'), WELSH_LIKE)).toBe(false);
  });
});
