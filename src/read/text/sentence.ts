import type { TextItem } from '../../model/model.js';
import { decodeReferences, faultOf, NEEDS, needsOf, tidy } from '../lexicon/tidy.js';
import { rejection } from '../reject.js';

/** In UTF-16 units: the longest verses have 500, long paragraphs 2,000; what is longer was not cut into sentences. */
export const LONGEST_SENTENCE = 5000;

/** Composed, trimmed, without invisible characters; quotation marks stay, since they belong to sentences. */
export function tidySentence(text: string): string {
  const needs = needsOf(text);
  const decoded = needs & NEEDS.references ? decodeReferences(text) : text;
  return tidy(decoded, needsOf(decoded) & ~(NEEDS.references | NEEDS.quotes));
}

/** Why a text cannot be kept, or ''. */
export function sentenceFault(raw: string, tidied: string): string {
  const fault = faultOf(raw, needsOf(raw)) || faultOf(tidied, needsOf(tidied));
  if (fault !== '') return fault;
  return tidied.length > LONGEST_SENTENCE ? `longer than ${LONGEST_SENTENCE} characters: not cut into sentences` : '';
}

/** What a reader knows of a pair before it is cleaned. */
export interface RawSentencePair {
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** Cleans a pair of sentences and appends it, or one rejection. */
export function takeSentencePair(items: TextItem[], raw: RawSentencePair): void {
  const [from, to] = [tidySentence(raw.from), tidySentence(raw.to)];
  const fault = sentenceFault(raw.from, from) || sentenceFault(raw.to, to) || pairFault(from, to);
  if (fault === '') items.push({ unit: 'pair', line: raw.line, from, to });
  else items.push(rejection(raw.line, fault, `${raw.from}\t${raw.to}`));
}

function pairFault(from: string, to: string): string {
  if (from === '' || to === '') return 'one side is empty';
  return from === to ? 'the two sides are the same: not translated' : '';
}

/** Cleans a line of plain text and appends it, or one rejection. */
export function takeSentence(items: TextItem[], line: number, raw: string): void {
  const text = tidySentence(raw);
  const fault = sentenceFault(raw, text) || (text === '' ? 'holds nothing that is visible' : '');
  items.push(fault === '' ? { unit: 'sentence', line, text } : rejection(line, fault, raw));
}

/** What a reader knows of a verse before it is cleaned. */
export interface RawVerse {
  readonly line: number;
  readonly reference: string;
  readonly last: string;
  readonly text: string;
}

/** Cleans a verse and appends it, or one rejection. */
export function takeVerse(items: TextItem[], { line, reference, last, text: raw }: RawVerse): void {
  const text = tidySentence(raw);
  const fault = sentenceFault(raw, text) || (text === '' ? 'the verse is empty' : '');
  if (fault === '') items.push({ unit: 'verse', line, reference, last, text });
  else items.push(rejection(line, fault, `${reference} ${raw}`));
}
