import { Args, Flags } from '@oclif/core';
import { CalqueCommand, inflection, languageFlag, tagOf } from '../../cli/cli.js';
import { CalqueError } from '../../model/model.js';

export default class MorphologyInflect extends CalqueCommand {
  static override summary = 'the form of a lemma for a bundle of features';
  static override description =
    'With --input, lines of lemma TAB bundle become lines of lemma, bundle, form, method and confidence.';
  static override examples = [
    '<%= config.bin %> morphology inflect kitap "N;PL" --language tr',
    '<%= config.bin %> morphology inflect --language tr --input lemmas.tsv',
  ];
  static override args = {
    lemma: Args.string({ ignoreStdin: true, description: 'citation form' }),
    bundle: Args.string({ ignoreStdin: true, description: 'features as UniMorph writes them: "N;PL"' }),
  };
  static override flags = {
    language: { ...languageFlag, required: true } as typeof languageFlag,
    input: Flags.string({
      description: 'file of lines lemma TAB bundle; - reads from standard input',
      helpValue: 'FILE|-',
    }),
    profile: Flags.string({ description: 'profile to use instead', helpValue: 'FILE' }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(MorphologyInflect);
    const { inflectLines, inflectOne } = await inflection();
    const language = tagOf(flags.language) as string;
    const where = { store: flags.store, language, profile: flags.profile };
    if (flags.input !== undefined) {
      const rows = await inflectLines(where, flags.input);
      for (const { lemma, bundle, form, method, confidence } of rows) {
        this.dataRow([lemma, bundle, form, method, confidence]);
      }
      return { rows };
    }
    if (args.lemma === undefined || args.bundle === undefined) {
      throw new CalqueError('usage', 'name a lemma and a bundle, or a file with --input', {
        suggestions: ['calque morphology inflect kitap "N;PL" --language tr'],
      });
    }
    const inflected = await inflectOne(where, args.lemma, args.bundle);
    this.log(`${inflected.form}  (${inflected.method}, confidence ${inflected.confidence})`);
    return inflected;
  }
}
