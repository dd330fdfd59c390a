import { parseAnnotated, type TemplateItem } from '../../model/model.js';
import { lineBatches } from '../lines.js';
import { type Input, SILENT, type TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';

/** MASSIVE's release format: one JSON object a line. */
export const massive: TemplateReader = {
  id: 'massive',
  title: 'MASSIVE: labelled utterances as JSON lines',
  extensions: ['jsonl'],
  specification: 'https://github.com/alexa/massive',
  carries: ['utterances', 'scenarios', 'intents', 'slots', 'partitions'],
  sniff(input) {
    const first = input.head.trimStart();
    if (!first.startsWith('{')) return 0;
    const line = first.split('\n', 1)[0] as string;
    return /"annot_utt"\s*:/.test(line) && /"intent"\s*:/.test(line) ? 1 : 0;
  },
  async open(input, { partition, language }) {
    const locale = /"locale"\s*:\s*"([^"]+)"/.exec(input.head)?.[1] ?? '';
    return { ...SILENT, language: language ?? locale.split('-')[0] ?? '', batches: readRows(input, partition) };
  },
};

async function* readRows(input: Input, partition: string | undefined): AsyncGenerator<TemplateItem[]> {
  for await (const { first, lines } of lineBatches(input)) {
    const items: TemplateItem[] = [];
    for (const [index, text] of lines.entries()) {
      if (text.trim() === '') continue;
      const item = readRow(first + index, text);
      // Rows of other partitions were not asked for: they are neither taken nor refused.
      if (partition === undefined || 'reason' in item || item.partition === partition) items.push(item);
    }
    yield items;
  }
}

function readRow(line: number, text: string): TemplateItem {
  const row = parseObject(text);
  if (row === undefined) return rejection(line, 'not a JSON object', text);
  const id = field(row, 'id');
  const intent = field(row, 'intent');
  const annotated = field(row, 'annot_utt');
  if (id === '' || intent === '' || annotated === '') {
    return rejection(line, 'id, intent or annot_utt is missing', text);
  }
  const parsed = readAnnotated(annotated);
  if (typeof parsed === 'string') return rejection(line, parsed, text);
  const scenario = field(row, 'scenario');
  return { line, id, scenario, intent, partition: field(row, 'partition'), ...parsed };
}

function parseObject(text: string): Map<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value));
  } catch {
    return undefined;
  }
}

/** Numbers stand for themselves: some copies of the data have numeric ids. */
function field(row: ReadonlyMap<string, unknown>, name: string): string {
  const value = row.get(name);
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** The utterance with its spans, or why it cannot be used. */
export function readAnnotated(annotated: string): { text: string; spans: TemplateSpans } | string {
  if (/\p{Surrogate}/u.test(annotated)) return 'holds half a surrogate pair';
  if (/[\0-\x08\x0e-\x1f\x7f]/.test(annotated)) return 'holds a control character';
  if (annotated.includes('\ufffd')) return 'not valid UTF-8';
  const parsed = parseAnnotated(annotated.normalize('NFC').replace(/\s+/g, ' '));
  if (parsed === undefined) return 'slot brackets are not well-formed: [slot : value] is expected';
  return parsed.text.trim() === '' ? 'the utterance is empty' : parsed;
}

type TemplateSpans = NonNullable<ReturnType<typeof parseAnnotated>>['spans'];
