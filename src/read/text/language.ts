import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError } from '../../model/model.js';
import { languageOf } from '../name.js';
import type { Input, ReadOptions } from '../reader.js';

/** The language of text of one language: what the user said, else what the file states, else what its name tells. */
export function textLanguage(input: Input, { to, language }: ReadOptions, stated?: string | undefined): string {
  const tag = to ?? language ?? stated ?? languageOfText(input);
  if (tag !== undefined) return tag;
  throw new CalqueError('input', 'neither its content nor its name tells the language', {
    place: { file: input.file },
    suggestions: ['name it: --language sw'],
  });
}

/** `opensubtitles.tr.txt`, `cc0_cy.txt`, `swh-swh1850.txt` (eBible: the language, then the translation), `sw/news.txt`. */
export function languageOfText(input: Input): string | undefined {
  return languageOfTextName(input.name) ?? languageOf(input) ?? resolveLanguage(input.folder);
}

export function languageOfTextName(name: string): string | undefined {
  const stem = name.replace(/\.(txt|tsv|csv|xml|usfx|osis|lst)$/i, '');
  const first = /^([a-z]{2,3})-/.exec(stem)?.[1];
  const codes = stem.split(/[-_. ]/).filter((part) => /^[a-z]{2,3}$/.test(part));
  const written = /[-_.]([a-z]{3}_[A-Z][a-z]{3})$/.exec(stem)?.[1];
  for (const code of [written, first, ...codes.reverse()]) {
    const tag = code === undefined ? undefined : resolveLanguage(code);
    if (tag !== undefined) return tag;
  }
  return undefined;
}
