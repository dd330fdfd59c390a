import { Args, Flags } from '@oclif/core';
import { CalqueCommand, count, languages, truncate } from '../../cli/cli.js';

export default class LanguageShow extends CalqueCommand {
  static override summary =
    'what the store knows of a language, what is missing, and where each line of its profile is from';
  static override examples = ['<%= config.bin %> language show sw'];
  static override args = {
    language: Args.string({ ignoreStdin: true, description: 'sw, swh, Swahili', required: true }),
  };
  static override flags = { profile: Flags.string({ description: 'profile to use instead', helpValue: 'FILE' }) };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(LanguageShow);
    const { describeLanguage } = await languages();
    const shown = await describeLanguage(flags.store, args.language, flags.profile);
    const { language, name, entries, cells, values, typology, profile, missing } = shown;
    this.log(`${language}  ${name}`);
    this.log(
      `  ${count(entries)} entries, ${count(cells)} cells, ${count(values)} values, ${count(typology)} typological values`,
    );
    this.log('\nProfile');
    if (profile.length === 0) this.log('  nothing is known: everything stays as in English');
    else {
      this.table(
        [{ title: '  line' }, { title: 'from' }, { title: 'says' }],
        profile.map(({ line, from, says }) => [`  ${line}`, from, truncate(JSON.stringify(says), 200)]),
      );
    }
    if (missing.length > 0) this.log(`\nMissing\n${missing.map((text) => `  ${text}`).join('\n')}`);
    return shown;
  }
}
