import { Flags } from '@oclif/core';
import { CalqueCommand, count, generation, numberAbove, parseShard, tagsOf, tiersOf } from '../cli/cli.js';

export default class Generate extends CalqueCommand {
  static override summary = 'make labelled utterances in one or more languages';
  static override description =
    `Writes <language>.jsonl and run.json into the run's folder. The same store, seed and version give the same bytes.
Under --shard auto the part comes from JOB_COMPLETION_INDEX, SLURM_ARRAY_TASK_ID or PARALLEL_SEQ; where the engine does
not tell how many parts there are, CALQUE_SHARDS does.`;
  static override examples = [
    '<%= config.bin %> generate --to sw,cy --per-template 3',
    '<%= config.bin %> generate --to Swahili --rows 1000 --output output/swahili',
    '<%= config.bin %> generate --to sw --tier A,B --licences share-alike --seed 7',
    '<%= config.bin %> generate --to sw --shard 1/8 --output output/shards',
  ];
  static override flags = {
    to: Flags.string({ description: 'languages, with commas between', required: true, helpValue: 'sw,cy' }),
    'per-template': Flags.integer({
      description: 'rows of each template at most (3 unless --rows is given)',
      exclusive: ['rows'],
      parse: numberAbove('per-template', 1),
    }),
    rows: Flags.integer({ description: 'rows of each language at most', parse: numberAbove('rows', 1) }),
    seed: Flags.integer({ description: 'another seed draws other rows', default: 1, parse: numberAbove('seed', 0) }),
    tier: Flags.string({ description: 'only rows of these tiers', helpValue: 'A,B' }),
    'min-score': Flags.string({ description: 'only rows of at least this score, 0 to 1', helpValue: '0.5' }),
    licences: Flags.string({
      description:
        'licence that the rows are to carry as a whole: permissive, share-alike, non-commercial, any, or one of docs/licences.md; sources that do not fit are not drawn from',
      helpValue: 'CLASS|SPDX',
    }),
    'all-registers': Flags.boolean({ description: 'draw words marked as vulgar, offensive, obsolete or archaic too' }),
    shard: Flags.string({ description: 'make one part only', helpValue: '1/8|auto' }),
    profile: Flags.string({ description: 'profile to use instead (for one language)', helpValue: 'FILE' }),
    output: Flags.string({
      description: 'folder of the run (default: output/ and a name made of the arguments)',
      helpValue: 'DIR',
    }),
    force: Flags.boolean({ description: 'overwrite a run that is there' }),
  };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Generate);
    const { generate, costText } = await generation();
    const minScore =
      flags['min-score'] === undefined
        ? undefined
        : await numberAbove('min-score', 0, { whole: false })(flags['min-score']);
    const generated = await generate({
      store: flags.store,
      languages: tagsOf(flags.to),
      perTemplate: flags['per-template'],
      rows: flags.rows,
      seed: flags.seed,
      tiers: tiersOf(flags.tier),
      minScore,
      licences: flags.licences,
      allRegisters: flags['all-registers'],
      shard: flags.shard === undefined ? undefined : parseShard(flags.shard),
      profile: flags.profile,
      output: flags.output,
      force: flags.force,
      progress: this.progress(),
    });
    this.table(
      [{ title: 'tag' }, { title: 'language' }, ...NUMBERS.map((title) => ({ title, right: true }))],
      generated.languages.map(({ language, name, rows, distinct, templates, coverage, tiers }) => {
        const counts = [rows, distinct, templates].map((number) => (number === null ? '?' : count(number)));
        const shares = [`${Math.round(coverage * 100)} %`, count(tiers.A), count(tiers.B), count(tiers.C)];
        return [language, name, ...counts, ...shares];
      }),
    );
    for (const made of generated.languages) if (made.licences) this.note(costText(made, made.licences));
    for (const { language, conflicts } of generated.languages) {
      if (conflicts.length > 0)
        this.note(`${language}: ${conflicts.length} utterances stand for more than one intent; run.json lists them`);
    }
    this.log('\nInflected words by the way in which their form was found');
    this.table(
      [{ title: 'tag' }, ...METHODS.map((title) => ({ title, right: true }))],
      generated.languages.map(({ language, forms }) => [
        language,
        ...METHODS.map((method) => `${(100 * forms[method]).toFixed(1)} %`),
      ]),
    );
    this.log(`\nWritten to ${generated.run}`);
    const languages = generated.languages.map((made) => {
      const { language, rows, distinct, templates, coverage, forms, tiers, licences } = made;
      return { language, rows, distinct, templates, coverage, forms, tiers, ...(licences && { licences }) };
    });
    return { run: generated.run, seed: generated.seed, languages };
  }
}

const NUMBERS = ['rows', 'distinct', 'templates', 'coverage', 'A', 'B', 'C'];
const METHODS = ['attested', 'predicted', 'rule', 'citation'] as const;
