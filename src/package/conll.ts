import { lineFormat } from './line-format.js';
import { bioTag, wordsOf } from './words.js';

/** CoNLL with BIO labels as xSID (van der Goot et al. 2021) writes it: number, word, intent, label. */
export const conll = lineFormat({
  id: 'conll',
  title: 'CoNLL BIO as in xSID',
  loses: 'scenario, slot methods, score, tier, template and sources of a row',
  reader: 'conll',
  mediaType: 'text/tab-separated-values',
  ending: 'conll',
  byPartition: true,
  line(row) {
    let out = `# id = ${row.id}\n# text = ${row.utt}\n# intent = ${row.intent}\n`;
    for (const [i, word] of wordsOf(row.utt, row.spans).entries()) {
      out += `${i + 1}\t${word.text}\t${row.intent}\t${bioTag(word)}\n`;
    }
    return `${out}\n`;
  },
});
