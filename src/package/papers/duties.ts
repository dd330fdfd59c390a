import type { Obligation } from '../../licence/licence.js';

/** What each obligation asks of those who pass the data on. */
export const DUTIES: Readonly<Record<Obligation, string>> = {
  attribution: 'name the sources: pass ATTRIBUTION.md on',
  changes: 'say that they were changed: ATTRIBUTION.md does',
  notice: 'keep the notices and the text of the licences of the sources',
  'share-alike': 'pass the data, and what is adapted from them, on under the same licence only',
  source: 'offer the form that changes are best made in: the sources, the settings in run.json and the program',
  'offer-database': 'offer the derived database where something made of it is shown to others',
  'non-commercial': 'no use that is primarily for commercial advantage',
  'no-derivatives': 'nothing that is adapted may be passed on',
  'read-it': 'a licence that Calque does not know: a person has to read it',
  ask: 'no licence was stated: ask the owner before anything is passed on',
};
