import type { EndingRule, Letters } from '../model/model.js';

/** A word with the feature that was added to it last; '' for none. */
export interface MadeWord {
  readonly word: string;
  readonly last: string;
}

/** Adds one feature to a word by the first rule whose condition holds; undefined when none does. */
export function addEnding(
  { word, last }: MadeWord,
  rules: readonly EndingRule[],
  letters: Letters,
): string | undefined {
  const rule = rules.find(
    (candidate) => (candidate.follows?.includes(last) ?? true) && applies(word, candidate, letters),
  );
  if (rule === undefined) return undefined;
  const stem = word.slice(0, word.length - dropLength(rule.drop));
  return (rule.prefix ?? '') + resolveVariants(stem, rule.add ?? '', letters);
}

function applies(word: string, rule: EndingRule, letters: Letters): boolean {
  if (rule.after !== undefined && !endsInOne(word, rule.after, letters)) return false;
  if (rule.harmony === undefined) return true;
  return expand(rule.harmony, letters).includes(lastVowel(word, letters));
}

/** `drop` is the letters that are cut off, or their number. */
function dropLength(drop: string | undefined): number {
  if (drop === undefined) return 0;
  return /^\d+$/.test(drop) ? Number(drop) : drop.length;
}

function endsInOne(word: string, endings: readonly string[], letters: Letters): boolean {
  return expand(endings, letters).some((ending) => word.endsWith(ending));
}

/** Replaces names of letter classes by their letters. */
function expand(names: readonly string[], letters: Letters): readonly string[] {
  return names.flatMap((name) => letterClass(name, letters) ?? [name]);
}

function letterClass(name: string, letters: Letters): readonly string[] | undefined {
  const classes = letters.classes;
  if (classes !== undefined && Object.hasOwn(classes, name)) return classes[name];
  return name === 'vowel' ? letters.vowels : undefined;
}

function lastVowel(word: string, letters: Letters): string {
  const vowels = letterClass('vowel', letters) ?? [];
  for (let i = word.length - 1; i >= 0; i--) {
    const letter = word[i] as string;
    if (vowels.includes(letter)) return letter;
  }
  return '';
}

/** Capital letters that the profile names are chosen against the word as it stands so far (vowel harmony, voicing). */
function resolveVariants(stem: string, ending: string, letters: Letters): string {
  let word = stem;
  for (const letter of ending) {
    const variants =
      letters.variants !== undefined && Object.hasOwn(letters.variants, letter) ? letters.variants[letter] : undefined;
    const vowel = variants === undefined ? '' : lastVowel(word, letters);
    const fitting = variants?.find(
      (variant) =>
        (variant.vowel === undefined || expand(variant.vowel, letters).includes(vowel)) &&
        (variant.last === undefined || endsInOne(word, variant.last, letters)),
    );
    word += variants === undefined ? letter : (fitting?.write ?? '');
  }
  return word;
}
