/** How far a noun phrase reaches. */
import * as closed from './closed.js';
import { isNominal, isTimeSlot, type Word } from './word.js';

/** Slots that name or describe the noun before them (`the song [song_name]`, `the light [color_type]`). */
const APPOSED = /(_name|^person|_word|_amount|^color_type|_descriptor|_setting|_author|_album|_agency|_zone)$/u;

interface Reach {
  end: number;
  /** A noun, number or slot is inside. */
  nominal: boolean;
  /** A determiner or adjective stands before any noun. */
  opened: boolean;
}

/** End of the noun phrase that begins at `start`; `start` itself when none does. */
export function nounPhraseEnd(words: readonly Word[], start: number): number {
  const reach: Reach = { end: start, nominal: false, opened: false };
  while (reach.end < words.length && accepts(words, start, reach)) reach.end++;
  return reach.end;
}

function accepts(words: readonly Word[], start: number, reach: Reach): boolean {
  const word = words[reach.end] as Word;
  const next = words[reach.end + 1];
  if (word.slot !== '') return acceptsSlot(words, start, reach);
  switch (word.pos) {
    case 'DET':
      if (reach.nominal) return false;
      reach.opened = true;
      return true;
    case 'NUM':
    case 'NOUN':
    case 'PROPN':
      reach.nominal = true;
      return true;
    case 'ADJ':
      if (reach.nominal) return isNominal(next) && !isTimeSlot(next as Word);
      reach.opened = true;
      return true;
    case 'ADV':
      if (/^(much|many|little|few)$/u.test(next?.text ?? '')) return !reach.nominal;
      return !reach.nominal && next?.pos === 'ADJ' && (reach.opened || isNominal(words[reach.end + 2]));
    case 'PART': {
      const possessor = word.text === "'s" && reach.nominal;
      if (possessor) {
        reach.nominal = false;
        reach.opened = true;
      }
      return possessor;
    }
    default:
      return false;
  }
}

function acceptsSlot(words: readonly Word[], start: number, reach: Reach): boolean {
  const word = words[reach.end] as Word;
  const previous = reach.end > start ? words[reach.end - 1] : undefined;
  if (word.pos === 'VERB') return false;
  if (isTimeSlot(word)) {
    const determined =
      previous !== undefined && (previous.pos === 'DET' || /^('s|next|last|coming)$/u.test(previous.text));
    if (reach.nominal || !(determined || modifiesNext(words, reach.end))) return false;
    reach.nominal = true;
    return true;
  }
  if (reach.nominal && previous) {
    const both =
      previous.slot !== '' && !(isTimeSlot(previous) && (reach.opened || modifiesNext(words, reach.end - 1)));
    if (both || (previous.pos === 'NOUN' && previous.slot === '' && APPOSED.test(word.slot))) return false;
  }
  reach.nominal = true;
  return true;
}

/** A slot of time without a preposition belongs to the noun right after it: `tomorrow's weather`. */
export function modifiesNext(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  if (next === undefined) return false;
  if (next.slot !== '')
    return /(day|week|month|year|tomorrow)'?s'?$/u.test((words[i] as Word).text) && !isTimeSlot(next);
  if (next.text === "'s") return true;
  return /^(NOUN|PROPN)$/u.test(next.pos) || (next.pos === 'ADJ' && isNominal(words[i + 2]));
}

/** The last noun, number or slot of a stretch; else its last word. */
export function headOf(words: readonly Word[], start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) {
    const { pos, slot } = words[i] as Word;
    if (slot !== '' || pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM') return i;
  }
  return end - 1;
}

export function isDefinite(words: readonly Word[], start: number, end: number): boolean {
  return words
    .slice(start, end)
    .some((word) => word.slot === '' && word.pos !== 'SCONJ' && closed.DEFINITE.has(word.text));
}

/** `this week`, `every monday`, `[date : tomorrow] morning` without a preposition stand as adverbs. */
export function isTimePhrase(words: readonly Word[], start: number, end: number): boolean {
  const head = words[headOf(words, start, end)] as Word;
  const first = words[start] as Word;
  if (isTimeSlot(head)) return end - start === 1;
  if (head.slot !== '' || !closed.TIME_NOUNS.has(head.lemma)) return false;
  if (isTimeSlot(first)) return true;
  const weekday = end - start === 1 && /.day$/u.test(head.lemma);
  return first.slot === '' && end - start <= 3 && (closed.TIME_DETERMINERS.has(first.text) || weekday);
}
