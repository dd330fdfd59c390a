import type { LexiconReader } from '../reader.js';
import { abvd } from './abvd.js';
import { abvdXml } from './abvd-xml.js';
import { android } from './android.js';
import { calqueLexicon } from './calque.js';
import { calqueExport } from './calque-export.js';
import { cedict } from './cedict.js';
import { cldfLexicon } from './cldf.js';
import { concepts } from './concepts.js';
import { dictd } from './dictd.js';
import { ding } from './ding.js';
import { dix } from './dix.js';
import { dsl } from './dsl.js';
import { edict } from './edict.js';
import { giella } from './giella.js';
import { json } from './json.js';
import { jsonGlossary } from './json-glossary.js';
import { kaikki } from './kaikki.js';
import { lift } from './lift.js';
import { omw } from './omw.js';
import { pairs } from './pairs.js';
import { po } from './po.js';
import { sfm } from './sfm.js';
import { spaced } from './spaced.js';
import { stardict } from './stardict.js';
import { swadesh } from './swadesh.js';
import { tbx } from './tbx.js';
import { tei } from './tei.js';
import { tmx } from './tmx.js';
import { wide } from './wide.js';
import { wnLmf } from './wn-lmf.js';
import { xdxf } from './xdxf.js';
import { xliff } from './xliff.js';

/** Formats in XML. */
const inXml: readonly LexiconReader[] = [abvdXml, android, dix, giella, lift, tbx, tei, tmx, wnLmf, xdxf, xliff];

/** Formats in text and in bytes. */
const inText: readonly LexiconReader[] = [
  abvd,
  cedict,
  cldfLexicon,
  concepts,
  dictd,
  ding,
  dsl,
  edict,
  json,
  jsonGlossary,
  kaikki,
  omw,
  pairs,
  po,
  sfm,
  spaced,
  stardict,
  swadesh,
  wide,
];

/** All formats of bilingual lexicons. A new one is a file here and a line above. */
export const lexiconReaders: readonly LexiconReader[] = [calqueLexicon, calqueExport, ...inText, ...inXml];
