import { CalqueError, parseAnnotated, type Row, type SlotSpan } from '../model/model.js';
import type { PackageFormat } from './format.js';

/** CoNLL with BIO labels as xSID (van der Goot et al. 2021) writes it: number, word, intent, label. */
export const conll: PackageFormat = {
  id: 'conll',
  title: 'CoNLL BIO as in xSID',
  loses: 'scenario, slot methods, score, tier, template and sources of a row',
  file: (row) => `conll/${row.locale}.${row.partition === '' ? 'train' : row.partition}.conll`,
  write(row) {
    const words = labelled(row).map(([word, label], index) => `${index + 1}\t${word}\t${row.intent}\t${label}\n`);
    return `# id = ${row.id}\n# text = ${row.utt}\n# intent = ${row.intent}\n${words.join('')}\n`;
  },
};

/** Each word with its label; a word that a span touches belongs to it. */
function labelled(row: Row): [string, string][] {
  const parsed = parseAnnotated(row.annot_utt);
  if (!parsed) throw new CalqueError('input', `row ${row.id} has brackets that do not match: ${row.annot_utt}`);
  let previous: SlotSpan | undefined;
  return [...parsed.text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const span = parsed.spans.find(({ start, end }) => start < index + word.length && end > index);
    const label = span === undefined ? 'O' : `${span === previous ? 'I' : 'B'}-${span.slot}`;
    previous = span;
    return [word, label];
  });
}
