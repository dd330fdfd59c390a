import { Args } from '@oclif/core';
import { CalqueCommand, plural } from '../../cli/cli.js';

export default class LexiconRemove extends CalqueCommand {
  static override summary = 'take a source out of the store, with all that only it vouches for';
  static override examples = ['<%= config.bin %> lexicon remove wechsel-swahili'];
  static override args = {
    source: Args.string({ ignoreStdin: true, description: 'its name, as `lexicon list` shows it', required: true }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(LexiconRemove);
    const { openStore } = await import('../../store/store.js');
    const store = openStore(flags.store, { mode: 'write' });
    try {
      const removed = store.removeSource(args.source);
      const { translations, cells, templates, values, typology } = removed;
      const said = [
        plural(translations, 'translation'),
        plural(cells, 'cell'),
        plural(templates, 'template'),
        plural(values, 'value'),
        plural(typology, 'typological value'),
      ].filter((text) => !text.startsWith('0 '));
      this.log(`${args.source} is gone${said.length === 0 ? '' : `, and with it ${said.join(', ')}`}.`);
      return { source: args.source, removed };
    } finally {
      store.close();
    }
  }
}
