// How `generate` behaves where things go wrong, and what must not change a byte of it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, Session } from './session.js';

const session = new Session();
const store = join(session.folder, 'calque.db');

beforeAll(async () => {
  await session.run(['lexicon', 'import', '--starter', '--to', 'sw,ka']);
  await session.run(['template', 'import', '--starter']);
  await session.run(['generate', '--to', 'sw', '--output', 'run']);
});
afterAll(() => session.end());

const bytes = (file: string) => readFileSync(join(session.folder, file), 'utf8');

describe('the same bytes', () => {
  it('whatever the time zone, the locale and the folder', () => {
    const elsewhere = join(session.folder, 'elsewhere');
    mkdirSync(elsewhere);
    const environment = { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const args = ['generate', '--to', 'sw', '--store', store, '--output', 'there'];
    const { code, stderr } = session.start(args, { environment, cwd: elsewhere });
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
    expect(bytes('elsewhere/there/sw.jsonl')).toBe(bytes('run/sw.jsonl'));
  });

  it('whatever other languages are made beside', async () => {
    expect((await session.run(['generate', '--to', 'ka,sw', '--output', 'both'])).code).toBe(0);
    expect(bytes('both/sw.jsonl')).toBe(bytes('run/sw.jsonl'));
  });
});

describe('a place that cannot be written', () => {
  it('is named before anything is compiled', async () => {
    writeFileSync(join(session.folder, 'taken'), '');
    for (const [output, said] of [
      ['taken', 'taken: is a file, no folder'],
      ['taken/below', 'taken/below: lies below something that is no folder'],
    ] as const) {
      for (const command of [
        ['generate', '--to', 'sw'],
        ['package', 'run'],
      ]) {
        const { code, stderr } = await session.run([...command, '--output', output]);
        expect([code, stderr]).toEqual([50, `Error: ${said}\nTry: name another place with --output DIR\n`]);
      }
    }
  });

  it('leaves nothing when there is no more room', () => {
    // A limit on the size of files ends the write in the middle, as a full disk does.
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 64; exec "$@"', 'bash', process.execPath, BIN, 'generate', '--to', 'sw', '--output', 'full'],
      { cwd: session.folder, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([50, expect.stringContaining('would be larger than a file may be here')]);
    expect(readdirSync(join(session.folder, 'full'))).toEqual([]);
  });
});

describe('a reader that goes away', () => {
  it('does not disturb the run', () => {
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c',
        'set -o pipefail; "$@" | head -1',
        'bash',
        process.execPath,
        BIN,
        'generate',
        '--to',
        'sw',
        '--output',
        'head',
      ],
      { cwd: session.folder, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('EPIPE')]);
    expect(bytes('head/sw.jsonl')).toBe(bytes('run/sw.jsonl'));
  });
});

describe('an interrupt', () => {
  it('ends with 130 and leaves nothing half-written', async () => {
    const child = spawn(process.execPath, [BIN, 'generate', '--to', 'sw', '--rows', '1000000', '--output', 'stopped'], {
      cwd: session.folder,
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
    const files = () => readdirSync(session.folder, { recursive: true }).map(String);
    while (!files().some((name) => name.includes('sw.jsonl.tmp-'))) await new Promise((wait) => setTimeout(wait, 10));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(join(session.folder, 'stopped'))).toEqual([]);
  });
});
