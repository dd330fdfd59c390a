import type { Marking, PhraseItem } from '../model/model.js';

/** Puts a marking's words, prefix and mutation round a phrase; its ending has been asked of the head already. */
export function withMarking(items: readonly PhraseItem[], marking: Marking, agreesWith: number): PhraseItem[] {
  const marked = [...items];
  const first = marked[0];
  if (first !== undefined && (marking.prefix !== undefined || marking.mutation !== undefined)) {
    marked[0] = {
      ...first,
      prefix: (marking.prefix ?? '') + first.prefix,
      mutation: marking.mutation ?? first.mutation,
    };
  }
  if (marking.before !== undefined) marked.unshift(ruleWord(marking.before, agreesWith));
  if (marking.after !== undefined) marked.push(ruleWord(marking.after, agreesWith));
  return marked;
}

/** A determiner's word stands next to the head where it follows it: Swahili `orodha yangu ya ununuzi`. */
export function withDeterminer(items: readonly PhraseItem[], marking: Marking, head: number): PhraseItem[] {
  const { after, ...rest } = marking;
  const marked = [...items];
  const place = marked.findIndex((item) => item.unit === head);
  if (after !== undefined) marked.splice(place + 1, 0, ruleWord(after, head));
  return withMarking(marked, rest, head);
}

/** A word that a rule brings; a stem agrees with the head. */
export function ruleWord(word: string, agreesWith: number): PhraseItem {
  return {
    unit: -1,
    word,
    features: '',
    agrees: word.startsWith('-') ? 'stem' : '',
    agreesWith,
    prefix: '',
    mutation: '',
    joined: false,
  };
}
