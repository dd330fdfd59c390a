import { Args, Flags } from '@oclif/core';
import { ImportCommand, importFlags } from '../../cli/cli.js';

export default class TypologyImport extends ImportCommand {
  static override summary = 'take what grammars say of languages (WALS, Grambank) into the store';
  static override description = 'Data sets in CLDF; give the folder of the data set, or its values.csv.';
  static override examples = ['<%= config.bin %> typology import wals --licence CC-BY-4.0'];
  static override strict = false;
  static override args = {
    path: Args.string({ ignoreStdin: true, description: 'folders and files of CLDF data sets' }),
  };
  static override flags = {
    with: Flags.string({
      description:
        "Glottolog's languages.csv, for data sets without ISO codes (Grambank); else that of glottolog beside them",
      helpValue: 'FILE',
    }),
    ...importFlags,
  };

  async run(): Promise<unknown> {
    const { argv, flags } = await this.parse(TypologyImport);
    const batch = { kind: 'typology', ...this.said(flags, { with: flags.with }), paths: argv as string[] } as const;
    return this.import([batch], flags);
  }
}
