import { type AlignmentCosts, align, type Difference } from './align.js';
import { applyRule } from './apply.js';
import { COPY, FIRST, type InnerEdit, type Rule, type RuleBook, type RuleText, SECOND, WHOLE } from './rules.js';

/** The longest stretch that two words share; of equal ones the leftmost. */
export function longestCommon(a: string, b: string): { a: number; b: number; length: number } {
  let best = { a: 0, b: 0, length: 0 };
  let before = new Uint16Array(b.length + 1);
  let row = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const length = letter === b.charCodeAt(j - 1) ? (before[j - 1] as number) + 1 : 0;
      row[j] = length;
      if (length > best.length) best = { a: i - length, b: j - length, length };
    }
    [before, row] = [row, before];
  }
  return best;
}

interface Shape {
  readonly prefixFrom: string;
  readonly prefixTo: string;
  readonly suffixFrom: string;
  readonly suffixTo: string;
  readonly inner: readonly Difference[];
}

function shapeOf(lemma: string, form: string, differences: readonly Difference[]): Shape {
  const first = differences[0];
  const last = differences.at(-1);
  const prefix = first?.from === 0 && first.targetFrom === 0 ? first : undefined;
  const suffix =
    last !== undefined && last !== prefix && last.to === lemma.length && last.targetTo === form.length
      ? last
      : undefined;
  return {
    prefixFrom: prefix ? lemma.slice(0, prefix.to) : '',
    prefixTo: prefix ? form.slice(0, prefix.targetTo) : '',
    suffixFrom: suffix ? lemma.slice(suffix.from) : '',
    suffixTo: suffix ? form.slice(suffix.targetFrom) : '',
    inner: differences.filter((difference) => difference !== prefix && difference !== suffix),
  };
}

function innerEdits(lemma: string, form: string, inner: readonly Difference[], kind: 'end' | 'start'): InnerEdit[] {
  return inner.map(({ from, to, targetFrom, targetTo }) => ({
    place: kind === 'start' ? from : lemma.length - to,
    from: lemma.slice(from, to),
    to: form.slice(targetFrom, targetTo),
  }));
}

/** The same edits with a variable where a letter is doubled or a double letter made simple. */
function withCopies(lemma: string, edits: readonly InnerEdit[], inner: readonly Difference[]): InnerEdit[] | undefined {
  let changed = false;
  const copies = edits.map((edit, index) => {
    const { from, to } = inner[index] as Difference;
    const before = lemma[from - 1];
    if (edit.from.length === 1 && edit.to === '' && (edit.from === before || edit.from === lemma[to])) {
      changed = true;
      return { ...edit, from: COPY };
    }
    if (edit.from === '' && edit.to !== '' && edit.to[0] === before) {
      changed = true;
      return { ...edit, to: COPY + edit.to.slice(1) };
    }
    return edit;
  });
  return changed ? copies : undefined;
}

/** Variables for reduplication and for suffixes that repeat the stem's last letter. */
function* variants(rule: RuleText, stem: string): Generator<RuleText> {
  if (stem === '') return;
  if (rule.suffixTo !== '' && rule.suffixTo[0] === stem.at(-1))
    yield { ...rule, suffixTo: COPY + rule.suffixTo.slice(1) };
  const { prefixTo } = rule;
  const isWord = stem.length > 2;
  if (isWord && rule.suffixTo.includes(stem)) yield { ...rule, suffixTo: rule.suffixTo.replace(stem, WHOLE) };
  if (prefixTo === '') return;
  if (isWord && prefixTo.includes(stem)) yield { ...rule, prefixTo: prefixTo.replace(stem, WHOLE) };
  const [one = '', two = ''] = stem;
  if (prefixTo.length > 1 && prefixTo.endsWith(one + two))
    yield { ...rule, prefixTo: prefixTo.slice(0, -2) + FIRST + SECOND };
  else if (prefixTo.length > 2 && prefixTo[0] === one && prefixTo.endsWith(two))
    yield { ...rule, prefixTo: FIRST + prefixTo.slice(1, -1) + SECOND };
  else if (prefixTo.endsWith(one)) yield { ...rule, prefixTo: prefixTo.slice(0, -1) + FIRST };
}

function* proposals(lemma: string, form: string, costs: AlignmentCosts, simple: boolean): Generator<RuleText> {
  const common = longestCommon(lemma, form);
  yield {
    kind: 'ends',
    prefixFrom: lemma.slice(0, common.a),
    prefixTo: form.slice(0, common.b),
    suffixFrom: lemma.slice(common.a + common.length),
    suffixTo: form.slice(common.b + common.length),
    edits: [],
  };
  if (simple && common.length * 2 >= Math.min(lemma.length, form.length)) return;
  const shape = shapeOf(lemma, form, align(lemma, form, costs));
  const { inner, ...ends } = shape;
  if (inner.length === 0) {
    yield { kind: 'ends', ...ends, edits: [] };
    return;
  }
  for (const kind of ['end', 'start'] as const) {
    const edits = innerEdits(lemma, form, inner, kind);
    yield { kind, ...ends, edits };
    const copies = withCopies(lemma, edits, inner);
    if (copies) yield { kind, ...ends, edits: copies };
  }
  const edits = innerEdits(lemma, form, inner, 'end');
  if (edits.every((edit) => edit.from !== ''))
    yield { kind: 'last', ...ends, edits: edits.map((edit) => ({ ...edit, place: 0 })) };
}

/** What all extraction needs. */
export interface Extraction {
  readonly costs: AlignmentCosts;
  readonly book: RuleBook;
}

/** The rules that make `form` of `lemma`, most direct first; `simple` asks for few. */
export function extractRules(lemma: string, form: string, { costs, book }: Extraction, simple = false): Rule[] {
  const rules: Rule[] = [];
  const add = (text: RuleText) => {
    const rule = book.intern(text);
    if (!rules.includes(rule)) rules.push(rule);
  };
  for (const text of proposals(lemma, form, costs, simple)) {
    // What stands before and after the longest common stretch makes the form: no need to try it.
    if (rules.length === 0 && simple) {
      add(text);
      continue;
    }
    const made = applyRule(text, lemma);
    if (made?.form === form) add(text);
    if (simple || made === undefined) continue;
    for (const variant of variants(text, made.stem)) if (applyRule(variant, lemma)?.form === form) add(variant);
  }
  return rules;
}
