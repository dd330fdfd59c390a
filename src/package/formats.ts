import { conll } from './conll.js';
import { csv } from './csv.js';
import { fewShot } from './few-shot.js';
import type { PackageFormat } from './format.js';
import { homeAssistant } from './home-assistant.js';
import { huggingface } from './huggingface.js';
import { massive } from './massive.js';
import { rasa } from './rasa.js';
import { snips } from './snips.js';
import { textToText } from './text-to-text.js';
import { tokenClassification } from './token-classification.js';

/** All formats that data sets are written in. A new one is a file here and a line below. */
export const PACKAGE_FORMATS: readonly PackageFormat[] = [
  massive,
  huggingface,
  conll,
  rasa,
  snips,
  homeAssistant,
  tokenClassification,
  textToText,
  fewShot,
  csv,
];
