import type { LexiconReader } from '../reader.js';
import { calqueLexicon } from './calque.js';
import { dix } from './dix.js';
import { giella } from './giella.js';
import { lift } from './lift.js';
import { pairs } from './pairs.js';
import { sfm } from './sfm.js';
import { swadesh } from './swadesh.js';
import { tbx } from './tbx.js';
import { tei } from './tei.js';
import { tmx } from './tmx.js';
import { wide } from './wide.js';
import { xdxf } from './xdxf.js';

/** Formats in XML. */
const inXml: readonly LexiconReader[] = [dix, giella, lift, tbx, tei, tmx, xdxf];

/** Formats in text and in bytes. */
const inText: readonly LexiconReader[] = [pairs, sfm, swadesh, wide];

/** All formats of bilingual lexicons. A new one is a file here and a line above. */
export const lexiconReaders: readonly LexiconReader[] = [calqueLexicon, ...inText, ...inXml];
