import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

const TITLE = 'Calque starter data';

export function starterTemplates(): StarterFile {
  const file = join(PROGRAM, 'lexicons', 'massive', 'templates.tsv');
  return { kind: 'template', file, licence: LICENCE, title: TITLE, language: '' };
}

/** The words, values and tables that come with the program for these languages, as far as each has them. */
export function starterFiles(languages: readonly string[]): StarterFile[] {
  const files = languages.flatMap((language): StarterFile[] => {
    const of = (kind: StarterFile['kind'], folder: string, name: string): StarterFile => {
      return { kind, file: join(PROGRAM, folder, language, name), licence: LICENCE, title: TITLE, language };
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
  return readdirSync(join(PROGRAM, 'lexicons'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(PROGRAM, 'lexicons', entry.name, 'lexicon.tsv')))
    .map((entry) => entry.name)
    .sort();
}
