import type { TemplateItem } from '../../model/model.js';
import { lineBatches } from '../lines.js';
import type { Input, TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import type { Remarks } from '../remarks.js';
import { type Definitions, expand } from './expand.js';
import { templateOf } from './labelled.js';
import { type Expression, parseNotation } from './notation.js';
import { openUtterances, type Reading } from './opening.js';
import { tellRest } from './rest.js';

const HEADING = /^(language|intent|scenario|partition):\s*(.*)$/;
const RULE = /^<([^<>]+)>\s*=\s*(.+)$/;
const LIST = /^\{([^{}=:]+)\}\s*=\s*(.+)$/;

/** Sentence templates as authors type them: see docs/writing-templates.md. */
export const sentences: TemplateReader = {
  id: 'sentences',
  title: 'Sentence templates in plain text: intent: headings, [optional], (one|other), {slot}, <rule>',
  extensions: ['txt', 'templates'],
  carries: ['utterances', 'scenarios', 'intents', 'slots', 'many utterances a line'],
  sniff({ head }) {
    const first = head.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
    const begins = HEADING.test(first) || RULE.test(first) || LIST.test(first);
    return begins && /^intent:[ \t]*\S/m.test(head) ? 1 : 0;
  },
  async open(input, options) {
    const inside = /^language:[ \t]*([A-Za-z-]{2,20})[ \t]*$/m.exec(input.head)?.[1];
    const asked = options.partition;
    return openUtterances({ input, options, inside }, (_, reading) => readRows(input, asked, reading));
  },
};

async function* readRows(
  input: Input,
  asked: string | undefined,
  { partition, remarks }: Reading,
): AsyncGenerator<TemplateItem[]> {
  const author = new Author(partition, remarks);
  for await (const { first, lines } of lineBatches(input)) {
    for (const [index, text] of lines.entries()) {
      const items = author.take(first + index, text.trim());
      const wanted = items.filter((item) => asked === undefined || 'reason' in item || item.partition === asked);
      if (wanted.length > 0) yield wanted;
    }
  }
}

/** What the lines so far have said: headings hold until the next of their kind, definitions from there on. */
class Author implements Definitions {
  readonly #rules = new Map<string, Expression>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #headings = new Map<string, string>();

  constructor(
    partition: string,
    private readonly remarks: Remarks,
  ) {
    this.#headings.set('partition', partition);
  }

  rule(name: string): Expression | undefined {
    return this.#rules.get(name);
  }

  values(list: string): readonly string[] {
    return this.#lists.get(list) ?? [];
  }

  take(line: number, text: string): TemplateItem[] {
    if (text === '' || text.startsWith('#')) return [];
    const [, key, said = ''] = HEADING.exec(text) ?? [];
    if (key !== undefined) {
      this.#headings.set(key, said.trim());
      return [];
    }
    const [, name, body = ''] = RULE.exec(text) ?? [];
    if (name !== undefined) return this.#define(line, name.trim(), body);
    const [, list, values = ''] = LIST.exec(text) ?? [];
    if (list !== undefined) {
      this.#lists.set(
        list.trim(),
        values.split('|').flatMap((value) => (value.trim() === '' ? [] : [value.trim()])),
      );
      return [];
    }
    return this.#sentences(line, text);
  }

  #define(line: number, name: string, body: string): TemplateItem[] {
    const rule = parseNotation(body);
    if (typeof rule === 'string') return [rejection(line, rule, `<${name}> = ${body}`)];
    this.#rules.set(name, rule);
    return [];
  }

  #sentences(line: number, text: string): TemplateItem[] {
    const expression = parseNotation(text);
    const found = typeof expression === 'string' ? expression : expand(expression, this);
    if (typeof found === 'string') return [rejection(line, found, text)];
    tellRest(this.remarks, line, found);
    const of = (heading: string) => this.#headings.get(heading) ?? '';
    const [intent, scenario, partition] = [of('intent'), of('scenario'), of('partition')];
    return found.taken.map((pieces) => templateOf({ line, id: '', scenario, intent, partition, pieces }));
  }
}
