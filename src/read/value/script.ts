/** Scripts that are written with several of Unicode's. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Hans', ['Hani']],
  ['Hant', ['Hani']],
  ['Jpan', ['Hani', 'Hira', 'Kana']],
  ['Kore', ['Hang']],
]);

/** Scripts of so many languages that a name in one of them may be of any. */
const SHARED: ReadonlySet<string> = new Set(['Arab', 'Beng', 'Cyrl', 'Deva', 'Hani', 'Hans', 'Hant', 'Latn']);

/** The script that a language is mostly written in (CLDR's likely subtags). */
export interface Script {
  /** Many languages share it. */
  readonly shared: boolean;
  /** True for text whose letters are all of this script. */
  holds(text: string): boolean;
}

export function scriptOfLanguage(tag: string): Script {
  const code = likelyScript(tag);
  const parts = PARTS.get(code) ?? [code];
  const foreign = new RegExp(
    `(?!${parts.map((part) => `\\p{Script=${part}}`).join('|')}|\\p{Script=Zyyy}|\\p{Script=Zinh})\\p{L}`,
    'u',
  );
  return { shared: SHARED.has(code), holds: (text) => /\p{L}/u.test(text) && !foreign.test(text) };
}

function likelyScript(tag: string): string {
  try {
    const code = new Intl.Locale(tag).maximize().script ?? 'Latn';
    new RegExp(`\\p{Script=${PARTS.get(code)?.[0] ?? code}}`, 'u');
    return code;
  } catch {
    return 'Latn';
  }
}
