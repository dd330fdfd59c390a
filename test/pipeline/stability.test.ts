// What must not change a row, and what must.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../src/cli/import-file.js';
import { LEXICON, templateKind } from '../../src/cli/import-kinds.js';
import type { Row } from '../../src/model/model.js';
import { openInput } from '../../src/read/read.js';
import { compile, importStarter, rowsOf, temporaryStore } from './starter.js';

let { store, folder, done } = temporaryStore();

beforeEach(() => {
  done();
  ({ store, folder, done } = temporaryStore());
});
afterEach(() => {
  done();
});

async function rows(language: string, options: { seed?: number; allRegisters?: boolean } = {}): Promise<Row[]> {
  return rowsOf(await compile(store, language, { allRegisters: options.allRegisters ?? false }), options.seed);
}

async function addLexicon(name: string, text: string, to: string): Promise<void> {
  const place = join(folder, 'wörter und mehr');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, name), text);
  await importFile({
    kind: LEXICON,
    input: await openInput(join(place, name)),
    options: { from: 'en', to, licence: 'CC0-1.0' },
    store,
    strict: true,
    known: 0,
    onRows: () => undefined,
  });
}

async function addTemplates(name: string, text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  await importFile({
    kind: templateKind('massive'),
    input: await openInput(join(folder, name)),
    options: {},
    store,
    strict: true,
    known: 0,
    onRows: () => undefined,
  });
}

describe('rows', () => {
  it('are the same for the same seed, and others for another', async () => {
    await importStarter(store, ['sw']);
    const first = await rows('sw');
    expect(await rows('sw')).toEqual(first);
    expect(await rows('sw', { seed: 2 })).not.toEqual(first);
  });

  it('do not change when another language comes into the store', async () => {
    await importStarter(store, ['sw']);
    const before = await rows('sw');
    await importStarter(store, ['sw', 'cy']);
    expect(await rows('sw')).toEqual(before);
  });

  it('do not change when another template comes into the store', async () => {
    await importStarter(store, ['tr']);
    const before = await rows('tr');
    await addTemplates(
      'more.tsv',
      'id\tscenario\tintent\tannotated\nextra\talarm\talarm_set\tplease set my new alarm for [time : nine am]\n',
    );
    const after = await rows('tr');
    expect(after.filter((row) => row.template === 'extra').length).toBeGreaterThan(0);
    expect(after.filter((row) => row.template !== 'extra')).toEqual(before);
  });

  it('change only where a new entry is offered', async () => {
    await importStarter(store, ['sw']);
    const before = new Map((await rows('sw')).map((row) => [row.id, JSON.stringify(row)]));
    await addLexicon('new.tsv', 'chess\tsataranji\nchess\tchesi\n', 'sw');
    const changed = (await rows('sw')).filter((row) => before.get(row.id) !== JSON.stringify(row));
    const english = new Map(store.templates().map((template) => [template.name, template.text]));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((row) => !english.get(row.template)?.includes('chess'))).toEqual([]);
  });

  it('hold no vulgar, offensive, obsolete or archaic word unless all registers are asked for', async () => {
    const header = 'english\tpos\ttarget\tclass\tlabels\n';
    await addTemplates('t.tsv', 'id\tscenario\tintent\tannotated\na\tmusic\tplay_music\tplay music\n');
    await addLexicon(
      'lexicon.tsv',
      `${header}play\tV\tgood | bad\t\t\nmusic\tN\tfine\t\t\nmusic\tN\tcoarse\t\tvulgar\nmusic\tN\told\t\tarchaic informal\n`,
      'xal',
    );
    expect((await rows('xal')).map((row) => row.utt).sort()).toEqual(['bad fine', 'good fine']);
    expect(new Set((await rows('xal', { allRegisters: true })).map((row) => row.utt.split(' ')[1]))).toEqual(
      new Set(['fine', 'coarse', 'old']),
    );
  });

  it('come out at a lower tier for a language that has a lexicon and nothing else', async () => {
    await importStarter(store, ['sw']);
    const words = store.lexicon('sw', { allRegisters: false });
    const pairs = store
      .templates()
      .flatMap((template) => template.text.split(' '))
      .flatMap((word) => words.lookup(word).map(({ text }) => `${word}\t${text}`));
    await addLexicon(
      'bare.tsv',
      `${[...new Set(pairs)].filter((pair) => !pair.endsWith('\t')).join('\r\n')}\r\n`,
      'xal',
    );
    const { plan, report } = await compile(store, 'xal');
    expect(plan.carriers.length).toBeGreaterThan(0.95 * store.templates().length);
    expect(report.coverage).toBeGreaterThan(0.8);
    expect(report.tiers.A).toBe(0);
    expect(report.tiers.B).toBeGreaterThan(100);
  });

  it('are reported where two intents come out as one', async () => {
    await addTemplates(
      't.tsv',
      'id\tscenario\tintent\tannotated\na\tiot\tiot_hue_lighton\tlight it\nb\tgeneral\tgeneral_greet\tlamp it\n',
    );
    await addLexicon('pairs.tsv', 'light\ttaa\nlamp\ttaa\nit\tyake\n', 'xal');
    const { report } = await compile(store, 'xal');
    expect(report.conflicts).toEqual([
      { templates: ['a', 'b'], intents: ['iot_hue_lighton', 'general_greet'], text: 'taa yake' },
    ]);
  });
});
