import type { TemplateItem } from '../../model/model.js';
import { isJsonObject, type JsonObject, objectsOf, parseJsonObject, textOf } from '../json.js';
import { type PathRecord, PathScanner, pathRecords } from '../json-paths.js';
import type { Input, TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import { templateOf } from './labelled.js';
import { openPartition, type Reading } from './opening.js';

/** Data sets of the Snips library, and of its benchmark of 2017, where the entity is the slot. */
export const snips: TemplateReader = {
  id: 'snips',
  title: 'Snips NLU data set as JSON, of the library or of the benchmark of 2017',
  extensions: ['json'],
  specification: 'https://snips-nlu.readthedocs.io/en/latest/dataset.html',
  carries: ['utterances', 'intents', 'slots'],
  sniff: likenessToSnips,
  async open(input, options) {
    const inside = /"language"\s*:\s*"([A-Za-z-]{2,20})"/.exec(input.head)?.[1];
    return openPartition({ input, options, inside }, readRows);
  },
};

/** `{intent: [{data}]}` or `{intents: {intent: {utterances: [{data}]}}}`; values of entities stand at the same depth. */
function isRecord(path: readonly string[]): boolean {
  if (path.length === 2) return path[1] === '';
  return path.length === 4 && path[3] === '' && (isUtterance(path) || isValue(path));
}

const isUtterance = (path: readonly string[]) => path[0] === 'intents' && path[2] === 'utterances';
const isValue = (path: readonly string[]) => path[0] === 'entities' && path[2] === 'data';

function likenessToSnips({ head }: Input): number {
  if (!/^\s*\{\s*"/.test(head) || !/"data"\s*:\s*\[/.test(head)) return 0;
  const utterance = new PathScanner(isRecord).push(head).find(({ path }) => !isValue(path));
  const chunks = utterance ? chunksOf(parseJsonObject(utterance.text)) : undefined;
  return chunks?.every((chunk) => 'text' in chunk) ? 1 : 0;
}

function chunksOf(utterance: JsonObject | undefined): readonly JsonObject[] | undefined {
  const data = utterance && Object.hasOwn(utterance, 'data') ? utterance.data : undefined;
  return Array.isArray(data) && data.length > 0 && data.every(isJsonObject)
    ? objectsOf(utterance as JsonObject, 'data')
    : undefined;
}

async function* readRows(input: Input, { partition, remarks }: Reading): AsyncGenerator<TemplateItem[]> {
  for await (const records of pathRecords(input, isRecord)) {
    const items: TemplateItem[] = [];
    for (const record of records) {
      if (isValue(record.path))
        remarks.add(record.line, 'values of entities were read past: calque value import takes lists');
      else items.push(readRow(record, partition));
    }
    yield items;
  }
}

function readRow({ line, path, text }: PathRecord, partition: string): TemplateItem {
  const chunks = chunksOf(parseJsonObject(text));
  if (!chunks) return rejection(line, 'no utterance: a list "data" of texts is expected', text);
  const intent = (isUtterance(path) ? path[1] : path[0]) ?? '';
  const pieces = chunks.map((chunk) => ({
    text: typeof chunk.text === 'string' ? chunk.text : '',
    slot: textOf(chunk, 'slot_name') || textOf(chunk, 'entity'),
  }));
  return templateOf({ line, id: '', scenario: '', intent, partition, pieces });
}
