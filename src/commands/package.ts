import { Args, Flags } from '@oclif/core';
import { CalqueCommand, count, packaging, plural } from '../cli/cli.js';
import { CalqueError } from '../model/model.js';

export default class Package extends CalqueCommand {
  static override summary = 'write the rows of runs in the formats that training programs read';
  static override examples = [
    '<%= config.bin %> package output/swahili --format massive,conll --output output/dataset',
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
    dedupe: Flags.boolean({ description: 'leave out rows that say what an earlier row of the language says' }),
    force: Flags.boolean({ description: 'overwrite a package that is there' }),
  };

  async run(): Promise<unknown> {
    const { argv, flags } = await this.parse(Package);
    if (argv.length === 0)
      throw new CalqueError('usage', 'name the folder of a run', {
        suggestions: ['calque generate --to sw makes one'],
      });
    const { packageRuns } = await packaging();
    const packaged = await packageRuns({
      runs: argv as string[],
      formats: flags.format.split(',').map((id) => id.trim()),
      output: flags.output,
      dedupe: flags.dedupe,
      force: flags.force,
      progress: this.progress(),
    });
    this.table(
      [{ title: 'file' }, { title: 'rows', right: true }],
      packaged.files.map(({ file, rows }) => [file, count(rows)]),
    );
    if (packaged.repeated > 0) this.log(`${plural(packaged.repeated, 'row')} that repeated another left out`);
    this.log(`\nWritten to ${packaged.output}`);
    return packaged;
  }
}
