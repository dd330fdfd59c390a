/** Cuts tagged words into chunks. */
import type { Chunk, ChunkKind } from '../model/model.js';
import * as closed from './closed.js';
import { headOf, isDefinite, isTimePhrase, nounPhraseEnd } from './noun-phrase.js';
import { takesParticle } from './verbs.js';
import { isNominal, isTimeSlot, type Word } from './word.js';

interface Cut {
  readonly kind: ChunkKind;
  readonly end: number;
  readonly head?: number;
  readonly adposition?: boolean;
}

export function cutChunks(words: readonly Word[]): Chunk[] {
  const chunks: Chunk[] = [];
  /** Lemma of the clause's last verb: it decides whether `on` is its particle. */
  let verb = '';
  for (let start = 0; start < words.length; ) {
    const cut = cutAt(words, start, verb);
    const head = cut.head ?? cut.end - 1;
    if (cut.kind === 'verb') verb = (words[head] as Word).lemma;
    if (cut.kind === 'conjunction') verb = '';
    chunks.push({
      kind: cut.kind,
      start,
      end: cut.end,
      head,
      adposition: cut.adposition ? start : -1,
      object: false,
      definite: cut.kind === 'noun' && isDefinite(words, start, cut.end),
    });
    start = cut.end;
  }
  return chunks;
}

function cutAt(words: readonly Word[], start: number, verb: string): Cut {
  const word = words[start] as Word;
  if (word.slot === '' && word.pos === 'INTJ') return { kind: 'particle', end: start + 1 };
  return (
    questionAt(words, start) ??
    verbAt(words, start) ??
    functionWordAt(words, start) ??
    particleAt(words, start, verb) ??
    adpositionAt(words, start) ??
    nounAt(words, start) ??
    restAt(words, start)
  );
}

/** `what time`, `how many new emails`, `at what time`, `how old`; relative pronouns and a later `when` open clauses. */
function questionAt(words: readonly Word[], start: number): Cut | undefined {
  const first = words[start] as Word;
  const at = first.pos === 'ADP' && closed.QUESTION_WORDS.has(words[start + 1]?.text ?? '') ? start + 1 : start;
  const word = words[at] as Word;
  if (word.slot !== '' || !closed.QUESTION_WORDS.has(word.text)) return undefined;
  if (at === start && start > 1 && isNominal(words[start - 1]) && /^(when|where|who|which|whose)$/u.test(word.text)) {
    return { kind: 'conjunction', end: at + 1 };
  }
  return { kind: 'question', end: word.text === 'how' ? howEnd(words, at) : whatEnd(words, at) };
}

function whatEnd(words: readonly Word[], at: number): number {
  const next = words[at + 1];
  if (!closed.QUESTION_DETERMINERS.has((words[at] as Word).text) || !isNominal(next)) return at + 1;
  if (isTimeSlot(next as Word) || next?.pos === 'PROPN') return at + 1;
  const end = nounPhraseEnd(words, at + 1);
  return /^means?$/u.test(words[end]?.text ?? '') ? at + 1 : end;
}

function howEnd(words: readonly Word[], at: number): number {
  const next = words[at + 1];
  if (next === undefined) return at + 1;
  if (next.text === 'many' || next.text === 'much') {
    const counted = words[at + 2];
    return isNominal(counted) && !isTimeSlot(counted as Word) ? nounPhraseEnd(words, at + 2) : at + 2;
  }
  if (next.slot !== '') return /(_descriptor|_type)$/u.test(next.slot) ? at + 2 : at + 1;
  const measure = next.pos === 'ADJ' || (next.pos === 'ADV' && !closed.closedClass(next.text)) || isMeasure(next.text);
  return measure ? at + 2 : at + 1;
}

function isMeasure(text: string): boolean {
  return /^(old|far|long|big|often|tall|high|soon|late|hot|cold|good|bad|well|warm|deep|fast)$/u.test(text);
}

function verbAt(words: readonly Word[], start: number): Cut | undefined {
  let head = start;
  if ((words[head] as Word).text === 'to' && (words[head] as Word).slot === '') {
    head++;
    while (words[head]?.pos === 'ADV') head++;
  }
  const word = words[head];
  if (word?.pos !== 'VERB' && !(head > start && word?.text === 'be')) return undefined;
  if (head > start && (words[start + 1] as Word).pos === 'ADV' && word?.pos !== 'VERB') return undefined;
  const particle = words[head + 1];
  const joined =
    particle !== undefined &&
    particle.slot === '' &&
    takesParticle((word as Word).lemma, particle.text) &&
    !isPreposition(words, head + 1);
  return { kind: 'verb', end: joined ? head + 2 : head + 1, head };
}

/** Directly after its verb, `on monday` and `in [place]` are no particles; `on the light` has one. */
function isPreposition(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  if (next === undefined || next.slot === '') return false;
  return isTimeSlot(next) && /^(on|in|over|around|by)$/u.test((words[i] as Word).text);
}

function functionWordAt(words: readonly Word[], start: number): Cut | undefined {
  const { pos, slot, text } = words[start] as Word;
  if (slot !== '') return undefined;
  if (pos === 'CCONJ' || pos === 'SCONJ') return { kind: 'conjunction', end: start + 1 };
  if (pos === 'AUX') return { kind: 'auxiliary', end: words[start + 1]?.text === 'not' ? start + 2 : start + 1 };
  if (pos === 'PRON') return { kind: 'pronoun', end: start + 1 };
  if (text === 'not') return { kind: 'adverb', end: start + 1 };
  return undefined;
}

/** A particle that its object cuts off from its verb: `turn the light on`. */
function particleAt(words: readonly Word[], start: number, verb: string): Cut | undefined {
  const { pos, slot, text } = words[start] as Word;
  if (slot !== '' || pos !== 'ADP') return undefined;
  const next = words[start + 1];
  const timed = next !== undefined && isTimeSlot(next);
  const alone = next === undefined || (nounPhraseEnd(words, start + 1) === start + 1 && !timed);
  const stranded = alone && next?.pos !== 'PRON' && next?.pos !== 'ADV';
  const always =
    /^(off|up|down|out|away|back)$/u.test(text) && next !== undefined && (next.slot !== '' || next.pos === 'NUM');
  const own = takesParticle(verb, text);
  if (stranded || (own && (always || (alone && next?.pos !== 'PRON')))) return { kind: 'adverb', end: start + 1 };
  return undefined;
}

function adpositionAt(words: readonly Word[], start: number): Cut | undefined {
  const { pos, slot } = words[start] as Word;
  if (slot !== '' || pos !== 'ADP') return undefined;
  const next = words[start + 1] as Word;
  if (next.slot !== '' && isTimeSlot(next) && nounPhraseEnd(words, start + 1) === start + 1) {
    return { kind: 'noun', end: start + 2, head: start + 1, adposition: true };
  }
  const reached = nounPhraseEnd(words, start + 1);
  const end = reached > start + 1 ? reached : start + 2;
  return { kind: 'noun', end, head: headOf(words, start + 1, end), adposition: true };
}

function nounAt(words: readonly Word[], start: number): Cut | undefined {
  const word = words[start] as Word;
  const end = nounPhraseEnd(words, start);
  if (end === start) return isTimeSlot(word) ? { kind: 'adverb', end: start + 1 } : undefined;
  const head = headOf(words, start, end);
  const adjective = (words[head] as Word).pos === 'ADJ' && word.pos !== 'DET';
  return { kind: adjective || isTimePhrase(words, start, end) ? 'adverb' : 'noun', end, head };
}

function restAt(words: readonly Word[], start: number): Cut {
  const { pos, text } = words[start] as Word;
  const joins = pos === 'ADV' && /^(right|very|too|so|much|even|just|all)$/u.test(text);
  const next = words[start + 1];
  const more = joins && next !== undefined && (next.pos === 'ADV' || next.pos === 'ADJ');
  return { kind: 'adverb', end: more ? start + 2 : start + 1 };
}
