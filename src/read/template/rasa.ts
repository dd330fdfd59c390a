import { isScalar } from 'yaml';
import type { TemplateItem } from '../../model/model.js';
import { BATCH_SIZE, type Input, type TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import type { Remarks } from '../remarks.js';
import { entriesIn, itemsIn, readYaml, scalarText, valueAt, type YamlFile } from '../yaml.js';
import { templateOf } from './labelled.js';
import { openPartition, type Reading } from './opening.js';
import { readExample } from './rasa-example.js';

/** Training data of Rasa, of versions 2 and 3. */
export const rasa: TemplateReader = {
  id: 'rasa',
  title: 'Rasa NLU training data as YAML',
  extensions: ['yml', 'yaml'],
  specification: 'https://rasa.com/docs/rasa/training-data-format',
  carries: ['utterances', 'intents', 'slots', 'roles of slots'],
  sniff: ({ head }) => (/^nlu:\s*(#.*)?$/m.test(head) && /^\s*-\s+(intent|synonym|regex|lookup):/m.test(head) ? 1 : 0),
  async open(input, options) {
    return openPartition({ input, options }, readRows);
  },
};

interface Line {
  readonly line: number;
  readonly text: string;
  readonly fault: string;
}

async function* readRows(input: Input, { partition, remarks }: Reading): AsyncGenerator<TemplateItem[]> {
  const file = await readYaml(input);
  for (const [key, value] of entriesIn(file.root)) {
    if (key !== 'nlu' && key !== 'version') remarks.add(file.lineOf(value), `${key}: was read past`);
  }
  for (const block of itemsIn(valueAt(file.root, 'nlu'))) {
    const items = readBlock(file, block, { partition, remarks });
    for (let start = 0; start < items.length; start += BATCH_SIZE) yield items.slice(start, start + BATCH_SIZE);
  }
}

function readBlock(
  file: YamlFile,
  block: unknown,
  { partition, remarks }: { readonly partition: string; readonly remarks: Remarks },
): TemplateItem[] {
  const line = file.lineOf(block);
  const intent = scalarText(valueAt(block, 'intent'))?.trim();
  if (intent === undefined) {
    const [kind] = entriesIn(block)[0] ?? ['a block without a name'];
    if (/^(synonym|regex|lookup)$/.test(kind)) remarks.add(line, `blocks of kind ${kind} were read past`);
    return /^(synonym|regex|lookup)$/.test(kind)
      ? []
      : [rejection(line, `no block of a kind that is known: ${kind}`, '')];
  }
  const lines = linesOf(file, valueAt(block, 'examples'));
  if (lines.length === 0) return [rejection(line, 'the block has no examples', intent)];
  return lines.map(({ line, text, fault }) => {
    const example = fault === '' ? readExample(text) : fault;
    if (typeof example === 'string') return rejection(line, example, text);
    remarks.add(line, 'values that texts stand for were read past', example.values);
    remarks.add(line, 'groups of entities were read past', example.groups);
    return templateOf({ line, id: '', scenario: '', intent, partition, pieces: example.pieces });
  });
}

/** One text of lines with dashes, or a list of texts. */
function linesOf(file: YamlFile, examples: unknown): Line[] {
  const text = scalarText(examples);
  if (text === undefined) {
    return itemsIn(examples).map((item) => {
      const node = valueAt(item, 'text') ?? item;
      const said = scalarText(node);
      const fault = said === undefined ? 'an example without a text' : '';
      return { line: file.lineOf(item), text: (said ?? '').trim().replace(/^-\s*/, ''), fault };
    });
  }
  const isBlock = isScalar(examples) && examples.type === 'BLOCK_LITERAL';
  const first = file.lineOf(examples) + (isBlock ? 1 : 0);
  return text.split('\n').flatMap((each, index) => {
    if (each.trim() === '') return [];
    const fault = each.startsWith('-') ? '' : 'the line does not begin with a dash';
    return [{ line: isBlock ? first + index : first, text: each.replace(/^-/, '').trim(), fault }];
  });
}
