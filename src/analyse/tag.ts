/** Tags of words in context: closed classes by what follows, verbs by where a verb may stand, the rest by the tagger. */
import type { Upos } from '../model/model.js';
import { isAdjective } from './adjectives.js';
import * as closed from './closed.js';
import { englishLemmas, englishSingular, looksPlural } from './lemma.js';
import type { Tagged } from './tagger.js';
import { verbAt } from './verb.js';
import { isListedVerb, isPlainVerb } from './verbs.js';
import { isNominal, isTimeSlot, type Word } from './word.js';
import type { RawWord } from './words.js';

const NAME_SLOT = /(^|_)(name|person|artist|album|author|agency|contact)$/u;
const COMMON_NAME_SLOT = /^(event|list|meal|device)_name$/u;

export function tagWords(raw: readonly RawWord[], tagged: readonly Tagged[]): Word[] {
  const words = raw.map((word, i): Word => {
    const found = tagged[i] as Tagged;
    const { text, slot, span } = word;
    return { text, slot, span, pos: firstTag(word, found), lemma: text, tagged: found };
  });
  words.forEach((word, i) => {
    if (word.slot === '') word.pos = inContext(words, i);
    if (verbAt(words, i)) word.pos = 'VERB';
    else if (word.pos === 'VERB') word.pos = notVerb(word.text);
  });
  for (const word of words) word.lemma = lemmaOf(word);
  return words;
}

function firstTag(word: RawWord, tagged: Tagged): Upos {
  if (word.slot !== '') return NAME_SLOT.test(word.slot) && !COMMON_NAME_SLOT.test(word.slot) ? 'PROPN' : 'NOUN';
  if (closed.CALLED.has(word.text)) return 'INTJ';
  const fixed = closed.closedClass(word.text);
  if (fixed) return fixed;
  // What is in no closed list is a content word: the tagger is not believed when it says otherwise.
  const open: readonly Upos[] = ['NOUN', 'PROPN', 'ADJ', 'ADV', 'VERB', 'NUM', 'INTJ'];
  if (closed.TIME_NOUNS.has(word.text) || closed.TIME_NOUNS.has(word.text.replace(/s$/u, ''))) return 'NOUN';
  if (isAdjective(word.text) && tagged.pos !== 'VERB') return 'ADJ';
  if (tagged.pos === 'ADJ' && !/(ing|ed|en)$/u.test(word.text)) return 'NOUN';
  if (tagged.pos === 'ADV' && !/ly$/u.test(word.text)) return 'NOUN';
  return open.includes(tagged.pos) ? tagged.pos : 'NOUN';
}

/** A word that the tagger takes for a verb where none can be. */
function notVerb(text: string): Upos {
  return /(ing|ed)$/u.test(text) || isAdjective(text) ? 'ADJ' : 'NOUN';
}

const DETERMINING_OR_ALONE = new Set(['this', 'these', 'those']);
const CLAUSE_OR_PHRASE = new Set(['so', 'as', 'after', 'before', 'since', 'until']);
const AMOUNTS = new Set(['more', 'most', 'less', 'enough']);
/** Adjectives that are adverbs where no noun follows: `wake me up early`. */
const ADVERBIAL = new Set(['early', 'late', 'fast', 'straight', 'right', 'outside', 'inside']);

function inContext(words: readonly Word[], i: number): Upos {
  const { text, pos } = words[i] as Word;
  const next = words[i + 1];
  const inside = isNominal(next) && !isTimeSlot(next as Word);
  const opens = inside || next?.pos === 'VERB';
  if (text === 'that') return thatAt(words, i);
  if (text === 'like') return 'ADP';
  if (text === 'her') return opens ? 'DET' : 'PRON';
  if (text === 'no') return opens ? 'DET' : 'INTJ';
  if (DETERMINING_OR_ALONE.has(text)) return opens || (next !== undefined && isTimeSlot(next)) ? 'DET' : 'PRON';
  if (AMOUNTS.has(text)) return inside ? 'DET' : 'ADV';
  if (ADVERBIAL.has(text)) return inside || next?.pos === 'DET' || next?.slot ? pos : 'ADV';
  if (CLAUSE_OR_PHRASE.has(text)) return opensClause(next) ? 'SCONJ' : pos;
  return afterWhat(words, i, inside);
}

/** Words that the word before decides. */
function afterWhat(words: readonly Word[], i: number, inside: boolean): Upos {
  const { text, pos } = words[i] as Word;
  const previous = words[i - 1]?.pos;
  const next = words[i + 1]?.pos;
  if (text === 'there') return previous === 'AUX' || next === 'AUX' ? 'PRON' : 'ADV';
  if (text === 'home') return previous === 'DET' || previous === 'ADJ' || inside ? 'NOUN' : 'ADV';
  if (text === 'am') return previous === 'NUM' ? 'NOUN' : pos;
  if (text === 'may') return previous === 'ADP' || previous === 'NUM' || next === 'NUM' ? 'PROPN' : pos;
  return isCalled(words, i) ? 'INTJ' : pos;
}

/** `ok google`, `google what time is it`: an assistant is called, not asked about. */
function isCalled(words: readonly Word[], i: number): boolean {
  const word = words[i] as Word;
  const next = words[i + 1];
  if (!closed.CALLED_AFTER_GREETING.has(word.text)) return false;
  if (words[i - 1]?.pos === 'INTJ') return true;
  return (
    i === 0 &&
    next !== undefined &&
    (/^(AUX|INTJ)$/u.test(next.pos) || isPlainVerb(next.text) || closed.QUESTION_WORDS.has(next.text))
  );
}

function opensClause(next: Word | undefined): boolean {
  return next !== undefined && (closed.SUBJECT_PRONOUNS.has(next.text) || next.text === 'it' || next.text === 'there');
}

/** `that song` determines, `do that` stands alone, `tell her that i am late` and `emails that came` open a clause. */
function thatAt(words: readonly Word[], i: number): Upos {
  const next = words[i + 1];
  const previous = words[i - 1];
  if (next === undefined || next.pos === 'ADP' || next.pos === 'INTJ') return 'PRON';
  const clause = next.pos === 'PRON' || next.pos === 'DET' || (next.slot !== '' && !isTimeSlot(next) && i > 1);
  const after = previous !== undefined && (isNominal(previous) || previous.pos === 'PRON' || previous.pos === 'VERB');
  if (clause && i > 0) return 'SCONJ';
  if (next.pos === 'AUX') return after && isNominal(previous) ? 'SCONJ' : 'PRON';
  return isNominal(next) || next.pos === 'VERB' ? 'DET' : 'PRON';
}

function lemmaOf(word: Word): string {
  const { text, pos, tagged } = word;
  if (word.slot !== '') {
    const blank = text.lastIndexOf(' ') + 1;
    return pos === 'PROPN' ? text : text.slice(0, blank) + englishSingular(text.slice(blank));
  }
  if (pos === 'NOUN') return englishSingular(text);
  if (pos === 'VERB' || pos === 'AUX') return verbLemma(text, tagged);
  if (pos === 'ADJ' && tagged.pos === 'ADJ' && englishLemmas(text).includes(tagged.lemma)) return tagged.lemma;
  return text;
}

function verbLemma(text: string, tagged: Tagged): string {
  const candidates = englishLemmas(text);
  if (closed.DO_AND_MODALS.has(text) && !/^d/u.test(text)) return text;
  if (/(s|ed|ing)$/u.test(text) && tagged.pos === 'VERB' && candidates.includes(tagged.lemma)) return tagged.lemma;
  return listedLemma(candidates) ?? candidates[0] ?? text;
}

function listedLemma(candidates: readonly string[]): string | undefined {
  return candidates.find((candidate) => isListedVerb(candidate));
}

/** A noun whose form is plural. */
export function isPluralNoun(word: Word): boolean {
  return word.pos === 'NOUN' && looksPlural(word.text.slice(word.text.lastIndexOf(' ') + 1));
}
