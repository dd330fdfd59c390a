import { Args, Flags } from '@oclif/core';
import { ImportCommand, importFlags, languageFlag, tagOf } from '../../cli/cli.js';

export default class ValueImport extends ImportCommand {
  static override summary = 'take slot values (names, places, dishes) into the store';
  static override examples = [
    '<%= config.bin %> value import cities.txt --slot place_name --language sw',
    '<%= config.bin %> value import values.tsv --language sw',
    '<%= config.bin %> value import cities500.txt --slot place_name --language sw --country KE,TZ',
  ];
  static override strict = false;
  static override args = {
    file: Args.string({ ignoreStdin: true, description: 'files and folders, as many as you like' }),
  };
  static override flags = {
    slot: Flags.string({
      description: 'slot that the values stand in, where the file does not say it',
      helpValue: 'SLOT',
    }),
    language: languageFlag,
    country: Flags.string({ description: 'GeoNames: take only the places of these countries', helpValue: 'KE,TZ' }),
    columns: Flags.string({ description: 'GeoNames countries: the column to take', helpValue: 'Country' }),
    with: Flags.string({ description: 'CLDR: the English names that these render', helpValue: 'FILE' }),
    ...importFlags,
  };

  async run(): Promise<unknown> {
    const { argv, flags } = await this.parse(ValueImport);
    const language = tagOf(flags.language);
    const listOf = (text: string | undefined) => text?.split(',').map((each) => each.trim());
    const more = {
      slot: flags.slot,
      language,
      to: language,
      countries: listOf(flags.country),
      columns: listOf(flags.columns),
      with: flags.with,
    };
    const batch = { kind: 'value', ...this.said(flags, more), paths: argv as string[] } as const;
    return this.import([batch], flags);
  }
}
