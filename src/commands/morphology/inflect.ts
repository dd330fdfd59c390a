import { Args, Flags } from '@oclif/core';
import { CalqueCommand, inflection, languageFlag, numberAbove, tagOf } from '../../cli/cli.js';
import { CalqueError } from '../../model/model.js';

export default class MorphologyInflect extends CalqueCommand {
  static override summary = 'the form of a lemma for a bundle of features';
  static override description =
    `A form is attested in the table, predicted from it, made by the profile's rules, or the lemma as it is cited.
The first command that needs it learns from the table, which takes some seconds, and keeps what it has learnt.
With --input, lines of lemma TAB bundle become lines of lemma, bundle, form, method and confidence.`;
  static override examples = [
    '<%= config.bin %> morphology inflect kitap "N;PL" --language tr',
    '<%= config.bin %> morphology inflect kitap "N;DAT;SG" --language tr -n 3',
    '<%= config.bin %> morphology inflect --language tr --input lemmas.tsv',
  ];
  static override args = {
    lemma: Args.string({ ignoreStdin: true, description: 'citation form' }),
    bundle: Args.string({ ignoreStdin: true, description: 'features as UniMorph writes them: "N;PL"' }),
  };
  static override flags = {
    language: { ...languageFlag, required: true } as typeof languageFlag,
    most: Flags.integer({
      char: 'n',
      description: 'different forms at most, likeliest first',
      default: 1,
      parse: numberAbove('most', 1),
      helpValue: 'N',
    }),
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
    const where = { store: flags.store, language, profile: flags.profile, progress: this.progress() };
    if (flags.input !== undefined) {
      const rows = await inflectLines(where, flags.input);
      for (const { lemma, bundle, form, method, confidence } of rows) {
        this.dataRow([lemma, bundle, form, method, rounded(confidence)]);
      }
      return { rows };
    }
    const { lemma, bundle } = args;
    if (lemma === undefined || bundle === undefined) {
      throw new CalqueError('usage', 'name a lemma and a bundle, or a file with --input', {
        suggestions: ['calque morphology inflect kitap "N;PL" --language tr'],
      });
    }
    const forms = await inflectOne(where, { lemma, bundle, most: flags.most });
    for (const { form, method, bundle: own, confidence, citedAs, how } of forms) {
      const remarks = [own === '' || own === bundle ? '' : own, citedAs === undefined ? '' : `${citedAs}: ${how}`];
      const said = [method, `confidence ${rounded(confidence)}`, ...remarks].filter((text) => text !== '');
      this.log(`${form}  (${said.join(', ')})`);
    }
    return flags.most === 1 ? forms[0] : { ...forms[0], forms };
  }
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
