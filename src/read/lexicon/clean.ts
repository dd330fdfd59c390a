import { AFFIX, type LexiconItem } from '../../model/model.js';
import { rejection } from '../reject.js';
import {
  alignedAlternatives,
  splitAlternatives,
  splitEnglishAlternatives,
  withoutSlashedNote,
} from './alternatives.js';
import { faultOfAside, withoutAsides } from './asides.js';
import { withoutBrackets } from './brackets.js';
import { holdsEnglish } from './english.js';
import { describesForm, isGrammaticalLabel } from './gloss.js';
import { labelsOf } from './marks.js';
import { sortNotes } from './notes.js';
import { faultOf, NEEDS, needsOf, tidy } from './tidy.js';

/** One translation as a file has it, before it is cleaned: English (or whatever is described) on the `from` side. */
export interface RawPair {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly pos: string;
  readonly nounClass: string;
  /** Rank of the first translation that the fields hold; those that follow in the same fields count on. */
  readonly rank: number;
  readonly sense: string;
  readonly labels: string;
  /** The row as it stands, for a rejection. */
  readonly text: string;
}

/** What is longer explains a word instead of translating it (reference data: 5 words keep every phrasal verb). */
const LONGEST_WORDS = 5;
/** A term of two words may take eight in another language; one word in six and more is explained. */
const WORDS_FOR_A_WORD = 4;
/** In characters; keeps the patterns below away from texts that no lexicon holds. */
const LONGEST_FIELD = 500;
const DEFINITION = 'a definition, not a translation';
const NO_WORD = 'an affix, not a word';
/** `-ness`, `pre-`, `Anglo-`; neither grammar (`-ACC`, `3SG-`) nor the other language's affixes (`-ı`). */
const ENGLISH_AFFIX = /^(?:-[a-z](?:[a-z'-]*[a-z])?|[A-Za-z][a-z'-]*-)$/;
const LABEL = 'a grammatical label, not a translation';
const LONGEST_LIST_PART = 3;
const LONGEST_SENSE = 80;

const SPLITS = /\s*[;；؛]\s*/;
const COMMAS = /\s*(?:,(?!\d)|[、，،])\s*/;
const ARTICLE = /^(?:the|an|a) (?!(?:lot|few|little|bit|while|couple|great|good)\b)/i;
/** What opens a part of an English list and does not count as a word of it. */
const LEADING = /^(?:to|the|an|a) /i;
const INFINITIVE = /^to (?!(?:the|a|an|my|your|his|her|its|our|their|me|you|him|it|us|them|and|or|this|that|where)\b)/i;

/** Appends to `items` what a row says: its translations, or one rejection. Rows are counted by these items. */
export function cleanPair(raw: RawPair, items: LexiconItem[], english = true): void {
  const fromNeeds = needsOf(raw.from);
  const toNeeds = needsOf(raw.to);
  const needs = fromNeeds | toNeeds;
  const aligned = fromNeeds & toNeeds & NEEDS.lists ? alignedAlternatives(raw.from.trim(), raw.to.trim()) : [];
  if (aligned.length > 0) {
    for (const [from, to] of aligned) cleanPair({ ...raw, from, to }, items, english);
    return;
  }
  if (english && raw.from === raw.to && !isEnglish(raw.from)) {
    items.push(rejection(raw.line, 'the English side is not English', raw.text));
    return;
  }
  if (needs === 0 && isPlain(raw.from, raw.to, english)) {
    const { line, from, to, pos, nounClass, rank, sense, labels } = raw;
    items.push({ line, from, to, pos, nounClass, rank, sense, labels });
    return;
  }
  const long = raw.from.length > LONGEST_FIELD || raw.to.length > LONGEST_FIELD;
  const fault = long ? DEFINITION : faultOf(raw.from, fromNeeds) || faultOf(raw.to, toNeeds);
  if (fault !== '') {
    items.push(rejection(raw.line, fault, raw.text));
    return;
  }
  combine(raw, items, { fromNeeds, toNeeds, english });
}

/**
 * Of a text that both sides have. Names keep their letters (`Łódź`), and so do loans from French; nothing else in English
 * has others than a to z. A phrase is the same in two languages where both are English, as creoles are half.
 */
function isEnglish(text: string): boolean {
  const words = text.split(' ');
  if (2 * words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length >= words.length) return true;
  return (words.length === 1 || holdsEnglish(text)) && !/[^\u0000-\u00ff\p{P}\p{M}\p{N}\p{S}]/u.test(text);
}

/** No affix, no reconstructed form, and long enough not to be a mere sign. */
function isPlain(from: string, to: string, english: boolean): boolean {
  if (from.length < 2 || to.length < 2) return false;
  if (isMark(to.charCodeAt(0)) || isMark(from.charCodeAt(0))) return false;
  return !english || !isMark(from.charCodeAt(from.length - 1));
}

/** A hyphen or an asterisk. */
function isMark(code: number): boolean {
  return code === 45 || code === 42;
}

interface Facts {
  readonly fromNeeds: number;
  readonly toNeeds: number;
  readonly english: boolean;
}

/** A part of a field, or why it was left out. */
interface Part {
  readonly text: string;
  readonly pos: string;
  readonly fault: string;
}

/** Every part of one field with every part of the other. */
function combine(raw: RawPair, items: LexiconItem[], { fromNeeds, toNeeds, english }: Facts): void {
  const notes: string[] = [];
  // `km/h`: where both sides have a slash, it belongs to what is said.
  const slashes = !(raw.from.includes('/') && raw.to.includes('/'));
  const left = affixesKept(partsOf(raw.from, fromNeeds, { english, slashes, notes }));
  const besides: string[] = [];
  const right = partsOf(raw.to, toNeeds, { english: false, slashes, notes: besides });
  const noted = sortNotes(notes, besides);
  const before = items.length;
  let rank = raw.rank;
  let explained = false;
  let labelled = false;
  const sense = raw.sense !== '' ? raw.sense : noted.sense.slice(0, LONGEST_SENSE);
  const { line } = raw;
  const labels = noted.labels.length === 0 ? raw.labels : labelsOf([...raw.labels.split(' '), ...noted.labels]);
  for (const from of left) {
    if (from.fault !== '') continue;
    for (const to of right) {
      if (to.fault !== '') continue;
      if (explains(from.text, to.text, english)) {
        explained = true;
        continue;
      }
      if (english && isLabelOfAffix(from.text, to.text)) {
        labelled = true;
        continue;
      }
      const pos = from.pos === AFFIX ? AFFIX : raw.pos || from.pos || noted.pos;
      const nounClass = raw.nounClass || (NOMINAL.has(pos) ? noted.gender : '');
      items.push({ line, from: from.text, to: to.text, pos, nounClass, rank, sense, labels });
      rank++;
    }
  }
  if (items.length > before) return;
  const fault = [...left, ...right].find((part) => part.fault !== '')?.fault;
  const other = labelled ? LABEL : explained ? DEFINITION : 'a side is empty';
  items.push(rejection(raw.line, fault ?? other, raw.text));
}

/** Parts of speech whose words have a gender; '' may be one of them. */
const NOMINAL: ReadonlySet<string> = new Set(['', 'N', 'PROPN']);

/** `ACC → -ka`: beside an affix, capitals are no word. */
function isLabelOfAffix(from: string, to: string): boolean {
  return /^[-=]|[-=]$/.test(to) && /^[\p{Lu}\d.]{2,}$/u.test(from) && isGrammaticalLabel(from);
}

/** True where a text is too long for what it would translate. */
function explains(from: string, to: string, english: boolean): boolean {
  const [described, words] = [wordCount(from), wordCount(to)];
  if (!english) return Math.max(described, words) > LONGEST_WORDS;
  return words > Math.max(LONGEST_WORDS, WORDS_FOR_A_WORD * described);
}

interface Side {
  readonly english: boolean;
  readonly slashes: boolean;
  /** Where bracketed notes go; undefined drops them. */
  readonly notes: string[] | undefined;
}

function partsOf(text: string, needs: number, { english, slashes, notes }: Side): Part[] {
  let tidied = tidy(text, needs);
  // A decoded reference may bring a bracket or a blank to light.
  const now = needs & NEEDS.references ? needsOf(tidied) : needs;
  const fault = now === needs ? '' : faultOf(tidied, now);
  if (fault !== '') return [{ text: '', pos: '', fault }];
  if (now & NEEDS.lists && tidied.endsWith('/')) tidied = withoutSlashedNote(tidied);
  if (now & NEEDS.brackets) {
    const said = withoutAsides(tidied);
    if (said === '' && tidied !== '') return [{ text: '', pos: '', fault: faultOfAside(tidied) }];
    tidied = said;
    const bare = withoutBrackets(tidied, notes);
    if (bare === undefined) return [{ text: '', pos: '', fault: 'brackets do not match' }];
    tidied = bare;
  }
  const alternatives = !slashes ? whole : english ? splitEnglishAlternatives : splitAlternatives;
  const texts = now & NEEDS.lists ? splitList(tidied, alternatives) : [tidied];
  return texts.map((each) => (english ? englishPart(each) : targetPart(each)));
}

/** Splits what is a list; a comma inside a sentence does not make one. */
function splitList(text: string, alternatives: (part: string) => string[]): string[] {
  const groups = text.split(SPLITS).flatMap(alternatives);
  const parts = groups.flatMap((group) => {
    const list = group.split(COMMAS);
    return list.every((part) => wordCount(part.replace(LEADING, '')) <= LONGEST_LIST_PART) ? list : [group];
  });
  const filled = parts.map((part) => part.trim()).filter((part) => part !== '');
  return filled.length === 0 ? [''] : [...new Set(filled)];
}

function whole(text: string): string[] {
  return [text];
}

function englishPart(text: string): Part {
  const bare = trimPunctuation(text);
  const verb = INFINITIVE.test(bare);
  const word = verb ? bare.slice(3) : bare.replace(ARTICLE, '');
  if (ENGLISH_AFFIX.test(word)) return { text: word, pos: AFFIX, fault: NO_WORD };
  return { text: word, pos: verb ? 'V' : '', fault: faultOfWord(word, true) };
}

/** An entry of affixes alone is kept as that; beside words (`long-, short-term`) a hyphen shows that something is missing. */
function affixesKept(parts: readonly Part[]): readonly Part[] {
  return parts.every(({ pos }) => pos === AFFIX) ? parts.map((part) => ({ ...part, fault: '' })) : parts;
}

function targetPart(text: string): Part {
  // Stems and affixes have a hyphen, whichever of its shapes a font offered.
  const word = trimPunctuation(text).replace(/^[\u2010-\u2013\u2212](?=\p{L})|(?<=\p{L})[\u2010-\u2013\u2212]$/gu, '-');
  return { text: word, pos: '', fault: faultOfWord(word, false) };
}

function faultOfWord(word: string, english: boolean): string {
  if (word === '') return 'a side is empty';
  if (word.startsWith('*')) return 'a reconstructed form';
  if (!/[\p{L}\p{N}]/u.test(word)) return 'a side holds no letter';
  if (english && (word.startsWith('-') || word.endsWith('-'))) return NO_WORD;
  if (!english || !word.includes(' ')) return '';
  if (describesForm(word)) return LABEL;
  return wordCount(word) > LONGEST_WORDS ? DEFINITION : '';
}

function wordCount(text: string): number {
  let count = text === '' ? 0 : 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++;
  return count;
}

/** `help!` → `help`; a dot that belongs to the word (`p.m.`, `etc.`) stays. */
function trimPunctuation(text: string): string {
  return /[!?:¿¡…]/.test(text) ? text.replace(/^[¿¡\s]+|[\s!?:…]+$/g, '') : text;
}
