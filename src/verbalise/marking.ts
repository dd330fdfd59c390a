/** Adpositions before times. */
import type { Marking } from '../model/model.js';
import { lookUp, type Speaker } from './speaker.js';
import { combine, settle, type Variant } from './variants.js';

/** With the adposition as the profile marks it before a time, else as a word that is looked up. */
export function marked(adposition: string, inner: readonly Variant[], speaker: Speaker): Variant[] {
  const { adpositions, adpositionOrder } = speaker.profile;
  const own = (key: string) => (adpositions && Object.hasOwn(adpositions, key) ? adpositions[key] : undefined);
  const markings = own(`${adposition} time`) ?? own(adposition);
  if (markings) return settle(markings.flatMap((marking) => inner.map((variant) => withMarking(variant, marking))));
  const word = lookUp(adposition, speaker);
  if (word.length === 0) return settle(inner.map((variant) => ({ ...variant, complete: false })));
  return combine(inner, word, (phrase, text) =>
    adpositionOrder === 'after' ? `${phrase} ${text}` : `${text} ${phrase}`,
  );
}

/** Endings, mutations and agreement are not made here: what asks for them is said without and is not complete. */
function withMarking(variant: Variant, { before, after, prefix = '', ending, mutation, weight = 1 }: Marking): Variant {
  const agreeing = [before, after].some((word) => word?.startsWith('-'));
  const word = (text: string | undefined) => (text === undefined || text.startsWith('-') ? '' : text);
  return {
    text: `${word(before)} ${prefix}${variant.text} ${word(after)}`,
    weight: variant.weight * weight,
    complete: variant.complete && !agreeing && ending === undefined && mutation === undefined,
  };
}
