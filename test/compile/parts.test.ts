import { describe, expect, it } from 'vitest';
import type { SurfaceWord } from '../../src/arrange/arrange.js';
import type { SurfaceOption } from '../../src/compile/expand.js';
import { withoutRivals } from '../../src/compile/rivals.js';
import { rulesOf, scoreOf } from '../../src/compile/score.js';
import { inScript } from '../../src/compile/script.js';
import { transliterate } from '../../src/compile/transliterate.js';
import { type PlanValue, tierOf } from '../../src/model/model.js';

function hole(features: string): SurfaceWord {
  return {
    text: '',
    span: 0,
    features,
    prefix: '',
    mutation: '',
    foreign: false,
    nounClass: '',
    adjective: false,
    inner: false,
  };
}

function option(weight: number, word: SurfaceWord): SurfaceOption {
  return { weight, words: [word], sources: [], trace: [], rules: [], confidence: 1 };
}

function value(...forms: string[]): PlanValue {
  return { weight: 1, method: 'translation', sources: [], forms };
}

describe('options that differ only in the form of a slot', () => {
  const choices = [[option(2, hole('LOC')), option(1, hole(''))]];

  it('lose the lighter one where most values have one form for both', () => {
    const { choices: kept, values } = withoutRivals(
      choices,
      (left) =>
        new Map([
          [
            0,
            left[0]?.length === 1 ? [value('evde')] : [value('evde', 'ev'), value('oda', 'oda'), value('kapı', 'kapı')],
          ],
        ]),
    );
    expect(kept[0]?.map((each) => each.words[0]?.features)).toEqual(['LOC']);
    expect(values.get(0)).toEqual([value('evde')]);
  });

  it('lose the few values that would say the same twice', () => {
    const all = [value('evde', 'ev'), value('odada', 'oda'), value('su', 'su')];
    const { choices: kept, values } = withoutRivals(choices, () => new Map([[0, all]]));
    expect(kept).toEqual(choices);
    expect(values.get(0)).toEqual(all.slice(0, 2));
  });
});

describe('scores', () => {
  it('are full for what is all translated, sure and ruled, and fall with each of them', () => {
    const full = { coverage: 1, choice: 1, form: 1, rules: 1 };
    expect(scoreOf(full)).toBe(1);
    expect(scoreOf({ ...full, coverage: 0.5 })).toBe(0.5);
    expect(scoreOf({ ...full, choice: 0 })).toBe(0.8);
    expect(scoreOf({ ...full, form: 0.5 })).toBe(0.9);
    expect(scoreOf({ ...full, rules: 0.5 })).toBe(0.9);
    expect(tierOf(scoreOf({ ...full, rules: 0 }))).toBe('B');
  });

  it('know how much of the grammar is stated', () => {
    expect(
      [{}, { plural: 'table' }, { order: 'typology' }, { order: 'file', plural: 'table' }].map((origin) =>
        rulesOf(origin as never),
      ),
    ).toEqual([0, 0.25, 0.5, 1]);
  });
});

describe('words of another script', () => {
  const words = ['on', 'он', 'on он', '10'].map((text) => ({
    text,
    pos: [],
    nounClass: '',
    sources: [1],
    support: 1,
    rank: 1,
    phrasebook: false,
  }));
  const lexicon = { longestKey: 1, lookup: () => words };

  it('are left out where the script is known', () => {
    expect(
      inScript(lexicon, 'Latn')
        .lookup('ten')
        .map(({ text }) => text),
    ).toEqual(['on', '10']);
    expect(
      inScript(lexicon, 'Cyrl')
        .lookup('ten')
        .map(({ text }) => text),
    ).toEqual(['он', '10']);
    expect(inScript(lexicon, undefined).lookup('ten')).toBe(words);
  });
});

describe('transliterate', () => {
  it('writes the longest group first and leaves other letters', () => {
    expect(transliterate('shush 1', { s: 'ს', sh: 'შ', u: 'უ', h: 'ჰ' })).toBe('შუშ 1');
    expect(transliterate('constructor', { c: 'ც' })).toBe('ცonstruცtor');
    expect(transliterate('same', undefined)).toBe('same');
  });
});
