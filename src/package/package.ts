import { conll } from './conll.js';
import type { PackageFormat } from './format.js';
import { massive } from './massive.js';

export type { PackageFormat } from './format.js';

/** All formats that data sets are written in. */
export const PACKAGE_FORMATS: readonly PackageFormat[] = [massive, conll];
