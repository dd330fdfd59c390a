import type { Row } from '../../src/model/model.js';
import {
  type FormatOptions,
  PACKAGE_FORMATS,
  type PackageFormat,
  type PackageOutput,
  type PackageRow,
  preparedRow,
} from '../../src/package/package.js';

const ROW: Row = {
  id: '11#0',
  locale: 'sw',
  partition: 'train',
  scenario: 'alarm',
  intent: 'alarm_set',
  utt: 'niamshe saa tatu asubuhi ijumaa',
  annot_utt: 'niamshe [time : saa tatu asubuhi] [date : ijumaa]',
  slot_method: [{ slot: 'time', method: 'translation' }],
  score: 0.9,
  tier: 'A',
  template: '11',
  sources: ['starter'],
};

/** A row as a package takes it; its text follows from its annotation. */
export function rowWith(changes: Partial<PackageRow> = {}): PackageRow {
  const { partition = 'train', origin = 'generated', ...row } = changes;
  return { ...preparedRow({ ...ROW, ...row }, partition, origin) };
}

export function format(id: string): PackageFormat {
  const found = PACKAGE_FORMATS.find((each) => each.id === id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
}

/** What a format writes of rows, by the names of its files, and what it says of them. */
export function written(id: string, rows: readonly PackageRow[], options: Partial<FormatOptions> = {}) {
  const pieces = new Map<string, (string | Uint8Array)[]>();
  const files = {
    open(file: string) {
      const list = pieces.get(file) ?? [];
      pieces.set(file, list);
      return { write: (piece: string | Uint8Array) => void list.push(piece) };
    },
    spool() {
      const texts: string[] = [];
      return {
        write: (text: string) => void texts.push(text),
        copyTo: (output: PackageOutput) => output.write(texts.join(''), 0),
      };
    },
  };
  const writer = format(id).open(files, { spreadsheetSafe: false, examples: 2, ...options });
  for (const row of rows) writer.write(row);
  const notes = writer.finish();
  const bytes = new Map(
    [...pieces].map(([file, list]) => [file, Buffer.concat(list.map((piece) => Buffer.from(piece)))]),
  );
  return { notes, bytes, texts: new Map([...bytes].map(([file, buffer]) => [file, buffer.toString()])) };
}
