import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress.js';
import { formatTable } from '../../src/cli/table.js';
import { count, displayWidth, plural, truncate, visible, visibleLines } from '../../src/cli/text.js';

describe('text from data', () => {
  it('never drives the terminal', () => {
    expect(visible('a\u001b[31mb\u0007\r\u202ec\u0085\ufeff')).toBe(
      'a\\u{1b}[31mb\\u{7}\\u{d}\\u{202e}c\\u{85}\\u{feff}',
    );
    expect(visible('ünïcödé ქართული اردو')).toBe('ünïcödé ქართული اردو');
    expect(visibleLines('a\tb\nc')).toBe('a\\u{9}b\nc');
  });

  it('is measured in cells', () => {
    expect(['abc', 'ქართ', '日本', 'e\u0301', '🙂'].map(displayWidth)).toEqual([3, 4, 4, 1, 2]);
    expect(truncate('abcdef', 4)).toBe('abc…');
    expect(truncate('日本語', 4)).toBe('日…');
    expect(truncate('abcd', 4)).toBe('abcd');
  });

  it('counts as people do', () => {
    expect([0, 999, 1000, 1234567].map(count)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([plural(1, 'row'), plural(2, 'row')]).toEqual(['1 row', '2 rows']);
  });
});

describe('formatTable', () => {
  const columns = [{ title: 'name' }, { title: 'rows', right: true }];

  it('aligns text to the left and numbers to the right', () => {
    expect(
      formatTable(
        columns,
        [
          ['sw', '12'],
          ['longer', '3'],
        ],
        80,
      ),
    ).toBe('name    rows\nsw        12\nlonger     3');
  });

  it('lets the widest column give way, and no line be wider than the terminal', () => {
    const table = formatTable(columns, [['x'.repeat(200), '12']], 40);
    expect(table.split('\n').every((line) => displayWidth(line) <= 40)).toBe(true);
    expect(table).toContain('…    12');
  });

  it('keeps a cell on its line', () => {
    expect(formatTable([{ title: 'a' }], [['b\nc']], 80)).toBe('a\nb\\u{a}c');
  });
});

describe('Progress', () => {
  function watch(isTTY: boolean) {
    const written: string[] = [];
    let now = 0;
    const stream = { isTTY, columns: 20, write: (text: string) => written.push(text) };
    const progress = new Progress(stream, () => now);
    return {
      progress,
      written,
      at: (time: number) => {
        now = time;
      },
    };
  }

  it('is silent for the first second, then tells at most ten times a second', () => {
    const { progress, written, at } = watch(true);
    for (let time = 0; time <= 2000; time += 10) {
      at(time);
      progress.update(() => `${time}`);
    }
    expect(written).toHaveLength(11);
    expect(written[0]).toBe('\r\u001b[K1000');
    progress.done();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('fits the line and escapes what it shows', () => {
    const { progress, written, at } = watch(true);
    at(1500);
    progress.update(() => `\u001b${'x'.repeat(50)}`);
    expect(written[0]).toBe(`\r\u001b[K\\u{1b}${'x'.repeat(12)}…`);
  });

  it('says nothing where nobody looks', () => {
    const { progress, written, at } = watch(false);
    at(5000);
    progress.update(() => 'x');
    progress.done();
    expect(written).toEqual([]);
  });
});
