import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furnish, massiveLines, Session, SPOKEN } from './session.js';

interface Result {
  readonly utterances: number;
  readonly intent: { readonly accuracy: number; readonly error: number };
  readonly slots: { readonly f1: number; readonly precision: number; readonly recall: number };
  readonly exact: { readonly accuracy: number };
  readonly train: { readonly files: readonly { readonly sha256: string; readonly rows: number }[] };
  readonly tiers: readonly { readonly tiers: readonly string[]; readonly rows: number }[];
  readonly overlap: { readonly exact: number; readonly sameCarrier: number; readonly ownSplit: boolean };
  readonly baselines: { readonly floor: Result; readonly published: { readonly draws: readonly Result[] } };
  readonly human: { readonly equivalent: { readonly intent: { readonly rows: number } } };
  readonly compare: { readonly differences: readonly { readonly name: string; readonly noise: boolean }[] };
  readonly values: { readonly all: { readonly f1: number } };
  readonly text: { readonly chrf: { readonly score: number; readonly signature: string } };
  readonly masked: { readonly chrf: { readonly score: number } };
}

const session = new Session();
beforeAll(async () => {
  furnish(session);
  await session.run(['lexicon', 'import', 'sw/lexicon.tsv', '--licence', 'CC0-1.0']);
  await session.run(['template', 'import', 'templates.tsv']);
  await session.run(['value', 'import', 'values.tsv', '--language', 'sw']);
  await session.run(['generate', '--to', 'sw', '--output', 'run']);
});
afterAll(() => session.end());

const OWN = ['evaluate', '--train', 'run/sw.jsonl', '--test', 'sw.dev.jsonl'];

describe('evaluate --train --test', () => {
  it('scores what was learnt, and does it again with the same bytes', async () => {
    const first = await session.run([...OWN, '--json']);
    const result = JSON.parse(first.stdout) as Result;
    expect(result.utterances).toBe(4);
    expect(result.intent.accuracy).toBeGreaterThan(0.6);
    expect(result.slots.f1).toBeGreaterThan(0);
    expect(result.train.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await session.run([...OWN, '--json'])).stdout).toBe(first.stdout);
  });

  it('trains on the best tiers too', async () => {
    const { tiers, train } = await session.json<Result>(OWN);
    expect(tiers.at(-1)?.rows).toBe(train.files[0]?.rows);
    expect(tiers.map(({ rows }) => rows)).toEqual([...tiers.map(({ rows }) => rows)].sort((a, b) => a - b));
  });

  it('keeps results in the run, each once', async () => {
    await session.run([...OWN, '--seed', '2']);
    await session.run(['evaluate', '--train', 'run/sw.jsonl', '--test', 'sw.train.jsonl']);
    const kept = JSON.parse(readFileSync(join(session.folder, 'run', 'evaluation.json'), 'utf8')) as {
      evaluations: readonly { readonly seed: number }[];
    };
    expect(kept.evaluations.map(({ seed }) => seed)).toEqual([2, 1]);
    await session.run(['evaluate', '--train', 'sw.train.jsonl', '--test', 'sw.dev.jsonl']);
    expect(existsSync(join(session.folder, 'evaluation.json'))).toBe(false);
  });

  it('says loudly what of the test rows is known from training', async () => {
    session.write('made.jsonl', massiveLines([['m1', 'alarm_set', 'niamshe [time : saa sita]']], ''));
    session.write('met.jsonl', massiveLines([['9', 'alarm_set', 'NIAMSHE [time : saa tatu]']], ''));
    const args = ['evaluate', '--train', 'made.jsonl', '--test', 'met.jsonl'];
    expect((await session.run(args)).stderr).toContain('Warning: Overlap: 0.0 % (0) of the test rows');
    expect((await session.json<Result>(args)).overlap).toMatchObject({ exact: 0, sameCarrier: 1, ownSplit: false });
  });

  it("is calm about the overlap of MASSIVE's own split", async () => {
    const { code, stdout, stderr } = await session.run([...OWN.with(2, 'sw.train.jsonl')]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('what training rows were made from')]);
    expect(stdout).toContain('intents');
    session.write('dev.jsonl', massiveLines([['77', 'iot_hue_lightoff', 'zima taa']], 'dev'));
    const calm = await session.run(['evaluate', '--train', 'sw.train.jsonl', '--test', 'dev.jsonl']);
    expect([calm.code, calm.stderr]).toEqual([0, '']);
    expect(calm.stdout).toContain("MASSIVE's own split");
  });

  it('holds rows against floor, published baseline and human rows', async () => {
    const result = await session.json<Result>([...OWN, '--baselines', '--to', 'sw', '--human', 'sw.train.jsonl']);
    expect(result.baselines.floor.intent.accuracy).toBeLessThan(1);
    expect(result.baselines.published.draws).toHaveLength(2);
    expect(result.human.equivalent.intent.rows).toBe(3);
    const { stdout } = await session.run([...OWN, '--baselines', '--to', 'sw', '--human', 'sw.train.jsonl']);
    for (const name of ['floor: source language', 'published baseline', 'ceiling', 'worth human rows']) {
      expect(stdout).toContain(name);
    }
  });

  it('says whether the difference of two training sets is noise', async () => {
    const { compare } = await session.json<Result>([...OWN, '--compare', 'sw.train.jsonl']);
    expect(compare.differences.map(({ name }) => name)).toEqual(['intent accuracy', 'slot F1', 'exact match']);
    expect(compare.differences.every(({ noise }) => noise)).toBe(true);
    expect((await session.run([...OWN, '--compare', 'sw.train.jsonl'])).stdout).toContain('noise');
  });

  it('draws', async () => {
    await session.run([...OWN, '--curve', '--human', 'sw.train.jsonl', '--plot', 'p.svg']);
    const picture = readFileSync(join(session.folder, 'p.svg'), 'utf8');
    expect(picture).toMatch(/^<svg [\s\S]*prefers-color-scheme: dark[\s\S]*<\/svg>\n$/);
    expect(picture).toContain('artist_name');
    expect(picture).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('takes one partition of a file', async () => {
    const both = massiveLines(SPOKEN) + massiveLines([['8', 'alarm_set', 'niamshe leo']], 'dev');
    session.write('both.jsonl', both);
    const args = ['evaluate', '--train', 'both.jsonl', '--train-partition', 'train', '--test', 'both.jsonl'];
    expect((await session.json<Result>([...args, '--test-partition', 'dev'])).utterances).toBe(1);
    const none = await session.run([...args, '--test-partition', 'test']);
    expect([none.code, none.stderr]).toEqual([20, expect.stringContaining('no labelled utterance of the partition')]);
  });
});

describe('evaluate --hypothesis --reference', () => {
  const ARGS = ['evaluate', '--hypothesis', 'run/sw.jsonl', '--reference', 'sw.dev.jsonl'];

  it('scores text, masked text and values by id', async () => {
    const { text, masked, values } = await session.json<Result>(ARGS);
    expect(text.chrf.signature).toMatch(/^nrefs:/);
    expect(masked.chrf.score).toBeGreaterThan(0);
    expect(values.all.f1).toBeGreaterThan(0);
    const { stdout, stderr } = await session.run(ARGS);
    expect(stdout).toContain('chrF2++');
    expect(stderr).toContain('so few ids');
  });

  it('compares two systems', async () => {
    const { compare } = await session.json<Result>([...ARGS, '--compare', 'sw.train.jsonl']);
    expect(compare.differences.map(({ name }) => name)).toContain('chrF2++');
  });
});

it('says what is missing', async () => {
  for (const [args, code, message] of [
    [[], 2, 'there is nothing to evaluate'],
    [['--train', 'run/sw.jsonl'], 2, 'there is nothing to evaluate'],
    [['--train', 'run/sw.jsonl', '--test', 'none.jsonl'], 20, 'none.jsonl: there is no such file'],
    [['--train', 'turkish.tsv', '--test', 'sw.dev.jsonl'], 20, 'turkish.tsv: is of another kind'],
    [['--train', 'run/sw.jsonl', '--test', 'sw.dev.jsonl', '--baselines'], 2, 'to'],
    [['--hypothesis', 'run/sw.jsonl', '--reference', 'utterances.jsonl'], 20, 'no id in common'],
  ] as const) {
    const answer = await session.run(['evaluate', ...args]);
    expect([answer.code, answer.stdout]).toEqual([code, '']);
    expect(answer.stderr).toContain(message);
  }
});
