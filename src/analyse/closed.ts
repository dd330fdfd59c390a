/** Closed classes of English, as lists: what the tagger may say of these words is not asked. */
import type { Upos } from '../model/model.js';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const POSSESSIVES = list('my your his her its our their');
export const DEMONSTRATIVES = list('this that these those');
export const QUANTIFIERS = list(
  'all any some every each both either neither no another many much few several enough more most less',
);
export const ARTICLES = list('the a an');
export const DEFINITE = new Set(['the', ...DEMONSTRATIVES, ...POSSESSIVES, "'s"]);

export const SUBJECT_PRONOUNS = list('i you he she we they who');
const OTHER_PRONOUNS = list(
  `it me him us them myself yourself himself herself itself ourselves themselves mine yours hers ours theirs
   something anything everything nothing someone anyone everyone somebody anybody everybody nobody whatever whoever`,
);
export const BE = list('am is are was were be been being');
export const DO_AND_MODALS = list('do does did can could will would shall should may might must');
export const HAVE = list('have has had having');
export const QUESTION_WORDS = list('what which whose how when where why who whom');
/** Question words that take a noun phrase of their own: `what time`, `which music`. */
export const QUESTION_DETERMINERS = list('what which whose');
export const COORDINATORS = list('and or but');
export const SUBORDINATORS = list('if whether because unless while although though');
export const ADPOSITIONS = list(
  `about above across after against along among around at before behind below beneath beside besides between beyond by
   despite during for from in inside into near of off on onto out outside over past per regarding since through
   throughout till to toward towards under until up upon via with within without down than as`,
);
/** Adpositions that are adverbs where no noun phrase follows them, and that verbs take as particles. */
export const PARTICLES = list('on off up down out in over away back around along through');
export const ADVERBS = list(
  `now again soon later already also too just really still ever never always today tomorrow tonight yesterday here away
   back maybe perhaps instead only even very so together then not currently recently anymore anyway
   everyday everywhere anywhere somewhere nowhere once twice forever kindly ago`,
);
export const POLITE = list('please kindly thanks thank-you');
const GREETINGS = list('hey hi hello ok okay yes yeah yep nope oh wow um uh well bye goodbye sorry');
export const INTERJECTIONS = new Set([...POLITE, ...GREETINGS]);
/** Names by which assistants are called. `google` is one only after a greeting: people also ask about the company. */
export const CALLED = list('olly alexa siri cortana bixby jarvis');
export const CALLED_AFTER_GREETING = list('google computer assistant');
/** Words after which a command may still begin. */
export const SKIPPED_BEFORE_VERB = list(
  'just also then now always never ever really still only quickly kindly please automatically immediately so not',
);
/** Nouns of time: with `this`, `next`, `every` and no adposition they stand as adverbs. */
export const TIME_NOUNS = list(
  `day week weekend month year morning afternoon evening night noon hour minute second time weekday moment
   monday tuesday wednesday thursday friday saturday sunday`,
);
export const TIME_DETERMINERS = list('this next last every each coming following all');

const NUMBER_WORDS = list(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion`,
);

/** The part of speech of a word of a closed class; undefined for all others. Some are judged again by what follows. */
export function closedClass(word: string): Upos | undefined {
  if (NUMBER_WORDS.has(word) || /^\d+([.:,]\d+)*$/u.test(word)) return 'NUM';
  if (ARTICLES.has(word) || POSSESSIVES.has(word) || DEMONSTRATIVES.has(word) || QUANTIFIERS.has(word)) return 'DET';
  if (QUESTION_WORDS.has(word)) return 'PRON';
  if (SUBJECT_PRONOUNS.has(word) || OTHER_PRONOUNS.has(word)) return 'PRON';
  if (BE.has(word) || DO_AND_MODALS.has(word) || HAVE.has(word)) return 'AUX';
  if (COORDINATORS.has(word)) return 'CCONJ';
  if (SUBORDINATORS.has(word)) return 'SCONJ';
  if (INTERJECTIONS.has(word)) return 'INTJ';
  if (word === 'not' || word === "'s") return 'PART';
  if (ADVERBS.has(word)) return 'ADV';
  return ADPOSITIONS.has(word) ? 'ADP' : undefined;
}
