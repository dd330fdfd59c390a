import { Args } from '@oclif/core';
import { CalqueCommand } from '../../cli/cli.js';

export default class TextRemove extends CalqueCommand {
  static override summary = 'take a text out of the store';
  static override examples = ['<%= config.bin %> text remove news-sw'];
  static override args = {
    source: Args.string({ ignoreStdin: true, description: 'its name, as `text list` shows it', required: true }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(TextRemove);
    return this.removeSource(flags.store, args.source);
  }
}
