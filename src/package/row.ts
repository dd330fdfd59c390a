import { CalqueError, parseAnnotated, type Row } from '../model/model.js';
import type { Origin, PackageRow, Partition } from './format.js';

/** What Python's `split` takes for white space beside the blank: MASSIVE's loader cuts words there. */
const ODD_SPACE = /[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]| {2}|^ | $/;
const ODD_SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** A row of a run as formats take it: white space is single blanks, and its spans are read. */
export function preparedRow(row: Row, partition: Partition, origin: Origin): PackageRow {
  const annotated = ODD_SPACE.test(row.annot_utt) ? row.annot_utt.replace(ODD_SPACES, ' ').trim() : row.annot_utt;
  const parsed = parseAnnotated(annotated);
  if (!parsed) throw new CalqueError('input', `row ${row.id} has brackets that do not match: ${row.annot_utt}`);
  const { id, locale, scenario, intent, slot_method, score, tier, template, sources } = row;
  const { text: utt, spans } = parsed;
  // Named one by one: a million rows are copied twice.
  return {
    id,
    locale,
    partition,
    scenario,
    intent,
    utt,
    annot_utt: annotated,
    slot_method,
    score,
    tier,
    template,
    sources,
    origin,
    spans,
  };
}
