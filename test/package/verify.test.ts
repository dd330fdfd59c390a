// A package is made, spoilt in one place, and checked: what was spoilt must be found, and named.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../src/cli/package-verify.js';
import { checksums, type Fault, type PackageRecord } from '../../src/package/package.js';
import { madeRows, packaged, SILENT, writeRun } from './runs.js';

const folder = mkdtempSync(join(tmpdir(), 'calque-verify-'));
const whole = join(folder, 'set');
const spoilt = join(folder, 'spoilt');

beforeAll(async () => {
  const sources = { templates: 'CC-BY-4.0', table: 'CC-BY-SA-3.0', words: 'CC0-1.0' };
  const run = writeRun(join(folder, 'run'), madeRows(12, 3), sources);
  await packaged(run, whole);
});
afterAll(() => rmSync(folder, { recursive: true }));

const check = async (path: string) => verifyPackage(path, SILENT);

/** The faults of a copy in which something was changed. */
async function faultsAfter(change: () => void): Promise<readonly Fault[]> {
  rmSync(spoilt, { recursive: true, force: true });
  cpSync(whole, spoilt, { recursive: true });
  change();
  return (await check(spoilt)).faults;
}

const inCopy = (file: string) => join(spoilt, file);
const read = (file: string) => readFileSync(inCopy(file), 'utf8');
const write = (file: string, text: string) => writeFileSync(inCopy(file), text);

function allFiles(at = whole, below = ''): string[] {
  return readdirSync(join(at, below)).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    return statSync(join(at, path)).isDirectory() ? allFiles(at, path) : [path];
  });
}

/** Makes the sums right again, in the list and in the record, as one would who wants to hide a change. */
function reseal(): void {
  const record = JSON.parse(read('run.json')) as PackageRecord;
  const sum = (file: string) =>
    createHash('sha256')
      .update(readFileSync(inCopy(file)))
      .digest('hex');
  const files = record.files.map((each) => ({
    ...each,
    sha256: sum(each.file),
    bytes: statSync(inCopy(each.file)).size,
  }));
  write('run.json', `${JSON.stringify({ ...record, files }, null, 1)}\n`);
  const listed = allFiles(spoilt).filter((file) => file !== 'SHA256SUMS');
  write('SHA256SUMS', checksums(new Map(listed.map((file) => [file, sum(file)]))));
}

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('holds as it was made', async () => {
  const verified = await check(whole);
  expect([verified.faults, verified.ok, verified.licence]).toEqual([[], true, 'CC-BY-SA-4.0']);
});

it('finds each of 160 flipped bits, and names the file', async () => {
  const draw = numbers(7);
  const files = allFiles();
  rmSync(spoilt, { recursive: true, force: true });
  cpSync(whole, spoilt, { recursive: true });
  for (let i = 0; i < 160; i++) {
    const file = files[i % files.length]!;
    const bytes = readFileSync(inCopy(file));
    const flipped = Buffer.from(bytes);
    flipped[draw(bytes.length)]! ^= 1 << draw(8);
    writeFileSync(inCopy(file), flipped);
    const { faults } = await check(spoilt);
    writeFileSync(inCopy(file), bytes);
    expect([file, faults.length > 0]).toEqual([file, true]);
    // A sum that differs cannot tell which of the two was changed.
    if (file !== 'SHA256SUMS') expect(faults.map((fault) => fault.file)).toContain(file);
  }
}, 60_000);

describe('finds, where all sums were made right again,', () => {
  const massive = 'massive/sw.jsonl';
  const changeLine = (file: string, change: (line: string) => string) => () => {
    const lines = read(file).split('\n');
    lines[3] = change(lines[3]!);
    write(file, lines.join('\n'));
  };
  const changeRecord = (change: (record: Record<string, unknown>) => object) => () =>
    write('run.json', `${JSON.stringify(change(JSON.parse(read('run.json')) as Record<string, unknown>), null, 1)}\n`);
  const swapped = (first: string, second: string) => () => {
    const [a, b] = [read(first).split('\n'), read(second).split('\n')];
    [a[2], b[2]] = [b[2]!, a[2]!];
    write(first, a.join('\n'));
    write(second, b.join('\n'));
  };

  it.each<[string, string, () => void]>([
    [
      'a span that was moved',
      'schema',
      changeLine(massive, (line) => line.replace('] sasa"', ' sasa]"').replace(' sasa"', ' sasi"')),
    ],
    [
      'a span that was moved in one format',
      'formats',
      changeLine(massive, (line) => line.replace('] sasa"', ' sasa]"')),
    ],
    [
      'a word that was changed in one format',
      'formats',
      changeLine(massive, (line) => line.replaceAll('sasa', 'sasi')),
    ],
    [
      'an intent that was changed',
      'counts',
      changeLine(massive, (line) => line.replace(/"intent":"\w+"/, '"intent":"none"')),
    ],
    [
      'a partition that was changed',
      'splits',
      changeLine(massive, (line) =>
        line.replace(/"partition":"(\w+)"/, (_, side) => `"partition":"${side === 'train' ? 'dev' : 'train'}"`),
      ),
    ],
    ['a key that is missing', 'schema', changeLine(massive, (line) => line.replace('"worker_id":"",', ''))],
    ['a row that is no JSON', 'schema', changeLine(massive, (line) => line.slice(1))],
    ['a row that is gone', 'counts', () => write(massive, read(massive).split('\n').slice(1).join('\n'))],
    ['a row that is there twice', 'counts', () => write(massive, `${read(massive).split('\n')[0]}\n${read(massive)}`)],
    [
      'a tag that continues nothing',
      'schema',
      changeLine('token-classification/sw.train.jsonl', (line) => line.replace('"B-date"', '"I-date"')),
    ],
    [
      'a tag too many',
      'schema',
      changeLine('token-classification/sw.train.jsonl', (line) => line.replace('"ner_tags":[', '"ner_tags":["O",')),
    ],
    [
      'an intent of one word',
      'schema',
      changeLine('conll/sw.train.conll', (line) => line.replace(/\t\w+_\w+\t/, '\tnone\t')),
    ],
    [
      'a word of a block',
      'schema',
      () => write('conll/sw.train.conll', read('conll/sw.train.conll').replace('\tsasa\t', '\tsasi\t')),
    ],
    ['a quote that is open', 'schema', changeLine('csv/sw.train.csv', (line) => `"${line}`)],
    [
      'a target without its intent',
      'schema',
      changeLine('text-to-text/sw.train.jsonl', (line) => line.replace(/ \w+","annot/, '","annot')),
    ],
    [
      'a target whose labels are not its slots',
      'schema',
      changeLine('text-to-text/sw.train.jsonl', (line) => line.replace(' date ', ' time ')),
    ],
    [
      'a text that its tokens are not',
      'schema',
      changeLine('token-classification/sw.train.jsonl', (line) => line.replace(/"text":"\w+/, '"text":"nyingine')),
    ],
    [
      'rows that changed sides, in tokens',
      'splits',
      swapped('token-classification/sw.train.jsonl', 'token-classification/sw.dev.jsonl'),
    ],
    ['rows that changed sides, in text', 'splits', swapped('text-to-text/sw.train.jsonl', 'text-to-text/sw.dev.jsonl')],
    ['rows that changed sides, in CSV', 'splits', swapped('csv/sw.train.csv', 'csv/sw.dev.csv')],
    [
      'tables that changed names',
      'splits',
      () => {
        const [train, dev] = ['train', 'validation'].map((name) => inCopy(`huggingface/sw-tier-b/${name}.parquet`));
        renameSync(train!, `${train}.tmp`);
        renameSync(dev!, train!);
        renameSync(`${train}.tmp`, dev!);
      },
    ],
    [
      'a template that was given to another side',
      'splits',
      () => write('splits.json', read('splits.json').replace('"train"\n  ]', '"dev"\n  ]')),
    ],
    ['a file that was added', 'record', () => write('notes.txt', 'x')],
    ['a data file that was added', 'record', () => write('massive/tr.jsonl', read(massive))],
    [
      'a card that says another licence',
      'papers',
      () => write('README.md', read('README.md').replace('cc-by-sa-4.0', 'mit')),
    ],
    [
      'a card that says another number',
      'papers',
      () => write('README.md', read('README.md').replace(/num_examples: \d+/, 'num_examples: 7')),
    ],
    ['a card with a line more', 'papers', () => write('README.md', `${read('README.md')}Approved.\n`)],
    [
      'a datasheet that was changed',
      'papers',
      () => write('DATASHEET.md', read('DATASHEET.md').replace('Not known', 'None')),
    ],
    [
      'an attribution that was left out',
      'papers',
      () => write('ATTRIBUTION.md', read('ATTRIBUTION.md').replace('CC-BY-4.0', 'CC0-1.0')),
    ],
    [
      'a citation that was changed',
      'papers',
      () => write('CITATION.cff', read('CITATION.cff').replace('Example', 'Other')),
    ],
    [
      'a Croissant hash in capitals',
      'papers',
      () =>
        write(
          'croissant.json',
          read('croissant.json').replace(/"sha256": "(\w+)"/, (_, sum: string) => `"sha256": "${sum.toUpperCase()}"`),
        ),
    ],
    [
      'a licence in the record that the sources forbid',
      'licence',
      changeRecord((record) => ({ ...record, licence: { ...(record.licence as object), carries: 'CC-BY-4.0' } })),
    ],
    [
      'a licence that nobody stated',
      'licence',
      changeRecord((record) => ({ ...record, licence: { ...(record.licence as object), carries: '' } })),
    ],
    [
      'an obligation that was dropped',
      'licence',
      changeRecord((record) => ({ ...record, licence: { ...(record.licence as object), owed: [] } })),
    ],
    [
      'a source whose licence was changed',
      'licence',
      changeRecord((record) => ({
        ...record,
        sources: (record.sources as object[]).map((each) => ({ ...each, licence: 'GPL-2.0-only' })),
      })),
    ],
    ['a number of rows', 'counts', changeRecord((record) => ({ ...record, rows: 1 }))],
    [
      'a number of a language',
      'counts',
      changeRecord((record) => ({
        ...record,
        languages: (record.languages as object[]).map((each) => ({ ...each, slots: [] })),
      })),
    ],
    ['a record of another shape', 'record', changeRecord(({ licence, ...rest }) => rest)],
    ['lists that are none', 'record', changeRecord((record) => ({ ...record, languages: [1, null] }))],
    ['a release that the papers do not have', 'papers', changeRecord((record) => ({ ...record, release: '9.0.0' }))],
  ])('%s: %s', async (_, wanted, change) => {
    const faults = await faultsAfter(() => {
      change();
      try {
        reseal();
      } catch {
        // A record of another shape cannot be sealed.
      }
    });
    expect(faults.map((fault) => fault.check)).toContain(wanted);
  });
});

it('finds a text on two sides, where the split says that there is none', async () => {
  const only = join(folder, 'only');
  await packaged(join(folder, 'run'), only, { formats: ['massive'] });
  const file = join(only, 'massive/sw.jsonl');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Record<string, string>);
  const [dev, train] = ['dev', 'train'].map((side) => rows.find(({ partition }) => partition === side)!);
  Object.assign(dev!, { utt: train!.utt, annot_utt: train!.annot_utt });
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const { faults } = await check(only);
  const leaks = faults.filter((fault) => fault.check === 'leaks').map(({ message }) => message);
  expect(leaks).toEqual([
    expect.stringMatching(/its text is in \w+ and in \w+$/),
    expect.stringContaining('without values'),
  ]);
});

it.each(['SHA256SUMS', 'run.json', 'README.md', 'massive/sw.jsonl'])('names %s when it is missing', async (file) => {
  const faults = await faultsAfter(() => rmSync(inCopy(file)));
  expect(faults.map((fault) => fault.file)).toContain(file);
});
