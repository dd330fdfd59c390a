import { Flags } from '@oclif/core';
import { CalqueCommand, exporting, plural, tagOf } from '../../cli/cli.js';

export default class LexiconExport extends CalqueCommand {
  static override summary = 'give back everything that the lexicon holds, as TSV';
  static override description =
    `A row for each translation and each source that vouches for it. Importing the file into an empty store gives the same
entries from the same sources. In cells, TAB, line end and backslash are written \\t, \\n and \\\\.`;
  static override examples = [
    '<%= config.bin %> lexicon export --to sw --output swahili-entries.tsv',
    '<%= config.bin %> lexicon export --to sw --source wechsel-swahili',
  ];
  static override flags = {
    to: Flags.string({ description: 'only translations into this language', helpValue: 'LANGUAGE' }),
    source: Flags.string({ description: 'only what this source vouches for', multiple: true, helpValue: 'SOURCE' }),
    output: Flags.string({ char: 'o', description: 'file to write instead of standard output', helpValue: 'FILE' }),
  };

  #written = false;

  async run(): Promise<unknown> {
    const { flags } = await this.parse(LexiconExport);
    const { exportLexicon } = await exporting();
    const to = tagOf(flags.to);
    const json = this.jsonEnabled() && flags.output === undefined;
    this.#written = json;
    const result = await exportLexicon({ store: flags.store, to, sources: flags.source, output: flags.output, json });
    const { rows, sources } = result;
    if (flags.output !== undefined)
      this.log(`${flags.output}: ${plural(rows, 'row')} from ${plural(sources, 'source')}`);
    return { file: flags.output, ...result };
  }

  /** The entries stood on standard output already, as one document. */
  override logJson(json: unknown): void {
    if (!this.#written || process.exitCode) super.logJson(json);
  }
}
