/**
 * What a language does beyond its words. The YAML file has the same shape (docs/writing-a-profile.md);
 * every line is optional, and what nothing says stays as in English.
 */

/** How one meaning (an adposition, an article, a possessor …) is marked on a noun phrase; {} marks nothing. */
export interface Marking {
  /** Word before the phrase. A word that begins with `-` is a stem that agrees (see Agreement). */
  readonly before?: string;
  /** Word after the phrase; a leading `-` as above. */
  readonly after?: string;
  /** Letters written together with the phrase's first word: `ye`, `kwa `. */
  readonly prefix?: string;
  /** Features asked of the head, joined by `;`: `LOC`, `PSS1S`, `PL;DAT`. */
  readonly ending?: string;
  /** Name of a mutation of the phrase's first word. */
  readonly mutation?: string;
  /** Relative weight among alternatives; 1 when absent. */
  readonly weight?: number;
}

/** One way to write a feature on a word: the first alternative whose condition holds is taken. */
export interface EndingRule {
  /** The word must end in one of these (letters, or names of letter classes in `letters.classes`); absent: always. */
  readonly after?: readonly string[];
  /** The feature that was added last must be one of these; absent: any, or none. */
  readonly follows?: readonly string[];
  /** The word must have one of these vowels as its last vowel; absent: always. */
  readonly harmony?: readonly string[];
  /** Letters cut off the end first. */
  readonly drop?: string;
  /** What is added; capital letters named in `letters.variants` are resolved by harmony. */
  readonly add?: string;
  /** What is put before the word. */
  readonly prefix?: string;
}

/** A letter that varies: `A` is `a` or `e` by the word's last vowel. The first case that holds is taken. */
export interface LetterVariant {
  /** Last vowel of the word so far is one of these. */
  readonly vowel?: readonly string[];
  /** Last letter of the word so far is one of these. */
  readonly last?: readonly string[];
  readonly write: string;
}

export interface Letters {
  readonly vowels?: readonly string[];
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  readonly variants?: Readonly<Record<string, readonly LetterVariant[]>>;
}

export const NOUN_PHRASE_PARTS = [
  'demonstrative',
  'article',
  'possessive',
  'quantifier',
  'numeral',
  'adjective',
  'modifier',
  'head',
] as const;
export type NounPhrasePart = (typeof NOUN_PHRASE_PARTS)[number];

export interface Order {
  /** `verb-final` takes the chunks of a clause in reverse. */
  readonly clause?: 'as-source' | 'verb-final' | 'verb-initial';
  readonly question?: 'initial' | 'in-situ' | 'final';
  /** Parts that are not listed keep their English place before the head. */
  readonly nounPhrase?: readonly NounPhrasePart[];
}

/** How a noun that modifies a noun is joined to it (`weather report`, `kitchen light`). */
export interface Compound {
  /** Word between the two; a leading `-` marks a stem that agrees with the head. */
  readonly link?: string;
  /** Prefix of the modifier. */
  readonly prefix?: string;
  /** Features asked of the modifier: `GEN`. */
  readonly modifier?: string;
  /** Features asked of the head: `PSS3S`. */
  readonly head?: string;
  /** Written as one word. */
  readonly joined?: boolean;
}

/** Which bundle agreeing words take; `{class}` and `{number}` are the head's. */
export interface Agreement {
  readonly adjective?: string;
  /** For stems named in markings and links (`-angu`, `-a`). */
  readonly stem?: string;
  /** Class of a head that no source gives one, and of slots. */
  readonly defaultClass?: string;
  /** Class of the plural: { BANTU9: BANTU10 }. */
  readonly plural?: Readonly<Record<string, string>>;
}

/** What mutates a word; all conditions that are given must hold. */
export interface MutationTrigger {
  /** The word before is one of these. */
  readonly after?: readonly string[];
  /** The word before is a noun of this class; the word itself is its adjective. */
  readonly afterClass?: string;
  /** The word itself is a noun of this class, in the singular. */
  readonly class?: string;
  readonly mutation: string;
}

export interface Mutations {
  /** Name → initial letters → what they become; the longest initial wins. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly triggers?: readonly MutationTrigger[];
}

/** Two neighbouring words that contract: `y` after a vowel becomes `'r` on the word before. */
export interface Contraction {
  /** Letters, or classes of `letters.classes`, in which the left word ends; or `=word` for a whole word. */
  readonly left: readonly string[];
  /** The whole right word, or its first letters when it ends in `*`. */
  readonly right: string;
  /** What is written for both; `{left}` and `{right}` are the words. */
  readonly write: string;
}

export interface DayPart {
  /** First and last English hour 0..23, inclusive; may wrap over midnight. */
  readonly from: number;
  readonly to: number;
  readonly say: string;
  readonly weight?: number;
}

/** How clock times are told. Patterns use {hour} {nextHour} {minutes} {part}; blanks around an empty {part} are removed. */
export interface Clock {
  /** Added to the hour before it is named (6 where the day begins at sunrise). */
  readonly offset?: number;
  /** Names of the hours 1..12 where they are not plain cardinals; hours that are absent are plain. */
  readonly hours?: Readonly<Record<string, string>>;
  readonly nextHours?: Readonly<Record<string, string>>;
  readonly full?: readonly string[];
  readonly half?: readonly string[];
  readonly quarterPast?: readonly string[];
  readonly quarterTo?: readonly string[];
  readonly past?: readonly string[];
  readonly to?: readonly string[];
  readonly noon?: readonly string[];
  readonly midnight?: readonly string[];
  readonly parts?: readonly DayPart[];
  /** The part of day is left out in this share of the patterns' draws when English says am or pm: 0. */
}

export interface Numbers {
  /** Words of 0, 1, 2 …, as many as are listed. */
  readonly cardinals?: readonly string[];
  /** `{tens} na {units}` for two-digit numbers beyond the list. */
  readonly tensUnits?: string;
  /** Ordinals of 1, 2, 3 … */
  readonly ordinals?: readonly string[];
  /** A counted unit: `{unit} {number}`. */
  readonly counted?: string;
  /** The unit stays singular after a number. */
  readonly unitSingular?: boolean;
}

/** Patterns around a day, month or unit of time: `{x} ijayo`. */
export interface Dates {
  readonly next?: readonly string[];
  readonly this?: readonly string[];
  readonly last?: readonly string[];
  readonly every?: readonly string[];
  /** `in two hours`: {x} is the counted unit. */
  readonly in?: readonly string[];
  readonly ago?: readonly string[];
  /** Day of a month: {day} {month}. */
  readonly dayOfMonth?: readonly string[];
}

export interface Profile {
  /** BCP 47 */
  readonly language: string;
  /** ISO 15924 */
  readonly script?: string;
  readonly order?: Order;
  readonly letters?: Letters;
  /** English adposition, or adposition + kind of slot (`in place`, `at time`) → alternatives. */
  readonly adpositions?: Readonly<Record<string, readonly Marking[]>>;
  /** `after` for a language whose own adpositions, taken from the lexicon, follow the noun. */
  readonly adpositionOrder?: 'before' | 'after';
  /** `the`, `a`, `my`, `your`, `this` … → alternatives. */
  readonly determiners?: Readonly<Record<string, readonly Marking[]>>;
  readonly object?: { readonly definite?: Marking; readonly any?: Marking };
  readonly compound?: Compound;
  /**
   * Part of speech → how sources cite its words, around `{stem}`; the first is the lemma, and the others are brought
   * together with it.
   */
  readonly lemmas?: Readonly<Record<string, readonly string[]>>;
  /** Part of speech → dimension → values that words have. Taken from the table. */
  readonly features?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Part of speech → bundle of the form by which words are cited. Taken from the table. */
  readonly citation?: Readonly<Record<string, string>>;
  /** Bundles asked of verbs. */
  readonly imperative?: string;
  readonly infinitive?: string;
  /** Features asked of a plural noun; default `PL`. */
  readonly plural?: string;
  /** A noun stays singular after a numeral. */
  readonly singularAfterNumeral?: boolean;
  readonly agreement?: Agreement;
  /** Feature → rules, in the order in which endings follow each other on a word. */
  readonly endings?: Readonly<Record<string, readonly EndingRule[]>>;
  readonly mutations?: Mutations;
  readonly contractions?: readonly Contraction[];
  readonly clock?: Clock;
  readonly numbers?: Numbers;
  readonly dates?: Dates;
  /** Letter groups of the Latin alphabet → the language's script, for names and words that nothing translates. */
  readonly transliteration?: Readonly<Record<string, string>>;
}

/** Where each top-level line of a profile is from, for `language show`. */
export type ProfileOrigin = Readonly<Record<string, 'file' | 'table' | 'typology' | 'default'>>;

export interface ResolvedProfile {
  readonly profile: Profile;
  readonly origin: ProfileOrigin;
}
