import type { TemplateReader } from '../reader.js';
import { calqueTemplates } from './calque.js';
import { conll } from './conll.js';
import { hassil } from './hassil.js';
import { injongo } from './injongo.js';
import { massive } from './massive.js';
import { rasa } from './rasa.js';
import { sentences } from './sentences.js';
import { snips } from './snips.js';
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
];
