import type { FormatOptions, FormatWriter, PackageFiles, PackageFormat, PackageRow } from './format.js';
import { contentOf, dataName } from './line-format.js';
import { sortedNames } from './words.js';

/**
 * A chat for each language that shows a model the task: what intents and slots there are, then examples of each intent
 * as questions and answers. The utterance to be understood is put behind it.
 */
export const fewShot: PackageFormat = {
  id: 'few-shot',
  title: 'prompts with examples of each intent, as chat messages in JSON',
  loses: 'all rows but the best of each intent (--examples); all partitions but train; everything but text and labels',
  reader: 'few-shot',
  open: (files, options) => new FewShotWriter(files, options),
};

interface Prompt {
  readonly row: PackageRow;
  /** By intent: the best rows, of different templates, best first. */
  readonly examples: Map<string, PackageRow[]>;
  readonly slots: Set<string>;
}

class FewShotWriter implements FormatWriter {
  readonly #files: PackageFiles;
  readonly #most: number;
  readonly #prompts = new Map<string, Prompt>();

  constructor(files: PackageFiles, { examples }: FormatOptions) {
    this.#files = files;
    this.#most = examples;
  }

  write(row: PackageRow): void {
    if (row.partition !== 'train') return;
    const name = dataName(row);
    let prompt = this.#prompts.get(name);
    if (prompt === undefined) {
      prompt = { row, examples: new Map(), slots: new Set() };
      this.#prompts.set(name, prompt);
    }
    for (const { slot } of row.spans) prompt.slots.add(slot);
    const rows = prompt.examples.get(row.intent) ?? [];
    prompt.examples.set(row.intent, rows);
    this.#place(rows, row);
  }

  /** Of equal scores the earlier stays; a template has one row. */
  #place(rows: PackageRow[], row: PackageRow): void {
    if (rows.length === this.#most && rows.at(-1)!.score >= row.score) return;
    const same = rows.findIndex(({ template }) => template === row.template);
    if (same >= 0) {
      if (rows[same]!.score >= row.score) return;
      rows.splice(same, 1);
    }
    const worse = rows.findIndex(({ score }) => score < row.score);
    rows.splice(worse < 0 ? rows.length : worse, 0, row);
    if (rows.length > this.#most) rows.pop();
  }

  finish(): string[] {
    for (const [name, prompt] of this.#prompts) this.#write(name, prompt);
    return [];
  }

  #write(name: string, { row, examples, slots }: Prompt): void {
    const intents = sortedNames(examples.keys());
    const rows = intents.flatMap((intent) => examples.get(intent)!);
    const messages = [
      { role: 'system', content: instruction(intents, sortedNames(slots)) },
      ...rows.flatMap(({ utt, intent, annot_utt }) => [
        { role: 'user', content: utt },
        { role: 'assistant', content: JSON.stringify({ intent, annot_utt }) },
      ]),
    ];
    const content = contentOf(row, 'few-shot', 'application/json');
    this.#files
      .open(`few-shot/${name}.json`, content)
      .write(`${JSON.stringify({ locale: row.locale, messages }, null, 1)}\n`, rows.length);
  }
}

function instruction(intents: readonly string[], slots: readonly string[]): string {
  return [
    'You label what people say to a voice assistant. Answer with one JSON object and nothing else:',
    '{"intent": one of the intents, "annot_utt": the utterance, word for word, with each slot as [slot : value]}.',
    `Intents: ${intents.join(', ')}.`,
    `Slots: ${slots.join(', ')}.`,
  ].join('\n');
}
