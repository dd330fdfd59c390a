import { Args, Flags } from '@oclif/core';
import { ImportCommand, importFlags, languageFlag, sourcesFlag, tagOf } from '../../cli/cli.js';

export default class TextImport extends ImportCommand {
  static override summary = 'take text to learn from into the store: sentence pairs, verses, plain text, word counts';
  static override description = `Folders are walked. Languages come from the content, else from the file's name.
The same bytes again change nothing; what cannot be taken in is counted, and kept in a file beside the store.`;
  static override examples = [
    '<%= config.bin %> text import tatoeba.eng-swh.tsv --licence CC-BY-2.0',
    '<%= config.bin %> text import news/sw.txt --language sw',
    '<%= config.bin %> text import speech.sw --with speech.en',
  ];
  static override strict = false;
  static override args = {
    path: Args.string({ ignoreStdin: true, description: 'files and folders, as many as you like' }),
  };
  static override flags = {
    language: languageFlag,
    from: Flags.string({ description: 'language of pairs that is translated from: English', helpValue: 'LANGUAGE' }),
    to: Flags.string({ description: 'language of pairs that is translated into', helpValue: 'LANGUAGE' }),
    columns: Flags.string({
      description: 'columns of English and of the other language: numbers or names',
      helpValue: '1,2',
    }),
    reverse: Flags.boolean({ description: 'the left column is the other language, the right one English' }),
    with: Flags.string({
      description: 'the file that belongs to this one line by line: the other language, or an index of verses',
      helpValue: 'FILE',
    }),
    sources: sourcesFlag,
    ...importFlags,
  };

  async run(): Promise<unknown> {
    const { argv, flags } = await this.parse(TextImport);
    const language = tagOf(flags.language);
    const format = flags.with !== undefined && flags.format === 'auto' ? await formatWith(flags.with) : flags.format;
    const more = {
      language,
      from: tagOf(flags.from),
      to: tagOf(flags.to) ?? language,
      columns: flags.columns?.split(',').map((column) => column.trim()),
      reverse: flags.reverse || undefined,
      with: flags.with,
    };
    const said = this.said({ ...flags, format }, more);
    return this.import([{ kind: 'text', ...said, paths: argv as string[], sources: flags.sources }], flags);
  }
}

async function formatWith(file: string): Promise<string> {
  const { joinedFormat } = await import('../../read/read.js');
  return joinedFormat(file);
}
