import { CalqueCommand } from '../cli/cli.js';

export default class Formats extends CalqueCommand {
  static override summary = 'what can be read and written';
  static override examples = ['<%= config.bin %> formats', '<%= config.bin %> formats --json'];

  async run(): Promise<unknown> {
    await this.parse(Formats);
    const { formats } = await import('../read/read.js');
    const { PACKAGE_FORMATS } = await import('../package/package.js');
    const read = formats();
    const written = PACKAGE_FORMATS.map(({ id, title, loses }) => ({ id, title, loses }));
    this.table(
      [{ title: 'reads' }, { title: 'format' }, { title: 'what it is' }, { title: 'endings' }],
      read.map(({ kind, id, title, extensions }) => [kind, id, title, extensions.join(' ')]),
    );
    this.log();
    this.table(
      [{ title: 'writes' }, { title: 'what it is' }, { title: 'leaves out' }],
      written.map(({ id, title, loses }) => [id, title, loses]),
    );
    return { read, written };
  }
}
