import type { TextItem } from '../../model/model.js';
import { commentOf, headerOf, languageOfCatalogue, likenessToPo } from '../lexicon/po.js';
import { type Message, MessageParser, withoutMnemonics } from '../lexicon/po-message.js';
import { spdxOf } from '../licence.js';
import { lineBatches } from '../lines.js';
import type { Input, TextPart, TextReader } from '../reader.js';
import { rejection } from '../reject.js';
import { takeSentencePair } from './sentence.js';

/** Translated user interfaces as text: messages of whatever length, with their placeholders. */
export const po: TextReader = {
  id: 'po',
  title: 'gettext catalogue of a translated program (all messages)',
  extensions: ['po'],
  specification: 'https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html',
  carries: ['sentence pairs', 'plurals'],
  sniff: likenessToPo,
  async open(input, options) {
    const header = headerOf(input.head);
    const to = languageOfCatalogue(input, header, options);
    const title = (header.get('project-id-version') ?? '').slice(0, 200);
    const plural = formOfMany(header.get('plural-forms') ?? '');
    return { title, licence: spdxOf(commentOf(input.head)), citation: '', parts: readParts(input, to, plural) };
  },
};

/** The number of the form that `%d files` is said with, where a language has one for all numbers above one. */
function formOfMany(rule: string): number | undefined {
  if (/nplurals\s*=\s*1\b/.test(rule)) return 0;
  return /nplurals\s*=\s*2\b.*plural\s*=\s*\(?\s*n\s*(!=|>)\s*1\s*\)?\s*;?\s*$/.test(rule) ? 1 : undefined;
}

async function* readParts(input: Input, to: string, plural: number | undefined): AsyncGenerator<TextPart> {
  const parser = new MessageParser();
  for await (const { first, lines } of lineBatches(input)) {
    const items: TextItem[] = [];
    for (const [index, line] of lines.entries()) takeMessage(items, parser.add(first + index, line.trim()), plural);
    yield { from: 'en', to, items };
  }
  const items: TextItem[] = [];
  takeMessage(items, parser.finish(), plural);
  yield { from: 'en', to, items };
}

function takeMessage(items: TextItem[], message: Message | undefined, plural: number | undefined): void {
  if (!message || message.id === '') return;
  const { line, id, text, pluralId, forms } = message;
  const fault = faultOf(message);
  if (fault !== '') {
    items.push(rejection(line, fault, `${id}\t${text}`));
    return;
  }
  takeSentencePair(items, { line, from: withoutMnemonics(id), to: withoutMnemonics(text) });
  if (pluralId === '') return;
  const many = plural === undefined ? undefined : forms[plural];
  if (many === undefined) items.push(rejection(line, 'which form is for many is not told', `${pluralId}\t${text}`));
  else takeSentencePair(items, { line, from: withoutMnemonics(pluralId), to: withoutMnemonics(many) });
}

function faultOf({ text, fuzzy, obsolete }: Message): string {
  if (obsolete) return 'obsolete: the program has it no more';
  if (fuzzy) return 'fuzzy: nobody has confirmed the translation';
  return text.trim() === '' ? 'not translated' : '';
}
