import { parseAnnotated, type TemplateItem } from '../../model/model.js';
import { type JsonObject, parseJsonObject, textOf } from '../json.js';
import { type PathRecord, PathScanner, pathRecords } from '../json-paths.js';
import type { Input, TemplateReader } from '../reader.js';
import { rejection } from '../reject.js';
import { piecesOf, templateOf } from './labelled.js';
import { openPartition, type Reading } from './opening.js';

/** Chats that show a model how utterances are labelled: questions and answers, in one object or an object a line. */
export const fewShot: TemplateReader = {
  id: 'few-shot',
  title: 'Chat messages as JSON or JSON lines: utterances, and answers with intent and annot_utt',
  extensions: ['json', 'jsonl'],
  specification: 'https://huggingface.co/docs/transformers/chat_templating',
  carries: ['utterances', 'intents', 'slots'],
  sniff: likenessToChat,
  async open(input, options) {
    const inside = /^\s*\{[^[]{0,200}"locale"\s*:\s*"([A-Za-z-]{2,20})"/.exec(input.head)?.[1];
    return openPartition({ input, options, inside }, readRows);
  },
};

const isMessage = (path: readonly string[]) => path.length === 2 && path[0] === 'messages' && path[1] === '';

function likenessToChat({ head }: Input): number {
  if (!/^\s*\{/.test(head) || !/"messages"\s*:\s*\[/.test(head)) return 0;
  const messages = new PathScanner(isMessage).push(head).map(({ text }) => parseJsonObject(text));
  return messages.some((message) => message && textOf(message, 'role') === 'assistant' && answerOf(message)) ? 1 : 0;
}

interface Answer {
  readonly intent: string;
  readonly annotated: string;
}

function answerOf(message: JsonObject): Answer | undefined {
  const answer = parseJsonObject(textOf(message, 'content'));
  const said = answer && { intent: textOf(answer, 'intent'), annotated: textOf(answer, 'annot_utt') };
  return said && said.intent !== '' && said.annotated !== '' ? said : undefined;
}

async function* readRows(input: Input, { partition, remarks }: Reading): AsyncGenerator<TemplateItem[]> {
  const chat = new Chat(partition);
  for await (const records of pathRecords(input, isMessage)) {
    const items: TemplateItem[] = [];
    for (const record of records) {
      const role = roleOf(record);
      if (role === 'system') remarks.add(record.line, 'instructions to the model were read past');
      else items.push(...chat.take(record, role));
    }
    yield items;
  }
  yield chat.end();
}

const roleOf = ({ text }: PathRecord) => textOf(parseJsonObject(text) ?? {}, 'role');

/** A question waits for its answer. */
class Chat {
  #question: { readonly line: number; readonly text: string } | undefined;

  constructor(private readonly partition: string) {}

  take({ line, text }: PathRecord, role: string): TemplateItem[] {
    const message = parseJsonObject(text);
    if (!message || (role !== 'user' && role !== 'assistant')) {
      return [rejection(line, 'a message of the role system, user or assistant is expected', text)];
    }
    if (role === 'user') {
      const before = this.end();
      this.#question = { line, text: textOf(message, 'content') };
      return before;
    }
    const question = this.#question;
    this.#question = undefined;
    return [question ? this.#row(question, message) : rejection(line, 'an answer without a question', text)];
  }

  #row({ line, text }: { readonly line: number; readonly text: string }, message: JsonObject): TemplateItem {
    const answer = answerOf(message);
    const parsed = answer && parseAnnotated(answer.annotated);
    const pieces = parsed && piecesOf(parsed.text, parsed.spans);
    if (!answer || !pieces) return rejection(line, 'its answer is no JSON with intent and annot_utt', text);
    if (parsed.text.trim() !== text)
      return rejection(line, 'its answer is not the utterance with slots in brackets', text);
    const { partition } = this;
    return templateOf({ line, id: '', scenario: '', intent: answer.intent, partition, pieces });
  }

  /** A question that nobody answers is the one that a model is asked. */
  end(): TemplateItem[] {
    const question = this.#question;
    this.#question = undefined;
    return question ? [rejection(question.line, 'a question without an answer', question.text)] : [];
  }
}
