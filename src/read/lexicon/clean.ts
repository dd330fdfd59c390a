import { LEXICAL_CATEGORIES, type LexiconItem } from '../../model/model.js';
import { rejection } from '../reject.js';
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
/** In characters; keeps the patterns below away from texts that no lexicon holds. */
const LONGEST_FIELD = 500;
const DEFINITION = 'a definition, not a translation';
const LONGEST_LIST_PART = 3;
const LONGEST_SENSE = 80;

const SPLITS = /\s*[;；؛]\s*/;
const COMMAS = /\s*(?:,(?!\d)|[、，،])\s*/;
const SLASHES = / \/ /;
const ARTICLE = /^(?:the|an|a) (?!(?:lot|few|little|bit|while|couple|great|good)\b)/i;
/** What opens a part of an English list and does not count as a word of it. */
const LEADING = /^(?:to|the|an|a) /i;
const INFINITIVE = /^to (?!(?:the|a|an|my|your|his|her|its|our|their|me|you|him|it|us|them|and|or|this|that|where)\b)/i;

/** Appends to `items` what a row says: its translations, or one rejection. Rows are counted by these items. */
export function cleanPair(raw: RawPair, items: LexiconItem[], english = true): void {
  const fromNeeds = needsOf(raw.from);
  const toNeeds = needsOf(raw.to);
  const needs = fromNeeds | toNeeds;
  if (needs === 0 && isPlain(raw.from, english) && raw.to !== '') {
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

function isPlain(from: string, english: boolean): boolean {
  if (from === '') return false;
  return !english || (from.charCodeAt(0) !== 45 && from.charCodeAt(from.length - 1) !== 45);
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
  const left = partsOf(raw.from, fromNeeds, { english, slashes: false, notes });
  const right = partsOf(raw.to, toNeeds, { english: false, slashes: true, notes: undefined });
  const before = items.length;
  let rank = raw.rank;
  const sense = raw.sense !== '' ? raw.sense : notes.join(', ').slice(0, LONGEST_SENSE);
  const { line, nounClass, labels } = raw;
  for (const from of left) {
    if (from.fault !== '') continue;
    for (const to of right) {
      if (to.fault !== '') continue;
      const pos = raw.pos !== '' ? raw.pos : from.pos;
      items.push({ line, from: from.text, to: to.text, pos, nounClass, rank, sense, labels });
      rank++;
    }
  }
  if (items.length > before) return;
  const fault = left.find((part) => part.fault !== '')?.fault ?? right.find((part) => part.fault !== '')?.fault;
  items.push(rejection(raw.line, fault ?? 'a side is empty', raw.text));
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
  if (now & NEEDS.brackets) {
    const bare = withoutBrackets(tidied, notes);
    if (bare === undefined) return [{ text: '', pos: '', fault: 'brackets do not match' }];
    tidied = bare;
  }
  const texts = now & NEEDS.lists ? splitList(tidied, slashes) : [tidied];
  return texts.map((each) => (english ? englishPart(each) : targetPart(each)));
}

/** Splits what is a list; a comma inside a sentence does not make one. */
export function splitList(text: string, slashes: boolean): string[] {
  const groups = text.split(SPLITS).flatMap((part) => (slashes ? part.split(SLASHES) : [part]));
  const parts = groups.flatMap((group) => {
    const list = group.split(COMMAS);
    return list.every((part) => wordCount(part.replace(LEADING, '')) <= LONGEST_LIST_PART) ? list : [group];
  });
  const filled = parts.map((part) => part.trim()).filter((part) => part !== '');
  return filled.length === 0 ? [''] : [...new Set(filled)];
}

function englishPart(text: string): Part {
  const bare = trimPunctuation(text);
  const verb = INFINITIVE.test(bare);
  const word = verb ? bare.slice(3) : bare.replace(ARTICLE, '');
  return { text: word, pos: verb ? 'V' : '', fault: faultOfWord(word, true) };
}

function targetPart(text: string): Part {
  const word = trimPunctuation(text);
  return { text: word, pos: '', fault: faultOfWord(word, false) };
}

function faultOfWord(word: string, english: boolean): string {
  if (word === '') return 'a side is empty';
  if (!/[\p{L}\p{N}]/u.test(word)) return 'a side holds no letter';
  if (english && (word.startsWith('-') || word.endsWith('-'))) return 'an affix, not a word';
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

const OPENING = '([{<（［';
const CLOSING = ')]}>）］';

/**
 * The text without what stands in brackets, or undefined where one closes that was never opened. A bracket that is
 * never closed reaches to the end. Notes that are words by themselves are collected; letters inside a word (`(n)or`)
 * are not.
 */
export function withoutBrackets(text: string, notes: string[] | undefined): string | undefined {
  const stack: number[] = [];
  let out = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    const opens = OPENING.indexOf(letter);
    if (opens >= 0) {
      if (stack.length === 0) {
        out += text.slice(start, i);
        start = i;
      }
      stack.push(opens);
      continue;
    }
    const closes = CLOSING.indexOf(letter);
    if (closes < 0) continue;
    if (stack.length === 0) return undefined;
    const opener = stack.lastIndexOf(closes);
    // `(c -> ch)`: inside a note, what closes nothing is text.
    if (opener < 0) continue;
    stack.length = opener;
    if (opener > 0) continue;
    if (isNote(text, start, i)) notes?.push(text.slice(start + 1, i).trim());
    start = i + 1;
  }
  const rest = stack.length > 0 ? '' : text.slice(start);
  return (out + rest).replace(/ {2,}/g, ' ').trim();
}

function isNote(text: string, open: number, close: number): boolean {
  const before = text[open - 1] ?? ' ';
  const after = text[close + 1] ?? ' ';
  return close - open > 2 && !/\p{L}/u.test(before) && !/\p{L}/u.test(after);
}

const CATEGORIES: ReadonlySet<string> = new Set(LEXICAL_CATEGORIES);

/** How dictionaries name parts of speech → the store's names. */
const POS_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    N: 'n noun subst substantive s sb nn f m nt mf fn',
    PROPN: 'propn pn np name proper properNoun',
    V: 'v verb vb vt vi vti vblex tv iv v.t v.i',
    ADJ: 'adj adjective a',
    ADV: 'adv adverb',
    PRO: 'pro pron pronoun prn',
    DET: 'det determiner art article',
    NUM: 'num number numeral card',
    ADP: 'adp prep preposition postp postposition pr',
    AUX: 'aux auxiliary cop copula',
    CONJ: 'conj conjunction cnj cconj sconj',
    PART: 'part particle ptcl prt',
    INTJ: 'intj interj interjection int exclamation ij',
    PHR: 'phr phrase phraseologicalUnit idiom expr',
  }).flatMap(([category, names]) => names.split(' ').map((name) => [name.toLowerCase(), category] as const)),
);

/** The store's name of a part of speech as a dictionary spells it, or ''. */
export function categoryOf(text: string): string {
  const name = text.trim();
  if (CATEGORIES.has(name)) return name;
  const plain = name.toLowerCase().replace(/\.$/, '');
  return POS_NAMES.get(plain) ?? POS_NAMES.get(plain.split(/[\s,;/]+/)[0] ?? '') ?? '';
}
