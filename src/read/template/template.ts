import type { TemplateReader } from '../reader.js';
import { calqueTemplates } from './calque.js';
import { conll } from './conll.js';
import { fewShot } from './few-shot.js';
import { hassil } from './hassil.js';
import { hassilTests } from './hassil-tests.js';
import { injongo } from './injongo.js';
import { massive } from './massive.js';
import { parquet } from './parquet.js';
import { rasa } from './rasa.js';
import { sentences } from './sentences.js';
import { snips } from './snips.js';
import { textToText } from './text-to-text.js';
import { tokenClassification } from './token-classification.js';
import { utterances } from './utterances.js';

/** All formats of labelled utterances. A new one is a file here and a line below. */
export const templateReaders: readonly TemplateReader[] = [
  massive,
  calqueTemplates,
  sentences,
  utterances,
  snips,
  rasa,
  conll,
  injongo,
  hassil,
  hassilTests,
  tokenClassification,
  textToText,
  fewShot,
  parquet,
];
