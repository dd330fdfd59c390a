import { type AlignmentCosts, align, type Difference } from './align.js';
import { applyRule, isMade, lettersOf, madeStem } from './apply.js';
import {
  COPY,
  FIRST,
  type InnerEdit,
  type Rule,
  type RuleBook,
  type RuleKind,
  RuleText,
  SECOND,
  WHOLE,
} from './rules.js';

/** Letters that end at each place of the second word and are shared so far: the row before and this row. */
let sharedBefore = new Uint16Array(64);
let shared = new Uint16Array(64);

/** The longest stretch that two words share; of equal ones the leftmost. */
export function longestCommon(a: string, b: string): { a: number; b: number; length: number } {
  const best = { a: 0, b: 0, length: 0 };
  if (shared.length <= b.length) {
    sharedBefore = new Uint16Array(b.length * 2);
    shared = new Uint16Array(b.length * 2);
  }
  sharedBefore.fill(0, 0, b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const length = letter === b.charCodeAt(j - 1) ? (sharedBefore[j - 1] as number) + 1 : 0;
      shared[j] = length;
      if (length <= best.length) continue;
      best.a = i - length;
      best.b = j - length;
      best.length = length;
    }
    [sharedBefore, shared] = [shared, sharedBefore];
  }
  return best;
}

const NO_EDITS: readonly InnerEdit[] = [];

/** What is changed at both ends, as a rule, and the differences between them. */
interface Shape {
  readonly ends: RuleText;
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
  const ends = new RuleText(
    'ends',
    prefix ? lemma.slice(0, prefix.to) : '',
    prefix ? form.slice(0, prefix.targetTo) : '',
    suffix ? lemma.slice(suffix.from) : '',
    suffix ? form.slice(suffix.targetFrom) : '',
    NO_EDITS,
  );
  return { ends, inner: differences.filter((difference) => difference !== prefix && difference !== suffix) };
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
      return { place: edit.place, from: COPY, to: edit.to };
    }
    if (edit.from === '' && edit.to !== '' && edit.to[0] === before) {
      changed = true;
      return { place: edit.place, from: edit.from, to: COPY + edit.to.slice(1) };
    }
    return edit;
  });
  return changed ? copies : undefined;
}

/** Variables for reduplication and for suffixes that repeat the stem's last letter. */
function variantsOf(rule: RuleText, stem: string): RuleText[] {
  const { prefixTo, suffixTo } = rule;
  const found: RuleText[] = [];
  if (stem === '' || (prefixTo === '' && suffixTo === '')) return found;
  if (suffixTo !== '' && suffixTo[0] === stem.at(-1)) found.push(rule.withSuffix(COPY + suffixTo.slice(1)));
  const isWord = stem.length > 2;
  if (isWord && suffixTo.includes(stem)) found.push(rule.withSuffix(suffixTo.replace(stem, WHOLE)));
  if (prefixTo === '') return found;
  if (isWord && prefixTo.includes(stem)) found.push(rule.withPrefix(prefixTo.replace(stem, WHOLE)));
  const [one = '', two = ''] = stem;
  if (prefixTo.length > 1 && prefixTo.endsWith(one + two))
    found.push(rule.withPrefix(prefixTo.slice(0, -2) + FIRST + SECOND));
  else if (prefixTo.length > 2 && prefixTo[0] === one && prefixTo.endsWith(two))
    found.push(rule.withPrefix(FIRST + prefixTo.slice(1, -1) + SECOND));
  else if (prefixTo.endsWith(one)) found.push(rule.withPrefix(prefixTo.slice(0, -1) + FIRST));
  return found;
}

/** What all extraction needs. */
export interface Extraction {
  readonly costs: AlignmentCosts;
  readonly book: RuleBook;
}

/** The rules that make one form of one lemma, as they are found. */
class Found {
  readonly rules: Rule[] = [];
  private lemmaLetters: Uint16Array | undefined;

  /** `simple`: rules with variables are not looked for. */
  constructor(
    private readonly lemma: string,
    private readonly form: string,
    private readonly book: RuleBook,
    private readonly simple: boolean,
  ) {}

  private get letters(): Uint16Array {
    this.lemmaLetters ??= lettersOf(this.lemma);
    return this.lemmaLetters;
  }

  private add(text: RuleText): void {
    const rule = this.book.intern(text);
    if (!this.rules.includes(rule)) this.rules.push(rule);
  }

  /** A rule that makes the form, as it was found by cutting both words at the same places. */
  take(text: RuleText, stem: string): void {
    this.add(text);
    if (this.simple) return;
    for (const variant of variantsOf(text, stem))
      if (applyRule(variant, this.letters) && isMade(this.form)) this.add(variant);
  }

  /** A rule that may make another form than it was found for. */
  tryOut(text: RuleText): void {
    if (!applyRule(text, this.letters)) return;
    const stem = madeStem();
    if (isMade(this.form)) this.take(text, stem);
  }
}

/** The rules that make `form` of `lemma`, most direct first; `simple` asks for few. */
export function extractRules(lemma: string, form: string, { costs, book }: Extraction, simple = false): Rule[] {
  const found = new Found(lemma, form, book, simple);
  const { a, b, length } = longestCommon(lemma, form);
  found.take(
    new RuleText(
      'ends',
      lemma.slice(0, a),
      form.slice(0, b),
      lemma.slice(a + length),
      form.slice(b + length),
      NO_EDITS,
    ),
    lemma.slice(a, a + length),
  );
  if (simple && length * 2 >= Math.min(lemma.length, form.length)) return found.rules;
  const { inner, ends } = shapeOf(lemma, form, align(lemma, form, costs));
  const stem = form.slice(ends.prefixTo.length, form.length - ends.suffixTo.length);
  if (inner.length === 0) found.take(ends, stem);
  else takeEdited(found, ends, { lemma, form, stem, inner });
  return found.rules;
}

/** A pair of words that differ inside the stem, too. */
interface Edited {
  readonly lemma: string;
  readonly form: string;
  readonly stem: string;
  readonly inner: readonly Difference[];
}

function takeEdited(found: Found, ends: RuleText, { lemma, form, stem, inner }: Edited): void {
  const { prefixFrom, prefixTo, suffixFrom, suffixTo } = ends;
  const edited = (kind: RuleKind, edits: readonly InnerEdit[]) =>
    new RuleText(kind, prefixFrom, prefixTo, suffixFrom, suffixTo, edits);
  const fromEnd = innerEdits(lemma, form, inner, 'end');
  for (const kind of ['end', 'start'] as const) {
    const edits = kind === 'end' ? fromEnd : innerEdits(lemma, form, inner, kind);
    found.take(edited(kind, edits), stem);
    const copies = withCopies(lemma, edits, inner);
    if (copies) found.tryOut(edited(kind, copies));
  }
  if (fromEnd.every((edit) => edit.from !== ''))
    found.tryOut(
      edited(
        'last',
        fromEnd.map(({ from, to }) => ({ place: 0, from, to })),
      ),
    );
}
