/** What a whole may carry that was made of several sources, and what it owes them. */
export { admits, freest, type Mix, mixOf, ruleOf, type Verdict } from './algebra.js';
export { conflictOf, distinctSources, type LicensedSource, type RowGroup, type WayOut, waysOut } from './conflict.js';
export { canonicalLicence, licenceAddress, licenceName } from './names.js';
export { LIKE, type LicenceRule, type Obligation, OUTPUTS, type OutputLicence, RULES } from './rules.js';
export { allowedLicences, wantedLicence } from './wanted.js';
