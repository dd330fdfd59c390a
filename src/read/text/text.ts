import type { TextReader } from '../reader.js';
import { aligned } from './aligned.js';
import { android } from './android.js';
import { bibleXml } from './bible-xml.js';
import { frequency } from './frequency.js';
import { lines } from './lines.js';
import { moses } from './moses.js';
import { pairs } from './pairs.js';
import { po } from './po.js';
import { tatoeba } from './tatoeba.js';
import { tmx } from './tmx.js';
import { unilex } from './unilex.js';
import { verses } from './verses.js';

/** All formats of text to learn from. A new one is a file here and a line below. */
export const textReaders: readonly TextReader[] = [
  pairs,
  tatoeba,
  moses,
  verses,
  aligned,
  bibleXml,
  tmx,
  po,
  lines,
  frequency,
  unilex,
  android,
];
