import { annotate, keyOfText, type SlotValue, spansInOrder } from '../model/model.js';
import type { FormatWriter, PackageFiles, PackageFormat, PackageOutput, PackageRow } from './format.js';
import { KeyTable } from './key-table.js';
import { contentOf, dataName } from './line-format.js';
import { FileNames, quoted } from './quote.js';
import { SlotValues } from './values.js';

const MEDIA_TYPE = 'application/yaml';

/** Where the next files of an intent begin: parsers of YAML take a hundred times a file's size in memory. */
const LARGEST = 2 << 20;

/**
 * Sentence templates as Home Assistant keeps them: `sentences/<language>/<intent>.yaml`, the lists of values in
 * `_common.yaml` beside them, and `tests/<language>/<intent>.yaml` with what each utterance is to be understood as.
 */
export const homeAssistant: PackageFormat = {
  id: 'home-assistant',
  title: 'Home Assistant sentence templates as YAML, with their tests',
  loses:
    'ids, scenario, slot methods, score, tier, template and sources; utterances with signs of the notation; in sentences, which value stood where (the tests tell)',
  reader: 'hassil-tests',
  open: (files) => new HomeAssistantWriter(files),
};

class HomeAssistantWriter implements FormatWriter {
  readonly #files: PackageFiles;
  readonly #folders = new Map<string, SentenceFolder>();
  #leftOut = 0;

  constructor(files: PackageFiles) {
    this.#files = files;
  }

  write(row: PackageRow): void {
    if (/[()[\]{}<>|\\;]/.test(row.utt)) {
      this.#leftOut++;
      return;
    }
    const name = `${row.partition}\t${dataName(row)}`;
    let folder = this.#folders.get(name);
    if (folder === undefined) {
      folder = new SentenceFolder(this.#files, row);
      this.#folders.set(name, folder);
    }
    folder.write(row);
  }

  finish(): string[] {
    for (const folder of this.#folders.values()) folder.finish();
    if (this.#leftOut === 0) return [];
    return [`home-assistant: ${this.#leftOut} rows left out that hold signs of the notation: ( ) [ ] { } < > | ; \\`];
  }
}

interface IntentFiles {
  readonly sentences: PackageOutput;
  readonly tests: PackageOutput;
  readonly number: number;
  /** Of the tests, in UTF-16 units. */
  size: number;
}

class SentenceFolder {
  readonly #intents = new Map<string, IntentFiles>();
  readonly #names = new FileNames();
  readonly #values = new SlotValues();
  readonly #sentences = new KeyTable();
  readonly #folder: string;
  readonly #content;
  readonly #language: string;

  constructor(
    private readonly files: PackageFiles,
    row: PackageRow,
  ) {
    this.#folder = `home-assistant/${row.partition}`;
    this.#content = contentOf(row, 'home-assistant', MEDIA_TYPE);
    this.#language = dataName(row);
    this.#names.of('_common');
  }

  write(row: PackageRow): void {
    let files = this.#intents.get(row.intent) ?? this.#begin(row.intent, 1);
    const { sentence, slots } = sentenceOf(row);
    const known = this.#sentences.size;
    if (this.#sentences.numberOf(keyOfText(0, row.intent), sentence) === known) {
      // With a sentence, since none of the files may be without.
      if (files.size > LARGEST) files = this.#begin(row.intent, files.number + 1);
      files.sentences.write(`          - ${quoted(sentence)}\n`, 0);
    }
    const said = slots.map(({ slot, value }) => `        ${quoted(slot)}: ${quoted(value)}\n`);
    const intent = `    intent:\n      name: ${quoted(row.intent)}\n${said.length === 0 ? '' : `      slots:\n${said.join('')}`}`;
    const test = `  - sentences:\n      - ${quoted(row.utt)}${commentOf(row, slots)}\n${intent}`;
    files.tests.write(test, 1);
    files.size += test.length;
    this.#values.add(row);
  }

  #begin(intent: string, number: number): IntentFiles {
    const name = `${this.#language}/${this.#names.of(number === 1 ? intent : `${intent}\t${number}`)}.yaml`;
    const files = {
      number,
      size: 0,
      sentences: this.files.open(`${this.#folder}/sentences/${name}`, this.#content),
      tests: this.files.open(`${this.#folder}/tests/${name}`, this.#content),
    };
    files.sentences.write(`${this.#top()}intents:\n  ${quoted(intent)}:\n    data:\n      - sentences:\n`, 0);
    files.tests.write(`${this.#top()}tests:\n`, 0);
    this.#intents.set(intent, files);
    return files;
  }

  #top(): string {
    return `language: ${quoted(this.#content.locale)}\n`;
  }

  finish(): void {
    const values = new Map<string, Set<string>>();
    for (const [slot, own] of this.#values.entries()) {
      const list = listOf(slot);
      values.set(list, new Set([...(values.get(list) ?? []), ...own]));
    }
    const lists = [...values].map(([list, own]) => {
      return `  ${quoted(list)}:\n    values:\n${[...own].map((value) => `      - ${quoted(value)}\n`).join('')}`;
    });
    const file = `${this.#folder}/sentences/${this.#language}/_common.yaml`;
    const text = lists.length === 0 ? 'lists: {}\n' : `lists:\n${lists.join('')}`;
    this.files.open(file, this.#content).write(`${this.#top()}${text}`, 0);
  }
}

interface Sentence {
  readonly sentence: string;
  readonly slots: readonly SlotValue[];
}

/**
 * `wake me at {time}`; a second value of a slot is one of the same list under another name, `{time:time__2}`; names that
 * a list cannot have are those of slots alone, `{city_from:city.from}`.
 */
function sentenceOf({ utt, spans }: PackageRow): Sentence {
  const counts = new Map<string, number>();
  const slots: SlotValue[] = [];
  let sentence = '';
  let position = 0;
  for (const { slot, start, end } of spans) {
    const list = listOf(slot);
    const number = (counts.get(slot) ?? 0) + 1;
    counts.set(slot, number);
    const name = number === 1 ? slot : `${slot}__${number}`;
    sentence += `${utt.slice(position, start)}{${name === list ? list : `${list}:${name}`}}`;
    slots.push({ slot: name, value: utt.slice(start, end) });
    position = end;
  }
  return { sentence: sentence + utt.slice(position), slots };
}

/** The sentence with its slots in brackets, where values alone do not tell the places: `play jazz jazz`. */
function commentOf({ utt, spans }: PackageRow, slots: readonly SlotValue[]): string {
  const found = spansInOrder(utt, slots);
  const isTold = spans.every(({ start, end }, i) => found?.[i]?.start === start && found[i].end === end);
  return isTold ? '' : ` # ${quoted(annotate(utt, spans))}`;
}

/** Names of lists have letters, digits and `_` alone. */
function listOf(slot: string): string {
  return slot.replace(/[^\p{L}\p{N}_]+/gu, '_');
}
