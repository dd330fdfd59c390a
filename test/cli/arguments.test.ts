import { describe, expect, it } from 'vitest';
import { numberAbove, tagsOf, tiersOf } from '../../src/cli/parse.js';
import { parseShard, shardName } from '../../src/cli/shard.js';
import { freeSourceName, sourceNames } from '../../src/cli/source-name.js';

describe('parseShard', () => {
  it.each([
    ['1/1', {}, { index: 1, count: 1 }],
    ['3/8', {}, { index: 3, count: 8 }],
    ['auto', { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '4' }, { index: 1, count: 4 }],
    ['auto', { JOB_COMPLETION_INDEX: '3', CALQUE_SHARDS: '4' }, { index: 4, count: 4 }],
    [
      'auto',
      { SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '5' },
      { index: 3, count: 3 },
    ],
    [
      'auto',
      { SLURM_ARRAY_TASK_ID: '4', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '0', SLURM_ARRAY_TASK_STEP: '2' },
      { index: 3, count: 3 },
    ],
    ['auto', { PARALLEL_SEQ: '2', CALQUE_SHARDS: '8' }, { index: 2, count: 8 }],
  ])('reads %s with %j', (text, environment, shard) => {
    expect(parseShard(text, environment)).toEqual(shard);
  });

  it.each([
    ['0/3', {}, 'there is no part 0 of 3'],
    ['4/3', {}, 'there is no part 4 of 3'],
    ['1', {}, 'takes a part like 1/8'],
    ['-1/3', {}, 'takes a part like 1/8'],
    ['auto', {}, 'finds no engine'],
    ['auto', { JOB_COMPLETION_INDEX: '1' }, 'needs JOB_COMPLETIONS (or CALQUE_SHARDS), which is not set'],
    ['auto', { SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_MIN: '1' }, 'needs SLURM_ARRAY_TASK_COUNT, which is not set'],
    ['auto', { SLURM_ARRAY_TASK_ID: '1', SLURM_ARRAY_TASK_COUNT: '3' }, 'needs SLURM_ARRAY_TASK_MIN'],
    ['auto', { PARALLEL_SEQ: '2' }, 'needs CALQUE_SHARDS'],
    ['auto', { PARALLEL_SEQ: 'x', CALQUE_SHARDS: '8' }, 'is no number: "x"'],
    ['auto', { PARALLEL_SEQ: '1', CALQUE_SHARDS: '8', JOB_COMPLETION_INDEX: '1' }, 'cannot tell which one counts'],
    // Array 1,3,7: the ids are no unbroken row.
    ['auto', { SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '1' }, 'no part 7 of 3'],
  ])('refuses %s with %j', (text, environment, message) => {
    expect(() => parseShard(text, environment)).toThrow(message);
  });

  it('names files', () => {
    expect(shardName('sw', 'jsonl', undefined)).toBe('sw.jsonl');
    expect(shardName('sw', 'jsonl', { index: 1, count: 3 })).toBe('sw.00001-of-00003.jsonl');
  });
});

describe('flags', () => {
  it('read languages, tiers and numbers', async () => {
    expect(tagsOf('sw, Welsh,swh')).toEqual(['sw', 'cy']);
    expect(tiersOf('a,B')).toEqual(['A', 'B']);
    expect(() => tiersOf('A,D')).toThrow('--tier takes A, B, C, not "D"');
    expect(() => tagsOf(',')).toThrow('name a language');
    await expect(numberAbove('rows', 1)('10')).resolves.toBe(10);
    for (const text of ['0', '-1', '1.5', 'x', '', '1e400']) {
      await expect(numberAbove('rows', 1)(text)).rejects.toThrow('--rows takes a whole number from 1 up');
    }
  });
});

describe('names of sources', () => {
  const none = { qualifier: undefined, to: 'sw' };

  it('come from folder and file', () => {
    expect(sourceNames({ folder: 'wechsel', name: 'swahili.txt' }, none).plain).toBe('wechsel-swahili');
    expect(sourceNames({ folder: 'freedict-tei', name: 'eng-cym.p4.tei' }, none).plain).toBe('freedict-tei-eng-cym.p4');
    expect(sourceNames({ folder: 'wals', name: 'values.csv' }, none).plain).toBe('wals');
    expect(sourceNames({ folder: 'my words!', name: 'Wörter (neu).tsv' }, none).plain).toBe('my-words-Wörter-neu');
    expect(sourceNames({ folder: 'm', name: 'en.jsonl' }, { qualifier: 'train', to: '' }).plain).toBe('m-en-train');
  });

  it('are unique', () => {
    const names = sourceNames({ folder: 'a', name: 'b.tsv' }, none);
    expect(freeSourceName(names, new Set())).toBe('a-b');
    expect(freeSourceName(names, new Set(['a-b']))).toBe('a-b-sw');
    expect(freeSourceName(names, new Set(['a-b', 'a-b-sw']))).toBe('a-b-sw-2');
  });
});
