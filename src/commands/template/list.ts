import { CalqueCommand } from '../../cli/cli.js';

export default class TemplateList extends CalqueCommand {
  static override summary = 'the templates in the store, by source';
  static override examples = ['<%= config.bin %> template list'];

  async run(): Promise<unknown> {
    const { flags } = await this.parse(TemplateList);
    return this.listSources(flags.store, ['template']);
  }
}
