import { CalqueError, type ValueItem } from '../../model/model.js';
import { faultOf, needsOf, tidy } from '../lexicon/tidy.js';
import { licenceWithin } from '../licence.js';
import { lineBatches } from '../lines.js';
import type { Input, ReadOptions, ValueReader } from '../reader.js';
import { rejection } from '../reject.js';
import { bracketFault } from './brackets.js';
import { saidSlot } from './slot.js';

const HEADER = /^#ISO\tISO3\t.*$/m;

/** What its names are in. */
const LANGUAGE = 'en';

/** Countries of the world by their English names, or another column of GeoNames' table of them. */
export const countryInfo: ValueReader = {
  id: 'country-info',
  title: 'GeoNames countries (`countryInfo.txt`): English names; --columns Capital takes another column',
  extensions: ['txt'],
  specification: 'https://download.geonames.org/export/dump/readme.txt',
  carries: ['slot values', 'weights'],
  sniff: ({ head }) => (HEADER.test(head) ? 1 : 0),
  async open(input, options) {
    const slot = saidSlot(input, options.slot);
    const columns = columnsOf(input, options);
    const language = options.language ?? options.to ?? LANGUAGE;
    if (language !== LANGUAGE) throw otherLanguage(input);
    const licence = licenceWithin(input.head.slice(0, input.head.search(HEADER))) || 'CC-BY-4.0';
    const stated = { title: 'GeoNames countries', licence, citation: 'https://www.geonames.org' };
    return { ...stated, language, batches: readCountries(input, { ...columns, slot, countries: options.countries }) };
  },
};

function otherLanguage(input: Input): CalqueError {
  return new CalqueError('input', 'has the names of countries in English alone', {
    place: { file: input.file },
    suggestions: ["import CLDR's: calque value import main/sw/territories.json --slot place_name"],
  });
}

interface CountryColumns {
  readonly column: number;
  readonly population: number;
}

function columnsOf(input: Input, options: ReadOptions): CountryColumns {
  const header = (HEADER.exec(input.head)?.[0] ?? '').split('\t').map((name) => name.trim());
  const wanted = options.columns?.[0] ?? 'Country';
  const column = header.findIndex((name) => name.toLowerCase() === wanted.toLowerCase());
  if (column >= 0) return { column, population: header.indexOf('Population') };
  throw new CalqueError('input', `there is no column ${JSON.stringify(wanted)}`, {
    place: { file: input.file },
    suggestions: [`the columns are: ${header.join(', ').slice(0, 500)}`],
  });
}

interface Wanted extends CountryColumns {
  readonly slot: string;
  readonly countries: readonly string[] | undefined;
}

async function* readCountries(input: Input, wanted: Wanted): AsyncGenerator<ValueItem[]> {
  const countries = wanted.countries?.map((country) => country.toUpperCase());
  for await (const { first, lines } of lineBatches(input)) {
    const items: ValueItem[] = [];
    for (const [index, row] of lines.entries()) {
      if (row.trim() === '' || row.startsWith('#')) continue;
      const cells = row.split('\t');
      if (countries && !countries.includes(cells[0] as string)) continue;
      items.push(readCountry(first + index, row, { ...wanted, cells }));
    }
    yield items;
  }
}

function readCountry(
  line: number,
  row: string,
  of: CountryColumns & { slot: string; cells: readonly string[] },
): ValueItem {
  const text = tidy(of.cells[of.column] ?? '');
  const fault = faultOf(row, needsOf(row)) || (text === '' ? 'the column is empty' : bracketFault(text));
  const weight = Math.max(1, Number(of.cells[of.population]) || 1);
  return fault === '' ? { line, slot: of.slot, english: '', text, weight } : rejection(line, fault, row);
}
