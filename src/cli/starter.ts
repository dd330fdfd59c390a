import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languageName } from '../languages/languages.js';
import { CalqueError } from '../model/model.js';
import { PROGRAM } from './program.js';

/** What the starter data are under; the folders' README files say so too. */
const LICENCE = 'CC0-1.0';

export interface StarterFile {
  readonly kind: 'lexicon' | 'table' | 'template' | 'value';
  readonly file: string;
  readonly licence: string;
  readonly title: string;
  readonly language: string;
}

/** The title by which a store knows what came with the program. */
export const STARTER_TITLE = 'Calque starter data';

export function starterTemplates(): StarterFile {
  const file = join(PROGRAM, 'lexicons', 'massive', 'templates.tsv');
  return { kind: 'template', file, licence: LICENCE, title: STARTER_TITLE, language: '' };
}

/** The words, values and tables that come with the program for these languages, as far as each has them. */
export function starterFiles(languages: readonly string[]): StarterFile[] {
  const files = languages.flatMap((language): StarterFile[] => {
    const of = (kind: StarterFile['kind'], folder: string, name: string): StarterFile => {
      return { kind, file: join(PROGRAM, folder, language, name), licence: LICENCE, title: STARTER_TITLE, language };
    };
    return [
      of('lexicon', 'lexicons', 'lexicon.tsv'),
      of('lexicon', 'lexicons', 'phrasebook.tsv'),
      of('value', 'lexicons', 'values.tsv'),
      of('table', 'morphology', 'table.tsv'),
    ];
  });
  return [starterTemplates(), ...files].filter(({ file }) => existsSync(file));
}

/** Languages that the program brings a lexicon for; a phrasebook alone is made to stand beside what a user imports. */
export function starterLanguages(): string[] {
  return foldersWith('lexicon.tsv');
}

/** The program's own words, values and tables for languages; refuses those that it brings nothing for. */
export function starterFilesFor(languages: readonly string[]): StarterFile[] {
  const known = starterTags();
  const unknown = languages.find((language) => !known.includes(language));
  if (unknown !== undefined) {
    throw new CalqueError('usage', `the program brings no data for ${languageName(unknown)} (${unknown})`, {
      suggestions: [
        `it has some for ${known.join(', ')}`,
        `or import your own: calque lexicon import FILE --to ${unknown}`,
      ],
    });
  }
  return starterFiles(languages).filter(({ kind }) => kind !== 'template');
}

/** The languages that `lexicon import --starter` has something for. */
export function starterTags(): string[] {
  return foldersWith('phrasebook.tsv');
}

function foldersWith(file: string): string[] {
  return readdirSync(join(PROGRAM, 'lexicons'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(PROGRAM, 'lexicons', entry.name, file)))
    .map((entry) => entry.name)
    .sort();
}
