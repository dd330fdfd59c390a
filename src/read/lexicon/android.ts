import type { LexiconItem } from '../../model/model.js';
import {
  likenessToAndroid,
  NO_ENGLISH,
  type ResourceFiles,
  type ResourcePair,
  resourceFiles,
  resourcePairs,
} from '../android.js';
import { type LexiconPart, type LexiconReader, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { takeMessage } from './po.js';

/** Translated programs of telephones; what holds for gettext's messages holds for these. */
export const android: LexiconReader = {
  id: 'android',
  title:
    'Texts of an Android program (values-sw/strings.xml beside values/strings.xml, or --with FILE): short ones only',
  extensions: ['xml'],
  specification: 'https://developer.android.com/guide/topics/resources/string-resource',
  carries: ['translations'],
  sniff: likenessToAndroid,
  async open(input, options) {
    const files = await resourceFiles(input, options);
    return { ...SILENT, kind: 'lexicon', direction: 'said', parts: readParts(files) };
  },
};

async function* readParts(files: ResourceFiles): AsyncGenerator<LexiconPart> {
  const { to } = files;
  for await (const pairs of resourcePairs(files)) {
    const items: LexiconItem[] = [];
    for (const pair of pairs) takeText(items, pair, to);
    yield { from: 'en', to, items };
  }
}

function takeText(items: LexiconItem[], { line, english, text, markup, refers }: ResourcePair, to: string): void {
  const row = `${english}\t${text}`;
  if (english === '') items.push(rejection(line, NO_ENGLISH, row));
  else if (markup) items.push(rejection(line, 'holds placeholders or markup', row));
  else if (refers) items.push(rejection(line, 'refers to another entry', row));
  else {
    const message = { line, id: english, text, fuzzy: false, obsolete: false, pluralId: '', forms: [] };
    takeMessage(items, message, { to, names: false });
  }
}
