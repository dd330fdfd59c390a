import { CalqueError, LICENCE_CLASSES, type LicenceClass, licenceClass } from '../model/model.js';

/** What `--licences` allows: a class with all that is freer, or licences by name; undefined allows everything. */
export function allowedLicences(text: string | undefined): ((licence: string) => boolean) | undefined {
  if (text === undefined || text === 'any') return undefined;
  const strictest = LICENCE_CLASSES.indexOf(text as LicenceClass);
  if (strictest >= 0) return (licence) => LICENCE_CLASSES.indexOf(licenceClass(licence)) <= strictest;
  const names = new Set(text.split(',').map((name) => name.trim().toLowerCase()));
  if ([...names].some((name) => !/^[a-z0-9.+-]+$/.test(name))) {
    throw new CalqueError('usage', `--licences takes a class or SPDX identifiers, not ${JSON.stringify(text)}`, {
      suggestions: ['classes: permissive, share-alike, non-commercial, any', 'identifiers: CC-BY-4.0,CC0-1.0'],
    });
  }
  return (licence) => names.has(licence.toLowerCase());
}
