/** Values of time: understood in English, said in the language. */
export type { TimeExpression } from './expression.js';
export { parseTimeExpression } from './grammar.js';
export { numberWord } from './number-word.js';
export { verbaliseTime } from './say.js';
export type { WordLookup } from './speaker.js';
export type { Variant } from './variants.js';
