import { describe, expect, it } from 'vitest';
import type { Analysis, Candidate, Lexicon, Token, Upos } from '../../src/model/model.js';
import { transfer } from '../../src/transfer/transfer.js';

function candidate(text: string, more: Partial<Candidate> = {}): Candidate {
  return { text, pos: [], nounClass: '', sources: [1], support: 1, rank: 1, phrasebook: false, ...more };
}

function lexiconOf(entries: Readonly<Record<string, readonly Candidate[]>>): Lexicon {
  const map = new Map(Object.entries(entries));
  return { lookup: (key) => map.get(key) ?? [], longestKey: 4 };
}

/** `turn/VERB the/DET _light/NOUN`: a leading underscore marks a slot. */
function analysisOf(text: string): Analysis {
  let span = 0;
  const tokens = text.split(' ').map((word): Token => {
    const [form = '', pos = 'X'] = word.split('/');
    const slot = form.startsWith('_');
    const plain = slot ? form.slice(1) : form;
    return { text: plain, lemma: plain, pos: pos as Upos, span: slot ? span++ : -1, plural: plain.endsWith('s') };
  });
  return { tokens, chunks: [], imperative: true };
}

function look(text: string, entries: Readonly<Record<string, readonly Candidate[]>>, phrasebook = true) {
  const lemmas = (word: string) => (word.endsWith('s') ? [word.slice(0, -1)] : []);
  return transfer(analysisOf(text), { lexicon: lexiconOf(entries), lemmas, phrasebook });
}

describe('transfer', () => {
  it('takes the longest phrase, then words, and covers every token once', () => {
    const units = look('wake/VERB me/PRON up/ADP at/ADP _nine/NUM', {
      'wake me up': [candidate('niamshe', { phrasebook: true })],
      wake: [candidate('amka')],
      at: [candidate('kwenye')],
    });
    expect(units.map((unit) => [unit.english, unit.step])).toEqual([
      ['wake me up', 'phrasebook phrase'],
      ['at', 'lexicon word'],
      ['nine', 'slot'],
    ]);
    expect(units.flatMap((unit) => unit.tokens)).toEqual([0, 1, 2, 3, 4]);
  });

  it('never lets a phrase reach over a slot, but joins a verb and its particle over it', () => {
    const entries = { 'turn off': [candidate('zima')], turn: [candidate('geuka')] };
    const units = look('turn/VERB the/DET _lamp/NOUN off/ADP', entries);
    expect(units.map((unit) => [unit.english, unit.tokens])).toEqual([
      ['turn off', [0, 3]],
      ['the', [1]],
      ['lamp', [2]],
    ]);
  });

  it('says values in the words of lexicons, the best of them though a phrasebook says it too', () => {
    const and = [
      candidate('na', { support: 3 }),
      candidate('na', { phrasebook: true, sources: [2] }),
      candidate('bahama', { rank: 2 }),
    ];
    const weights = (phrasebook: boolean) =>
      look('and/CCONJ', { and }, phrasebook)[0]?.candidates.map(({ candidate: { text, sources }, weight }) => [
        text,
        sources,
        Number(weight.toFixed(2)),
      ]);
    expect(weights(true)).toEqual([['na', [2], 1]]);
    expect(weights(false)).toEqual([
      ['na', [1], 0.93],
      ['bahama', [1], 0.07],
    ]);
  });

  it('lets the phrasebook win at equal length, and a lexicon add variety to words of content only', () => {
    const said = look('play/VERB', {
      play: [candidate('cheza', { phrasebook: true, pos: ['V'] }), candidate('piga', { support: 3 })],
    });
    expect(said[0]?.candidates.map((c) => [c.candidate.text, Number(c.weight.toFixed(2))])).toEqual([
      ['cheza', 0.8],
      ['piga', 0.2],
    ]);
    const closed = look('the/DET', { the: [candidate('', { phrasebook: true }), candidate('fulani')] });
    expect(closed[0]?.candidates.map((c) => c.candidate.text)).toEqual(['']);
  });

  it('weights by the square of support and against a contradicting part of speech', () => {
    const [unit] = look('light/NOUN', {
      light: [
        candidate('taa', { support: 2, pos: ['N'] }),
        candidate('nyepesi', { support: 2, pos: ['ADJ'] }),
        candidate('nuru'),
      ],
    });
    const weights = new Map(unit?.candidates.map((c) => [c.candidate.text, c.weight]));
    expect(weights.get('taa')).toBeCloseTo((weights.get('nuru') as number) * 6);
    expect(weights.has('nyepesi')).toBe(false);
    const [mistagged] = look('light/VERB', { light: [candidate('taa', { pos: ['N'] }), candidate('nuru')] });
    expect(mistagged?.candidates.map((c) => c.candidate.text)).toEqual(['nuru', 'taa']);
  });

  it('goes back to the lemma and remembers the plural, else copies', () => {
    const [lights, xyzzy] = look('lights/NOUN xyzzy/NOUN', { light: [candidate('taa')] });
    expect(lights).toMatchObject({ step: 'lemma', plural: true });
    expect(xyzzy).toMatchObject({ step: 'copy', plural: false });
    expect(xyzzy?.candidates[0]?.candidate.text).toBe('xyzzy');
  });

  it('keeps phrasebook words out of values', () => {
    const [unit] = look(
      'time/NOUN',
      { time: [candidate('saa ngapi', { phrasebook: true }), candidate('wakati')] },
      false,
    );
    expect(unit?.candidates.map((c) => c.candidate.text)).toEqual(['wakati']);
  });
});
