import { lineFormat } from './line-format.js';
import { bioTag, wordsOf } from './words.js';

/** Words and BIO tags of equal number, as scripts for token classification read them. */
export const tokenClassification = lineFormat({
  id: 'token-classification',
  title: 'JSON Lines for token classification: tokens and BIO ner_tags',
  loses: 'scenario, slot methods, score, tier, template and sources of a row',
  reader: 'token-classification',
  mediaType: 'application/jsonlines',
  ending: 'jsonl',
  byPartition: true,
  line(row) {
    const words = wordsOf(row.utt, row.spans);
    const tokens = words.map(({ text }) => text);
    return `${JSON.stringify({ id: row.id, intent: row.intent, text: row.utt, tokens, ner_tags: words.map(bioTag) })}\n`;
  },
});
