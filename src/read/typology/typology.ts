import type { TypologyReader } from '../reader.js';
import { cldf } from './cldf.js';

/** All formats of typological data. A new one is a file here and a line below. */
export const typologyReaders: readonly TypologyReader[] = [cldf];
