import { isScalar } from 'yaml';
import { parseAnnotated, type SlotSpan, type SlotValue, spansInOrder, type TemplateItem } from '../../model/model.js';
import { BATCH_SIZE, type Input, type TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import type { Remarks } from '../remarks.js';
import { entriesIn, itemsIn, readYaml, scalarText, valueAt, type YamlFile } from '../yaml.js';
import { slotLabels } from './hassil-slots.js';
import { piecesOf, templateOf } from './labelled.js';
import { openPartition, type Reading } from './opening.js';

/** Tests of Home Assistant's sentences: what each utterance is to be understood as. */
export const hassilTests: TemplateReader = {
  id: 'hassil-tests',
  title: 'Home Assistant tests of sentences (hassil) as YAML: utterances with intent and values of slots',
  extensions: ['yaml', 'yml'],
  specification: 'https://github.com/home-assistant/intents',
  carries: ['utterances', 'intents', 'slots'],
  sniff: ({ head }) => (/^tests:\s*(#.*)?$/m.test(head) && /^\s+(-\s+)?sentences:/m.test(head) ? 1 : 0),
  async open(input, options) {
    const inside = /^language:[ \t]*["']?([A-Za-z-]{2,20})["']?[ \t]*$/m.exec(input.head)?.[1];
    return openPartition({ input, options, inside }, readRows);
  },
};

async function* readRows(input: Input, { partition, remarks }: Reading): AsyncGenerator<TemplateItem[]> {
  const file = await readYaml(input);
  const tests = itemsIn(valueAt(file.root, 'tests'));
  for (let start = 0; start < tests.length; start += BATCH_SIZE) {
    yield tests.slice(start, start + BATCH_SIZE).flatMap((test) => readTest({ file, test, partition, remarks }));
  }
}

interface Test extends Reading {
  readonly file: YamlFile;
  readonly test: unknown;
}

function readTest({ file, test, partition, remarks }: Test): TemplateItem[] {
  const said = valueAt(test, 'intent');
  const intent = scalarText(said) ?? scalarText(valueAt(said, 'name')) ?? '';
  const entries = entriesIn(valueAt(said, 'slots'));
  const labels = slotLabels(entries.map(([name]) => name));
  const values = entries.map(([, value], i) => ({ slot: labels[i] as string, value: scalarText(value)?.trim() ?? '' }));
  const sentences = itemsIn(valueAt(test, 'sentences'));
  if (sentences.length === 0) return [rejection(file.lineOf(test), 'a test without sentences', intent)];
  return sentences.map((node) => {
    const line = file.lineOf(node);
    const text = scalarText(node)?.trim() ?? '';
    if (text === '') return rejection(line, 'a sentence is expected', intent);
    const spans = annotatedSpans(node, text) ?? spansInOrder(text, values) ?? spansAnywhere(text, values);
    tellRest(remarks, line, values.length - spans.length);
    const pieces = piecesOf(text, spans);
    if (!pieces) return rejection(line, 'values of its slots overlap', text);
    return templateOf({ line, id: '', scenario: '', intent, partition, pieces });
  });
}

/** What the sentence's comment says, where it is the sentence with slots in brackets: places that values do not tell. */
function annotatedSpans(node: unknown, text: string): readonly SlotSpan[] | undefined {
  const comment = isScalar(node) ? node.comment?.trim() : undefined;
  if (comment === undefined || !comment.startsWith('"')) return undefined;
  try {
    const parsed = parseAnnotated(String(JSON.parse(comment)));
    return parsed?.text === text ? parsed.spans : undefined;
  } catch {
    return undefined;
  }
}

/** Where the text says the values in another order, or in capitals, or some of them not at all. */
function spansAnywhere(text: string, values: readonly SlotValue[]): SlotSpan[] {
  const spans: SlotSpan[] = [];
  const lower = lowerCase(text);
  for (const { slot, value } of values) {
    const [span] = spansInOrder(lower, [{ slot, value: lowerCase(value) }]) ?? [];
    if (span && spans.every(({ start, end }) => span.end <= start || span.start >= end)) spans.push(span);
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Letter by letter where that keeps its length: places in one text are places in the other. */
function lowerCase(text: string): string {
  return text.replace(/./gsu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

function tellRest(remarks: Remarks, line: number, count: number): void {
  remarks.add(line, 'slots whose value the sentence does not say were read past', count);
}
