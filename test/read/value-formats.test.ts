import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ValueItem } from '../../src/model/model.js';
import { detect, openInput, type ReadOptions, valueReaders } from '../../src/read/read.js';
import { FIXTURES, write } from './support.js';

/** `line english=text*weight`, or `line ! reason`. */
async function read(file: string, options: ReadOptions): Promise<string[]> {
  const input = await openInput(file.startsWith('/') ? file : join(FIXTURES, 'value', file));
  const { batches } = await detect(valueReaders, input).open(input, { slot: 'place_name', ...options });
  const items: ValueItem[] = [];
  for await (const batch of batches) items.push(...batch);
  return items.map((item) =>
    'reason' in item ? `${item.line} ! ${item.reason}` : `${item.line} ${item.english}=${item.text}*${item.weight}`,
  );
}

describe('GeoNames', () => {
  it('gives places by their main name where the script is that of the language', async () => {
    expect(await read('places.txt', { language: 'sw' })).toEqual([
      '1 =Mto wa Samaki*1200',
      '2 =Kilima*90000',
      '3 =Warm Water*300',
      '3 თბილი წყალი=Warm Water*1',
      '4 =Bonde*1',
      '5 ! too few columns',
      '6 =Ziwa*50',
    ]);
  });

  it('takes other names by their script, and renders the main name with them', async () => {
    expect(await read('places.txt', { language: 'ka', countries: ['TZ', 'GE'] })).toEqual([
      '2 =კილიმა*90000',
      '2 kilima=კილიმა*1',
      '3 =თბილი წყალი*300',
      '4 =კილიმა*1',
      '4 bonde=კილიმა*1',
      '5 ! too few columns',
      "6 ! has no name in the language's script",
    ]);
    // Cyrillic names may be Russian, Kazakh or Mongolian: several of them tell nothing.
    expect((await read('places.txt', { language: 'mn' })).at(-1)).toBe(
      '6 ! has several names in a script that many languages share',
    );
  });

  it('gives countries in English, or another column of theirs', async () => {
    expect(await read('countries.txt', {})).toEqual(['4 =Inland*500', '5 =Isles*20', '6 ! the column is empty']);
    expect(await read('countries.txt', { columns: ['capital'], countries: ['XA'] })).toEqual(['4 =Riverton*500']);
    await expect(read('countries.txt', { columns: ['King'] })).rejects.toThrow('there is no column "King"');
    await expect(read('countries.txt', { language: 'sw' })).rejects.toThrow('in English alone');
  });
});

describe('CLDR', () => {
  it('joins names with the English ones beside them, each with its line', async () => {
    const rows = await read('main/sw/territories.json', {});
    expect(rows.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
      '9 world=Dunia*1',
      '10 latin america=Amerika ya Kilatini*1',
      '11 kenya=Kenya*1',
      '12 germany=Ujerumani*1',
      '13 ! not translated: the name is its code',
      '14 uk=Uingereza*1',
    ]);
  });

  it('takes currencies, and names without English ones as they are', async () => {
    expect(await read('currencies.json', {})).toEqual(['6 =punt Prydain*1', '7 =swllt Kenya*1']);
  });

  it('asks for the slot', async () => {
    await expect(read('currencies.json', { slot: '' })).rejects.toThrow('which slot its values are for');
  });
});

describe('values', () => {
  it('hold no square bracket: rows mark slots with them', async () => {
    expect(await read(write('swahili.txt', 'Gori (mji)\nGori [mji]\nGo]ri\n'), {})).toEqual([
      '1 =Gori (mji)*1',
      '2 ! holds a square bracket, which marks slots',
      '3 ! holds a square bracket, which marks slots',
    ]);
  });
});
