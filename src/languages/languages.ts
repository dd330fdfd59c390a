export { deriveFromBundles } from './derive-bundles.js';
export { deriveProfile } from './derive-typology.js';
export { type LanguageOrigin, languageOrigin } from './families.js';
export { iso6393, isoCodes, languageName, requireLanguage, resolveLanguage } from './identify.js';
export { lexemesOf } from './lexemes.js';
export { mergeProfiles } from './merge.js';
export { parseProfile } from './profile.js';
export { parseScheme } from './scheme.js';
export { nearest } from './suggest.js';
