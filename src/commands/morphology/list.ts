import { CalqueCommand } from '../../cli/cli.js';

export default class MorphologyList extends CalqueCommand {
  static override summary = 'the inflection tables in the store';
  static override examples = ['<%= config.bin %> morphology list'];

  async run(): Promise<unknown> {
    const { flags } = await this.parse(MorphologyList);
    return this.listSources(flags.store, ['table']);
  }
}
