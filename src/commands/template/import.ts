import { Args, Flags } from '@oclif/core';
import { ImportCommand, importFlags, starterTemplates } from '../../cli/cli.js';

export default class TemplateImport extends ImportCommand {
  static override summary = 'take labelled English utterances into the store';
  static override description =
    `JSON of MASSIVE, Snips and Injongo, YAML of Rasa and Home Assistant, CoNLL with BIO labels, tables of
utterances and intents, and sentence templates in plain text, which one line says many utterances in:
docs/writing-templates.md shows how they are written.`;
  static override examples = [
    '<%= config.bin %> template import --starter',
    '<%= config.bin %> template import utterances.jsonl --partition train --licence CC-BY-4.0',
    '<%= config.bin %> template import alarms.txt --dry-run',
  ];
  static override strict = false;
  static override args = {
    file: Args.string({ ignoreStdin: true, description: 'files and folders, as many as you like' }),
  };
  static override flags = {
    scheme: Flags.string({ description: 'scheme of intents and slots that the files use', default: 'massive' }),
    partition: Flags.string({ description: 'take only the rows of this partition', helpValue: 'train' }),
    starter: Flags.boolean({ description: 'the templates that come with the program' }),
    ...importFlags,
  };

  async run(): Promise<unknown> {
    const { argv, flags } = await this.parse(TemplateImport);
    const { scheme, partition } = flags;
    const said = this.said(flags, { partition });
    const batch = { kind: 'template', ...said, scheme, paths: argv as string[] } as const;
    if (!flags.starter) return this.import([batch], flags);
    const own = { ...this.starter(starterTemplates(), said.options), scheme };
    return this.import(argv.length === 0 ? [own] : [batch, own], flags);
  }
}
