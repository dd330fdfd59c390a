import { Args, Flags } from '@oclif/core';
import { CalqueCommand, tagOf } from '../../cli/cli.js';

export default class LexiconShow extends CalqueCommand {
  static override summary = 'what the store knows of a word, in either direction';
  static override examples = ['<%= config.bin %> lexicon show milk --to sw', '<%= config.bin %> lexicon show maziwa'];
  static override args = {
    word: Args.string({ ignoreStdin: true, description: 'word or phrase of any language', required: true }),
  };
  static override flags = { to: Flags.string({ description: 'only this language', helpValue: 'LANGUAGE' }) };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(LexiconShow);
    const to = tagOf(flags.to);
    const { openStore } = await import('../../store/store.js');
    const store = openStore(flags.store, { mode: 'read' });
    try {
      const entries = store.entriesOf(args.word, to);
      if (entries.length === 0) this.log(`The store has no ${JSON.stringify(args.word)}.`);
      for (const { headword, language, pos, nounClass, translations } of entries) {
        this.log([headword, `(${[language, pos, nounClass].filter((note) => note !== '').join(', ')})`].join(' '));
        this.table(
          [{ title: '  to' }, { title: 'translation' }, { title: 'notes' }, { title: 'sources' }],
          translations.map((each) => [
            `  ${each.language}`,
            each.text === '' ? '(nothing is said)' : each.text,
            [each.pos, each.nounClass, ...each.labels, ...each.senses].filter((note) => note !== '').join(', '),
            each.sources.join(', '),
          ]),
        );
      }
      return { word: args.word, entries };
    } finally {
      store.close();
    }
  }
}
