import { resolveLanguage } from '../../languages/languages.js';
import type { CellItem } from '../../model/model.js';
import { faultOf, needsOf } from '../lexicon/tidy.js';
import { lineBatches } from '../lines.js';
import { type Input, SILENT, type TableReader } from '../reader.js';
import { rejection } from '../reject.js';
import { Remarks } from '../remarks.js';
import { tableLanguage } from './language.js';
import { bundleOfToken, partOfSpeechOf } from './ud-features.js';
import { faultOfCell, tableWord } from './word.js';

const SAMPLE_LINES = 200;

/** Treebanks: each word with lemma and features is a cell, and how often it comes is its weight. */
export const conllu: TableReader = {
  id: 'conllu',
  title: 'CoNLL-U treebank: lemma, form, part of speech and features of each word',
  extensions: ['conllu'],
  specification: 'https://universaldependencies.org/format.html',
  carries: ['inflected forms', 'feature bundles', 'frequencies'],
  sniff: likenessToConllu,
  async open(input, options) {
    const prefix = /^([a-z]{2,3})_/.exec(input.name)?.[1] ?? '';
    const remarks = new Remarks();
    const language = tableLanguage(input, options, prefix === '' ? undefined : resolveLanguage(prefix));
    return { ...SILENT, language, batches: readCells(input, remarks), remarks: () => remarks.list() };
  },
};

export function likenessToConllu({ head }: Input): number {
  const lines = head.split('\n', SAMPLE_LINES + 1).slice(0, -1);
  const tokens = (lines.length > 0 ? lines : head.split('\n')).filter((line) => /\S/.test(line) && !/^#/.test(line));
  const rows = tokens.filter((line) => /^\d+(?:[-.]\d+)?\t(?:[^\t]*\t){8}[^\t]*$/.test(line));
  return tokens.length > 0 && rows.length >= tokens.length * 0.9 ? 1 : 0;
}

async function* readCells(input: Input, remarks: Remarks): AsyncGenerator<CellItem[]> {
  const tokens = new Tokens(remarks);
  for await (const { first, lines } of lineBatches(input)) {
    for (const [index, text] of lines.entries()) tokens.take(first + index, text);
    yield tokens.taken();
  }
  tokens.endSentence();
  yield tokens.taken();
}

interface Token {
  readonly line: number;
  readonly text: string;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: string;
}

/** A word that is written as one and taken apart: `13-14 iddo`. */
interface Joined {
  readonly token: Token;
  readonly last: number;
  readonly parts: Token[];
}

/** Tokens in order, and the written word that they may be parts of. */
class Tokens {
  #items: CellItem[] = [];
  #joined: Joined | undefined;
  #first = true;

  constructor(private readonly remarks: Remarks) {}

  taken(): CellItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  take(line: number, text: string): void {
    if (text.trim() === '') this.endSentence();
    else if (!text.startsWith('#')) this.#takeToken(line, text);
  }

  endSentence(): void {
    this.#endJoined();
    this.#first = true;
  }

  #takeToken(line: number, text: string): void {
    const [id = '', form, lemma, upos = '', , feats = ''] = text.split('\t');
    const fault = faultOf(text, needsOf(text));
    const [, from, mark, to] = /^(\d+)(?:([-.])(\d+))?$/.exec(id) ?? [];
    if (fault !== '' || from === undefined || feats === '') {
      this.#items.push(rejection(line, fault || 'ten columns are expected, the first a number', text));
      return;
    }
    const token = { line, text, form: tableWord(form), lemma: lemma === '_' ? '' : tableWord(lemma), upos, feats };
    if (mark === '.') this.#items.push(rejection(line, 'an empty node: nothing is written there', text));
    else if (mark === '-') {
      this.#endJoined();
      this.#joined = { token, last: Number(to), parts: [] };
    } else if (this.#joined && Number(from) <= this.#joined.last) this.#takePart(this.#joined, token, Number(from));
    else this.#takeWord(token);
  }

  #takePart(joined: Joined, token: Token, number: number): void {
    joined.parts.push(token);
    this.#items.push(rejection(token.line, 'part of a word that is written as one', token.text));
    if (number >= joined.last) this.#endJoined();
  }

  /** An adposition with a pronoun in it is inflected; other joined words have no lemma of their own. */
  #endJoined(): void {
    const joined = this.#joined;
    if (!joined) return;
    this.#joined = undefined;
    const { token, parts } = joined;
    const [head, pronoun] = parts;
    if (parts.length === 2 && head?.upos === 'ADP' && pronoun?.upos === 'PRON') {
      this.#takeWord({ ...token, lemma: head.lemma, upos: 'ADP', feats: pronoun.feats });
    } else {
      this.#items.push(rejection(token.line, 'a word of several, without a lemma of its own', token.text));
      this.#first = false;
    }
  }

  #takeWord(token: Token): void {
    const { line, lemma, upos, feats, text } = token;
    const form = this.#first ? withoutCapital(token.form, lemma) : token.form;
    if (upos !== 'PUNCT') this.#first = false;
    const fault = faultOfToken(token) || faultOfCell(lemma, form);
    if (fault !== '') {
      this.#items.push(rejection(line, fault, text));
      return;
    }
    const { bundle, own } = bundleOfToken(upos, feats);
    for (const name of own) this.remarks.add(line, `${name} has no name in UniMorph: kept as LGSPEC(${name})`);
    this.#items.push({ line, lemma, form, bundle, original: `${upos}|${feats}` });
  }
}

function faultOfToken({ upos, feats }: Token): string {
  if (partOfSpeechOf(upos) === undefined) return `no word: ${upos}`;
  if (/(?:^|\|)Typo=Yes/.test(feats)) return 'a misspelling';
  if (/(?:^|\|)Foreign=Yes/.test(feats)) return 'a foreign word';
  return /(?:^|\|)Abbr=Yes/.test(feats) ? 'an abbreviation' : '';
}

/** The capital that begins a sentence is none of the word's. */
function withoutCapital(form: string, lemma: string): string {
  const [letter = ''] = lemma;
  const [capital = ''] = form;
  const isSmall = letter !== '' && letter === letter.toLowerCase();
  return isSmall ? capital.toLowerCase() + form.slice(capital.length) : form;
}
