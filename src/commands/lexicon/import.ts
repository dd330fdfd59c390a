import { Args, Flags } from '@oclif/core';
import {
  ImportCommand,
  importFlags,
  mappingOf,
  sourcesFlag,
  starterFilesFor,
  starterTags,
  tagOf,
  tagsOf,
} from '../../cli/cli.js';
import { CalqueError } from '../../model/model.js';

export default class LexiconImport extends ImportCommand {
  static override summary = 'take bilingual lexicons and phrasebooks into the store';
  static override description =
    `Folders are walked. Without --to the language comes from the content, else from the file's name.
The same bytes again change nothing; rows that cannot be taken in are counted, and kept in a file beside the store.`;
  static override examples = [
    '<%= config.bin %> lexicon import --starter --to sw,ka',
    '<%= config.bin %> lexicon import swahili.tsv',
    '<%= config.bin %> lexicon import words.csv --to tr --columns 2,3 --licence CC-BY-4.0',
    '<%= config.bin %> lexicon import cy-en.tsv --reverse --dry-run',
    '<%= config.bin %> lexicon import toolbox.db --to sw --mapping lx=lemma,ge=gloss.en,ps=pos --encoding windows-1252',
    '<%= config.bin %> lexicon import --sources sources.yaml',
  ];
  static override strict = false;
  static override args = {
    path: Args.string({ ignoreStdin: true, description: 'files and folders, as many as you like' }),
  };
  static override flags = {
    from: Flags.string({ description: 'language described (of the left column)', helpValue: 'LANGUAGE' }),
    to: Flags.string({
      description: 'language that the translations are in (with --starter: languages, with commas between)',
      helpValue: 'LANGUAGE',
    }),
    columns: Flags.string({
      description: 'columns of English and of the other language: numbers or names',
      helpValue: '1,2',
    }),
    mapping: Flags.string({
      aliases: ['markers'],
      description:
        'what fields of SFM and JSON hold: lemma, citation, gloss.LANGUAGE, pos, class, label …; or a file of it',
      helpValue: 'lx=lemma,ge=gloss.en',
    }),
    reverse: Flags.boolean({ description: 'the left column is the other language, the right one English' }),
    with: Flags.string({ description: 'the English wordnet that wordnets are joined with', helpValue: 'FILE' }),
    sources: sourcesFlag,
    starter: Flags.boolean({
      description: 'what comes with the program for the languages of --to: words, values and inflection tables',
      exclusive: ['columns', 'mapping', 'replace', 'reverse', 'sources', 'with'],
    }),
    ...importFlags,
  };

  async run(): Promise<unknown> {
    const { argv, flags } = await this.parse(LexiconImport);
    if (flags.starter) return this.#importStarter(argv.length, flags);
    const more = {
      from: tagOf(flags.from),
      to: tagOf(flags.to),
      columns: flags.columns?.split(',').map((column) => column.trim()),
      mapping: await mappingOf(flags.mapping),
      reverse: flags.reverse || undefined,
      with: flags.with,
    };
    const said = this.said(flags, more);
    return this.import([{ kind: 'lexicon', ...said, paths: argv as string[], sources: flags.sources }], flags);
  }

  /** Not words alone: a phrasebook without its values and table says less than it could. */
  async #importStarter(files: number, flags: StarterFlags): Promise<unknown> {
    if (files > 0 || flags.to === undefined) {
      throw new CalqueError('usage', files > 0 ? '--starter takes no files' : '--starter needs languages', {
        suggestions: ['calque lexicon import --starter --to sw,cy', `there are ${starterTags().join(', ')}`],
      });
    }
    const own = starterFilesFor(tagsOf(flags.to));
    return this.import(
      own.map((file) => this.starter(file)),
      flags,
    );
  }
}

interface StarterFlags {
  readonly to?: string | undefined;
  readonly store: string;
  readonly 'dry-run': boolean;
}
