import type { TextItem } from '../../model/model.js';
import {
  likenessToAndroid,
  NO_ENGLISH,
  type ResourceFiles,
  type ResourcePair,
  resourceFiles,
  resourcePairs,
} from '../android.js';
import { SILENT, type TextPart, type TextReader } from '../reader.js';
import { rejection } from '../reject.js';
import { takeSentencePair } from './sentence.js';

/** Translated programs of telephones as text: whatever length, with what the program fills in. */
export const android: TextReader = {
  id: 'android',
  title: 'Texts of an Android program (values-sw/strings.xml beside values/strings.xml, or --with FILE)',
  extensions: ['xml'],
  specification: 'https://developer.android.com/guide/topics/resources/string-resource',
  carries: ['sentence pairs', 'plurals'],
  sniff: likenessToAndroid,
  async open(input, options) {
    return { ...SILENT, parts: readParts(await resourceFiles(input, options)) };
  },
};

async function* readParts(files: ResourceFiles): AsyncGenerator<TextPart> {
  for await (const pairs of resourcePairs(files)) {
    const items: TextItem[] = [];
    for (const pair of pairs) takeText(items, pair);
    yield { from: 'en', to: files.to, items };
  }
}

function takeText(items: TextItem[], { line, english, text, refers }: ResourcePair): void {
  const row = `${english}\t${text}`;
  if (english === '') items.push(rejection(line, NO_ENGLISH, row));
  else if (refers) items.push(rejection(line, 'refers to another text', row));
  else takeSentencePair(items, { line, from: english, to: text });
}
