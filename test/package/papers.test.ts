import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { verifyPackage } from '../../src/cli/package-verify.js';
import type { PackageRecord, Paper } from '../../src/package/package.js';
import { nextRelease, papersOf, readChecksums } from '../../src/package/package.js';
import { madeRows, packaged, SILENT, writeRun } from './runs.js';

const folder = mkdtempSync(join(tmpdir(), 'calque-papers-'));
const set = join(folder, 'set');
const SOURCES = { templates: 'CC-BY-4.0', table: 'CC-BY-SA-3.0', words: 'CC0-1.0' };
let record: PackageRecord;

beforeAll(async () => {
  const run = writeRun(join(folder, 'run'), madeRows(), SOURCES);
  record = (await packaged(run, set)).record;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What readers of YAML 1.1, of lists and of Markdown stumble over. */
const HOSTILE = [
  ...[
    'no',
    'No',
    'NO',
    'yes',
    'on',
    'off',
    'y',
    'n',
    'true',
    'null',
    '~',
    '',
    ' ',
    'x ',
    ' x',
    '=',
    '<<',
    '-',
    '---',
    '...',
  ],
  ...['1:30', '12:30:45', '012', '0o12', '0x1f', '1_000', '1e3', '.inf', '.nan', '2026-01-01', '1.0', '+1', '-1'],
  ...[
    'a\tb',
    'a\nb',
    'a\r\nb',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    '\u001b[31m',
    '\ufeffa',
    'a\u0000b',
    '\u007f',
    '\ud83c\udfb5',
  ],
  ...['a: b', '# a', '- a', '{a}', '[a]', '"a"', "'a'", '\\', '`a`', '*a', '&a', '!a', '|', '>', '%a', '@a'],
  ...['x\n---\nlicense: mit', '](javascript:alert(1))', '<script>', '| a |', '__proto__', 'constructor', '@context'],
];

function paper(papers: readonly Paper[], file: string): string {
  return papers.find((each) => each.file === file)!.text;
}

function frontMatterOf(text: string): string {
  expect(text.startsWith('---\n')).toBe(true);
  return text.slice(4, text.indexOf('\n---\n', 3));
}

describe('the card', () => {
  it.each(['1.1', '1.2'] as const)('says what it was told to a reader of YAML %s', (version) => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(50);
    for (const text of HOSTILE) {
      const file = { ...record.files.find(({ format }) => format === 'huggingface')!, config: text };
      const language = { ...record.languages[0]!, locale: 'no', name: text };
      const papers = papersOf({ ...record, title: text, creators: [text], languages: [language], files: [file] });
      const options = { version, uniqueKeys: true };
      const card = parse(frontMatterOf(paper(papers, 'README.md')), options) as Record<string, unknown>;
      expect([card.pretty_name, card.language, card.license]).toEqual([text, ['no'], 'cc-by-sa-4.0']);
      expect((card.configs as { config_name: string }[])[0]!.config_name).toBe(text);
      const citation = parse(paper(papers, 'CITATION.cff'), options) as Record<string, unknown>;
      expect([citation.title, citation.authors]).toEqual([text, [{ name: text }]]);
    }
  });

  it('lets no text from data become markup', () => {
    const source = { ...record.sources[0]!, name: 'a|b`c', title: '](javascript:x) <script>', citation: '# x\n## y' };
    const papers = papersOf({ ...record, title: '<b>[x](y)</b>\n# z', sources: [source] });
    for (const file of ['README.md', 'ATTRIBUTION.md', 'DATASHEET.md']) {
      const text = paper(papers, file).replace(/^---[\s\S]*?\n---\n/, '');
      expect(text).not.toMatch(/<script|<b>|(?<!\\)\]\((javascript|y)|^# z|^## y/m);
      for (const line of text.split('\n').filter((each) => each.startsWith('| ``a'))) {
        expect(line.match(/(?<!\\)\|/g)).toHaveLength(4);
      }
    }
  });

  it('has a configuration for each language and tier, with the splits and types of its files', () => {
    const text = readFileSync(join(set, 'huggingface', 'README.md'), 'utf8');
    const card = parse(frontMatterOf(text), { version: '1.1' }) as {
      configs: { config_name: string; data_files: { split: string; path: string[] }[] }[];
      dataset_info: { features: object[]; splits: { name: string; num_examples: number }[] }[];
      size_categories: string[];
    };
    expect(
      card.configs.map(({ config_name: name, data_files: files }) => [name, files.map(({ split }) => split)]),
    ).toEqual([
      ['sw-tier-a', ['train', 'validation']],
      ['sw-tier-b', ['train', 'validation']],
    ]);
    expect(card.configs[0]!.data_files[0]!.path).toEqual(['sw-tier-a/train.parquet']);
    const examples = card.dataset_info.flatMap(({ splits }) => splits.map(({ num_examples: rows }) => rows));
    expect(examples.reduce((sum, rows) => sum + rows, 0)).toBe(record.rows);
    expect(card.dataset_info[0]!.features).toContainEqual({ name: 'tokens', list: 'string' });
    expect(card.size_categories).toEqual(['n<1K']);
  });
});

describe('Croissant', () => {
  interface Node {
    readonly [key: string]: unknown;
  }

  it('has what the specification asks for, and what its validator forgets', () => {
    const document = JSON.parse(readFileSync(join(set, 'croissant.json'), 'utf8')) as Node & {
      distribution: Node[];
      recordSet: (Node & { field: Node[] })[];
    };
    for (const key of ['name', 'description', 'license', 'url', 'creator', 'datePublished', 'version', 'citeAs']) {
      expect([key, document[key]]).toEqual([key, expect.anything()]);
    }
    const context = document['@context'] as Node;
    expect([context['@vocab'], context.sc, context['@language']]).toEqual([
      'https://schema.org/',
      'https://schema.org/',
      'en',
    ]);
    expect(document.license).toBe('https://creativecommons.org/licenses/by-sa/4.0/');
    const loads = [
      'application/jsonlines',
      'application/json',
      'application/x-parquet',
      'text/csv',
      'text/plain',
      'text/tab-separated-values',
    ];
    for (const file of document.distribution) {
      const bytes = readFileSync(join(set, file.contentUrl as string));
      expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect([file.contentUrl, loads.includes(file.encodingFormat as string)]).toEqual([file.contentUrl, true]);
    }
    const ids = [
      ...document.distribution,
      ...document.recordSet,
      ...document.recordSet.flatMap(({ field }) => field),
    ].map((node) => node['@id'] as string);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /\s/.test(id))).toEqual([]);
    const files = new Map(document.distribution.map((file) => [file['@id'], file.contentUrl as string]));
    for (const { field, key, ...set } of document.recordSet) {
      expect(field.map((each) => each['@id'])).toContain((key as Node)['@id']);
      if (set['@id'] !== 'splits') expectColumns(field, files);
    }
  });

  /** Each field has a known type, and its column is in each row of one declared file. */
  function expectColumns(fields: readonly Node[], files: ReadonlyMap<unknown, string>): void {
    const types = fields.flatMap(({ dataType }) => dataType as string);
    expect(types.filter((type) => !/^(sc:(Text|Integer|Float)|cr:Label)$/.test(type))).toEqual([]);
    const sources = fields.map(({ source }) => source as { fileObject: Node; extract: { column: string } });
    const used = [...new Set(sources.map(({ fileObject }) => files.get(fileObject['@id'])))];
    expect(used).toEqual([expect.any(String)]);
    const columns = sources.map(({ extract }) => extract.column);
    const text = readFileSync(join(set, used[0]!), 'utf8');
    if (used[0]!.endsWith('.jsonl')) {
      for (const line of text.trimEnd().split('\n'))
        expect(Object.keys(JSON.parse(line) as object)).toEqual(expect.arrayContaining(columns));
    } else if (used[0]!.endsWith('.csv')) expect(text.split('\n')[0]!.split(',')).toEqual(columns);
  }
});

it('CITATION.cff names no licence that its schema does not know', () => {
  const sources = ['Unicode-3.0', 'Own-1.0', '', 'GPL-3.0-or-later'].map((licence) => ({
    ...record.sources[0]!,
    licence,
  }));
  const citation = parse(paper(papersOf({ ...record, sources }), 'CITATION.cff')) as { references: object[] };
  expect(citation.references.map((each) => 'license' in each)).toEqual([false, false, false, true]);
});

describe('LICENSE', () => {
  const text = (changes: Partial<PackageRecord['licence']>) =>
    papersOf({ ...record, licence: { ...record.licence, ...changes } }).find(({ file }) => file === 'LICENSE')!.text;

  it('names the licence, its identifier, where its text is, and what is owed', () => {
    const said = readFileSync(join(set, 'LICENSE'), 'utf8');
    expect(said).toContain('SPDX-License-Identifier: CC-BY-SA-4.0\n');
    expect(said).toContain('Creative Commons Attribution-ShareAlike 4.0 International');
    expect(said).toContain('https://creativecommons.org/licenses/by-sa/4.0/legalcode\n');
    expect(said).toContain('- name the sources: pass ATTRIBUTION.md on');
    expect(said).toContain('- table: CC-BY-SA-3.0 https://creativecommons.org/licenses/by-sa/3.0/');
    expect(text({ carries: 'ODbL-1.0' })).toContain('The text that holds: https://spdx.org/licenses/ODbL-1.0.html');
    expect(text({ carries: '' })).toContain('No licence allows this mix');
  });

  it('has the text of the GPL beside it, which wants to go along', async () => {
    const run = writeRun(join(folder, 'gpl'), madeRows(), { ...SOURCES, table: 'GPL-3.0-or-later' });
    const output = join(folder, 'gpl-set');
    await packaged(run, output);
    expect(readFileSync(join(output, 'LICENSE'), 'utf8')).toContain('The text that holds: LICENSES/GPL-3.0.txt');
    expect(readFileSync(join(output, 'LICENSES/GPL-3.0.txt'), 'utf8')).toContain('Version 3, 29 June 2007');
    expect((await verifyPackage(output, SILENT)).faults).toEqual([]);
  });
});

it('SHA256SUMS is what coreutils check', () => {
  const text = readFileSync(join(set, 'SHA256SUMS'), 'utf8');
  for (const [file, sum] of readChecksums(text)!) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(set, file)))
        .digest('hex'),
    ).toBe(sum);
  }
  for (const change of [
    '\n',
    ' ',
    text.slice(0, 80),
    text.replace(/[a-f]/, (c) => c.toUpperCase()),
    `${text}${text}`,
  ]) {
    expect(readChecksums(change)).toBeUndefined();
  }
});

describe('--since', () => {
  it('tells rows that were added, changed and gone, and proposes the release', async () => {
    const rows = madeRows().filter(({ id }) => id !== 't3#0');
    const changed = rows.map((row) =>
      row.id === 't5#1' ? { ...row, utt: 'x', annot_utt: 'x', slot_method: [] } : row,
    );
    const more = madeRows(25).slice(-4);
    const run = writeRun(join(folder, 'later'), [...changed, ...more], SOURCES);
    const papers = { creators: [], url: '', date: '2026-02-01', since: set };
    const { record: later } = await packaged(run, join(folder, 'set2'), { papers, split: undefined });
    expect(later.changes).toMatchObject({ since: '1.0.0', gone: 1, added: 4, proposed: '2.0.0' });
    expect([later.release, later.changes!.changed >= 1]).toEqual(['2.0.0', true]);
  });

  it.each([
    [{ added: 1, changed: 0, gone: 0 }, '1.3.0'],
    [{ added: 1, changed: 1, gone: 0 }, '2.0.0'],
    [{ added: 0, changed: 0, gone: 1 }, '2.0.0'],
    [{ added: 0, changed: 0, gone: 0 }, '1.2.4'],
  ])('of 1.2.3 with %j makes %s', (changes, wanted) => {
    expect(nextRelease('1.2.3', changes)).toBe(wanted);
  });
});

describe('--licences', () => {
  const mixed = { ...SOURCES, words: 'GPL-3.0-or-later' };

  it('refuses what no licence allows, names the two sources, and tells the ways out', async () => {
    const run = writeRun(join(folder, 'mixed'), madeRows(), mixed);
    const failure = await packaged(run, join(folder, 'none')).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      reason: 'input',
      message: 'no licence allows rows of table (CC-BY-SA-3.0) and words (GPL-3.0-or-later) in one data set',
      suggestions: expect.arrayContaining([
        '--licences GPL-3.0-or-later keeps 72 of 96 rows (75.0 %), without table',
        '--licences CC-BY-SA-4.0 keeps 24 of 96 rows (25.0 %), without words',
      ]),
    });
  });

  it('leaves out rows that do not fit, and tells what it cost', async () => {
    const { record } = await packaged(join(folder, 'mixed'), join(folder, 'some'), { licences: 'share-alike' });
    expect(record.licence).toMatchObject({
      carries: 'CC-BY-SA-4.0',
      leftOutRows: 72,
      leftOutSources: [{ name: 'words' }],
    });
    expect(record.sources.map(({ name }) => name)).toEqual(['table', 'templates']);
  });

  it('counts a source without a licence as unknown, and packages it for use at home alone', async () => {
    const run = writeRun(join(folder, 'unknown'), madeRows(), { ...SOURCES, words: '' });
    await expect(packaged(run, join(folder, 'none'))).rejects.toThrow(
      'no licence allows rows of words (no licence stated)',
    );
    const { record } = await packaged(run, join(folder, 'home'), { licences: 'any' });
    expect(record.licence.carries).toBe('');
    expect(readFileSync(join(folder, 'home', 'README.md'), 'utf8')).toContain('license: "unknown"');
  });
});

it.skipIf(!hasPython())('is read by PyYAML as it was meant', () => {
  const script = 'import sys,json,yaml;print(json.dumps([yaml.safe_load(x) for x in json.load(sys.stdin)]))';
  const texts = HOSTILE.map((text) => frontMatterOf(paper(papersOf({ ...record, title: text }), 'README.md')));
  const read = execFileSync('python3', ['-c', script], { input: JSON.stringify(texts), encoding: 'utf8' });
  expect((JSON.parse(read) as { pretty_name: string }[]).map((card) => card.pretty_name)).toEqual(HOSTILE);
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import yaml'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
