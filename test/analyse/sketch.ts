import type { Analysis } from '../../src/model/model.js';

const LETTERS = {
  verb: 'V',
  noun: 'N',
  adverb: 'A',
  question: 'Q',
  auxiliary: 'X',
  pronoun: 'P',
  particle: 'I',
  conjunction: 'C',
} as const;

/** An analysis on one line: `V(set) N*(an alarm) N(for|7 am)`; `*` object, `^` definite, `|` ends the adposition. */
export function sketch(analysis: Analysis): string {
  return analysis.chunks
    .map((chunk) => {
      const words = analysis.tokens.slice(chunk.start, chunk.end).map((token) => token.text);
      const adposition = chunk.adposition >= 0 ? `${words.shift()}|` : '';
      const marks = `${chunk.object ? '*' : ''}${chunk.definite ? '^' : ''}`;
      return `${LETTERS[chunk.kind]}${marks}(${adposition}${words.join(' ')})`;
    })
    .join(' ');
}
