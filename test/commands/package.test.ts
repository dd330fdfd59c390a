// `calque package` as a process: what it leaves on the disk, whatever happens to it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, Session } from './session.js';

const FORMATS = 'massive,huggingface,conll,rasa,snips,csv';

const session = new Session();
const path = (name: string) => join(session.folder, name);

function writeRun(name: string, rows: number): void {
  const lines = Array.from({ length: rows }, (_, i) => {
    const [value, template] = [`saa ${i % 89} na ${i % 7}`, String(i % 997)];
    return JSON.stringify({
      id: `${template}#${Math.floor(i / 997)}`,
      locale: 'sw',
      partition: 'train',
      scenario: 'alarm',
      intent: `intent_${Number(template) % 5}`,
      utt: `niamshe ${template} ${value}`,
      annot_utt: `niamshe ${template} [time : ${value}]`,
      slot_method: [{ slot: 'time', method: 'translation' }],
      score: 0.9,
      tier: 'A',
      template,
      sources: ['starter'],
    });
  });
  session.write(`${name}/sw.jsonl`, `${lines.join('\n')}\n`);
  const files = [{ language: 'sw', file: 'sw.jsonl', rows, sha256: '' }];
  const record = { command: 'generate', version: '0', seed: 1, generator: 1, arguments: {}, shard: null };
  const made = { plans: {}, store: { schema: 1, sha256: '' }, languages: [], sources: { starter: 'CC0-1.0' } };
  session.write(`${name}/run.json`, JSON.stringify({ ...record, ...made, files }));
}

/** Every file of data below a folder with the hash of what it holds; papers tell the command that made them. */
function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = names.map((entry) => join(entry.parentPath, entry.name));
  const data = files
    .sort()
    .map((file) => file.slice(folder.length + 1))
    .filter((file) => /[\\/]|splits/.test(file) && !/README/.test(file));
  return new Map(data.map((file) => [file, hash(readFileSync(join(folder, file)))]));
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Kills the program after some milliseconds; true if it was still at work. */
function killed(args: readonly string[], after: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: session.folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}

beforeAll(() => {
  mkdirSync(session.folder, { recursive: true });
  writeRun('run', 6000);
});
afterAll(() => session.end());

describe('a package', () => {
  const args = ['package', 'run', '--format', FORMATS, '--split', '90/10', '--output'];

  it('has the same bytes each time, and packed ones hold the same', async () => {
    expect((await session.run([...args, 'one'])).code).toBe(0);
    expect((await session.run([...args, 'two'])).code).toBe(0);
    expect(contents(path('two'))).toEqual(contents(path('one')));
    expect((await session.run([...args, 'packed', '--gzip'])).code).toBe(0);
    const { gunzipSync } = await import('node:zlib');
    expect(gunzipSync(readFileSync(path('packed/massive/sw.jsonl.gz')))).toEqual(
      readFileSync(path('one/massive/sw.jsonl')),
    );
    expect(existsSync(path('packed/huggingface/sw-tier-a/train.parquet'))).toBe(true);
  });

  it('is there whole or not at all, and is made after a kill', async () => {
    const whole = contents(path('one'));
    let kills = 0;
    for (let after = 150; after < 2500 && kills < 8; after += 110) {
      if (!(await killed([...args, 'victim', '--force'], after))) break;
      kills++;
      if (existsSync(path('victim'))) expect(contents(path('victim'))).toEqual(whole);
    }
    expect(kills).toBeGreaterThan(0);
    expect((await session.run([...args, 'victim', '--force'])).code).toBe(0);
    expect(contents(path('victim'))).toEqual(whole);
    expect(readdirSync(session.folder).filter((name) => /\.(tmp|old)-/.test(name))).toEqual([]);
  });

  it('stays as it was when its successor cannot be made', async () => {
    const before = contents(path('one'));
    session.write('broken/run.json', readFileSync(path('run/run.json'), 'utf8'));
    session.write('broken/sw.jsonl', `${readFileSync(path('run/sw.jsonl'), 'utf8').slice(0, 5000)}`);
    const failed = await session.run(['package', 'broken', '--output', 'one', '--force']);
    expect([failed.code, failed.stderr]).toEqual([20, expect.stringContaining('is not what the run wrote')]);
    expect(contents(path('one'))).toEqual(before);
  });
});

describe('a guard', () => {
  const leak = { id: '5', intent: 'intent_0', annot_utt: 'niamshe 5 [time : saa 5 na 5]' };

  it('refuses what it finds, unless it is to be left out', async () => {
    session.write('test.jsonl', `${JSON.stringify({ locale: 'sw', partition: 'test', ...leak })}\n`);
    const args = ['package', 'run', '--guard', 'test.jsonl', '--output', 'guarded'];
    const refused = await session.run(args);
    expect([refused.code, refused.stderr]).toEqual([41, expect.stringContaining('--leaks remove')]);
    expect(existsSync(path('guarded'))).toBe(false);
    const { rows, guard } = await session.json<{ rows: number; guard: { removed: number } }>([
      ...args,
      ...['--leaks', 'remove'],
    ]);
    expect(guard.removed).toBeGreaterThan(0);
    expect(rows).toBe(6000 - guard.removed);
  });
});

describe('a test partition', () => {
  it('of generated rows must be asked for', async () => {
    const args = ['package', 'run', '--split', '80/10/10', '--output', 'tested'];
    expect((await session.run(args)).code).toBe(2);
    const { splits } = await session.json<{ splits: { syntheticTest: boolean } }>([...args, '--allow-synthetic-test']);
    expect(splits.syntheticTest).toBe(true);
  });
});
