import { CalqueError, type TypologyItem } from '../../model/model.js';
import { statedInMetadata } from '../cldf.js';
import { openInput } from '../input.js';
import { quotedRows } from '../lines.js';
import type { Input, ReadOptions, TypologyReader } from '../reader.js';
import { rejection } from '../reject.js';
import { codesOf } from './codes.js';

const METADATA = 'StructureDataset-metadata.json';

/** CLDF StructureDataset, as WALS and Grambank are published. */
export const cldf: TypologyReader = {
  id: 'cldf',
  title: 'CLDF StructureDataset (WALS, Grambank): folder, metadata or values.csv',
  extensions: ['csv', 'json'],
  specification: 'https://github.com/cldf/cldf/tree/master/modules/StructureDataset',
  carries: ['typological features'],
  sniff(input) {
    if (isMetadata(input)) return 1;
    const names = headerOf(input);
    return ['Language_ID', 'Parameter_ID', 'Value'].every((name) => names.includes(name)) ? 1 : 0;
  },
  async open(input, options) {
    const values = isMetadata(input) ? await input.sibling('values.csv') : input;
    if (!values) throw missing(input, 'values.csv');
    const languages = await values.sibling('languages.csv');
    if (!languages) throw missing(input, 'languages.csv');
    const codes = await codesOf(languages, await glottologOf(values, options));
    if (codes.size === 0) {
      throw new CalqueError('input', 'its languages.csv has no ISO 639-3 codes (ISO639P3code is empty)', {
        place: { file: languages.file },
        suggestions: [
          'Grambank publishes none, and Glottolog has them: put its data set into the folder glottolog beside this one',
          'or name its table of languages: --with glottolog/languages.csv',
        ],
      });
    }
    const metadata = isMetadata(input) ? input : await values.sibling(METADATA);
    return { ...(await statedInMetadata(metadata)), language: '', batches: readValues(values, codes) };
  },
};

/** Glottolog's table of languages: as it was named, else in the folder beside the data set. */
async function glottologOf(values: Input, { with: named }: ReadOptions): Promise<Input | undefined> {
  return named === undefined ? values.sibling('../glottolog/languages.csv') : openInput(named);
}

function isMetadata({ head }: Input): boolean {
  return head.trimStart().startsWith('{') && head.includes('terms.rdf#StructureDataset');
}

function headerOf({ head }: Input): string[] {
  const line = head.split(/\r?\n/, 1)[0] as string;
  return line.split(',').map((name) => name.replace(/^"|"$/g, ''));
}

function missing(input: Input, name: string): CalqueError {
  return new CalqueError('input', `${name} is not beside it`, {
    place: { file: input.file },
    suggestions: ['a CLDF data set is a folder: keep its files together and name the folder'],
  });
}

interface ValueColumns {
  readonly language: number;
  readonly parameter: number;
  readonly value: number;
}

async function* readValues(values: Input, codes: ReadonlyMap<string, string>): AsyncGenerator<TypologyItem[]> {
  let at: ValueColumns | undefined;
  for await (const rows of quotedRows(values, ',')) {
    const items: TypologyItem[] = [];
    for (const { line, cells } of rows) {
      if (at) items.push(readValue(line, cells, { at, codes }));
      else at = columnsOf(values, cells);
    }
    yield items;
  }
}

function columnsOf(values: Input, names: readonly string[]): ValueColumns {
  const at = {
    language: names.indexOf('Language_ID'),
    parameter: names.indexOf('Parameter_ID'),
    value: names.indexOf('Value'),
  };
  if (Math.min(at.language, at.parameter, at.value) >= 0) return at;
  throw new CalqueError('input', 'has no columns Language_ID, Parameter_ID and Value', {
    place: { file: values.file },
  });
}

interface ValueFacts {
  readonly at: ValueColumns;
  readonly codes: ReadonlyMap<string, string>;
}

function readValue(line: number, cells: readonly string[], { at, codes }: ValueFacts): TypologyItem {
  const id = cells[at.language] ?? '';
  const parameter = cells[at.parameter] ?? '';
  const value = cells[at.value] ?? '';
  const language = codes.get(id);
  const text = cells.join(',');
  if (parameter === '' || value === '' || value === '?') return rejection(line, 'no value', text);
  if (language === undefined) return rejection(line, `language ${JSON.stringify(id)} has no ISO 639-3 code`, text);
  return { line, language, parameter, value };
}
