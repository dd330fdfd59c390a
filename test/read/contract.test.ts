import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { damaged } from '../../bench/fault-inputs.js';
import { CalqueError } from '../../src/model/model.js';
import { detect, formats, openInput } from '../../src/read/read.js';
import { FIXTURES, isRejection, itemsOf, REGISTRIES, readerOf, SAMPLES, type Sample, write } from './support.js';

const FILES = SAMPLES.filter(({ file }) => statSync(join(FIXTURES, file)).isFile());

/** Formats of several files: places are in another one than the sample, and a copy of the sample alone is none. */
const OF_SEVERAL_FILES = new Set([
  'android',
  'cldf',
  'dictd',
  'omw',
  'moses',
  'panlex-swadesh',
  'stardict',
  'tatoeba',
  'verses',
]);

/** Formats that are no text: they have no lines, and no other encoding. */
const BINARY = new Set(['parquet']);

/** Formats that are one object, or are described by one. */
const GATHERING = new Set(['cldf', 'cldr', 'json-glossary']);

describe('every reader', () => {
  it('has a sample and says what it is', () => {
    for (const format of formats()) {
      expect(SAMPLES.some(({ kind, id }) => kind === format.kind && id === format.id)).toBe(true);
      expect(format.title.length).toBeGreaterThan(10);
      expect(format.carries.length).toBeGreaterThan(0);
    }
    for (const readers of REGISTRIES.values()) expect(new Set(readers.map(({ id }) => id)).size).toBe(readers.length);
  });

  it.each(SAMPLES)('$kind $id recognises its own sample $file and no other does', async (sample) => {
    const input = await openInput(join(FIXTURES, sample.file));
    for (const [kind, readers] of REGISTRIES) {
      for (const reader of readers) {
        const likeness = reader.sniff(input);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        if (kind === sample.kind) expect(likeness > 0).toBe(reader.id === sample.id);
      }
    }
    expect(detect(REGISTRIES.get(sample.kind) ?? [], input).id).toBe(sample.id);
  });

  it.each(SAMPLES)('$kind $id gives each item of $file a line, and every item a use', async (sample) => {
    const items = await itemsOf(readerOf(sample), join(FIXTURES, sample.file), sample.options);
    expect(items.filter((item) => !isRejection(item)).length).toBeGreaterThan(0);
    const text = statSync(join(FIXTURES, sample.file)).isFile()
      ? readFileSync(join(FIXTURES, sample.file), 'utf8')
      : '';
    for (const item of items) {
      expect(Number.isInteger(item.line)).toBe(true);
      expect(item.line).toBeGreaterThan(0);
      if (text !== '' && !OF_SEVERAL_FILES.has(sample.id) && !BINARY.has(sample.id))
        expect(item.line).toBeLessThanOrEqual(text.split('\n').length);
      for (const value of Object.values(item)) expect(value).toBeDefined();
      if (isRejection(item)) expect(item.text.length).toBeLessThanOrEqual(200);
    }
  });

  it.each(SAMPLES)('$kind $id reads $file twice alike', async (sample) => {
    const file = join(FIXTURES, sample.file);
    const first = await itemsOf(readerOf(sample), file, sample.options);
    expect(await itemsOf(readerOf(sample), file, sample.options)).toEqual(first);
  });

  it.each(FILES)('$kind $id reads $file with CRLF, a byte order mark or gzip alike', async (sample) => {
    const file = join(FIXTURES, sample.file);
    const name = sample.file.split('/').at(-1) as string;
    if (OF_SEVERAL_FILES.has(sample.id) || BINARY.has(sample.id)) return;
    const options = { to: 'sw', from: 'en', language: 'sw', ...sample.options };
    const plain = readFileSync(file, 'utf8').replaceAll('\r', '');
    const first = await itemsOf(readerOf(sample), write(name, plain), options);
    const variants: readonly (string | Uint8Array)[] = [
      plain.replaceAll('\n', '\r\n'),
      `\ufeff${plain}`,
      gzipSync(plain),
      Buffer.concat([gzipSync(plain.slice(0, 30)), gzipSync(plain.slice(30))]),
      Buffer.from(`\ufeff${plain}`, 'utf16le'),
    ];
    for (const variant of variants) {
      const items = await itemsOf(readerOf(sample), write(name, variant), options);
      const bare = items.map((item) => ({ ...item, text: isRejection(item) ? '' : undefined }));
      expect(bare).toEqual(first.map((item) => ({ ...item, text: isRejection(item) ? '' : undefined })));
    }
  });

  it.each(FILES)('$kind $id is lazy: it opens $file by its begin and reads it in steps', async (sample) => {
    const input = await openInput(join(FIXTURES, sample.file));
    let begun = 0;
    const chunks = async function* () {
      begun++;
      yield* input.chunks();
    };
    const opened = await readerOf(sample).open({ ...input, chunks }, sample.options ?? {});
    expect(begun).toBe(GATHERING.has(sample.id) ? begun : 0);
    const stream: AsyncIterable<unknown> = 'parts' in opened ? opened.parts : opened.batches;
    for await (const batch of stream) {
      expect(batch).toBeDefined();
      break;
    }
  });

  it.each(FILES)('$kind $id refuses a gzip of $file that is cut off', async (sample) => {
    const whole = gzipSync(readFileSync(join(FIXTURES, sample.file)));
    const file = write('cut.tsv.gz', whole.subarray(0, whole.length - 12));
    await expect(itemsOf(readerOf(sample), file, sample.options)).rejects.toThrow(/cut off|damaged/);
  });

  it('ends in a result or a CalqueError for 50 damaged copies, whatever it reads', async () => {
    const seconds = performance.now();
    for (const [index, of] of byReader().entries()) {
      // The costly kinds in turn: a huge field, deep nesting, an entity bomb.
      const rounds = [...Array.from({ length: 49 }, (_, round) => round), 99 + 200 * (index % 3)];
      for (const round of rounds) await readDamaged(of[round % of.length] as Sample, round);
    }
    expect(performance.now() - seconds).toBeLessThan(120_000);
  }, 120_000);
});

/** Samples of one reader together. */
function byReader(): Sample[][] {
  const readers = new Map<string, Sample[]>();
  for (const sample of FILES) {
    const id = `${sample.kind} ${sample.id}`;
    readers.set(id, [...(readers.get(id) ?? []), sample]);
  }
  return [...readers.values()];
}

async function readDamaged(sample: Sample, round: number): Promise<void> {
  const { kind, bytes } = damaged(readFileSync(join(FIXTURES, sample.file)), round);
  const file = write(sample.file.split('/').at(-1) as string, bytes);
  try {
    await itemsOf(readerOf(sample), file, { to: 'sw', language: 'sw', slot: 'date', ...sample.options });
    if (round % 10 === 0) for (const readers of REGISTRIES.values()) detect(readers, await openInput(file));
  } catch (error) {
    expect(error, `${sample.id}, ${sample.file}, round ${round}, ${kind}`).toBeInstanceOf(CalqueError);
  }
}
