import type { TemplateReader } from '../reader.js';
import { calqueTemplates } from './calque.js';
import { massive } from './massive.js';

/** All formats of labelled utterances. A new one is a file here and a line below. */
export const templateReaders: readonly TemplateReader[] = [massive, calqueTemplates];
