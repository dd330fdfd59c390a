import { COPY, FIRST, type RuleText, SECOND, WHOLE } from './rules.js';

/**
 * Rules as rows of numbers, and what they make of a word: kind, lengths of prefix and suffix before and after, number
 * of edits, whether the prefix has variables; then the letters; then place, lengths and letters of each edit.
 */
const HEAD = 7;
const EDIT_HEAD = 3;
const ENDS = 0;
const START = 1;
const END = 2;
const LAST = 3;
const KINDS = { ends: ENDS, start: START, end: END, last: LAST } as const;
const VARIABLES = [COPY, FIRST, SECOND, WHOLE].map((variable) => variable.charCodeAt(0));
const [COPIED, FIRST_LETTER, SECOND_LETTER, WHOLE_STEM] = VARIABLES as [number, number, number, number];

function pushLetters(out: number[], text: string): void {
  for (let i = 0; i < text.length; i++) out.push(text.charCodeAt(i));
}

/** Writes a rule to the end of `out`. */
export function packRule(rule: RuleText, out: number[]): void {
  const { prefixFrom, prefixTo, suffixFrom, suffixTo, edits } = rule;
  let variable = 0;
  for (let i = 0; i < prefixTo.length; i++) if (VARIABLES.includes(prefixTo.charCodeAt(i))) variable = 1;
  out.push(KINDS[rule.kind], prefixFrom.length, prefixTo.length, suffixFrom.length, suffixTo.length);
  out.push(edits.length, variable);
  for (const letters of [prefixFrom, prefixTo, suffixFrom, suffixTo]) pushLetters(out, letters);
  for (const { place, from, to } of edits) {
    out.push(place, from.length, to.length);
    pushLetters(out, from);
    pushLetters(out, to);
  }
}

export function lettersOf(text: string): Uint16Array {
  const letters = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) letters[i] = text.charCodeAt(i);
  return letters;
}

/** Where the last form that was made lies in the pool, and its stem and first inner edit (-1 without one). */
export const made = { from: 0, to: 0, stemFrom: 0, stemTo: 0, editAt: -1, editLength: 0 };

/** Room for the forms of one query, one after another. */
export let pool = new Uint16Array(1 << 14);

export function reservePool(length: number): void {
  if (pool.length >= length) return;
  const larger = new Uint16Array(length * 2);
  larger.set(pool);
  pool = larger;
}

function same(a: Uint16Array, at: number, b: Uint16Array, from: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[at + i] !== b[from + i]) return false;
  return true;
}

/** Makes a form of a lemma from `start` of the pool on; false where the rule does not fit. Fills `made`. */
export function applyAt(code: Uint16Array, at: number, lemma: Uint16Array, start: number): boolean {
  const kind = code[at] as number;
  const from = code[at + 1] as number;
  const prefixTo = code[at + 2] as number;
  const suffixFrom = code[at + 3] as number;
  const to = lemma.length - suffixFrom;
  const prefixAt = at + HEAD;
  if (from > to || !same(code, prefixAt, lemma, 0, from)) return false;
  const suffixAt = prefixAt + from + prefixTo;
  if (!same(code, suffixAt, lemma, to, suffixFrom)) return false;
  const editsAt = suffixAt + suffixFrom + (code[at + 4] as number);
  const variable = code[at + 6] === 1;
  made.from = start;
  made.stemFrom = variable ? start : start + prefixTo;
  made.editAt = -1;
  if (kind === ENDS) {
    let end = made.stemFrom;
    for (let i = from; i < to; i++) pool[end++] = lemma[i] as number;
    made.stemTo = end;
  } else if (kind === LAST ? !editLast(code, at, editsAt, lemma) : !editStem(code, at, editsAt, lemma)) return false;
  if (variable) resolvePrefix(code, prefixAt + from, prefixTo);
  else for (let i = 0; i < prefixTo; i++) pool[start + i] = code[prefixAt + from + i] as number;
  addSuffix(code, suffixAt + suffixFrom, editsAt);
  return true;
}

function addSuffix(code: Uint16Array, from: number, to: number): void {
  let end = made.stemTo;
  let next = from;
  if (next < to && code[next] === COPIED) {
    next++;
    if (made.stemTo > made.stemFrom) pool[end++] = pool[made.stemTo - 1] as number;
  }
  while (next < to) {
    const letter = code[next++] as number;
    if (letter === WHOLE_STEM) {
      pool.copyWithin(end, made.stemFrom, made.stemTo);
      end += made.stemTo - made.stemFrom;
    } else pool[end++] = letter;
  }
  made.to = end;
}

/** The stem with edits at places that are counted from the beginning or the end of the lemma. */
function editStem(code: Uint16Array, at: number, editsAt: number, lemma: Uint16Array): boolean {
  const fromStart = code[at] === START;
  const to = lemma.length - (code[at + 3] as number);
  let done = code[at + 1] as number;
  let end = made.stemFrom;
  let edit = editsAt;
  for (let left = code[at + 5] as number; left > 0; left--) {
    const length = code[edit + 1] as number;
    const place = fromStart ? (code[edit] as number) : lemma.length - (code[edit] as number) - length;
    const letters = edit + EDIT_HEAD;
    if (place < done || place + length > to) return false;
    if (length === 1 && code[letters] === COPIED) {
      const letter = lemma[place];
      if (letter !== lemma[place - 1] && letter !== lemma[place + 1]) return false;
    } else if (!same(code, letters, lemma, place, length)) return false;
    while (done < place) pool[end++] = lemma[done++] as number;
    if (made.editAt < 0) {
      made.editAt = end;
      made.editLength = code[edit + 2] as number;
    }
    let next = letters + length;
    edit = next + (code[edit + 2] as number);
    if (next < edit && code[next] === COPIED) {
      next++;
      if (end > made.stemFrom) pool[end] = pool[end - 1] as number;
      else if (place > 0) pool[end] = lemma[place - 1] as number;
      else end--;
      end++;
    }
    while (next < edit) pool[end++] = code[next++] as number;
    done = place + length;
  }
  while (done < to) pool[end++] = lemma[done++] as number;
  made.stemTo = end;
  return true;
}

/** The stem with each edit where its letters stand last, before the edit that was made before it. */
function editLast(code: Uint16Array, at: number, editsAt: number, lemma: Uint16Array): boolean {
  const { stemFrom } = made;
  let end = stemFrom;
  for (let i = code[at + 1] as number; i < lemma.length - (code[at + 3] as number); i++)
    pool[end++] = lemma[i] as number;
  let limit = end;
  for (let nth = (code[at + 5] as number) - 1; nth >= 0; nth--) {
    let edit = editsAt;
    for (let skip = nth; skip > 0; skip--) edit += EDIT_HEAD + (code[edit + 1] as number) + (code[edit + 2] as number);
    const before = code[edit + 1] as number;
    const after = code[edit + 2] as number;
    let place = limit - before;
    while (place >= stemFrom && !same(code, edit + EDIT_HEAD, pool, place, before)) place--;
    if (place < stemFrom) return false;
    if (after !== before) pool.copyWithin(place + after, place + before, end);
    end += after - before;
    for (let i = 0; i < after; i++) pool[place + i] = code[edit + EDIT_HEAD + before + i] as number;
    limit = place;
    made.editAt = place;
    made.editLength = after;
  }
  made.stemTo = end;
  return true;
}

/** Puts a prefix with variables before the stem, which moves on. */
function resolvePrefix(code: Uint16Array, from: number, length: number): void {
  const start = made.from;
  const stem = pool.slice(start, made.stemTo);
  let end = start;
  for (let i = from; i < from + length; i++) {
    const letter = code[i] as number;
    if (letter === WHOLE_STEM) {
      pool.set(stem, end);
      end += stem.length;
    } else if (letter === FIRST_LETTER || letter === SECOND_LETTER) {
      const nth = letter === FIRST_LETTER ? 0 : 1;
      if (nth < stem.length) pool[end++] = stem[nth] as number;
    } else pool[end++] = letter;
  }
  pool.set(stem, end);
  if (made.editAt >= 0) made.editAt += end - start;
  made.stemFrom = end;
  made.stemTo = end + stem.length;
}

/** A stretch of the pool as text. Many letters at a time: text that is put together of many pieces is slow to read. */
export function textOf(from: number, to: number): string {
  const { fromCharCode } = String;
  const letter = (place: number) => pool[place] as number;
  let text = '';
  let at = from;
  for (; at + 8 <= to; at += 8)
    text += fromCharCode(
      letter(at),
      letter(at + 1),
      letter(at + 2),
      letter(at + 3),
      letter(at + 4),
      letter(at + 5),
      letter(at + 6),
      letter(at + 7),
    );
  if (at + 4 <= to) {
    text += fromCharCode(letter(at), letter(at + 1), letter(at + 2), letter(at + 3));
    at += 4;
  }
  if (at + 2 <= to) {
    text += fromCharCode(letter(at), letter(at + 1));
    at += 2;
  }
  return at < to ? text + fromCharCode(letter(at)) : text;
}

/** Room for a rule that is no statistics' own. */
const single: number[] = [];
let singleCode = new Uint16Array(256);

/** Makes a form of a word by a rule; false where it does not fit. What it made is asked for next. */
export function applyRule(rule: RuleText, word: Uint16Array): boolean {
  single.length = 0;
  packRule(rule, single);
  if (singleCode.length < single.length) singleCode = new Uint16Array(single.length * 2);
  singleCode.set(single);
  return applyAt(singleCode, 0, word, 0);
}

/** Whether a stretch of the pool is this form. */
export function isForm(form: string, from: number, to: number): boolean {
  if (to - from !== form.length) return false;
  for (let i = from; i < to; i++) if (pool[i] !== form.charCodeAt(i - from)) return false;
  return true;
}

/** Whether the form that was made last stands here, too. Compared from the end: forms of one lemma mostly begin alike. */
export function isMadeAt(from: number, to: number): boolean {
  if (to - from !== made.to - made.from) return false;
  const shift = from - made.from;
  for (let i = made.to - 1; i >= made.from; i--) if (pool[i] !== pool[i + shift]) return false;
  return true;
}

/** Whether the form that was made last is this one. */
export function isMade(form: string): boolean {
  return isForm(form, made.from, made.to);
}

export function madeStem(): string {
  return textOf(made.stemFrom, made.stemTo);
}
