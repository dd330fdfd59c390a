import type { TemplateItem } from '../../model/model.js';
import { firstRowOf } from '../lexicon/calque.js';
import { lineBatches } from '../lines.js';
import { type Input, SILENT, type TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import { readAnnotated } from './massive.js';

export const TEMPLATE_HEADER = /^id\tscenario\tintent\tannotated\s*$/;

/** Files in which nothing is said of partitions are for training. */
const PARTITION = 'train';

/** The project's own templates. */
export const calqueTemplates: TemplateReader = {
  id: 'calque',
  title: "Calque's own templates",
  extensions: ['tsv'],
  carries: ['utterances', 'scenarios', 'intents', 'slots'],
  sniff: (input) => (TEMPLATE_HEADER.test(firstRowOf(input.head)) ? 1 : 0),
  async open(input, { partition, language }) {
    return { ...SILENT, language: language ?? 'en', batches: readRows(input, partition ?? PARTITION) };
  },
};

async function* readRows(input: Input, partition: string): AsyncGenerator<TemplateItem[]> {
  let header = true;
  for await (const { first, lines } of lineBatches(input)) {
    const items: TemplateItem[] = [];
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      if (header) header = false;
      else items.push(readRow(first + index, line, partition));
    }
    yield items;
  }
}

function readRow(line: number, text: string, partition: string): TemplateItem {
  const [id = '', scenario = '', intent = '', annotated = ''] = text.split('\t').map((cell) => cell.trim());
  if (id === '' || intent === '' || annotated === '') {
    return rejection(line, 'id, intent or annotated utterance is missing', text);
  }
  const parsed = readAnnotated(annotated);
  if (typeof parsed === 'string') return rejection(line, parsed, text);
  return { line, id, scenario, intent, partition, ...parsed };
}
