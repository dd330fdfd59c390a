import { applyAt, isMadeAt, made, reservePool, textOf } from './apply.js';
import { compare, find, fitting, suffixProbability, waiting } from './query.js';
import type { Evidence, SlotStatistics } from './statistics.js';
import type { Word } from './word.js';

/** A form that a neighbouring cell proposes, and its share among all that it proposes. */
export interface Vote {
  readonly form: string;
  readonly p: number;
}

const MOST = 3;
const LEAST = 0.03;

/** The forms that were made of one word: where each lies in the pool, and the sum of its rules' probabilities. */
let starts = new Int32Array(64);
let ends = new Int32Array(64);
let sums = new Float64Array(64);
let forms = 0;
/** By place of the rule: the form that it makes; -1 where it does not fit. */
let formOf = new Int32Array(256);

/**
 * The likeliest forms that a difference's rules make of a word, likeliest first. Many rules make the same form: where all
 * do, there is nothing to compare. `own`: evidence of the same lemma, which must not count.
 */
export function votesOf(statistics: SlotStatistics, word: Word, own: Evidence | undefined): Vote[] {
  find(statistics, word, own);
  makeForms(statistics, word);
  if (forms === 0) return [];
  if (forms === 1) return [{ form: textAt(0), p: 1 }];
  compare(word, own);
  let all = 0;
  for (let at = 0; at < waiting; at++) {
    const form = formOf[at] as number;
    if (form < 0) continue;
    const p = suffixProbability(fitting(at));
    sums[form] = (sums[form] as number) + p;
    all += p;
  }
  return likeliest(all);
}

function makeForms(statistics: SlotStatistics, { letters }: Word): void {
  const { code, codeStarts, longestRule } = statistics;
  const longest = 3 * letters.length + longestRule;
  if (formOf.length < waiting) formOf = new Int32Array(waiting * 2);
  forms = 0;
  let next = 0;
  for (let at = 0; at < waiting; at++) {
    reservePool(next + longest);
    formOf[at] = -1;
    if (!applyAt(code, codeStarts[fitting(at)] as number, letters, next)) continue;
    const known = forms;
    formOf[at] = formMade();
    if (forms > known) next = made.to;
  }
}

/** The number of the form that was made last, which may be new. */
function formMade(): number {
  for (let form = 0; form < forms; form++) if (isMadeAt(starts[form] as number, ends[form] as number)) return form;
  if (forms === starts.length) makeRoom(forms * 2);
  starts[forms] = made.from;
  ends[forms] = made.to;
  sums[forms] = 0;
  return forms++;
}

function makeRoom(size: number): void {
  const [before, after, known] = [starts, ends, sums];
  starts = new Int32Array(size);
  ends = new Int32Array(size);
  sums = new Float64Array(size);
  starts.set(before);
  ends.set(after);
  sums.set(known);
}

const textAt = (form: number) => textOf(starts[form] as number, ends[form] as number);

/** Of equally likely forms the first counts. */
function likeliest(all: number): Vote[] {
  const votes: Vote[] = [];
  while (votes.length < MOST) {
    let best = 0;
    for (let form = 1; form < forms; form++) if ((sums[form] as number) > (sums[best] as number)) best = form;
    const p = (sums[best] as number) / all;
    if (p < LEAST) break;
    votes.push({ form: textAt(best), p });
    sums[best] = -1;
  }
  return votes;
}
