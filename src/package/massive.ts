import type { PackageFormat } from './format.js';

/** MASSIVE's JSON Lines (FitzGerald et al. 2022): one file a locale, all partitions in it, its keys in its order. */
export const massive: PackageFormat = {
  id: 'massive',
  title: 'MASSIVE JSON Lines',
  loses: 'score, tier, template and sources of a row',
  file: (row) => `massive/${row.locale}.jsonl`,
  write: (row) =>
    `${JSON.stringify({
      id: row.id,
      locale: row.locale,
      partition: row.partition,
      scenario: row.scenario,
      intent: row.intent,
      utt: row.utt,
      annot_utt: row.annot_utt,
      // MASSIVE numbers its translators from 0, as text; no person wrote this row.
      worker_id: '',
      slot_method: row.slot_method,
    })}\n`,
};
