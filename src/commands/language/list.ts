import { CalqueCommand, count } from '../../cli/cli.js';

export default class LanguageList extends CalqueCommand {
  static override summary = 'the languages in the store, and how much it has of each';
  static override examples = ['<%= config.bin %> language list'];

  async run(): Promise<unknown> {
    const { flags } = await this.parse(LanguageList);
    const { openStore } = await import('../../store/store.js');
    const { languageName } = await import('../../languages/languages.js');
    const store = openStore(flags.store, { mode: 'read' });
    try {
      const languages = store.languages().map(({ language, entries, cells, values }) => {
        return { language, name: languageName(language), entries, cells, values };
      });
      this.table(
        [{ title: 'tag' }, { title: 'language' }, ...COUNTS.map((title) => ({ title, right: true }))],
        languages.map((each) => [each.language, each.name, ...COUNTS.map((key) => count(each[key]))]),
      );
      return languages;
    } finally {
      store.close();
    }
  }
}

const COUNTS = ['entries', 'cells', 'values'] as const;
