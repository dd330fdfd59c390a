import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CalqueError } from '../../src/model/model.js';
import { walkInputs } from '../../src/read/read.js';
import { FIXTURES, mutate, readLexicon } from './support.js';

const SETS = [
  { folder: 'wordlist', open: 'forms.csv', needed: ['languages.csv', 'parameters.csv'] },
  { folder: 'dictionary', open: 'entries.csv', needed: ['senses.csv'] },
  { folder: 'stardict', open: 'words.ifo', needed: ['words.idx', 'words.dict.dz', 'words.syn'] },
  { folder: 'android', open: 'values-sw/strings.xml', needed: ['values/strings.xml', 'values-sw/strings.xml'] },
  { folder: 'dictd', open: 'eng-swh.index', needed: ['eng-swh.dict.dz'] },
];

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'calque-set-'));
  cpSync(join(FIXTURES, 'lexicon', folder), copy, { recursive: true });
  return copy;
}

describe('formats of several files', () => {
  it.each(SETS)(
    '$folder ends in a result or a CalqueError when a file of it is damaged',
    async ({ folder, open, needed }) => {
      const copy = copyOf(folder);
      for (const name of needed) {
        const bytes = readFileSync(join(copy, name));
        for (let round = 0; round < 50; round++) {
          writeFileSync(join(copy, name), mutate(bytes, round));
          try {
            await readLexicon(join(copy, open));
          } catch (error) {
            expect(error).toBeInstanceOf(CalqueError);
            expect((error as CalqueError).message).toContain(copy);
          }
        }
        writeFileSync(join(copy, name), bytes);
      }
    },
  );

  it.each([
    ['wordlist', 'forms.csv', 'parameters.csv', /parameters\.csv is not beside it/],
    ['dictionary', 'entries.csv', 'senses.csv', /senses\.csv is not beside it/],
    ['android', 'values-sw/strings.xml', 'values/strings.xml', /values\/strings\.xml, which .* is not there/],
    ['stardict', 'words.ifo', 'words.idx', /words\.idx is not beside it/],
    ['stardict', 'words.ifo', 'words.dict.dz', /words\.dict is not beside it/],
    ['dictd', 'eng-swh.index', 'eng-swh.dict.dz', /eng-swh\.dict or \.dict\.dz is not beside it/],
  ])('%s: %s misses %s', async (folder, open, missing, message) => {
    const copy = copyOf(folder);
    rmSync(join(copy, missing));
    await expect(readLexicon(join(copy, open))).rejects.toThrow(message);
  });

  it('warns of synonyms that are announced and missing', async () => {
    const copy = copyOf('stardict');
    rmSync(join(copy, 'words.syn'));
    const { lines } = await readLexicon(join(copy, 'words.ifo'));
    expect(lines[0]).toBe('1 ! 1 other forms of headwords are announced, and the .syn file is missing');
    expect(lines).toContain('1 book=kitabu /N//1');
  });

  it.each(SETS)('$folder is one file for a walk', async ({ folder, open }) => {
    const copy = copyOf(folder);
    const { files, skipped } = await walkInputs([copy]);
    expect(files).toEqual([join(copy, open)]);
    expect(skipped.length).toBe(readdirSync(copy).length - 1);
  });
});
