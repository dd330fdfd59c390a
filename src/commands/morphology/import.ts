import { Args } from '@oclif/core';
import { ImportCommand, importFlags, languageFlag, tagOf } from '../../cli/cli.js';

export default class MorphologyImport extends ImportCommand {
  static override summary = 'take inflection tables into the store';
  static override description =
    `Tables of UniMorph and SIGMORPHON, treebanks in CoNLL-U, monolingual dictionaries of Apertium with
their paradigms written out, and the forms that Wiktionary gives. All of them are said in UniMorph's features; what has
no name there is kept and listed. Of two forms of one cell the one that was met more often stands first.`;
  static override examples = ['<%= config.bin %> morphology import turkish.tsv --language tr --licence CC-BY-SA-3.0'];
  static override strict = false;
  static override args = {
    file: Args.string({ ignoreStdin: true, description: 'files and folders, as many as you like' }),
  };
  static override flags = { language: languageFlag, ...importFlags };

  async run(): Promise<unknown> {
    const { argv, flags } = await this.parse(MorphologyImport);
    const language = tagOf(flags.language);
    const batch = { kind: 'table', ...this.said(flags, { language, to: language }), paths: argv as string[] } as const;
    return this.import([batch], flags);
  }
}
