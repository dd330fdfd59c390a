/** A word while it is analysed, and what is asked of one everywhere. */
import type { Upos } from '../model/model.js';
import type { Tagged } from './tagger.js';
import type { RawWord } from './words.js';

/** A word while it is analysed. */
export interface Word extends RawWord {
  pos: Upos;
  lemma: string;
  readonly tagged: Tagged;
}

const TIME_SLOT = /(^|[_.-])(date|time|timeofday|frequency|datetime|daytime|duration)$/u;

/** The slot holds a time: it stands as an adverb where nothing opens it. */
export function isTimeSlot(word: RawWord): boolean {
  return word.slot !== '' && TIME_SLOT.test(word.slot);
}

/** True when a noun phrase's inside begins at `i`: a noun, an adjective, a number or a slot. */
export function isNominal(word: Word | undefined): boolean {
  return word !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/u.test(word.pos);
}
