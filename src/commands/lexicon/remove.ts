import { Args } from '@oclif/core';
import { CalqueCommand } from '../../cli/cli.js';

export default class LexiconRemove extends CalqueCommand {
  static override summary = 'take a source out of the store, with all that only it vouches for';
  static override examples = ['<%= config.bin %> lexicon remove wechsel-swahili'];
  static override args = {
    source: Args.string({ ignoreStdin: true, description: 'its name, as `lexicon list` shows it', required: true }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(LexiconRemove);
    return this.removeSource(flags.store, args.source);
  }
}
