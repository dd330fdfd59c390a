import { byCodeUnit, type CitedWord, type Lexemes, type Profile } from '../model/model.js';

/** A stem of fewer letters is any two words' stem. */
const SHORTEST_STEM = 2;
const STEM = '{stem}';

/** Words that one stem makes by the patterns of one part of speech. */
interface Group {
  readonly patterns: readonly string[];
  readonly stem: string;
  readonly words: CitedWord[];
  /** A source says that a word of it is of that part of speech. */
  stated: boolean;
}

/**
 * Tells which of the words for one meaning are citation forms of one lexeme, by the patterns of the profile (`lemmas`)
 * and its mutations. A word alone is never touched: that another form is attested for the same meaning is the evidence.
 */
export function lexemesOf({ lemmas, mutations }: Profile): Lexemes | undefined {
  const rules = Object.entries(lemmas ?? {});
  const changes = Object.values(mutations?.changes ?? {}).flatMap((change) => Object.entries(change));
  if (rules.length === 0 && changes.length === 0) return undefined;
  return (words) => {
    const lemmaOf = new Map<string, string>();
    if (words.length < 2) return lemmaOf;
    for (const group of groupsOf(words, rules)) {
      const free = group.words.filter(({ text }) => !lemmaOf.has(text));
      if (free.length < 2) continue;
      const lemma = lemmaOfGroup(group);
      for (const { text } of free) lemmaOf.set(text, lemma);
    }
    for (const { text } of words) if (!lemmaOf.has(text)) addMutated(text, { words, changes, lemmaOf });
    return lemmaOf;
  };
}

/** Groups of two words and more: those that sources vouch for first, then the largest, in an order of their own. */
function groupsOf(words: readonly CitedWord[], rules: readonly (readonly [string, readonly string[]])[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [pos, patterns] of rules) {
    for (const word of words) {
      const stated = word.pos.includes(pos);
      if (!stated && word.pos.length > 0) continue;
      for (const stem of new Set(patterns.flatMap((pattern) => stemIn(word.text, pattern)))) {
        const group = groups.get(`${pos} ${stem}`) ?? { patterns, stem, words: [], stated: false };
        groups.set(`${pos} ${stem}`, group);
        group.words.push(word);
        group.stated ||= stated;
      }
    }
  }
  const order = (a: Group, b: Group) =>
    Number(b.stated) - Number(a.stated) || b.words.length - a.words.length || byCodeUnit(a.stem, b.stem);
  return [...groups.values()].filter((group) => group.words.length > 1).sort(order);
}

function stemIn(text: string, pattern: string): string[] {
  const at = pattern.indexOf(STEM);
  const [before, after] = [pattern.slice(0, at), pattern.slice(at + STEM.length)];
  if (!text.startsWith(before) || !text.endsWith(after)) return [];
  const stem = text.slice(before.length, text.length - after.length);
  return stem.length < SHORTEST_STEM || /^[-=]|[-=]$/.test(stem) ? [] : [stem];
}

/** The first pattern makes the lemma; where no source says the part of speech, a word that needs no mark is one. */
function lemmaOfGroup({ patterns, stem, words, stated }: Group): string {
  const made = patterns.map((pattern) => pattern.replace(STEM, () => stem));
  const [first = stem] = made;
  if (stated) return first;
  const attested = made.filter((text) => words.some((word) => word.text === text));
  return attested.find((text) => !/^[-=]|[-=]$/.test(text)) ?? attested[0] ?? first;
}

/** `ganu` beside `canu`: the word with the initial that the mutation changes is the lemma. */
function addMutated(
  text: string,
  {
    words,
    changes,
    lemmaOf,
  }: { words: readonly CitedWord[]; changes: readonly [string, string][]; lemmaOf: Map<string, string> },
): void {
  for (const [initial, mutated] of changes) {
    if (initial === mutated || !text.startsWith(mutated)) continue;
    const lemma = initial + text.slice(mutated.length);
    if (!words.some((word) => word.text === lemma) || lemmaOf.has(lemma)) continue;
    lemmaOf.set(text, lemma);
    return;
  }
}
