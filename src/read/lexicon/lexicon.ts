import type { LexiconReader } from '../reader.js';
import { calqueLexicon } from './calque.js';
import { dix } from './dix.js';
import { pairs } from './pairs.js';
import { sfm } from './sfm.js';
import { swadesh } from './swadesh.js';
import { tei } from './tei.js';

/** Formats in XML. */
const inXml: readonly LexiconReader[] = [dix, tei];

/** All formats of bilingual lexicons. A new one is a file here and a line below. */
export const lexiconReaders: readonly LexiconReader[] = [calqueLexicon, pairs, sfm, swadesh, ...inXml];
