import { Args, Flags } from '@oclif/core';
import { CalqueCommand, count, inflectionTest, languageFlag, tagOf } from '../../cli/cli.js';
import { CalqueError } from '../../model/model.js';

const COLUMNS = ['lemma', 'form', 'features'];

interface Score {
  readonly cells: number;
  readonly accuracy: number | null;
  readonly distance: number | null;
}

interface Speed {
  readonly cells: number;
  readonly learningSeconds: number;
  readonly firstSeconds: number;
  readonly formsPerSecond: number;
}

export default class MorphologyEvaluate extends CalqueCommand {
  static override summary = 'how well the forms of a test table are found';
  static override description =
    `Asks for every cell of the file and compares: accuracy, edit distance, what the confidence is worth, and speed.
Cells that the table in the store has are attested, so a test is kept apart from what is imported.`;
  static override examples = [
    '<%= config.bin %> morphology evaluate turkish.tsv --language tr',
    '<%= config.bin %> morphology evaluate swa.dev --language sw --columns lemma,features,form --json',
  ];
  static override args = {
    file: Args.string({ ignoreStdin: true, description: 'table of lemma, form and features', required: true }),
  };
  static override flags = {
    language: { ...languageFlag, required: true } as typeof languageFlag,
    columns: Flags.string({
      description: 'order of the columns where it is not to be found out',
      helpValue: 'lemma,form,features',
    }),
    profile: Flags.string({ description: 'profile to use instead', helpValue: 'FILE' }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(MorphologyEvaluate);
    const { testInflection } = await inflectionTest();
    const language = tagOf(flags.language) as string;
    const where = { store: flags.store, language, profile: flags.profile, progress: this.progress() };
    const tested = await testInflection(where, args.file, columnsOf(flags.columns));
    const row = (title: string, { cells, accuracy, distance }: Score) => [
      title,
      count(cells),
      shown(accuracy, 100, ' %'),
      shown(distance, 1, ''),
    ];
    const scored = [{ title: 'cells of' }, ...['cells', 'right', 'distance'].map((title) => ({ title, right: true }))];
    const { seen, unseen, methods, calibration } = tested;
    this.table(scored, [
      row('all', tested),
      row('known lemma', seen),
      row('known lemma, known bundle', seen.bundles.seen),
      row('known lemma, new bundle', seen.bundles.unseen),
      row('new lemma', unseen),
      row('new lemma, known bundle', unseen.bundles.seen),
      row('new lemma, new bundle', unseen.bundles.unseen),
      ...Object.entries(methods).map(([method, score]) => row(method, score)),
    ]);
    this.log('');
    this.table(
      ['confidence', 'cells', 'mean', 'right'].map((title) => ({ title, right: true })),
      calibration.map(({ from, to, cells, confidence, accuracy }) => [
        `${from.toFixed(1)}–${to.toFixed(1)}`,
        count(cells),
        shown(confidence, 100, ' %'),
        shown(accuracy, 100, ' %'),
      ]),
    );
    this.log(`\n${speedOf(tested)}`);
    if (tested.rejected > 0) this.note(`${count(tested.rejected)} rows could not be read`);
    return tested;
  }
}

/** Learning and first answers apart: they are waited for once, and the speed is what all forms after them take. */
function speedOf({ learningSeconds, firstSeconds, cells, formsPerSecond }: Speed): string {
  const once = `predictor learnt or read in ${learningSeconds.toFixed(1)} s, first ${count(cells)} cells in ${firstSeconds.toFixed(1)} s`;
  return `${once}, then ${count(formsPerSecond)} forms a second (CPU time)`;
}

function shown(value: number | null, factor: number, unit: string): string {
  return value === null ? '–' : `${(value * factor).toFixed(factor === 1 ? 2 : 1)}${unit}`;
}

function columnsOf(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const columns = text.split(',').map((name) => name.trim());
  if (COLUMNS.every((name) => columns.indexOf(name) === columns.lastIndexOf(name) && columns.includes(name)))
    return columns;
  throw new CalqueError('usage', `--columns names lemma, form and features once each, not ${JSON.stringify(text)}`, {
    suggestions: ['--columns lemma,features,form'],
  });
}
