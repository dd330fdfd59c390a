import type { Contraction, Letters, Mutations, MutationTrigger, Profile } from '../model/model.js';

/** A word in its place, or the hole of a slot. */
export interface SurfaceWord {
  /** '' for a hole. */
  readonly text: string;
  /** Index of the template's span, or -1. */
  readonly span: number;
  /** Features, prefix and mutation still asked of a hole's value. */
  readonly features: string;
  readonly prefix: string;
  readonly mutation: string;
  /** Copied from the source language: left as it is. */
  readonly foreign: boolean;
  /** Class of a noun in the singular, '' for anything else. */
  readonly nounClass: string;
  /** It agrees with the noun before it. */
  readonly adjective: boolean;
  /** It stands in one entry with the word before it, which gives both as they are said together. */
  readonly inner: boolean;
}

/** Changes at the seams of words: initial mutation after certain words, contraction of neighbours. */
export function applySandhi(words: readonly SurfaceWord[], profile: Profile): SurfaceWord[] {
  if (profile.mutations === undefined && profile.contractions === undefined) return [...words];
  return contract(
    triggerMutations(words, profile.mutations).map((word) => mutateWord(word, profile)),
    profile,
  );
}

/** True when the last of one phrase and the first of the next would change each other. */
export function seamChanges(left: SurfaceWord, right: SurfaceWord, profile: Profile): boolean {
  if (left.span >= 0) return false;
  const triggered = profile.mutations?.triggers?.some((trigger) => triggers(trigger, left, right)) ?? false;
  return triggered || (right.span < 0 && contractionOf(left, right, profile) !== undefined);
}

function triggerMutations(words: readonly SurfaceWord[], mutations: Mutations | undefined): SurfaceWord[] {
  const all = mutations?.triggers ?? [];
  return words.map((word, i) => {
    const before = words[i - 1];
    if (before === undefined || before.span >= 0 || word.mutation !== '' || word.inner) return word;
    const trigger = all.find((candidate) => triggers(candidate, before, word));
    return trigger === undefined ? word : { ...word, mutation: trigger.mutation };
  });
}

function triggers(trigger: MutationTrigger, before: SurfaceWord, word: SurfaceWord): boolean {
  if (trigger.after !== undefined && !trigger.after.includes(before.text)) return false;
  if (trigger.class !== undefined && trigger.class !== word.nounClass) return false;
  return trigger.afterClass === undefined || (trigger.afterClass === before.nounClass && word.adjective);
}

function mutateWord(word: SurfaceWord, profile: Profile): SurfaceWord {
  if (word.span >= 0 || word.mutation === '') return word;
  return { ...word, text: word.foreign ? word.text : mutate(word.text, word.mutation, profile), mutation: '' };
}

/** A word with its first letters changed; the longest initial that the mutation names wins. */
export function mutate(word: string, mutation: string, profile: Profile): string {
  const changes = profile.mutations?.changes;
  if (changes === undefined || !Object.hasOwn(changes, mutation)) return word;
  const table = changes[mutation] as Readonly<Record<string, string>>;
  const initial = Object.keys(table)
    .filter((letters) => word.startsWith(letters))
    .sort((a, b) => b.length - a.length)[0];
  return initial === undefined ? word : (table[initial] as string) + word.slice(initial.length);
}

function contract(words: readonly SurfaceWord[], profile: Profile): SurfaceWord[] {
  const contracted: SurfaceWord[] = [];
  for (const word of words) {
    const left = contracted[contracted.length - 1];
    const rule = left === undefined ? undefined : contractionOf(left, word, profile);
    if (left === undefined || rule === undefined) contracted.push(word);
    else {
      const text = rule.write.replaceAll('{left}', left.text).replaceAll('{right}', word.text);
      contracted.pop();
      contracted.push(
        ...text.split(' ').map((part) => ({ ...left, text: part, foreign: left.foreign && word.foreign })),
      );
    }
  }
  return contracted;
}

function contractionOf(left: SurfaceWord, right: SurfaceWord, profile: Profile): Contraction | undefined {
  if (left.span >= 0 || right.span >= 0 || right.inner) return undefined;
  return profile.contractions?.find(
    (rule) => endsLike(left.text, rule.left, profile.letters ?? {}) && beginsLike(right.text, rule.right),
  );
}

function endsLike(word: string, endings: readonly string[], letters: Letters): boolean {
  return endings.some((ending) => {
    if (ending.startsWith('=')) return word === ending.slice(1);
    const classes = letters.classes;
    const members =
      classes !== undefined && Object.hasOwn(classes, ending)
        ? classes[ending]
        : ending === 'vowel'
          ? letters.vowels
          : undefined;
    return (members ?? [ending]).some((member) => word.endsWith(member));
  });
}

function beginsLike(word: string, right: string): boolean {
  return right.endsWith('*') ? word.startsWith(right.slice(0, -1)) : word === right;
}
