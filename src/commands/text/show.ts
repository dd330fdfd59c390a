import { Args, Flags } from '@oclif/core';
import { CalqueCommand, textDisplay } from '../../cli/cli.js';
import { CalqueError } from '../../model/model.js';

/** More is an export. */
const MOST = 1000;

export default class TextShow extends CalqueCommand {
  static override summary = 'a sample of a text, taken evenly from its begin to its end';
  static override examples = ['<%= config.bin %> text show news-sw', '<%= config.bin %> text show news-sw --count 1'];
  static override args = {
    source: Args.string({ ignoreStdin: true, description: 'its name, as `text list` shows it', required: true }),
  };
  static override flags = {
    count: Flags.integer({ description: 'how many', default: 10, min: 1, max: MOST, helpValue: 'NUMBER' }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(TextShow);
    const { openStore } = await import('../../store/store.js');
    const { showText } = await textDisplay();
    const store = openStore(flags.store, { mode: 'read' });
    try {
      const source = store.sources('text').find(({ name }) => name === args.source);
      if (!source) throw unknownText(args.source, store.sources('text'));
      const sample = evenly(store.textsOf(source.name), source.read - source.rejected, flags.count);
      for (const record of sample) this.log(`${record.line}: ${showText(record)}`);
      return { source: source.name, sample };
    } finally {
      store.close();
    }
  }
}

/** `wanted` of about `all` items, at even distances. */
function evenly<Item>(items: Iterable<Item>, all: number, wanted: number): Item[] {
  const step = Math.max(1, all / wanted);
  const sample: Item[] = [];
  let at = 0;
  for (const item of items) {
    if (at++ >= sample.length * step) sample.push(item);
    if (sample.length === wanted) break;
  }
  return sample;
}

function unknownText(name: string, texts: readonly { readonly name: string }[]): CalqueError {
  const names = texts.map((text) => text.name).join(', ');
  return new CalqueError('usage', `the store has no text named ${name}`, {
    suggestions: [names === '' ? 'import one: calque text import FILE' : `it has: ${names}`],
  });
}
