import { CalqueError } from '../../model/model.js';
import { languageOf } from '../name.js';
import type { Input, ReadOptions } from '../reader.js';

/** The language of a table: as said, else as its name or folder tells. */
export function tableLanguage(input: Input, { language, to }: ReadOptions, inside?: string): string {
  const tag = language ?? to ?? inside ?? languageOf(input);
  if (tag !== undefined) return tag;
  throw new CalqueError('input', 'neither its name nor its folder tells the language', {
    place: { file: input.file },
    suggestions: ['name it: --language tr'],
  });
}
