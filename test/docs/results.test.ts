// What commands answer under --json holds to the schemas that docs/ publishes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaOf } from '../../scripts/docs.js';
import { furnish, Session } from '../commands/session.js';
import { complaints, type Schema } from './schema.js';

const ROOT = join(import.meta.dirname, '..', '..');

function schema(name: string): Schema {
  return JSON.parse(readFileSync(join(ROOT, 'docs', 'schemas', `${name}.json`), 'utf8')) as Schema;
}

/** In this order: later ones need what earlier ones bring. */
const ANSWERS: readonly (readonly [string, string])[] = [
  ['lexicon:import', 'sw/lexicon.tsv --licence CC0-1.0'],
  ['lexicon:import', 'sw/lexicon.tsv --dry-run'],
  ['lexicon:import', 'broken.tsv --to sw'],
  ['lexicon:import', 'mixed --to sw'],
  ['lexicon:list', ''],
  ['lexicon:export', ''],
  ['lexicon:export', '--to sw --output entries.tsv'],
  ['lexicon:show', 'milk'],
  ['morphology:import', 'turkish.tsv --language tr'],
  ['morphology:list', ''],
  ['morphology:inflect', 'kitap N;PL --language tr'],
  ['morphology:inflect', 'kitap N;PL --language tr -n 3'],
  ['morphology:inflect', '--language tr --input lemmas.tsv'],
  ['morphology:analyse', 'kitaplar --language tr'],
  ['morphology:evaluate', 'turkish.tsv --language tr'],
  ['morphology:evaluate', 'turkish.tsv --language tr --columns lemma,form,features'],
  ['template:import', 'templates.tsv'],
  ['template:list', ''],
  ['value:import', 'values.tsv --language sw'],
  ['typology:import', 'wals'],
  ['text:import', 'tatoeba.eng-swh.tsv'],
  ['text:import', 'speech.sw --dry-run'],
  ['text:list', ''],
  ['language:list', ''],
  ['language:show', 'sw'],
  ['generate', '--to sw --output run'],
  ['explain', 't1#0 --run run'],
  ['package', 'run --output set --licences any'],
  ['package', 'run --output set2 --split 50/50 --guard sw.dev.jsonl --leaks remove --licences any --since set'],
  ['package:verify', 'set'],
  ['evaluate', '--train run/sw.jsonl --test sw.dev.jsonl --baselines --to sw --human sw.train.jsonl --curve'],
  ['evaluate', '--train run/sw.jsonl --test sw.dev.jsonl --compare sw.train.jsonl'],
  ['evaluate', '--hypothesis run/sw.jsonl --reference sw.dev.jsonl --compare sw.train.jsonl'],
  ['formats', ''],
  ['text:import', 'news/sw.txt'],
  ['text:show', 'news-sw'],
  ['text:remove', 'news-sw'],
  ['lexicon:remove', 'sw-lexicon'],
  ['demo', ''],
];

describe('answers', () => {
  const session = new Session();
  beforeAll(() => {
    furnish(session);
    session.write('broken.tsv', 'english\tpos\ttarget\nbook\tN\tkitabu\nbroken\n');
    session.write('mixed/words.tsv', 'pen\tkalamu\n');
    session.write('mixed/values.tsv', 'slot\tenglish\tvalue\ndate\ttoday\tleo\n');
    session.write('mixed/empty.tsv', '');
  });
  afterAll(() => session.end());

  it.each(ANSWERS)('%s %s', async (id, args) => {
    const answer = await session.json([...id.split(':'), ...args.split(' ').filter((word) => word !== '')]);
    expect(complaints(answer, schema(schemaOf(id)))).toEqual([]);
  });

  it('of failures', async () => {
    for (const args of [
      ['lexicon', 'import', 'none.tsv'],
      ['generate', '--too', 'sw'],
      ['no', 'command'],
    ]) {
      expect(complaints(await session.json(args), schema('error'))).toEqual([]);
    }
  });

  it('rows of a run', () => {
    const lines = readFileSync(join(session.folder, 'run', 'sw.jsonl'), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) expect(complaints(JSON.parse(line), schema('row'))).toEqual([]);
  });
});

it('covers every command', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'oclif.manifest.json'), 'utf8')) as { commands: object };
  expect([...new Set(ANSWERS.map(([id]) => id))].sort()).toEqual(Object.keys(manifest.commands).sort());
});

it('notices what a schema does not have', () => {
  const list = schema('result-language-list');
  const good = { language: 'sw', name: 'Swahili', entries: 1, cells: 0, values: 0 };
  expect(complaints([good], list)).toEqual([]);
  expect(complaints([{ ...good, cells: -1 }], list)).toEqual(['[0].cells is -1']);
  expect(complaints([{ ...good, more: 1 }], list)).toEqual(['[0].more is unknown']);
  expect(complaints([{ language: 'sw' }], list)).toHaveLength(4);
  expect(complaints({}, list)).toHaveLength(1);
});
