/** Where a verb may stand, and whether a word there is one. */
import * as closed from './closed.js';
import { englishLemmas, looksPlural } from './lemma.js';
import { type Following, frameHolds, isListedVerb, isPlainVerb, takesParticle } from './verbs.js';
import { isNominal, isTimeSlot, type Word } from './word.js';

/**
 * command: at the start, or after `and`. infinitive: after `to`. free: after a subject, `not`, or `let me`.
 * support: after `do`, `can` … and a subject that is no pronoun. participle: after `be` and a pronoun.
 * other: anywhere else.
 */
type Place = 'command' | 'infinitive' | 'free' | 'support' | 'participle' | 'other';

const CAUSING = new Set(['let', 'help', 'make', 'have', 'watch', 'hear', 'see']);
const OBJECT_PRONOUNS = new Set(['me', 'us', 'him', 'her', 'them', 'it', 'you']);
/** `want to`, `how to`: what follows is an infinitive even where it could be a noun. */
const BEFORE_INFINITIVE = new Set(
  'want need like love have has had going got able ready how what where when me us him her them you try forget remember remind order supposed used wish ask prefer'.split(
    ' ',
  ),
);

/** Index of the word before `i`, adverbs and `please` skipped; -1 at the start. */
function before(words: readonly Word[], i: number): number {
  let p = i - 1;
  while (p >= 0 && isSkipped(words[p] as Word)) p--;
  return p;
}

function isSkipped(word: Word): boolean {
  return word.slot === '' && (word.pos === 'INTJ' || closed.SKIPPED_BEFORE_VERB.has(word.text));
}

function placeOf(words: readonly Word[], i: number): Place {
  const p = before(words, i);
  const previous = words[p];
  if (previous === undefined) return 'command';
  if (previous.slot !== '') return supported(words, i) ? 'support' : 'other';
  if (previous.pos === 'CCONJ') return 'command';
  if (previous.text === 'to') return 'infinitive';
  if (closed.DO_AND_MODALS.has(previous.text) && previous.pos === 'AUX') return 'free';
  const earlier = words[p - 1];
  if (OBJECT_PRONOUNS.has(previous.text) && earlier && CAUSING.has(earlier.text)) return 'free';
  if (closed.SUBJECT_PRONOUNS.has(previous.text) || previous.text === 'it' || previous.text === 'that') {
    if (earlier === undefined) return previous.text === 'that' ? 'other' : 'free';
    if (closed.BE.has(earlier.text)) return 'participle';
    if (earlier.pos === 'AUX') return 'free';
    return closed.SUBJECT_PRONOUNS.has(previous.text) && earlier.pos !== 'VERB' ? 'free' : 'other';
  }
  return supported(words, i) ? 'support' : 'other';
}

/** `do`, `does`, `can` … with a noun phrase between it and here, and no verb yet. */
function supported(words: readonly Word[], i: number): boolean {
  if (!isNominal(words[i - 1])) return false;
  for (let p = i - 1; p >= 0; p--) {
    const word = words[p] as Word;
    if (word.pos === 'VERB' || word.pos === 'CCONJ' || word.pos === 'SCONJ') return false;
    if (word.pos === 'AUX') return closed.DO_AND_MODALS.has(word.text);
  }
  return false;
}

function followingOf(words: readonly Word[], i: number): Following {
  const verb = (words[i] as Word).text;
  const next = words[i + 1];
  if (next === undefined || (next.pos === 'INTJ' && next.slot === '')) return { text: '', kind: 'end' };
  if (isTimeSlot(next)) return { text: 'time-slot', kind: isNominal(words[i + 2]) ? 'noun' : 'other' };
  if (next.slot !== '') return { text: '', kind: 'phrase' };
  if (next.pos === 'DET' || (next.pos === 'PRON' && !closed.QUESTION_WORDS.has(next.text))) {
    return { text: next.text, kind: 'phrase' };
  }
  if (next.pos === 'CCONJ' && isListedVerb(words[i + 2]?.text ?? '')) return { text: next.text, kind: 'phrase' };
  if (takesParticle(verb, next.text)) return { text: next.text, kind: 'phrase' };
  if (isNominal(next) || next.pos === 'VERB') return { text: next.text, kind: 'noun' };
  return { text: next.text, kind: 'other' };
}

/** The word is, or is a form of, a listed verb. */
function listedForm(text: string): boolean {
  return englishLemmas(text).some((lemma) => isListedVerb(lemma));
}

/** Whether the word at `i` is a verb. The words before it must be tagged already. */
export function verbAt(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word;
  const place = placeOf(words, i);
  if (word.slot !== '') return slotIsVerb(words, i, place);
  if (closed.HAVE.has(word.text)) return haveIsVerb(words, i, place);
  if (/^(do|does|did|doing|done)$/u.test(word.text)) return doIsVerb(words, i, place);
  if (word.text === 'born') return true;
  if (word.text === 'be') return place === 'command' || place === 'infinitive' || words[i - 1]?.text === 'not';
  if (word.text === 'like') return likeIsVerb(words, i, place);
  if (closed.closedClass(word.text) !== undefined || word.pos === 'INTJ' || word.text === 'home') return false;
  const taggedVerb = word.tagged.pos === 'VERB';
  if (place === 'command') return commandIsVerb(words, i);
  if (place === 'infinitive') return infinitiveIsVerb(words, i);
  if (place === 'free') return listedForm(word.text) || (taggedVerb && !looksPlural(word.text));
  if (place === 'participle') return taggedVerb && /(ing|ed|en)$/u.test(word.text);
  if (place === 'support') return taggedVerb || (isListedVerb(word.text) && !isNominal(words[i + 1]));
  return taggedVerb && otherMayBeVerb(words, i);
}

/** `[player_setting : repeat] this song`, `how long do i [cooking_type : cook] rice`: a slot can be the verb itself. */
function slotIsVerb(words: readonly Word[], i: number, place: Place): boolean {
  const word = words[i] as Word;
  if (isTimeSlot(word) || word.pos === 'PROPN') return false;
  if (place === 'infinitive') return opensWithVerb(word.text);
  if (!isListedVerb(word.text)) return false;
  if (place === 'command') {
    const next = followingOf(words, i);
    return words.length > 1 && (next.kind === 'phrase' || next.kind === 'end' || isPlainVerb(word.text));
  }
  return place === 'free';
}

/** `remind me to [event_name : buy milk]`: the slot is a verb with its object. */
function opensWithVerb(text: string): boolean {
  const blank = text.indexOf(' ');
  return blank > 0 && isPlainVerb(text.slice(0, blank));
}

function commandIsVerb(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word;
  const next = followingOf(words, i);
  if (/^(is|are|was|were)$/u.test(next.text)) return false;
  if (isPlainVerb(word.text)) return true;
  if (next.text === 'of') return false;
  if (isListedVerb(word.text)) return frameHolds(word.text, next);
  return word.tagged.pos === 'VERB' && !/(ing|ed)$/u.test(word.text) && next.kind !== 'other';
}

function infinitiveIsVerb(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word;
  if (isPlainVerb(word.text)) return true;
  const opener = words[before(words, i) - 1];
  const listed = isListedVerb(word.text);
  if (opener && BEFORE_INFINITIVE.has(opener.text)) return listed || word.tagged.pos === 'VERB';
  return listed ? frameHolds(word.text, followingOf(words, i)) : word.tagged.pos === 'VERB' && !/ing$/u.test(word.text);
}

/** Elsewhere the tagger is believed, but not inside a noun phrase. */
function otherMayBeVerb(words: readonly Word[], i: number): boolean {
  const previous = words[i - 1];
  const word = words[i] as Word;
  if (previous === undefined || previous.pos === 'ADP') return false;
  if (previous.pos === 'VERB') return /ing$/u.test(word.text);
  if (!/([^s]s|ed|ing)$/u.test(word.text) && isNominal(previous) && !looksPlural(previous.text)) return false;
  return previous.pos !== 'DET' && previous.pos !== 'ADJ' && previous.pos !== 'NUM' && previous.text !== "'s";
}

function haveIsVerb(words: readonly Word[], i: number, place: Place): boolean {
  const next = words[i + 1];
  if (place === 'command' && next?.pos === 'PRON' && next.text !== 'me') return false;
  if (place === 'infinitive') return true;
  if (next === undefined || next.slot !== '' || next.text === 'to') return true;
  const afterNot = words[i + 1]?.text === 'not' ? words[i + 2] : next;
  return (
    !(
      afterNot &&
      (afterNot.text === 'been' || /(ed|en|got|sent|gone|had)$/u.test(afterNot.text)) &&
      afterNot.pos !== 'DET'
    ) && next.pos !== 'PRON'
  );
}

function doIsVerb(words: readonly Word[], i: number, place: Place): boolean {
  const word = words[i] as Word;
  const next = words[i + 1];
  if (/^(doing|done)$/u.test(word.text) || place === 'infinitive') return true;
  if (place === 'command') return word.text === 'do' && !!next && /^(it|this|that|the|a|my|me)$/u.test(next.text);
  if (word.text === 'do' && words[i - 1]?.pos === 'PRON' && words[i - 2]?.pos === 'AUX') return true;
  return word.text === 'do' && place === 'free' && next?.text !== 'not';
}

function likeIsVerb(words: readonly Word[], i: number, place: Place): boolean {
  const previous = words[i - 1];
  if (previous?.pos === 'PRON' && /^(i|you|we|they|who)$/u.test(previous.text)) return true;
  return words[i + 1] !== undefined && place !== 'other' && previous?.text !== 'it';
}
