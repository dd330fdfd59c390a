import type { TemplateItem } from '../../model/model.js';
import { fieldOfObject, type JsonObject, parseJsonObject, textOf, textsOf } from '../json.js';
import { ofEachLine } from '../lines.js';
import type { Input, TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import type { Remarks } from '../remarks.js';
import { wholeText } from '../whole.js';
import { templateOf } from './labelled.js';
import { openPartition, type Reading } from './opening.js';
import { BIO_LABEL, piecesOfWords } from './tagged.js';

/** Names of labels, beside data that number them. */
const NAMES = 'labels.json';

/** Such lists of names have a few hundred entries. */
const LARGEST_NAMES = 1 << 20;

/** What scripts for token classification are trained on, with the intent of the utterance beside the tags. */
export const tokenClassification: TemplateReader = {
  id: 'token-classification',
  title: 'Token classification: JSON lines with tokens, BIO ner_tags and an intent',
  extensions: ['jsonl'],
  specification: 'https://huggingface.co/docs/transformers/tasks/token_classification',
  carries: ['utterances', 'intents', 'slots'],
  sniff({ head }) {
    const [line = ''] = head.trimStart().split('\n', 1);
    const isTagged = /"tokens"\s*:\s*\[/.test(line) && /"ner_tags"\s*:\s*\[/.test(line);
    return isTagged && parseJsonObject(line) !== undefined ? 1 : 0;
  },
  async open(input, options) {
    return openPartition({ input, options }, readRows);
  },
};

async function* readRows(input: Input, { partition, remarks }: Reading): AsyncGenerator<TemplateItem[]> {
  const names = await namesBeside(input);
  yield* ofEachLine(input, (line, text) => readRow({ line, text, names, partition, remarks }));
}

/** `{"names": ["O", "B-time", "I-time"]}` in the file beside: what numbers stand for. */
async function namesBeside(input: Input): Promise<readonly string[]> {
  const file = await input.sibling(NAMES);
  const names = file && parseJsonObject(await wholeText(file, LARGEST_NAMES));
  return names ? textsOf(names, 'names') : [];
}

interface Line extends Reading {
  readonly line: number;
  readonly text: string;
  readonly names: readonly string[];
  readonly remarks: Remarks;
}

function readRow({ line, text, names, partition, remarks }: Line): TemplateItem {
  const row = parseJsonObject(text);
  if (!row) return rejection(line, 'not a JSON object', text);
  const tokens = textsOf(row, 'tokens');
  const tags = tagsOf(row, names);
  if (typeof tags === 'string') return rejection(line, tags, text);
  if (tokens.length === 0 || tokens.length !== tags.length || tokens.some((token) => token.trim() === '')) {
    return rejection(line, 'as many tags as tokens are expected, and no empty token', text);
  }
  const said = textOf(row, 'text') || textOf(row, 'utt');
  const { pieces, fits } = piecesOfWords(
    tokens.map((form, i) => ({ form, label: tags[i] as string })),
    said,
  );
  if (!fits) remarks.add(line, 'utterances whose tokens are not those of their text were put together from the tokens');
  const id = textOf(row, 'id');
  return templateOf({ line, id, scenario: textOf(row, 'scenario'), intent: textOf(row, 'intent'), partition, pieces });
}

/** Labels, or why there are none. */
function tagsOf(row: JsonObject, names: readonly string[]): string[] | string {
  const said = fieldOfObject(row, 'ner_tags');
  if (!Array.isArray(said)) return 'a list ner_tags is expected';
  const tags = said.map((tag: unknown) => (typeof tag === 'number' ? names[tag] : tag));
  const bad = tags.findIndex((tag) => typeof tag !== 'string' || !BIO_LABEL.test(tag));
  if (bad < 0) return tags as string[];
  if (typeof said[bad] !== 'number') return 'a tag is not O, B-slot or I-slot';
  return `a tag is a number, and ${NAMES} beside the file does not name it`;
}
