import type { ValueReader } from '../reader.js';
import { calqueValues } from './calque.js';
import { valueLines } from './lines.js';

/** All formats of slot values. A new one is a file here and a line below. */
export const valueReaders: readonly ValueReader[] = [calqueValues, valueLines];
