import { CalqueCommand } from '../../cli/cli.js';

export default class TextList extends CalqueCommand {
  static override summary = 'the texts in the store, with licence and counts';
  static override examples = ['<%= config.bin %> text list'];

  async run(): Promise<unknown> {
    const { flags } = await this.parse(TextList);
    return this.listSources(flags.store, ['text']);
  }
}
