import type { TableReader } from '../reader.js';
import { conllu } from './conllu.js';
import { kaikkiForms } from './kaikki.js';
import { monodix } from './monodix.js';
import { unimorph } from './unimorph.js';

/** All formats of inflection tables. A new one is a file here and a line below. */
export const tableReaders: readonly TableReader[] = [unimorph, conllu, monodix, kaikkiForms];
