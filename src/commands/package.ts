import { Args, Flags } from '@oclif/core';
import { CalqueCommand, numberAbove, packageAnswer, packaging, plural, shareOf } from '../cli/cli.js';
import { CalqueError } from '../model/model.js';

export default class Package extends CalqueCommand {
  static override summary = 'write the rows of runs in the formats that training programs read';
  static override description =
    `Rows are split by template: no template, text, skeleton (the text with slots for values) or combination of values is on two sides. --guard compares rows with test sets: same text, same but for case and punctuation, same but for values, same source utterance, 0.9 and more of their character 3-grams in common.`;
  static override examples = [
    '<%= config.bin %> package output/swahili --format massive,huggingface --output output/dataset',
    '<%= config.bin %> package output/swahili --format csv --split 90/10 --dedupe --output output/split',
  ];
  static override strict = false;
  static override args = {
    run: Args.string({ ignoreStdin: true, description: 'folders of runs, as many as you like' }),
  };
  static override flags = {
    format: Flags.string({
      description: 'formats, with commas between; `calque formats` lists them',
      default: 'massive',
    }),
    output: Flags.string({ description: 'folder of the package', required: true, helpValue: 'DIR' }),
    split: Flags.string({ description: 'shares of train and dev, or of train, dev and test', helpValue: '90/10' }),
    'share-values': Flags.boolean({ description: 'let partitions have values of slots in common (leaves out less)' }),
    'keep-split': Flags.string({
      description: 'an older package whose templates stay on their sides (that of --since)',
      helpValue: 'DIR',
    }),
    'allow-synthetic-test': Flags.boolean({ description: 'let rows that nobody wrote or checked be called test' }),
    guard: Flags.string({
      description: 'file that rows must not give away, in any format of templates (as often as you like)',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'FILE',
    }),
    leaks: Flags.option({
      description: 'what to do with rows that a guarded file has too',
      options: ['refuse', 'remove', 'report'] as const,
      default: 'refuse',
    })(),
    dedupe: Flags.boolean({ description: 'leave out rows that say what an earlier row of the language says' }),
    'dedupe-near': Flags.boolean({ description: 'the same for rows that differ in values, case or punctuation alone' }),
    'per-intent': Flags.integer({
      description: 'most rows of an intent, in each language',
      parse: numberAbove('per-intent', 1),
    }),
    'max-per-template': Flags.integer({
      description: 'most rows of a template, in each language',
      parse: numberAbove('max-per-template', 1),
    }),
    'mix-source': Flags.string({
      description: 'share of the package that is source utterances of the store, as they are',
      helpValue: '0.1',
      default: '0',
      parse: shareOf('mix-source'),
    }),
    'code-switch': Flags.string({
      description:
        'share of the rows that come a second time with the values of the source language, in files of their own',
      helpValue: '0.2',
      default: '0',
      parse: shareOf('code-switch'),
    }),
    examples: Flags.integer({
      description: 'examples of each intent in prompts',
      default: 3,
      parse: numberAbove('examples', 1),
    }),
    'spreadsheet-safe': Flags.boolean({
      description: "write ' before cells of CSV that a spreadsheet would calculate",
    }),
    licences: Flags.string({
      description:
        'licence that the whole is to carry: permissive, share-alike, non-commercial, any, or one of docs/licences.md; rows that do not fit are left out',
      helpValue: 'CLASS|SPDX',
    }),
    title: Flags.string({ description: 'what the data set is called' }),
    creator: Flags.string({
      description: 'who publishes it (as often as there are)',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'NAME',
    }),
    url: Flags.string({ description: 'where it will be found', default: '' }),
    date: Flags.string({ description: 'day of the release (today unless given)', helpValue: 'YYYY-MM-DD' }),
    release: Flags.string({
      description: 'its version (1.0.0, or what --since proposes)',
      helpValue: '1.0.0',
    }),
    since: Flags.string({ description: 'older package: say what has changed, propose the release', helpValue: 'DIR' }),
    gzip: Flags.boolean({ description: 'pack the files' }),
    force: Flags.boolean({ description: 'overwrite a package that is there' }),
  };

  async run(): Promise<unknown> {
    const { argv, flags } = await this.parse(Package);
    if (argv.length === 0)
      throw new CalqueError('usage', 'name the folder of a run', {
        suggestions: ['calque generate --to sw makes one'],
      });
    const { commandLine, packageRuns, parsePapers, parseShares } = await packaging();
    const split = flags.split === undefined ? undefined : parseShares(flags.split);
    const papers = parsePapers(flags, process.env);
    const dated = flags.date === undefined ? ['--date', papers.date] : [];
    const { facts, notes, output, record } = await packageRuns({
      runs: argv as string[],
      store: flags.store,
      formats: flags.format.split(',').map((id) => id.trim()),
      output: flags.output,
      split,
      shareValues: flags['share-values'],
      keepSplit: flags['keep-split'],
      allowSyntheticTest: flags['allow-synthetic-test'],
      guard: flags.guard ?? [],
      leaks: flags.leaks,
      dedupe: flags.dedupe,
      dedupeNear: flags['dedupe-near'],
      perIntent: flags['per-intent'],
      maxPerTemplate: flags['max-per-template'],
      mixSource: Number(flags['mix-source']),
      codeSwitch: Number(flags['code-switch']),
      examples: flags.examples,
      spreadsheetSafe: flags['spreadsheet-safe'],
      gzip: flags.gzip,
      licences: flags.licences,
      papers,
      line: commandLine(['calque', 'package', ...this.argv.filter((word) => word !== '--json'), ...dated]),
      force: flags.force,
      progress: this.progress(),
    });
    const answer = packageAnswer(output, { facts, record }, notes);
    this.table(
      [{ title: 'format' }, ...['files', 'rows', 'MB'].map((title) => ({ title, right: true }))],
      answer.table,
    );
    for (const line of answer.said) this.log(line);
    this.log(`\n${plural(facts.rows, 'row')} written to ${output}`);
    return answer.json;
  }
}
