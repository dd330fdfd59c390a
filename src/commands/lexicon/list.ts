import { CalqueCommand } from '../../cli/cli.js';

export default class LexiconList extends CalqueCommand {
  static override summary = 'the sources in the store, with licence and counts';
  static override examples = ['<%= config.bin %> lexicon list'];

  async run(): Promise<unknown> {
    const { flags } = await this.parse(LexiconList);
    return this.listSources(flags.store, ['lexicon', 'phrasebook']);
  }
}
