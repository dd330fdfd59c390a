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

/** Variables in a rule: the letter before, the stem's first and second letter, the whole stem. */
export const COPY = '\ue200';
export const FIRST = '\ue201';
export const SECOND = '\ue202';
export const WHOLE = '\ue203';

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

/** A rule of a language, with hashes of its parts for features. (A class: objects that are spread are slow to read.) */
export class Rule implements RuleText {
  readonly kind: RuleKind;
  readonly prefixFrom: string;
  readonly prefixTo: string;
  readonly suffixFrom: string;
  readonly suffixTo: string;
  readonly edits: readonly InnerEdit[];
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
    key: string,
    plain: boolean,
  ) {
    this.kind = text.kind;
    this.prefixFrom = text.prefixFrom;
    this.prefixTo = text.prefixTo;
    this.suffixFrom = text.suffixFrom;
    this.suffixTo = text.suffixTo;
    this.edits = text.edits;
    this.hash = plain ? 0 : hashText(key);
    this.suffixFromHash = plain ? 0 : hashText(text.suffixFrom, 11);
    this.suffixToHash = plain ? 0 : hashText(text.suffixTo, 12);
    this.suffixChange = mix(this.suffixFromHash, this.suffixToHash);
    this.prefixChange = plain ? 0 : hashText(`${text.prefixFrom}>${text.prefixTo}`, 13);
    this.innerChange = plain ? 0 : hashText(text.edits.map(({ from, to }) => `${from}>${to}`).join(','), 14);
  }
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
      rule = new Rule(parseKey(key), id, key, this.plain);
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
    const rule = new Rule(text, this.keys.length, key, this.plain);
    this.ids.set(key, rule.id);
    this.keys.push(key);
    this.rules[rule.id] = rule;
    return rule;
  }
}
