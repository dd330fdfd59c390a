import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session, TEMPLATES, VALUES, WORDS } from './session.js';

const session = new Session();
beforeAll(() => {
  session.write('sw/lexicon.tsv', WORDS);
  session.write('sw/values.tsv', VALUES);
  session.write('templates.tsv', TEMPLATES);
});
afterAll(() => session.end());

describe('before anything is imported', () => {
  it('says what it is', async () => {
    expect(session.start(['--version']).stdout).toMatch(/^calque\/\d+\.\d+\.\d+ \S+ node-v\d+\.\d+\.\d+\n$/);
    const help = session.start(['--help']).stdout;
    expect(help).toContain('lexicon import');
    expect(help.split('\n').every((line) => [...line].length <= 80)).toBe(true);
    expect(session.start([]).stdout).toBe(help);
  });

  it('names what was mistyped', async () => {
    const command = await session.run(['lexicn', 'import']);
    expect(command.code).toBe(2);
    expect(command.stderr).toContain('calque has no command "lexicn import"\nTry: calque lexicon import');
    const flag = await session.run(['lexicon', 'import', 'sw/lexicon.tsv', '--too', 'sw']);
    expect([flag.code, flag.stdout]).toEqual([2, '']);
    expect(flag.stderr).toContain('--too');
    const language = await session.run(['lexicon', 'import', 'sw/lexicon.tsv', '--to', 'swahilli']);
    expect(language.code).toBe(2);
    expect(language.stderr).toContain('did you mean sw (Swahili)?');
    expect((await session.run(['lexicon', 'import'])).code).toBe(2);
    expect((await session.run(['lexicon', 'import', 'missing.tsv'])).code).toBe(20);
    const needed = await session.run(['generate']);
    expect([needed.code, needed.stderr]).toEqual([2, 'Error: Missing required flag to\nSee more help with --help\n']);
    expect(existsSync(join(session.folder, 'calque.db'))).toBe(false);
  });

  it('says that there is no store, and how to get one', async () => {
    const { code, stderr, stdout } = await session.run(['lexicon', 'list']);
    expect([code, stdout]).toEqual([10, '']);
    expect(stderr).toContain('there is no store at calque.db');
    expect((await session.json<{ error: object }>(['generate', '--to', 'sw'])).error).toMatchObject({ exitCode: 10 });
  });
});

describe('import', () => {
  it('refuses what is not the format, in words', async () => {
    session.write('empty.tsv', '');
    session.write('picture.tsv', '\u0000\u0001\u0002\u0000\ufffd\ufffd\u0000\u0000\u0000\u0000\u0000\u0000');
    for (const [file, message] of [
      ['empty.tsv', 'empty.tsv: is empty'],
      ['picture.tsv', 'picture.tsv: is not text'],
      ['missing.tsv', 'missing.tsv: there is no such file'],
    ] as const) {
      const { code, stderr } = await session.run(['lexicon', 'import', file, '--to', 'sw', '--store', 'other.db']);
      expect([code, stderr.split('\n')[0]]).toEqual([20, expect.stringContaining(message)]);
    }
  });

  it('shows what it understands and stores nothing', async () => {
    const { code, stdout } = await session.run(['lexicon', 'import', 'sw/lexicon.tsv', '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain('  milk → maziwa (N; BANTU6)\n');
    expect(stdout).toContain('Nothing was stored.');
    expect(existsSync(join(session.folder, 'calque.db'))).toBe(false);
  });

  it('says what became of each row', async () => {
    const { code, stdout } = await session.run(['lexicon', 'import', 'sw/lexicon.tsv', '--licence', 'CC0-1.0']);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'source      format  language  read  kept  merged  rejected\nsw-lexicon  calque  sw          12    12       0         0\n',
    );
    const again = await session.json<{ sources: object[] }>(['lexicon', 'import', 'sw/lexicon.tsv']);
    expect(again.sources).toEqual([
      expect.objectContaining({ read: 12, kept: 0, merged: 12, rejected: 0, unchanged: true, name: 'sw-lexicon' }),
    ]);
  });

  it('keeps the rows that it does not take in, or stops under --strict', async () => {
    session.write('half.tsv', 'english\tpos\ttarget\nbook\tN\tkitabu\nbroken\n\tN\tnothing\n');
    const strict = await session.run(['lexicon', 'import', 'half.tsv', '--to', 'sw', '--strict']);
    expect(strict.code).toBe(21);
    expect(strict.stderr).toContain('half.tsv:3: ');
    expect(await session.json<object[]>(['lexicon', 'list'])).toHaveLength(1);
    const { sources } = await session.json<{ sources: { read: number; rejections: object[]; rejectsFile: string }[] }>([
      'lexicon',
      'import',
      'half.tsv',
      '--to',
      'sw',
    ]);
    expect(sources[0]).toMatchObject({ read: 3, kept: 1, merged: 0, rejected: 2 });
    expect(sources[0]?.rejections).toHaveLength(2);
    const kept = readFileSync(join(session.folder, sources[0]?.rejectsFile ?? ''), 'utf8').split('\n');
    expect(kept[0]).toBe('line\treason\ttext');
    expect(kept[1]).toMatch(/^3\t.+\tbroken$/);
  });

  it('replaces a source in one step', async () => {
    session.write('half.tsv', 'english\tpos\ttarget\nbook\tN\tkitabu\npen\tN\tkalamu\n');
    const name = (await session.json<{ name: string }[]>(['lexicon', 'list']))[1]?.name as string;
    const args = ['lexicon', 'import', 'half.tsv', '--to', 'sw', '--replace', name];
    expect((await session.json<{ sources: object[] }>(args)).sources).toEqual([
      expect.objectContaining({ name, kept: 2 }),
    ]);
    expect((await session.run(['lexicon', 'remove', name])).stdout).toContain(
      `${name} is gone, and with it 2 translations.`,
    );
  });

  it('passes over the files of a folder that are of another kind, and refuses them by name', async () => {
    session.write('kinds/sw/lexicon.tsv', WORDS);
    session.write('kinds/sw/values.tsv', VALUES);
    session.write('kinds/sw/README.md', 'Words\n');
    session.write('kinds/templates.tsv', TEMPLATES);
    session.write('kinds/turkish.tsv', 'kitap\tkitaplar\tN;PL\nev\tevler\tN;PL\n');
    const folder = await session.run(['lexicon', 'import', 'kinds', '--store', 'kinds.db']);
    expect(folder.code).toBe(0);
    expect(folder.stdout.split('\n')).toHaveLength(3);
    const value = join('kinds', 'sw', 'values.tsv');
    expect(folder.stderr).toContain(
      `${value} was passed over: Calque's own slot values; calque value import ${value}\n`,
    );
    for (const command of ['calque template import', 'calque morphology import', '1 file passed over: no data'])
      expect(folder.stderr).toContain(command);
    const shown = await session.run(['lexicon', 'import', 'kinds', '--dry-run', '--store', 'kinds.db']);
    expect([shown.code, shown.stderr]).toEqual([0, folder.stderr]);
    const named = await session.run(['lexicon', 'import', value, '--store', 'kinds.db']);
    expect([named.code, named.stderr]).toEqual([20, expect.stringContaining(`Try: calque value import ${value}`)]);
    const none = await session.run(['typology', 'import', 'kinds', '--store', 'kinds.db']);
    expect([none.code, none.stderr]).toEqual([20, expect.stringContaining('nothing of this kind to import')]);
  });

  it('takes what comes with the program', async () => {
    const args = ['lexicon', 'import', '--starter', '--store', 'starter.db'];
    const { sources } = await session.json<{ sources: { kind: string; to: string; licence: string }[] }>([
      ...args,
      '--to',
      'cy,ka',
    ]);
    expect(sources.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
      'cy lexicon',
      'cy phrasebook',
      'cy value',
      'cy table',
      'ka phrasebook',
      'ka value',
      'ka table',
    ]);
    expect(new Set(sources.map(({ licence }) => licence))).toEqual(new Set(['CC0-1.0']));
    const other = await session.run([...args, '--to', 'de']);
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringMatching(/no data for German \(de\)\nTry: .* cy, .* ka, /),
    ]);
    expect((await session.run(args)).stderr).toContain('--starter needs languages');
  });

  it('takes the good files of a folder and fails for the bad one', async () => {
    session.write('mixed/a.tsv', 'milk\tmaziwa\nhouse\tnyumba\n');
    session.write('mixed/b.tsv', '');
    const { code, stdout, stderr } = await session.run([
      'lexicon',
      'import',
      'mixed',
      '--to',
      'sw',
      '--store',
      'mixed.db',
    ]);
    expect(code).toBe(20);
    expect(stdout).toContain('mixed-a');
    expect(stderr).toContain('b.tsv: is empty');
  });
});

describe('inflect', () => {
  it('reads lines from a file or from standard input', async () => {
    session.write('table.tsv', 'kitap\tkitaplar\tN;PL\ngelmek\tgelmiş\tV;PERF;3;SG\n');
    await session.run(['morphology', 'import', 'table.tsv', '--language', 'tr', '--store', 'tr.db']);
    const args = ['morphology', 'inflect', '--language', 'tr', '--store', 'tr.db'];
    const piped = session.start([...args, '--input', '-'], { input: 'kitap\tN;PL\r\n' });
    expect(piped).toEqual({ code: 0, stderr: '', stdout: 'kitap\tN;PL\tkitaplar\tattested\t1\n' });
    // The table was read with `PRF` for `PERF`.
    const respelt = session.start([...args, '--input', '-'], { input: 'gelmek\tV;PERF;3;SG\n' });
    expect(respelt.stdout).toBe('gelmek\tV;PERF;3;SG\tgelmiş\tattested\t1\n');
    const wrong = session.start([...args, '--input', '-'], { input: 'kitap\tN;PL\nkitap\n' });
    expect([wrong.code, wrong.stderr]).toEqual([20, expect.stringContaining('standard input:2: expected a lemma')]);
    // What waits on standard input is no argument.
    expect(session.start(args, { input: 'kitap' }).code).toBe(2);
  });
});

describe('generate', () => {
  it('says what is missing and the command that brings it', async () => {
    const none = await session.run(['generate', '--to', 'sw']);
    expect(none.code).toBe(30);
    expect(none.stderr).toContain('calque template import --starter');
    await session.run(['template', 'import', 'templates.tsv', '--licence', 'CC0-1.0']);
    await session.run(['value', 'import', 'sw/values.tsv', '--licence', 'CC0-1.0']);
    const other = await session.run(['generate', '--to', 'cy']);
    expect(other.code).toBe(30);
    for (const way of ['calque lexicon import --starter --to cy', 'calque lexicon import FILE --to cy'])
      expect(other.stderr).toContain(way);
    const unknown = await session.run(['generate', '--to', 'sw', '--licences', 'MIT']);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('--licences takes a class')]);
    expect(existsSync(join(session.folder, 'output'))).toBe(false);
  });

  it('writes a run, and never over another', async () => {
    const args = ['generate', '--to', 'sw', '--output', 'run'];
    const made = await session.json<{ run: string; languages: { rows: number }[] }>(args);
    expect(Object.keys(made)).toEqual(['run', 'seed', 'languages']);
    expect(Object.keys(made.languages[0] ?? {})).toEqual([
      'language',
      'rows',
      'distinct',
      'templates',
      'coverage',
      'forms',
      'tiers',
    ]);
    expect(readdirSync(join(session.folder, 'run')).sort()).toEqual(['run.json', 'sw.jsonl']);
    const rows = linesOf('run/sw.jsonl');
    expect(rows).toHaveLength(made.languages[0]?.rows ?? -1);
    expect(rows.some((row) => row.includes('[time : saa tatu asubuhi]'))).toBe(true);
    expect((await session.run(args)).code).toBe(50);
    expect((await session.run([...args, '--force'])).code).toBe(0);
    expect(linesOf('run/sw.jsonl')).toEqual(rows);
  });

  it('gives the whole in parts', async () => {
    for (const part of [3, 1, 2]) {
      expect((await session.run(['generate', '--to', 'sw', '--shard', `${part}/3`, '--output', 'parts'])).code).toBe(0);
    }
    const parts = [1, 2, 3].flatMap((part) => linesOf(`parts/sw.0000${part}-of-00003.jsonl`));
    expect(parts).toEqual(linesOf('run/sw.jsonl'));
    const other = await session.run(['generate', '--to', 'sw', '--seed', '2', '--shard', '1/3', '--output', 'parts']);
    expect([other.code, other.stderr]).toEqual([50, expect.stringContaining('shards of another run')]);
    const half = await session.run(['generate', '--to', 'sw', '--shard', 'auto'], {
      environment: { JOB_COMPLETION_INDEX: '1' },
    });
    expect(half.code).toBe(2);
  });

  it('is explained', async () => {
    const { stdout, code } = await session.run(['explain', 't1#0', '--run', 'run']);
    expect(code).toBe(0);
    for (const text of ['wake me up at [time : nine am]', 'alarm_set', 'sw-lexicon', 'CC0-1.0'])
      expect(stdout).toContain(text);
    expect((await session.run(['explain', 't9#0', '--run', 'run'])).code).toBe(2);
  });

  it('is packaged', async () => {
    const { files, rows } = await session.json<{ files: { file: string }[]; rows: number }>([
      ...['package', 'run', '--format', 'massive,conll', '--output', 'set'],
    ]);
    expect(files.map(({ file }) => file)).toEqual(['massive/sw.jsonl', 'conll/sw.train.conll', 'massive/labels.json']);
    expect(linesOf('set/massive/sw.jsonl')).toHaveLength(rows);
    expect((await session.run(['package', 'run', '--output', 'set'])).code).toBe(50);
    expect((await session.run(['package', 'run', '--format', 'xml', '--output', 'set2'])).code).toBe(2);
    expect((await session.run(['package', 'nowhere', '--output', 'set2'])).code).toBe(20);
  });

  function linesOf(name: string): string[] {
    return readFileSync(join(session.folder, name), 'utf8').split('\n').slice(0, -1);
  }
});

describe('the terminal', () => {
  it('is not driven by data', async () => {
    session.write('evil.tsv', 'english\tpos\ttarget\nevil\tN\tx\u202ey\n');
    await session.run(['lexicon', 'import', 'evil.tsv', '--to', 'sw', '--store', 'evil.db']);
    const { stdout } = await session.run(['lexicon', 'show', 'evil', '--store', 'evil.db']);
    expect(stdout).not.toContain('\u202e');
  });

  it('gets tables of 80 columns where there is none', async () => {
    const { stdout } = await session.run(['lexicon', 'list']);
    expect(stdout.split('\n').every((line) => [...line].length <= 80)).toBe(true);
  });

  it('may go away', async () => {
    const bin = join(import.meta.dirname, '..', '..', 'bin', 'run.js');
    const { stderr, stdout, status } = spawnSync(
      'bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${bin}" formats --json | head -1`],
      {
        cwd: session.folder,
        encoding: 'utf8',
      },
    );
    expect([stdout, stderr, status]).toEqual(['{\n', '', 0]);
  });

  it('may interrupt', async () => {
    const lines = Array.from({ length: 400_000 }, (_, i) => `word${i}\tneno${i}\n`);
    session.write('big.tsv', lines.join(''));
    const bin = join(import.meta.dirname, '..', '..', 'bin', 'run.js');
    const child = spawn(process.execPath, [bin, 'lexicon', 'import', 'big.tsv', '--to', 'sw', '--store', 'big.db'], {
      cwd: session.folder,
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
    while (!existsSync(join(session.folder, 'big.db'))) await new Promise((resolve) => setTimeout(resolve, 20));
    setTimeout(() => child.kill('SIGINT'), 400);
    expect(await ended).toBe(130);
    expect(readdirSync(session.folder).filter((name) => name.includes('.tmp-'))).toEqual([]);
    expect((await session.run(['lexicon', 'list', '--store', 'big.db'])).stdout).toContain('none yet');
  });
});

describe('an old Node', () => {
  it.each([
    ['18.20.0', 2],
    ['20.18.9', 2],
    ['22.11.0', 2],
    ['20.19.0', 0],
    ['22.12.0', 0],
    ['24.0.0', 0],
  ])('%s ends with %d', (version, code) => {
    const bin = join(import.meta.dirname, '..', '..', 'bin', 'run.js');
    const fake = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); process.argv = ['node', 'calque', '--version']; import(${JSON.stringify(bin)});`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', fake], { encoding: 'utf8' });
    expect(status).toBe(code);
    expect(stderr).toBe(
      code === 0 ? '' : `calque needs Node.js 20.19 or later (of the 22 line: 22.12 or later); this is ${version}.\n`,
    );
  });
});
