import { lineFormat } from './line-format.js';
import { wordsOf } from './words.js';

/**
 * Input and target text as MASSIVE's mT5 is trained: one label a word, then the intent. Labels do not tell where one of
 * two adjacent slots of a name ends, nor that a slot ends within a word: the utterance with its slots stands beside them.
 */
export const textToText = lineFormat({
  id: 'text-to-text',
  title: 'JSON Lines for text-to-text models, in the style of MASSIVE’s mT5',
  loses:
    'scenario, slot methods, score, tier, template and sources; in targets, where one of two adjacent slots of a name ends (annot_utt tells)',
  reader: 'text-to-text',
  mediaType: 'application/jsonlines',
  ending: 'jsonl',
  byPartition: true,
  line(row) {
    const words = wordsOf(row.utt, row.spans);
    const input = `Annotate: ${words.map(({ text }) => text).join(' ')}`;
    const target = [...words.map(({ span }) => span?.slot ?? 'Other'), row.intent].join(' ');
    return `${JSON.stringify({ id: row.id, input, target, annot_utt: row.annot_utt })}\n`;
  },
});
