import { Flags } from '@oclif/core';
import {
  CalqueCommand,
  count,
  type EvaluationTask,
  evaluation,
  numberAbove,
  plural,
  type ReportTable,
  type TextTask,
  tagOf,
} from '../cli/cli.js';
import { CalqueError } from '../model/model.js';

export default class Evaluate extends CalqueCommand {
  static override summary = 'what a model learns from labelled utterances, or how close they are to what people wrote';
  static override description =
    `Trains small, deterministic learners of intents and slots on one set of rows and tests them on another; the result is
kept in the run's folder where the training file is one of a run. With --hypothesis and --reference compares texts row
by row instead. docs/evaluation.md says what each figure means.`;
  static override examples = [
    '<%= config.bin %> evaluate --train output/swahili/sw.jsonl --test sw.dev.jsonl',
    '<%= config.bin %> evaluate --train output/swahili/sw.jsonl --test sw.dev.jsonl --baselines --to sw --human sw.train.jsonl --plot scores.svg',
    '<%= config.bin %> evaluate --train output/swahili/sw.jsonl --test sw.dev.jsonl --compare sw.train.jsonl',
    '<%= config.bin %> evaluate --hypothesis output/swahili/sw.jsonl --reference sw.dev.jsonl',
  ];
  static override flags = {
    train: Flags.string({
      description: 'rows to train on, of any format of templates',
      multiple: true,
      helpValue: 'FILE',
    }),
    test: Flags.string({ description: 'rows to test on', helpValue: 'FILE', dependsOn: ['train'] }),
    hypothesis: Flags.string({
      description: 'rows to compare with those of the same ids in --reference',
      helpValue: 'FILE',
      exclusive: ['train'],
    }),
    reference: Flags.string({ description: 'what people wrote', helpValue: 'FILE', dependsOn: ['hypothesis'] }),
    compare: Flags.string({
      description: 'a second training set, or a second hypothesis: is the difference more than noise?',
      multiple: true,
      helpValue: 'FILE',
    }),
    baselines: Flags.boolean({
      description: 'score the floor and the published baseline too, made of the same store',
      dependsOn: ['to', 'train'],
    }),
    to: Flags.string({
      description: 'language of the baselines, and of the lexicon that --curve takes parts of',
      helpValue: 'LANGUAGE',
      dependsOn: ['train'],
    }),
    human: Flags.string({
      description: 'training rows that people labelled: how many of them are as good?',
      multiple: true,
      helpValue: 'FILE',
      dependsOn: ['train'],
    }),
    curve: Flags.boolean({
      description: 'score against the number of rows and templates; with --to also of lexicon entries',
      dependsOn: ['train'],
    }),
    plot: Flags.string({ description: 'draw the result', helpValue: 'FILE.svg', dependsOn: ['train'] }),
    'train-partition': Flags.string({ description: 'only this partition of training files', helpValue: 'train' }),
    'test-partition': Flags.string({ description: 'only this partition of the test file', helpValue: 'dev' }),
    format: Flags.string({
      description: 'format of the files; `calque formats` lists them',
      default: 'auto',
      helpValue: 'ID',
    }),
    seed: Flags.integer({ description: 'of learners, draws and resamples', default: 1, parse: numberAbove('seed', 0) }),
  };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Evaluate);
    const { hypothesis, reference, train, test, format, seed } = flags;
    if (hypothesis !== undefined && reference !== undefined) {
      const [compare, ...more] = flags.compare ?? [];
      if (more.length > 0) throw new CalqueError('usage', '--compare takes one file beside --hypothesis');
      return this.compareTexts({ hypothesis, reference, compare, format, seed });
    }
    if (train === undefined || test === undefined) {
      throw new CalqueError('usage', 'there is nothing to evaluate', {
        suggestions: ['calque evaluate --train FILE --test FILE', 'calque evaluate --hypothesis FILE --reference FILE'],
      });
    }
    const language = tagOf(flags.to);
    const { compare, human, curve, plot } = flags;
    const partitions = { trainPartition: flags['train-partition'], testPartition: flags['test-partition'] };
    const material = language === undefined ? undefined : { store: flags.store, language };
    const baselines = flags.baselines ? material : undefined;
    const progress = this.progress();
    return this.trainAndTest(
      { train, test, format, seed, compare, human, curve, ...partitions, baselines, material, progress },
      plot,
    );
  }

  private async trainAndTest(task: EvaluationTask, plot: string | undefined): Promise<object> {
    const { evaluate, evaluationTables, keepEvaluation, overlapText, plotEvaluation, writeWhole } = await evaluation();
    const result = await evaluate(task);
    const { warning, text } = overlapText(result.overlap);
    if (warning) this.note(`Warning: ${text}`);
    this.log(`Trained on ${plural(result.train.rows, 'row')}, tested on ${count(result.test.rows)}.`);
    if (!warning) this.log(text);
    this.tables(evaluationTables(result));
    for (const { file, rejected } of [...result.train.files, ...result.test.files]) {
      if (rejected > 0) this.note(`${file}: ${plural(rejected, 'row')} could not be read`);
    }
    const kept = keepEvaluation(result);
    if (kept !== undefined) this.log(`\nKept in ${kept}`);
    if (plot !== undefined) {
      writeWhole(plot, plotEvaluation(result));
      this.log(`\nDrawn in ${plot}`);
    }
    return result;
  }

  private async compareTexts(task: TextTask): Promise<object> {
    const { compareTexts, textTables } = await evaluation();
    const result = await compareTexts(task);
    const { lines, groups, few, onlyHypothesis, onlyReference } = result;
    this.log(
      `Compared ${plural(lines, 'row')} of ${plural(groups, 'id')}; the figures after ± are half of 95 % intervals.`,
    );
    if (onlyHypothesis + onlyReference > 0) {
      this.log(`Left out, since the other file lacks the id: ${count(onlyHypothesis)} and ${count(onlyReference)}.`);
    }
    if (few) this.note('Warning: so few ids say little, and their intervals are uncertain themselves.');
    this.tables(textTables(result));
    return result;
  }

  private tables(tables: readonly ReportTable[]): void {
    for (const { heading, columns, rows } of tables) {
      this.log(`\n${heading}\n`);
      this.table(columns, rows);
    }
  }
}
