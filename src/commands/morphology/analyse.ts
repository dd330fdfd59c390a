import { Args, Flags } from '@oclif/core';
import { CalqueCommand, formAnalysis, languageFlag, numberAbove, tagOf } from '../../cli/cli.js';

export default class MorphologyAnalyse extends CalqueCommand {
  static override summary = 'what a form may be a form of';
  static override description =
    `Lemma and features as the table has them; for forms that it lacks, what its other words let one expect.
The first command that needs it learns from the table, which takes some seconds, and keeps what it has learnt.`;
  static override examples = ['<%= config.bin %> morphology analyse kitaplarda --language tr'];
  static override args = {
    form: Args.string({ ignoreStdin: true, description: 'a word as it stands in a text', required: true }),
  };
  static override flags = {
    language: { ...languageFlag, required: true } as typeof languageFlag,
    most: Flags.integer({
      char: 'n',
      description: 'analyses at most',
      default: 5,
      parse: numberAbove('most', 1),
      helpValue: 'N',
    }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(MorphologyAnalyse);
    const { analyseForm } = await formAnalysis();
    const language = tagOf(flags.language) as string;
    const where = { store: flags.store, language, profile: undefined, progress: this.progress() };
    const analysed = await analyseForm(where, args.form, flags.most);
    if (analysed.analyses.length === 0) this.log('Nothing in the table lets one say what this may be.');
    else {
      this.table(
        [{ title: 'lemma' }, { title: 'features' }, { title: 'method' }, { title: 'confidence', right: true }],
        analysed.analyses.map(({ lemma, bundle, method, confidence }) => [
          lemma,
          bundle,
          method,
          confidence.toFixed(2),
        ]),
      );
    }
    return analysed;
  }
}
