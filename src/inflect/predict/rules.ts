import { hashText, mix } from './hash.js';

/** An edit inside the stem. */
export interface InnerEdit {
  /** Letters between the edit and the end (kind `end`) or the beginning (kind `start`) of the lemma. */
  readonly place: number;
  readonly from: string;
  readonly to: string;
}

/** `ends`: no inner edit; `end`, `start`: edits counted from there; `last`: at the last place where their letters stand. */
export const RULE_KINDS = ['ends', 'end', 'start', 'last'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export interface RuleText {
  readonly kind: RuleKind;
  readonly prefixFrom: string;
  readonly prefixTo: string;
  readonly suffixFrom: string;
  readonly suffixTo: string;
  readonly edits: readonly InnerEdit[];
}

export interface Rule extends RuleText {
  readonly id: number;
  /** Has variables in its prefix. */
  readonly variable: boolean;
  /** Hashes of the parts, for features. */
  readonly hash: number;
  readonly suffixChange: number;
  readonly suffixFromHash: number;
  readonly suffixToHash: number;
  readonly prefixChange: number;
  readonly innerChange: number;
}

/** Variables in a rule: the letter before, the stem's first and second letter, the whole stem. */
export const COPY = '\ue200';
export const FIRST = '\ue201';
export const SECOND = '\ue202';
export const WHOLE = '\ue203';
const VARIABLE = /[\ue200-\ue203]/;

const SEPARATOR = '\u0001';

function ruleKey(rule: RuleText): string {
  let key = `${rule.kind}${SEPARATOR}${rule.prefixFrom}${SEPARATOR}${rule.prefixTo}${SEPARATOR}${rule.suffixFrom}${SEPARATOR}${rule.suffixTo}`;
  for (const edit of rule.edits) key += `${SEPARATOR}${edit.place}${SEPARATOR}${edit.from}${SEPARATOR}${edit.to}`;
  return key;
}

function parseKey(key: string): RuleText {
  const [kind, prefixFrom, prefixTo, suffixFrom, suffixTo, ...rest] = key.split(SEPARATOR) as [RuleKind, ...string[]];
  const edits: InnerEdit[] = [];
  for (let i = 0; i + 2 < rest.length; i += 3)
    edits.push({ place: Number(rest[i]), from: rest[i + 1] as string, to: rest[i + 2] as string });
  return {
    kind,
    prefixFrom: prefixFrom ?? '',
    prefixTo: prefixTo ?? '',
    suffixFrom: suffixFrom ?? '',
    suffixTo: suffixTo ?? '',
    edits,
  };
}

const NO_HASHES = {
  hash: 0,
  suffixFromHash: 0,
  suffixToHash: 0,
  suffixChange: 0,
  prefixChange: 0,
  innerChange: 0,
} as const;

function ruleOf(text: RuleText, id: number, key: string, plain: boolean): Rule {
  const { kind, prefixFrom, prefixTo, suffixFrom, suffixTo, edits } = text;
  const variable = prefixTo !== '' && VARIABLE.test(prefixTo);
  const parts = { kind, prefixFrom, prefixTo, suffixFrom, suffixTo, edits, id, variable };
  if (plain) return { ...parts, ...NO_HASHES };
  const suffixFromHash = hashText(text.suffixFrom, 11);
  const suffixToHash = hashText(text.suffixTo, 12);
  return {
    ...parts,
    hash: hashText(key),
    suffixFromHash,
    suffixToHash,
    suffixChange: mix(suffixFromHash, suffixToHash),
    prefixChange: hashText(`${text.prefixFrom}>${text.prefixTo}`, 13),
    innerChange: hashText(text.edits.map(({ from, to }) => `${from}>${to}`).join(','), 14),
  };
}

/** All rules of a language, by number. Of a stored book a rule is read when it is first asked for. */
export class RuleBook {
  private readonly rules: (Rule | undefined)[] = [];
  private ids: Map<string, number> | undefined;

  /** `plain`: its rules are not made for the ranker and need no hashes. */
  constructor(
    private readonly keys: string[] = [],
    private readonly plain = false,
  ) {}

  at(id: number): Rule {
    let rule = this.rules[id];
    if (rule === undefined) {
      const key = this.keys[id] as string;
      rule = ruleOf(parseKey(key), id, key, this.plain);
      this.rules[id] = rule;
    }
    return rule;
  }

  keyOf(rule: Rule): string {
    return this.keys[rule.id] as string;
  }

  intern(text: RuleText): Rule {
    this.ids ??= new Map(this.keys.map((key, id) => [key, id]));
    const key = ruleKey(text);
    const known = this.ids.get(key);
    if (known !== undefined) return this.at(known);
    const rule = ruleOf(text, this.keys.length, key, this.plain);
    this.ids.set(key, rule.id);
    this.keys.push(key);
    this.rules[rule.id] = rule;
    return rule;
  }
}

/** A form, and where the stem lies in it. */
export interface Applied {
  readonly form: string;
  readonly stemFrom: number;
  readonly stemTo: number;
  /** Where the first inner edit stands in the form; -1 without one. */
  readonly editAt: number;
}

function innerPlace(edit: InnerEdit, kind: RuleKind, length: number): number {
  return kind === 'start' ? edit.place : length - edit.place - edit.from.length;
}

/** The stem with its inner edits made; undefined where one does not fit. */
function editStem(rule: RuleText, lemma: string, from: number, to: number): string | undefined {
  if (rule.kind === 'last') return editLast(rule, lemma.slice(from, to));
  let stem = '';
  let done = from;
  for (const edit of rule.edits) {
    const place = innerPlace(edit, rule.kind, lemma.length);
    if (place < done || place + edit.from.length > to) return undefined;
    if (edit.from === COPY) {
      const letter = lemma[place];
      if (letter !== lemma[place - 1] && letter !== lemma[place + 1]) return undefined;
    } else if (!lemma.startsWith(edit.from, place)) return undefined;
    stem += lemma.slice(done, place);
    stem += edit.to[0] === COPY ? (stem.at(-1) ?? lemma[place - 1] ?? '') + edit.to.slice(1) : edit.to;
    done = place + edit.from.length;
  }
  return stem + lemma.slice(done, to);
}

function editLast(rule: RuleText, stem: string): string | undefined {
  let edited = stem;
  let limit = stem.length;
  for (let i = rule.edits.length - 1; i >= 0; i--) {
    const { from, to } = rule.edits[i] as InnerEdit;
    const place = limit < from.length ? -1 : edited.lastIndexOf(from, limit - from.length);
    if (place < 0) return undefined;
    edited = edited.slice(0, place) + to + edited.slice(place + from.length);
    limit = place;
  }
  return edited;
}

function firstEdit(rule: RuleText, lemma: string, from: number, to: number): number {
  const edit = rule.edits[0] as InnerEdit;
  if (rule.kind === 'last') return Math.max(0, lemma.lastIndexOf(edit.from, to - edit.from.length) - from);
  return innerPlace(edit, rule.kind, lemma.length) - from;
}

function resolve(affix: string, stem: string): string {
  let text = '';
  for (const letter of affix) {
    if (letter === FIRST) text += stem[0] ?? '';
    else if (letter === SECOND) text += stem[1] ?? '';
    else if (letter === WHOLE) text += stem;
    else text += letter;
  }
  return text;
}

export function applyRule(rule: RuleText & { readonly variable?: boolean }, lemma: string): Applied | undefined {
  const from = rule.prefixFrom.length;
  const to = lemma.length - rule.suffixFrom.length;
  if (from > to || !lemma.startsWith(rule.prefixFrom) || !lemma.endsWith(rule.suffixFrom)) return undefined;
  const stem = rule.kind === 'ends' ? lemma.slice(from, to) : editStem(rule, lemma, from, to);
  if (stem === undefined) return undefined;
  const variable = rule.variable ?? VARIABLE.test(rule.prefixTo);
  const prefix = variable ? resolve(rule.prefixTo, stem) : rule.prefixTo;
  let suffix = rule.suffixTo;
  if (suffix !== '' && suffix.charCodeAt(0) === 0xe200) suffix = (stem.at(-1) ?? '') + suffix.slice(1);
  const stemFrom = prefix.length;
  return {
    form: prefix + stem + suffix,
    stemFrom,
    stemTo: stemFrom + stem.length,
    editAt: rule.edits.length === 0 ? -1 : stemFrom + firstEdit(rule, lemma, from, to),
  };
}
