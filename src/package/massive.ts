import type { FileContent, PackageFiles, PackageFormat, PackageRow } from './format.js';
import { lineFormat } from './line-format.js';
import { sortedNames } from './words.js';

/** MASSIVE's JSON Lines (FitzGerald et al. 2022): one file a locale, all partitions in it, its keys in its order. */
const rows = lineFormat({
  id: 'massive',
  title: 'MASSIVE JSON Lines',
  loses: 'score, tier, template and sources of a row',
  reader: 'massive',
  mediaType: 'application/jsonlines',
  ending: 'jsonl',
  byPartition: false,
  line: (row) =>
    `${JSON.stringify({
      id: row.id,
      locale: row.locale,
      partition: row.partition,
      scenario: row.scenario,
      intent: row.intent,
      utt: row.utt,
      annot_utt: row.annot_utt,
      // MASSIVE numbers its translators from 0, as text, and three of them judge a row: nobody wrote or judged this one.
      worker_id: '',
      slot_method: row.slot_method,
      judgments: [],
    })}\n`,
});

/**
 * With the labels beside the rows: MASSIVE's own scripts number labels in the order of a set, which changes from run to
 * run.
 */
export const massive: PackageFormat = {
  ...rows,
  open(files, options) {
    const inner = rows.open(files, options);
    const labels = new Labels();
    return {
      write(row) {
        inner.write(row);
        labels.add(row);
      },
      finish: () => [...inner.finish(), ...labels.finish(files)],
    };
  },
};

const LABELS: FileContent = {
  format: 'massive',
  mediaType: 'application/json',
  locale: '',
  partition: '',
  config: '',
  plain: true,
};

/** Names of intents and slots, and how often two slots of a name stand side by side. */
class Labels {
  readonly #intents = new Set<string>();
  readonly #slots = new Set<string>();
  #adjacent = 0;

  add(row: PackageRow): void {
    this.#intents.add(row.intent);
    for (const [i, span] of row.spans.entries()) {
      this.#slots.add(span.slot);
      const before = row.spans[i - 1];
      if (before?.slot === span.slot && row.utt.slice(before.end, span.start).trim() === '') this.#adjacent++;
    }
  }

  finish(files: PackageFiles): string[] {
    const labels = { intents: sortedNames(this.#intents), slots: sortedNames(this.#slots) };
    files.open('massive/labels.json', LABELS).write(`${JSON.stringify(labels, null, 2)}\n`, 0);
    if (this.#adjacent === 0) return [];
    return [
      `massive: ${this.#adjacent} times a slot follows one of its own name; MASSIVE's loader takes the two for one`,
    ];
  }
}
