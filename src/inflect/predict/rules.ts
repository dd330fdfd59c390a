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

/** A change of a lemma into a form. (A class: objects that are put together in several ways are slow to read.) */
export class RuleText {
  constructor(
    readonly kind: RuleKind,
    readonly prefixFrom: string,
    readonly prefixTo: string,
    readonly suffixFrom: string,
    readonly suffixTo: string,
    readonly edits: readonly InnerEdit[],
  ) {}

  withPrefix(to: string): RuleText {
    return new RuleText(this.kind, this.prefixFrom, to, this.suffixFrom, this.suffixTo, this.edits);
  }

  withSuffix(to: string): RuleText {
    return new RuleText(this.kind, this.prefixFrom, this.prefixTo, this.suffixFrom, to, this.edits);
  }

  equals(other: RuleText): boolean {
    return (
      this.kind === other.kind &&
      this.suffixTo === other.suffixTo &&
      this.suffixFrom === other.suffixFrom &&
      this.prefixTo === other.prefixTo &&
      this.prefixFrom === other.prefixFrom &&
      sameEdits(this.edits, other.edits)
    );
  }

  /** Equal rules have equal hashes. */
  get identity(): number {
    const { kind, prefixFrom, prefixTo, suffixFrom, suffixTo, edits } = this;
    let hash = hashText(prefixTo, hashText(prefixFrom, RULE_KINDS.indexOf(kind)));
    hash = hashText(suffixTo, hashText(suffixFrom, hash));
    for (const { place, from, to } of edits) hash = hashText(to, hashText(from, mix(hash, place)));
    return hash;
  }
}

function sameEdits(a: readonly InnerEdit[], b: readonly InnerEdit[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const one = a[i] as InnerEdit;
    const other = b[i] as InnerEdit;
    if (one.place !== other.place || one.from !== other.from || one.to !== other.to) return false;
  }
  return true;
}

/** Variables in a rule: the letter before, the stem's first and second letter, the whole stem. */
export const COPY = '\ue200';
export const FIRST = '\ue201';
export const SECOND = '\ue202';
export const WHOLE = '\ue203';

const SEPARATOR = '\u0001';

/** A rule as it is stored. */
export function ruleKey(rule: RuleText): string {
  let key = `${rule.kind}${SEPARATOR}${rule.prefixFrom}${SEPARATOR}${rule.prefixTo}${SEPARATOR}${rule.suffixFrom}${SEPARATOR}${rule.suffixTo}`;
  for (const edit of rule.edits) key += `${SEPARATOR}${edit.place}${SEPARATOR}${edit.from}${SEPARATOR}${edit.to}`;
  return key;
}

function parseKey(key: string): RuleText {
  const [kind, prefixFrom = '', prefixTo = '', suffixFrom = '', suffixTo = '', ...rest] = key.split(SEPARATOR);
  const edits: InnerEdit[] = [];
  for (let i = 0; i + 2 < rest.length; i += 3)
    edits.push({ place: Number(rest[i]), from: rest[i + 1] as string, to: rest[i + 2] as string });
  return new RuleText(kind as RuleKind, prefixFrom, prefixTo, suffixFrom, suffixTo, edits);
}

/** A rule of a language, with hashes of its parts for features. */
export class Rule extends RuleText {
  readonly hash: number;
  readonly suffixFromHash: number;
  readonly suffixToHash: number;
  readonly suffixChange: number;
  readonly prefixChange: number;
  readonly innerChange: number;

  /** `plain`: the rule is not made for the ranker and needs no hashes. */
  constructor(
    text: RuleText,
    readonly id: number,
    plain: boolean,
  ) {
    super(text.kind, text.prefixFrom, text.prefixTo, text.suffixFrom, text.suffixTo, text.edits);
    this.hash = plain ? 0 : hashText(ruleKey(text));
    this.suffixFromHash = plain ? 0 : hashText(text.suffixFrom, 11);
    this.suffixToHash = plain ? 0 : hashText(text.suffixTo, 12);
    this.suffixChange = mix(this.suffixFromHash, this.suffixToHash);
    this.prefixChange = plain ? 0 : hashText(`${text.prefixFrom}>${text.prefixTo}`, 13);
    this.innerChange = plain ? 0 : hashText(text.edits.map(({ from, to }) => `${from}>${to}`).join(','), 14);
  }
}

/** All rules of a language, by number. */
export class RuleBook {
  private readonly rules: Rule[] = [];
  /** Numbers of rules by their identity, from 1; open addressing. */
  private table = new Int32Array(1 << 10);

  /** `plain`: its rules are not made for the ranker and need no hashes. */
  constructor(private readonly plain = false) {}

  intern(text: RuleText): Rule {
    const place = this.place(text, text.identity);
    const known = this.table[place] as number;
    if (known > 0) return this.rules[known - 1] as Rule;
    const rule = new Rule(text, this.rules.length, this.plain);
    this.rules.push(rule);
    this.table[place] = this.rules.length;
    if (this.rules.length * 2 > this.table.length) this.grow();
    return rule;
  }

  private place(text: RuleText, identity: number): number {
    const mask = this.table.length - 1;
    let place = identity & mask;
    for (let known = this.table[place] as number; known > 0; known = this.table[place] as number) {
      if ((this.rules[known - 1] as Rule).equals(text)) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 2);
    for (const rule of this.rules) this.table[this.place(rule, rule.identity)] = rule.id + 1;
  }
}

/** Rules of a stored book, by number; each is read when it is first asked for. */
export class StoredRules {
  private readonly rules: (Rule | undefined)[] = [];

  constructor(private readonly keys: readonly string[]) {}

  at(id: number): Rule {
    let rule = this.rules[id];
    if (rule === undefined) {
      rule = new Rule(parseKey(this.keys[id] as string), id, false);
      this.rules[id] = rule;
    }
    return rule;
  }
}
