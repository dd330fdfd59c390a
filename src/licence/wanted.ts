import { CalqueError } from '../model/model.js';
import { admits } from './algebra.js';
import { canonicalLicence } from './names.js';
import { OUTPUTS, type OutputLicence } from './rules.js';

/** Words for the licence of a whole. */
const CLASSES = new Map<string, OutputLicence>([
  ['permissive', 'CC-BY-4.0'],
  ['share-alike', 'CC-BY-SA-4.0'],
  ['non-commercial', 'CC-BY-NC-SA-4.0'],
]);

/** The licence that `--licences` asks for; undefined where anything goes. */
export function wantedLicence(text: string | undefined): OutputLicence | undefined {
  if (text === undefined || text === 'any') return undefined;
  const id = canonicalLicence(text);
  const output = CLASSES.get(text) ?? OUTPUTS.find((each) => each === id);
  if (output) return output;
  throw new CalqueError('usage', `--licences takes a class or the licence of the whole, not ${JSON.stringify(text)}`, {
    suggestions: [
      'classes: permissive (CC-BY-4.0), share-alike (CC-BY-SA-4.0), non-commercial (CC-BY-NC-SA-4.0), any',
      `licences: ${OUTPUTS.join(', ')}`,
    ],
  });
}

/** Which sources a whole with that licence may be made of; undefined: all of them. */
export function allowedLicences(text: string | undefined): ((licence: string) => boolean) | undefined {
  const output = wantedLicence(text);
  return output && ((licence) => admits(licence, output) === 'yes');
}
