// What `npm pack` packs is all that the program needs, wherever it is unpacked.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'calque päckage ქა '));
const program = join(folder, 'package');

function run(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

function calque(...args: string[]) {
  return run(process.execPath, [join(program, 'bin', 'run.js'), ...args]);
}

beforeAll(() => {
  // What `npm test` has built is packed as it is.
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(packed.status, packed.stderr).toBe(0);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) as string;
  expect(run('tar', ['-xzf', archive]).code).toBe(0);
  symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds what it needs and no more', () => {
  expect(readdirSync(program).sort()).toEqual(
    ['LICENSE', 'README.md', 'bin', 'dist', 'docs', 'lexicons', 'morphology', 'node_modules'].concat([
      'oclif.manifest.json',
      'package.json',
    ]),
  );
});

it('shows its demo', () => {
  const { code, stdout, stderr } = calque('demo');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/\[\w+ : [^\]]+\]/);
  expect(stdout).toContain('What next:');
});

it('imports a file with CRLF, a byte order mark and a name that is not ASCII, and generates from it', () => {
  mkdirSync(join(folder, 'meine wörter'));
  const file = join('meine wörter', 'ლექსიკონი sw.tsv');
  writeFileSync(join(folder, file), '\ufeffenglish\tpos\ttarget\r\nmilk\tN\tmaziwa\r\nadd\tV\tongeza\r\n');
  const imported = calque('lexicon', 'import', file, '--to', 'sw', '--store', 'mein wörterbuch.db', '--json');
  expect(JSON.parse(imported.stdout).sources).toEqual([
    expect.objectContaining({ file, format: 'calque', read: 2, kept: 2, rejected: 0 }),
  ]);
  calque('template', 'import', '--starter', '--store', 'mein wörterbuch.db');
  const made = calque('generate', '--to', 'sw', '--store', 'mein wörterbuch.db', '--output', 'ausgäbe/lauf 1');
  expect([made.code, made.stderr]).toEqual([0, expect.not.stringContaining('Error')]);
  expect(readdirSync(join(folder, 'ausgäbe', 'lauf 1')).sort()).toEqual(['run.json', 'sw.jsonl']);
});
