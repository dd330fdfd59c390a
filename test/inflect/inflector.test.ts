import { describe, expect, it } from 'vitest';
import {
  createInflector,
  decodePredictor,
  encodePredictor,
  ReverseTable,
  trainingRows,
  trainPredictor,
} from '../../src/inflect/inflect.js';
import type { Paradigms, Profile, TableRow } from '../../src/model/model.js';

const CONSONANTS = [...'bdfgklmnprstvz'];
const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

/** Verb stems of two open syllables, each different. */
const STEMS = [
  ...new Set(
    Array.from(
      { length: 140 },
      (_, n) =>
        at(CONSONANTS, n) + at([...'aeiou'], n + (n >> 3)) + at(CONSONANTS, n * 3 + (n >> 2)) + at([...'ai'], n >> 1),
    ),
  ),
];

/** Half of the rows in each generation of the notation, as where two files were imported. */
const TABLE: readonly TableRow[] = STEMS.flatMap((lemma, n) => {
  const row = (bundle: string, form: string) => ({ lemma, bundle, form });
  const old = n % 2 === 0;
  return [
    row('V;NFIN', `ku${lemma}`),
    row(old ? 'V;2;SG;SBJV' : 'V;NOM;NOM:2;NOM:SG;SBJV', `u${lemma.slice(0, -1)}e`),
    row(old ? 'V;1;FUT;SG' : 'V;FUT;NOM;NOM:1;NOM:SG', `nita${lemma}`),
    row('V;1;FUT;NEG;SG', `sita${lemma}`),
  ];
});

function paradigms(rows: readonly TableRow[]): Paradigms {
  const cells = (lemma: string) => rows.filter((row) => row.lemma === lemma);
  return { cells, sources: () => [1], allSources: [1] };
}

const PROFILE: Profile = { language: 'x' };
const predictor = trainPredictor(trainingRows(TABLE));
const inflector = createInflector({ paradigms: paradigms(TABLE), profile: PROFILE, predictor });

describe('the inflector with a predictor', () => {
  it('predicts what the table lacks, in either notation', () => {
    for (const bundle of ['V;1;FUT;SG', 'V;FUT;NOM(1,SG)', 'V;IND;FUT;1;SG']) {
      const made = inflector.inflect('zomina', bundle);
      expect(made).toMatchObject({ form: 'nitazomina', method: 'predicted' });
      expect(made.confidence).toBeGreaterThan(0.5);
    }
  });

  it('learns one bundle from both notations', () => {
    const bundles = new Set(trainingRows(TABLE).map(({ bundle }) => bundle));
    expect([...bundles].sort()).toEqual(['V;1;FUT;NEG;SG', 'V;1;FUT;SG', 'V;2;SBJV;SG', 'V;NFIN']);
  });

  it('leaves a table of one notation as it is, and apart what one notation says apart', () => {
    const nested = TABLE.filter((_, n) => n % 8 > 3);
    expect(trainingRows(nested)).toEqual(nested);
    const row = (bundle: string) => ({ lemma: 'zomina', bundle, form: 'zomina' });
    const mixed = ['V;2;PL;PST', 'V;NOM;NOM:2;NOM:PL;PST', 'V;NOM;NOM:2;NOM:PL;PST', 'V;NOM;NOM:2;PL;PST'].map(row);
    expect(trainingRows(mixed).map(({ bundle }) => bundle)).toEqual([
      'V;2;PL;PST',
      'V;2;PL;PST',
      'V;2;PL;PST',
      'V;NOM;NOM:2;PL;PST',
    ]);
  });

  it('takes a stated lemma as the table would cite it, whatever it looks like', () => {
    const formOf = (lemma: string, kind: 'lemma' | 'stated') => inflector.inflect(lemma, 'V;1;FUT;SG', kind).form;
    expect(formOf('kuzomina', 'lemma')).toBe('nitazomina');
    expect(formOf('kuzomina', 'stated')).toBe('nitakuzomina');
    expect(formOf('zominu', 'lemma')).toBe('zominu');
    expect(formOf('zominu', 'stated')).toBe('nitazominu');
  });

  it('adds what no table has to the form that rules make of a word, not to one predicted', () => {
    const profile: Profile = { language: 'x', endings: { NFIN: [{ prefix: 'wu' }], EMPH: [{ add: 'ra' }] } };
    const ruled = createInflector({ paradigms: paradigms(TABLE), profile, predictor });
    expect(ruled.inflect('zomina', 'V;NFIN;EMPH', 'word').form).toBe('wuzominara');
    expect(ruled.inflect('zomina', 'V;NFIN;EMPH', 'lemma').form).toBe('kuzominara');
  });

  it('takes the nearest bundle where it is lawful, and says which and with less confidence', () => {
    const sure = inflector.inflect('zomina', 'V;2;SBJV;SG');
    const instead = inflector.inflect('zomina', 'V;IMP;2;SG');
    expect(instead).toMatchObject({ form: 'uzomine', method: 'predicted', bundle: 'V;2;SBJV;SG' });
    expect(instead.confidence).toBeLessThan(sure.confidence);
  });

  it('refuses what would mean something else', () => {
    for (const bundle of ['V;FUT;3;SG', 'V;PST;1;SG', 'V;2;FUT;NEG;SG', 'N;DAT;SG', 'V;UNHEARD;1;SG'])
      expect(inflector.inflect('zomina', bundle)).toMatchObject({ form: 'zomina', method: 'citation', bundle: '' });
  });

  it('brings lemmas of a lexicon to the convention of the table, and says how', () => {
    expect(inflector.inflect('kuzomina', 'V;1;FUT;SG')).toMatchObject({ form: 'nitazomina', citedAs: 'zomina' });
    expect(inflector.inflect('-zomina', 'V;1;FUT;SG')).toMatchObject({ form: 'nitazomina', citedAs: 'zomina' });
    expect(inflector.inflect('ku-zomina', 'V;NFIN')).toMatchObject({ form: 'kuzomina' });
    const stem = STEMS[3] as string;
    const found = inflector.inflect(`ku${stem}`, 'V;1;FUT;SG');
    expect(found).toMatchObject({ form: `nita${stem}`, method: 'attested', citedAs: stem });
    expect(found.how).toContain('infinitive');
  });

  it('gives different forms, likeliest first', () => {
    const forms = inflector.forms('zomina', 'V;1;FUT;SG', 3);
    expect(new Set(forms.map(({ form }) => form)).size).toBe(forms.length);
    const confidences = forms.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  });

  it('answers the same once the predictor was kept', () => {
    const kept = createInflector({
      paradigms: paradigms(TABLE),
      profile: PROFILE,
      predictor: decodePredictor(encodePredictor(predictor)),
    });
    for (const bundle of ['V;NFIN', 'V;IMP;2;SG', 'V;1;FUT;SG'])
      expect(kept.inflect('zomina', bundle).form).toBe(inflector.inflect('zomina', bundle).form);
  });
});

describe('analysis of forms', () => {
  it('undoes what the table does to its lemmas', () => {
    const [best] = new ReverseTable(predictor).analyse('nitazomina', 3, () => false);
    expect(best).toMatchObject({ lemma: 'zomina', bundle: 'V;1;FUT;SG', method: 'predicted' });
  });
});
