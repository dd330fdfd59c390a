import { describe, expect, it } from 'vitest';
import type { CellRecord, TemplateRecord, ValueRecord } from '../../src/model/model.js';
import type { Store } from '../../src/store/store.js';
import { describeSource, newStore } from './support.js';

function addCells(
  store: Store,
  name: string,
  cells: readonly (readonly [string, string, string])[],
  licence = 'CC0-1.0',
) {
  const load = store.importCells(describeSource(name, { kind: 'table', from: '', to: 'tr', licence }));
  load.add(cells.map(([lemma, form, bundle], i): CellRecord => ({ line: i + 1, lemma, form, bundle })));
  return load.finish({ read: cells.length, rejected: 0 });
}

function addTemplates(store: Store, name: string, templates: readonly Partial<TemplateRecord>[], scheme = 'massive') {
  const load = store.importTemplates(describeSource(name, { kind: 'template', from: 'en', to: '' }), scheme);
  const base = { scenario: 'alarm', intent: 'alarm_set', partition: 'train', text: 'wake me up at nine' };
  const spans = [{ slot: 'time', start: 14, end: 18 }];
  load.add(templates.map((template, i) => ({ id: '0', line: i + 1, spans, ...base, ...template })));
  return load.finish({ read: templates.length, rejected: 0 });
}

function addValues(store: Store, name: string, values: readonly Partial<ValueRecord>[]) {
  const load = store.importValues(describeSource(name, { kind: 'value', from: '', to: 'cy' }));
  load.add(values.map((value, i) => ({ line: i + 1, slot: 'place_name', english: '', text: '', weight: 1, ...value })));
  return load.finish({ read: values.length, rejected: 0 });
}

describe('cells', () => {
  it('keeps canonical bundles, each cell once, in a stable order', () => {
    const store = newStore();
    const source = addCells(store, 'table', [
      ['ev', 'evler', 'N;PL;NOM'],
      ['ev', 'evler', 'N;NOM;PL'],
      ['ev', 'evde', 'LOC;N'],
      ['constructor', 'x', 'N;SG'],
    ]);
    expect(source).toMatchObject({ read: 4, kept: 3, merged: 1 });
    const paradigms = store.paradigms('tr');
    expect(paradigms.cells('ev')).toEqual([
      { bundle: 'N;LOC', form: 'evde' },
      { bundle: 'N;NOM;PL', form: 'evler' },
    ]);
    expect(paradigms.sources('ev')).toEqual([1]);
    expect(paradigms.cells('constructor')).toHaveLength(1);
    expect(paradigms.cells('toString')).toEqual([]);
    expect(store.paradigms('xx').cells('ev')).toEqual([]);
    expect(store.languages()).toEqual([{ language: 'tr', entries: 0, cells: 3, values: 0 }]);
    expect(store.bundles('tr')).toContainEqual({ bundle: 'N;LOC', count: 1, pos: 'N', exampleLemma: 'ev', asLemma: 0 });
  });

  it('gives the form met most often first, and keeps the features as the file spells them', () => {
    const store = newStore();
    const load = store.importCells(describeSource('treebank', { kind: 'table', from: '', to: 'cy' }));
    const seen = { line: 1, lemma: 'tŷ', bundle: 'N;PL', original: 'NOUN|Number=Plur' };
    for (const form of ['teie', 'tai', 'tai']) load.add([{ ...seen, form }]);
    expect(load.finish({ read: 3, rejected: 0 })).toMatchObject({ kept: 2, merged: 1 });
    expect(store.paradigms('cy').cells('tŷ')).toEqual([
      { bundle: 'N;PL', form: 'tai' },
      { bundle: 'N;PL', form: 'teie' },
    ]);
  });

  it('gives a cell of two sources once, and keeps what the other source says', () => {
    const store = newStore();
    addCells(store, 'one', [['ev', 'evler', 'N;PL']]);
    const second = addCells(store, 'two', [['ev', 'evler', 'PL;N']], 'GPL-3.0');
    expect(second).toMatchObject({ kept: 0, merged: 1 });
    expect(store.paradigms('tr').cells('ev')).toHaveLength(1);
    expect(store.paradigms('tr').sources('ev')).toEqual([1, 2]);
    expect(store.paradigms('tr', { licences: (id) => id !== 'GPL-3.0' }).sources('ev')).toEqual([1]);
    expect(store.removeSource('one')).toMatchObject({ cells: 1 });
    expect(store.paradigms('tr').cells('ev')).toEqual([{ bundle: 'N;PL', form: 'evler' }]);
  });
});

describe('templates', () => {
  it('come in import order, named apart where two sources have one id', () => {
    const store = newStore();
    addTemplates(store, 'first', [{ id: '2' }, { id: '1', partition: 'dev' }]);
    addTemplates(store, 'second', [{ id: '3' }, { id: '1' }], 'own');
    expect(store.templates().map(({ name }) => name)).toEqual(['2', '1', '3', 'second/1']);
    expect(store.templates({ source: 'second', scheme: 'own' }).map(({ name }) => name)).toEqual(['3', 'second/1']);
    expect(store.templates({ partition: 'dev' })).toEqual([
      {
        id: '1',
        name: '1',
        source: 1,
        scheme: 'massive',
        scenario: 'alarm',
        intent: 'alarm_set',
        partition: 'dev',
        text: 'wake me up at nine',
        spans: [{ slot: 'time', start: 14, end: 18 }],
      },
    ]);
  });

  it('merges a repeated row, and gives a number to a template whose id another has', () => {
    const store = newStore();
    expect(addTemplates(store, 'first', [{ id: '1' }, { id: '1' }])).toMatchObject({ kept: 1, merged: 1 });
    const rows = [{ id: '1' }, { id: '1', text: 'wake me up at noon' }, { id: '1.2' }, { id: '1', text: 'sing' }];
    expect(addTemplates(store, 'second', rows)).toMatchObject({ kept: 4, merged: 0 });
    expect(store.templates().map(({ id, text }) => [id, text])).toEqual([
      ['1', 'wake me up at nine'],
      ['1', 'wake me up at nine'],
      ['1.2', 'wake me up at noon'],
      ['1.2.2', 'wake me up at nine'],
      ['1.3', 'sing'],
    ]);
  });
});

describe('values', () => {
  it('render an English value in their slot first, else in any', () => {
    const store = newStore();
    addValues(store, 'values', [
      { english: 'Wales', text: 'Cymru' },
      { english: 'wales', text: 'Gwlad y Gân', weight: 2 },
      { english: 'monday', text: 'dydd Llun', slot: 'date' },
      { text: 'Caerdydd', weight: 3 },
      { text: 'Aberystwyth', weight: 3 },
      { text: 'Bangor' },
    ]);
    const gazetteer = store.gazetteer('cy');
    const said = (values: readonly { text: string }[]) => values.map(({ text }) => text);
    expect(said(gazetteer.renderings('place_name', 'Wales'))).toEqual(['Gwlad y Gân', 'Cymru']);
    expect(said(gazetteer.renderings('time', 'Monday'))).toEqual(['dydd Llun']);
    expect(gazetteer.renderings('time', '')).toEqual([]);
    expect(said(gazetteer.local('place_name'))).toEqual(['Aberystwyth', 'Caerdydd', 'Bangor']);
    expect(gazetteer.local('__proto__')).toEqual([]);
  });

  it('count what two sources say once', () => {
    const store = newStore();
    addValues(store, 'one', [{ text: 'Bangor' }]);
    expect(addValues(store, 'two', [{ text: 'Bangor', weight: 9 }])).toMatchObject({ kept: 0, merged: 1 });
    expect(store.gazetteer('cy').local('place_name')).toMatchObject([{ text: 'Bangor', source: 1 }]);
    store.removeSource('one');
    expect(store.gazetteer('cy').local('place_name')).toMatchObject([{ text: 'Bangor', source: 2 }]);
  });
});

describe('typology', () => {
  it('gives each parameter of a language, the first source first', () => {
    const store = newStore();
    const add = (name: string, rows: readonly (readonly [string, string, string])[]) => {
      const load = store.importTypology(describeSource(name, { kind: 'typology', from: '', to: '' }));
      load.add(rows.map(([language, parameter, value], i) => ({ line: i + 2, language, parameter, value })));
      return load.finish({ read: rows.length, rejected: 0 });
    };
    const wals = add('wals', [
      ['swh', '81A', '2'],
      ['swh', '81A', '2'],
      ['swh', '81A', '7'],
      ['tur', '81A', '1'],
    ]);
    expect(wals).toMatchObject({ kept: 3, merged: 1 });
    add('other', [['swh', '81A', '1']]);
    expect([...store.typology('swh')]).toEqual([['81A', '2']]);
    expect(store.typology('eng').size).toBe(0);
  });
});
