import type { FormatWriter, PackageFiles, PackageFormat, PackageRow, Spool } from './format.js';
import { contentOf, dataName } from './line-format.js';
import { SlotValues } from './values.js';
import { sortedNames } from './words.js';

/** Data sets of the Snips library: a file for each language and partition, utterances by intent, values by entity. */
export const snips: PackageFormat = {
  id: 'snips',
  title: 'Snips NLU data set as JSON',
  loses: 'ids, scenario, slot methods, score, tier, template and sources of a row',
  reader: 'snips',
  open: (files) => new SnipsWriter(files),
};

interface SnipsFile {
  readonly row: PackageRow;
  readonly name: string;
  readonly intents: Map<string, { readonly spool: Spool; rows: number }>;
  readonly values: SlotValues;
}

class SnipsWriter implements FormatWriter {
  readonly #files: PackageFiles;
  readonly #open = new Map<string, SnipsFile>();

  constructor(files: PackageFiles) {
    this.#files = files;
  }

  write(row: PackageRow): void {
    const name = `snips/${dataName(row)}.${row.partition}.json`;
    let file = this.#open.get(name);
    if (file === undefined) {
      file = { row, name, intents: new Map(), values: new SlotValues() };
      this.#open.set(name, file);
    }
    let intent = file.intents.get(row.intent);
    if (intent === undefined) {
      intent = { spool: this.#files.spool(), rows: 0 };
      file.intents.set(row.intent, intent);
    }
    intent.spool.write(`${intent.rows++ === 0 ? '' : ',\n'}${JSON.stringify({ data: chunksOf(row) })}`);
    file.values.add(row);
  }

  finish(): string[] {
    for (const file of this.#open.values()) this.#finish(file);
    return [];
  }

  #finish({ row, name, intents, values }: SnipsFile): void {
    const output = this.#files.open(name, contentOf(row, 'snips', 'application/json'));
    output.write(`{"language":${JSON.stringify(row.locale)},\n"intents":{`, 0);
    for (const [i, intent] of sortedNames(intents.keys()).entries()) {
      const { spool, rows } = intents.get(intent)!;
      output.write(`${i === 0 ? '' : ','}\n${JSON.stringify(intent)}:{"utterances":[\n`, rows);
      spool.copyTo(output);
      output.write(']}', 0);
    }
    const entities = values.entries().map(([slot, list]) => `${JSON.stringify(slot)}:${entityOf(list)}`);
    output.write(`},\n"entities":{${entities.join(',\n')}}}\n`, 0);
  }
}

/** Texts that make the utterance when they are put together, white space and all. */
function chunksOf({ utt, spans }: PackageRow) {
  const chunks: { readonly text: string; readonly entity?: string; readonly slot_name?: string }[] = [];
  let position = 0;
  for (const { slot, start, end } of spans) {
    if (start > position) chunks.push({ text: utt.slice(position, start) });
    chunks.push({ text: utt.slice(start, end), entity: slot, slot_name: slot });
    position = end;
  }
  if (position < utt.length) chunks.push({ text: utt.slice(position) });
  return chunks;
}

/** The library takes a strictness for a number with a point alone: `1.0`, which no serialiser of JSON here writes. */
function entityOf(values: readonly string[]): string {
  const data = JSON.stringify(values.map((value) => ({ value, synonyms: [] })));
  return `{"data":${data},"use_synonyms":true,"automatically_extensible":true,"matching_strictness":1.0}`;
}
