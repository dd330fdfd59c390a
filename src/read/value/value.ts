import type { ValueReader } from '../reader.js';
import { calqueValues } from './calque.js';
import { cldr } from './cldr.js';
import { countryInfo } from './country-info.js';
import { geonames } from './geonames.js';
import { valueLines } from './lines.js';

/** All formats of slot values. A new one is a file here and a line below. */
export const valueReaders: readonly ValueReader[] = [calqueValues, valueLines, geonames, countryInfo, cldr];
