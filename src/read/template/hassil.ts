import type { TemplateItem } from '../../model/model.js';
import type { Input, TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import type { Remarks } from '../remarks.js';
import { entriesIn, itemsIn, readYaml, scalarText, valueAt, type YamlFile } from '../yaml.js';
import { expand } from './expand.js';
import { HassilDefinitions } from './hassil-definitions.js';
import { slotLabels } from './hassil-slots.js';
import { type Piece, templateOf } from './labelled.js';
import { parseNotation } from './notation.js';
import { openPartition, type Reading } from './opening.js';
import { tellRest } from './rest.js';

/** Rules and lists that the sentences of a folder share. */
const COMMON = '_common.yaml';

/** Home Assistant's sentence templates. */
export const hassil: TemplateReader = {
  id: 'hassil',
  title: 'Home Assistant sentence templates (hassil) as YAML',
  extensions: ['yaml', 'yml'],
  specification: 'https://github.com/home-assistant/hassil',
  carries: ['utterances', 'intents', 'slots', 'many utterances a line'],
  sniff: ({ head }) => (/^intents:\s*(#.*)?$/m.test(head) && /^\s+(-\s+)?sentences:/m.test(head) ? 1 : 0),
  async open(input, options) {
    const inside = /^language:[ \t]*["']?([A-Za-z-]{2,20})["']?[ \t]*$/m.exec(input.head)?.[1];
    return openPartition({ input, options, inside }, readRows);
  },
};

async function* readRows(input: Input, { partition, remarks }: Reading): AsyncGenerator<TemplateItem[]> {
  const file = await readYaml(input);
  const shared = input.name === COMMON ? undefined : await input.sibling(COMMON);
  const definitions = new HassilDefinitions([...(shared ? [(await readYaml(shared)).root] : []), file.root]);
  for (const [intent, body] of entriesIn(valueAt(file.root, 'intents'))) {
    for (const block of itemsIn(valueAt(body, 'data'))) {
      yield readBlock({ file, block, intent, partition, remarks, definitions: definitions.within([body, block]) });
    }
  }
}

interface Block {
  readonly file: YamlFile;
  readonly block: unknown;
  readonly intent: string;
  readonly partition: string;
  readonly remarks: Remarks;
  readonly definitions: HassilDefinitions;
}

function readBlock({ file, block, intent, partition, remarks, definitions }: Block): TemplateItem[] {
  for (const [key, value] of entriesIn(block)) {
    if (!/^(sentences|lists|expansion_rules)$/.test(key)) remarks.add(file.lineOf(value), `${key}: was read past`);
  }
  return itemsIn(valueAt(block, 'sentences')).flatMap((node) => {
    const line = file.lineOf(node);
    const text = scalarText(node);
    if (text === undefined) return [rejection(line, 'a sentence is expected', intent)];
    const expression = parseNotation(text);
    const found = typeof expression === 'string' ? expression : expand(expression, definitions);
    if (typeof found === 'string') return [rejection(line, found, text)];
    tellRest(remarks, line, found);
    return found.taken.map((pieces) =>
      templateOf({ line, id: '', scenario: '', intent, partition, pieces: relabelled(pieces) }),
    );
  });
}

function relabelled(pieces: readonly Piece[]): Piece[] {
  const labels = slotLabels(pieces.map(({ slot }) => slot));
  return pieces.map(({ text }, i) => ({ text, slot: labels[i] as string }));
}
