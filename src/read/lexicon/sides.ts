import { CalqueError } from '../../model/model.js';
import type { NamedLanguages } from '../name.js';
import type { Input, ReadOptions } from '../reader.js';

/** The languages of a file of headwords and translations, English as `from` wherever it is one of them. */
export interface Sides {
  readonly from: string;
  readonly to: string;
  /** Headwords (the left side) are `to`, translations `from`. */
  readonly turned: boolean;
  /** One side is English. */
  readonly english: boolean;
}

/** What the user said, else what the file states of its left and right side. */
export function sidesOf(input: Input, options: ReadOptions, stated: NamedLanguages | undefined): Sides {
  const pair = saidPair(options) ?? stated;
  if (!pair) {
    throw new CalqueError('input', 'neither its content nor its name tells the languages', {
      place: { file: input.file },
      suggestions: ['name them: --from en --to sw; with --reverse if its headwords are not English'],
    });
  }
  const turned = pair.right === 'en';
  const english = turned || pair.left === 'en';
  return { turned, english, from: turned ? 'en' : pair.left, to: turned ? pair.left : pair.right };
}

function saidPair({ from, to, reverse }: ReadOptions): NamedLanguages | undefined {
  if (from !== undefined && to !== undefined) return { left: from, right: to };
  if (reverse !== true) return undefined;
  const other = to ?? from;
  return other === undefined ? undefined : { left: other, right: 'en' };
}
