import { describe, expect, it } from 'vitest';
import { lexemesOf } from '../../src/languages/languages.js';
import { addLexicon, describeSource, newStore, spell, translation } from './support.js';

const texts = (store: ReturnType<typeof newStore>, key: string, allRegisters = false) =>
  store
    .lexicon('sw', { allRegisters })
    .lookup(key)
    .map((candidate) => candidate.text);

describe('importing a lexicon', () => {
  it('counts what is new and what the store knew, and notes who vouches', () => {
    const store = newStore();
    const first = addLexicon(store, describeSource('one'), [
      ['house', 'nyumba'],
      ['house', 'nyumba'],
      ['wake up', 'amka'],
    ]);
    expect(first).toMatchObject({ id: 1, name: 'one', read: 3, kept: 2, merged: 1, rejected: 0 });
    const load = store.importLexicon(describeSource('two'));
    load.add([translation('house', 'nyumba'), translation('house', 'jengo', { rank: 2 })]);
    expect(load.finish({ read: 3, rejected: 1 })).toMatchObject({ read: 3, kept: 1, merged: 1, rejected: 1 });
    expect(store.lexicon('sw', { allRegisters: false }).lookup('house')).toEqual([
      { text: 'nyumba', pos: [], nounClass: '', sources: [1, 2], support: 2, rank: 1, phrasebook: false },
      { text: 'jengo', pos: [], nounClass: '', sources: [2], support: 1, rank: 2, phrasebook: false },
    ]);
    expect(store.languages()).toEqual([{ language: 'sw', entries: 3, cells: 0, values: 0 }]);
  });

  it('finds the import of the same bytes, and names other bytes of one name apart', () => {
    const store = newStore();
    const source = addLexicon(store, describeSource('one'), [['house', 'nyumba']]);
    expect(store.findImport('hash of one', 'lexicon', 'en', 'sw')).toEqual(source);
    expect(store.findImport('hash of one', 'lexicon', 'en', 'cy')).toBeUndefined();
    expect(addLexicon(store, describeSource('one', { sha256: 'other' }), []).name).toBe('one-2');
    expect(store.sources().map(({ name }) => name)).toEqual(['one', 'one-2']);
    expect(store.sources('table')).toEqual([]);
  });

  it('refuses counts that do not add up', () => {
    const store = newStore();
    const load = store.importLexicon(describeSource('one'));
    load.add([translation('house', 'nyumba')]);
    expect(() => load.finish({ read: 5, rejected: 1 })).toThrow('5 rows read');
    expect(store.sources()).toEqual([]);
  });

  it('joins an open transaction over several files, and takes all back', () => {
    const path = newStore().path;
    const store = newStore(path);
    addLexicon(store, describeSource('zero'), [['house', 'nyumba']]);
    store.begin();
    addLexicon(store, describeSource('one'), [['dog', 'mbwa']]);
    addLexicon(store, describeSource('two', { to: 'cy' }), [['dog', 'ci']]);
    store.rollback();
    expect(store.sources().map(({ name }) => name)).toEqual(['zero']);
    expect(texts(store, 'dog')).toEqual([]);
    const again = addLexicon(store, describeSource('one'), [
      ['dog', 'mbwa'],
      ['house', 'nyumba'],
    ]);
    expect(again).toMatchObject({ kept: 1, merged: 1 });
    expect(texts(store, 'dog')).toEqual(['mbwa']);
    expect(texts(store, 'house')).toEqual(['nyumba']);
  });

  it('aborts', () => {
    const store = newStore();
    const load = store.importLexicon(describeSource('one'));
    load.add([translation('house', 'nyumba')]);
    load.abort();
    expect(store.sources()).toEqual([]);
    expect(() => load.add([translation('house', 'nyumba')])).toThrow('has ended');
  });

  it('sees what another connection imported in between', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [['house', 'nyumba']]);
    addLexicon(newStore(store.path), describeSource('two'), [['dog', 'mbwa']]);
    expect(addLexicon(store, describeSource('three'), [['dog', 'mbwa']])).toMatchObject({ kept: 0, merged: 1 });
  });

  it('holds more rows than one statement and one table size', () => {
    const store = newStore();
    const pairs = Array.from({ length: 5003 }, (_, i) => [spell(i), spell(i % 2000)] as const);
    expect(addLexicon(store, describeSource('one'), pairs)).toMatchObject({ kept: 5003, merged: 0 });
    expect(addLexicon(store, describeSource('two'), pairs)).toMatchObject({ kept: 0, merged: 5003 });
    const entries = store.lexicon('sw', { allRegisters: false });
    expect(pairs.every(([from, to]) => entries.lookup(from)[0]?.text === to)).toBe(true);
  });
});

describe('looking up', () => {
  it('folds case and blanks, and knows the longest key', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [
      ['Wake  Up', 'amka'],
      ['one two three four five six seven eight', 'nane'],
    ]);
    expect(texts(store, 'wake up')).toEqual(['amka']);
    expect(store.lexicon('sw', { allRegisters: false }).longestKey).toBe(6);
    expect(store.lexicon('xx', { allRegisters: false }).longestKey).toBe(0);
  });

  it('draws guarded senses only when asked, unless another sense of the same pair is free', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [
      ['ass', 'punda', { labels: 'archaic zoology' }],
      ['ass', 'mkundu', { labels: 'vulgar' }],
      ['bank', 'benki', { labels: 'dated', sense: 'money' }],
      ['bank', 'benki', { labels: 'finance', sense: 'money' }],
    ]);
    expect(texts(store, 'ass')).toEqual([]);
    expect(texts(store, 'ass', true)).toEqual(['mkundu', 'punda']);
    expect(texts(store, 'bank')).toEqual(['benki']);
    const [entry] = store.entriesOf('bank');
    expect(entry?.translations).toEqual([
      {
        language: 'sw',
        text: 'benki',
        pos: '',
        nounClass: '',
        rank: 1,
        labels: ['dated', 'finance'],
        senses: ['money'],
        sources: ['one'],
      },
    ]);
  });

  it('leaves out affixes, digits and definitions, but keeps stems that agree', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [
      ['big', '-kubwa', { pos: 'ADJ' }],
      ['when', '-ki-', { pos: 'V' }],
      ['you', '-ni', { pos: 'PRO' }],
      ['you', '=kap'],
      ['book', 'Wakorintho 1'],
      ['book', 'kitu cha kusoma na kuandika'],
      ['book', 'kitabu'],
    ]);
    expect(texts(store, 'big')).toEqual(['-kubwa']);
    expect(texts(store, 'when')).toEqual([]);
    expect(texts(store, 'you')).toEqual([]);
    expect(texts(store, 'book')).toEqual(['kitabu']);
  });

  it('finds no word among affixes, which it shows and exports', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [
      ['-ness', 'u-', { pos: 'AFX' }],
      ['-ness of all of the things', 'u-', { pos: 'AFX' }],
      ['goodness', 'wema', { pos: 'N' }],
    ]);
    const lexicon = store.lexicon('sw', { allRegisters: true });
    expect([lexicon.lookup('-ness'), lexicon.longestKey]).toEqual([[], 1]);
    expect(store.entriesOf('-ness')).toMatchObject([{ headword: '-ness', pos: 'AFX' }]);
    expect([...store.exportedEntries({})].map(({ pos }) => pos)).toEqual(['AFX', 'AFX', 'N']);
  });

  it('takes a phrasebook at its word, and its silence too', () => {
    const store = newStore();
    addLexicon(store, describeSource('book', { kind: 'phrasebook' }), [
      ['the', ''],
      ['my', '-angu'],
      ['wake me up', 'niamshe'],
    ]);
    const lexicon = store.lexicon('sw', { allRegisters: false });
    expect(lexicon.lookup('the')).toMatchObject([{ text: '', phrasebook: true, support: 1 }]);
    expect(lexicon.lookup('my')).toMatchObject([{ text: '-angu' }]);
    expect(lexicon.longestKey).toBe(3);
  });

  it('joins evidence without a noun class to the class that is known', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [['house', 'nyumba', { pos: 'N', nounClass: 'BANTU9' }]]);
    addLexicon(store, describeSource('two'), [['house', 'nyumba']]);
    const found = store.lexicon('sw', { allRegisters: false }).lookup('house');
    expect(found).toMatchObject([{ text: 'nyumba', nounClass: 'BANTU9', pos: ['N'], support: 2, sources: [1, 2] }]);
  });

  it('keeps what lexicons list apart from what a phrasebook says, though it be the same word', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [
      ['and', 'na', { pos: 'CONJ' }],
      ['and', 'bahama'],
    ]);
    addLexicon(store, describeSource('two'), [['and', 'na']]);
    addLexicon(store, describeSource('book', { kind: 'phrasebook' }), [['and', 'na']]);
    const found = store.lexicon('sw', { allRegisters: false }).lookup('and');
    expect(found.map(({ text, phrasebook, support, sources }) => [text, phrasebook, support, sources])).toEqual([
      ['na', false, 2, [1, 2]],
      ['bahama', false, 1, [1]],
      ['na', true, 1, [3]],
    ]);
  });

  it('brings citation forms of one lexeme together, and says how sources wrote it', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [
      ['sing', 'imba', { pos: 'V' }],
      ['sing', 'tumbuiza'],
    ]);
    addLexicon(store, describeSource('two'), [
      ['sing', '-imba'],
      ['big', '-kubwa'],
    ]);
    addLexicon(store, describeSource('three'), [
      ['sing', 'kuimba', { pos: 'V' }],
      ['big', 'kubwa', { pos: 'ADJ' }],
    ]);
    addLexicon(store, describeSource('book', { kind: 'phrasebook' }), [['sing', 'kuimba']]);
    const lexemes = lexemesOf({
      language: 'sw',
      lemmas: { ADJ: ['-{stem}', '{stem}'], V: ['{stem}', '-{stem}', 'ku{stem}'] },
    });
    const found = store.lexicon('sw', { allRegisters: false, lexemes });
    expect(found.lookup('sing').map(({ text, support, citedAs }) => [text, support, citedAs])).toEqual([
      ['imba', 3, ['-imba', 'kuimba']],
      ['kuimba', 1, undefined],
      ['tumbuiza', 1, undefined],
    ]);
    expect(found.lookup('big')).toMatchObject([{ text: '-kubwa', pos: ['ADJ'], support: 2, sources: [2, 3] }]);
  });

  it('counts sources that copy each other once', () => {
    const store = newStore();
    const words = Array.from({ length: 60 }, (_, i) => [spell(i), spell(i)] as const);
    addLexicon(store, describeSource('one'), words);
    addLexicon(store, describeSource('copy'), words);
    const own = words.map(([from, to], i) => [from, i % 4 === 0 ? `${to}x` : to] as const);
    addLexicon(store, describeSource('independent'), own);
    const [best] = store.lexicon('sw', { allRegisters: false }).lookup(spell(1));
    expect(best).toMatchObject({ sources: [1, 2, 3], support: 2 });
  });

  it('takes a small list that agrees with a large one for a source of its own', () => {
    const store = newStore();
    const heads = Array.from({ length: 60 }, (_, i) => spell(i));
    addLexicon(
      store,
      describeSource('large'),
      heads.flatMap(
        (head) =>
          [
            [head, head],
            [head, `${head}x`],
            [head, `${head}y`],
          ] as const,
      ),
    );
    addLexicon(
      store,
      describeSource('small'),
      heads.flatMap(
        (head, i) =>
          (i % 3 === 0
            ? [
                [head, head],
                [head, `${head}z`],
              ]
            : [[head, head]]) as [string, string][],
      ),
    );
    const [best] = store.lexicon('sw', { allRegisters: false }).lookup(spell(1));
    expect(best).toMatchObject({ sources: [1, 2], support: 2 });
  });

  it('leaves out sources whose licence is not wanted', () => {
    const store = newStore();
    addLexicon(store, describeSource('one', { licence: 'GPL-3.0' }), [['house', 'nyumba']]);
    const licences = (licence: string) => licence !== 'GPL-3.0';
    expect(store.lexicon('sw', { allRegisters: false, licences }).lookup('house')).toEqual([]);
  });

  it('knows the words that objects know', () => {
    const store = newStore();
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    addLexicon(
      store,
      describeSource('one'),
      words.map((word) => [word, word, { sense: word, labels: word }] as const),
    );
    for (const word of words) expect(texts(store, word)).toEqual([word]);
    expect(texts(store, 'valueOf')).toEqual([]);
  });

  it('shows entries from both sides', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [['house', 'nyumba', { pos: 'N', nounClass: 'BANTU9' }]]);
    addLexicon(store, describeSource('two', { to: 'cy' }), [['house', 'tŷ', { pos: 'N' }]]);
    expect(store.entriesOf('House')).toMatchObject([
      { language: 'en', headword: 'house', pos: 'N', translations: [{ text: 'tŷ' }, { text: 'nyumba' }] },
    ]);
    expect(store.entriesOf('house', 'sw')[0]?.translations).toMatchObject([{ text: 'nyumba', sources: ['one'] }]);
    expect(store.entriesOf('nyumba')).toMatchObject([
      { language: 'sw', nounClass: 'BANTU9', translations: [{ language: 'en', text: 'house' }] },
    ]);
    expect(store.entriesOf('nyumba', 'cy')).toEqual([]);
    const isEnglish = store.languageWords('en');
    expect(['house', 'HOUSE', 'nyumba'].map(isEnglish)).toEqual([true, true, false]);
    expect(store.languageWords('xx')('house')).toBe(false);
  });
});

describe('removing a source', () => {
  it('takes back exactly what only it vouched for', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [
      ['house', 'nyumba'],
      ['dog', 'mbwa', { sense: 'animal' }],
    ]);
    addLexicon(store, describeSource('two'), [
      ['house', 'nyumba'],
      ['house', 'jengo'],
    ]);
    expect(store.removeSource('one')).toEqual({
      translations: 1,
      evidence: 2,
      lexemes: 2,
      cells: 0,
      templates: 0,
      values: 0,
      typology: 0,
      texts: 0,
    });
    expect(texts(store, 'dog')).toEqual([]);
    expect(texts(store, 'house')).toEqual(['jengo', 'nyumba']);
    expect(store.sources().map(({ name }) => name)).toEqual(['two']);
    expect(addLexicon(store, describeSource('one'), [['dog', 'mbwa']])).toMatchObject({ kept: 1, merged: 0 });
    expect(() => store.removeSource('three')).toThrow('no source named three');
  });

  it('replaces a source in one transaction', () => {
    const store = newStore();
    addLexicon(store, describeSource('one'), [['house', 'jengo']]);
    store.begin();
    store.removeSource('one');
    addLexicon(store, describeSource('one', { sha256: 'newer' }), [['house', 'nyumba']]);
    store.commit();
    expect(texts(store, 'house')).toEqual(['nyumba']);
    expect(store.sources()).toMatchObject([{ name: 'one', sha256: 'newer' }]);
  });
});
