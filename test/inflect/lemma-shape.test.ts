import { describe, expect, it } from 'vitest';
import { LemmaShape } from '../../src/inflect/lemma-shape.js';

const SYLLABLES = ['ba', 'do', 'ki', 'lu', 'me', 'pa', 'ro', 'si', 'tu', 've'];
const at = (n: number) => SYLLABLES[n % SYLLABLES.length] as string;
const STEMS = Array.from({ length: 100 }, (_, n) => at(n) + at(Math.floor(n / 10)));

/** Verbs end in -r; their forms have other ends, or are verbs with a prefix. Nouns end in vowels. */
const verbs = new Set(STEMS.map((stem) => `${stem}r`));
const forms = STEMS.flatMap((stem) => [`${stem}mos`, `${stem}n`, `ta${stem}r`]);
const shape = new LemmaShape({ lemmas: verbs, forms, others: STEMS });

describe('the shape of lemmas', () => {
  it('takes what ends as lemmas do, though no lemma has just this end', () => {
    expect(shape.fits('kabir')).toBe(true);
    expect(shape.fits('lumor')).toBe(true);
  });

  it('refuses forms by their end and by their start', () => {
    expect(shape.fits('kabimos')).toBe(false);
    expect(shape.fits('kabin')).toBe(false);
    expect(shape.fits('takabir')).toBe(false);
  });

  it('refuses what looks like another part of speech, and letters and ends that no lemma has', () => {
    expect(shape.fits('kabi')).toBe(false);
    expect(shape.fits('каbir')).toBe(false);
    expect(shape.fits('kabirt')).toBe(false);
  });

  it('takes unseen letters where lemmas keep bringing new ones', () => {
    const signs = new Set(Array.from({ length: 100 }, (_, n) => `${String.fromCodePoint(0x4e00 + n)}り`));
    const open = new LemmaShape({ lemmas: signs, forms: [...signs].map((sign) => `${sign[0]}る`), others: [] });
    expect(open.fits('龍り')).toBe(true);
    expect(open.fits('龍る')).toBe(false);
  });
});
