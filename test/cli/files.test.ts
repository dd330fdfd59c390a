import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputFile, writeWhole } from '../../src/cli/output.js';
import {
  prepareFolder,
  type RunRecord,
  readRun,
  requireSamePlan,
  runName,
  writeRecord,
} from '../../src/cli/run-folder.js';
import { readSourceRules } from '../../src/cli/sources-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calque test ü '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('OutputFile', () => {
  it('has its name only when it is whole', () => {
    const path = join(folder, 'below', 'a.txt');
    const file = new OutputFile(path);
    file.write('one\n');
    file.write(Buffer.from('two\n'));
    expect(existsSync(path)).toBe(false);
    expect(file.finish()).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
    expect(readdirSync(join(folder, 'below'))).toEqual(['a.txt']);
  });

  it('leaves what was there when it is given up', () => {
    const path = join(folder, 'a.txt');
    writeWhole(path, 'old');
    const file = new OutputFile(path);
    file.write('new');
    file.abort();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('says in words why it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => new OutputFile(join(folder, 'file', 'a.txt'))).toThrow('lies below something that is no folder');
    mkdirSync(join(folder, 'taken'));
    const file = new OutputFile(join(folder, 'taken'));
    expect(() => file.finish()).toThrow('is a folder');
    expect(readdirSync(folder).sort()).toEqual(['file', 'taken']);
  });
});

describe('sources file', () => {
  const write = (text: string) => {
    const file = join(folder, 'sources.yaml');
    writeFileSync(file, text);
    return file;
  };

  it('describes files by pattern, the first that fits', async () => {
    const rules = await readSourceRules(
      write(
        'wechsel/*.txt.gz: {format: pairs, licence: CC-BY-SA-3.0}\n"**/deep/*.tsv": {to: sw, columns: [2, 3]}\n"*.tsv": {reverse: true}\n',
      ),
    );
    expect(rules.of(join(folder, 'wechsel', 'swahili.txt.gz'))).toEqual({ format: 'pairs', licence: 'CC-BY-SA-3.0' });
    expect(rules.of(join(folder, 'a', 'deep', 'x.tsv'))).toEqual({ to: 'sw', columns: ['2', '3'] });
    expect(rules.of(join(folder, 'x.tsv'))).toEqual({ reverse: true });
    expect(rules.of(join(folder, 'wechsel', 'below', 'x.txt.gz'))).toBeUndefined();
  });

  it.each([
    [
      '"*": {licens: MIT}\n',
      '*: unknown key "licens"; known: format, from, to, licence, title, with, encoding, columns, reverse, mapping',
    ],
    ['"*": {to: 3}\n', '*: to must be text'],
    ['- a\n', 'the file must be a map'],
    ['a: [\n', 'sources.yaml:'],
  ])('refuses %j', async (text, message) => {
    await expect(readSourceRules(write(text))).rejects.toThrow(message);
  });
});

describe('run folders', () => {
  const key = { seed: 1, generator: 1, arguments: { perTemplate: 3 } };
  const record = (shard: { index: number; count: number } | null): RunRecord => ({
    ...key,
    ...{ command: 'generate', version: '0', shard, plans: { sw: 'a' }, store: { schema: 1, sha256: '' } },
    ...{ files: [], languages: [], sources: {} },
  });

  it('are never overwritten without force', () => {
    expect(prepareFolder(join(folder, 'new'), key, { force: false })).toEqual([]);
    expect(prepareFolder(folder, key, { force: false })).toEqual([]);
    writeRecord(folder, record(null));
    expect(() => prepareFolder(folder, key, { force: false })).toThrow('is there already');
    expect(prepareFolder(folder, key, { force: true })).toEqual([]);
    expect(readRun(folder)).toHaveLength(1);
  });

  it('may be shared by shards of one run', () => {
    const shard = { index: 2, count: 3 };
    writeRecord(folder, record({ index: 1, count: 3 }));
    writeFileSync(join(folder, 'sw.00001-of-00003.jsonl'), '');
    const others = prepareFolder(folder, key, { shard, force: false });
    expect(others).toHaveLength(1);
    expect(() => requireSamePlan(folder, others, 'sw', 'a')).not.toThrow();
    expect(() => requireSamePlan(folder, others, 'sw', 'b')).toThrow('of another store');
    const other = { ...key, seed: 2 };
    expect(() => prepareFolder(folder, other, { shard, force: false })).toThrow('shards of another run');
    expect(() => prepareFolder(folder, key, { shard: { index: 2, count: 4 }, force: false })).toThrow(
      'is there already',
    );
    expect(() => prepareFolder(folder, key, { force: false })).toThrow('is there already');
  });

  it('are named after their arguments', () => {
    expect(runName(['sw', 'cy'], 1, { perTemplate: 3 })).toBe('sw-cy_3-per-template_seed-1');
    expect(runName(['sw'], 7, { rows: 10 })).toBe('sw_10-rows_seed-7');
    expect(runName(['sw'], 1, { rows: 10, tiers: ['A'] })).toMatch(/^sw_10-rows_seed-1_[0-9a-f]{8}$/);
  });

  it('say what is wrong with them', () => {
    expect(() => readRun(join(folder, 'none'))).toThrow('there is no such run');
    expect(() => readRun(folder)).toThrow('it has no run.json');
    writeFileSync(join(folder, 'run.json'), '{');
    expect(() => readRun(folder)).toThrow('cannot be read as the record of a run');
  });
});
