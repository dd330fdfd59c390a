import { CalqueError, type LexiconItem } from '../../model/model.js';

/** Fewer known English words than this judge nothing. */
export const LEAST_KNOWN_WORDS = 500;

/** A sample of fewer translations than this judges nothing. */
const LEAST_SAMPLE = 20;

/** Real files have 60 % and more of their English side in a store of thousands of words, and 5 % of the other side. */
const LEAST_SHARE = 0.2;
const FACTOR = 3;

/** What a caller that has a store hands in. */
export interface DirectionSample {
  readonly file: string;
  /** The first items of the file. */
  readonly items: readonly LexiconItem[];
  /** True for an English word, in lower case, that the store has. */
  readonly isEnglish: (word: string) => boolean;
  /** How many English words the store has. */
  readonly known: number;
}

/** Refuses a file that stands the wrong way round: the reader took the other language for English. */
export function checkDirection({ file, items, isEnglish, known }: DirectionSample): void {
  if (known < LEAST_KNOWN_WORDS) return;
  const records = items.flatMap((item) => ('reason' in item ? [] : [item]));
  if (records.length < LEAST_SAMPLE) return;
  const share = (side: 'from' | 'to') =>
    records.filter((record) => isEnglish(record[side].toLowerCase())).length / records.length;
  const [left, right] = [share('from'), share('to')];
  if (right < LEAST_SHARE || right < FACTOR * left) return;
  const percent = (part: number) => `${Math.round(part * 100)} %`;
  throw new CalqueError(
    'input',
    `stands the wrong way round: ${percent(right)} of what should be the other language are English words that the store knows, and only ${percent(left)} of what should be English`,
    {
      place: { file },
      suggestions: [
        'use --reverse if the other language stands in the left column',
        'or say --from en if it is right as it is',
      ],
    },
  );
}
