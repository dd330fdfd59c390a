import type { FileContent, FormatWriter, PackageFiles, PackageFormat, PackageOutput, PackageRow } from './format.js';
import { normalised } from './keys.js';
import { contentOf, dataName } from './line-format.js';
import { FileNames, quoted } from './quote.js';
import { SlotValues } from './values.js';

const MEDIA_TYPE = 'application/yaml';
/** In UTF-16 units, where the next file of an intent begins. */
const LARGEST = 2 << 20;
const TOP = 'version: "3.1"\nnlu:\n';

/**
 * Rasa NLU training data, version 3.1: a folder for each language and partition, a file for each intent, and one for
 * lookup tables and synonyms. Rasa reads a folder of files as one.
 */
export const rasa: PackageFormat = {
  id: 'rasa',
  title: 'Rasa NLU training data as YAML, with lookup tables and synonyms',
  loses: 'ids, scenario, slot methods, score, tier, template and sources of a row; utterances with brackets',
  reader: 'rasa',
  open: (files) => new RasaWriter(files),
};

class RasaWriter implements FormatWriter {
  readonly #files: PackageFiles;
  readonly #folders = new Map<string, RasaFolder>();
  #leftOut = 0;

  constructor(files: PackageFiles) {
    this.#files = files;
  }

  write(row: PackageRow): void {
    // Nothing escapes brackets in the markup, and YAML's plain block holds no control characters.
    if (/[[\]\0-\x1f\x7f-\x9f\ufffe\uffff]/.test(row.utt)) {
      this.#leftOut++;
      return;
    }
    const name = `rasa/${dataName(row)}.${row.partition}`;
    let folder = this.#folders.get(name);
    if (folder === undefined) {
      folder = new RasaFolder(this.#files, name, contentOf(row, 'rasa', MEDIA_TYPE));
      this.#folders.set(name, folder);
    }
    folder.write(row);
  }

  finish(): string[] {
    for (const folder of this.#folders.values()) folder.finish();
    return this.#leftOut === 0
      ? []
      : [`rasa: ${this.#leftOut} rows with brackets left out, which the markup cannot hold`];
  }
}

/** Where rows of an intent go now: parsers of YAML take a hundred times a file's size in memory, so that it ends in time. */
interface IntentFile {
  readonly output: PackageOutput;
  readonly number: number;
  size: number;
}

class RasaFolder {
  readonly #intents = new Map<string, IntentFile>();
  readonly #names = new FileNames();
  readonly #values = new SlotValues();

  constructor(
    private readonly files: PackageFiles,
    private readonly folder: string,
    private readonly content: FileContent,
  ) {
    this.#names.of('lookups');
  }

  write(row: PackageRow): void {
    let file = this.#intents.get(row.intent);
    if (file === undefined || file.size > LARGEST) {
      file = this.#begin(row.intent, (file?.number ?? 0) + 1);
      this.#intents.set(row.intent, file);
    }
    const line = `    - ${markup(row)}\n`;
    file.size += line.length;
    file.output.write(line, 1);
    this.#values.add(row);
  }

  #begin(intent: string, number: number): IntentFile {
    const name = this.#names.of(number === 1 ? intent : `${intent}\t${number}`);
    const output = this.files.open(`${this.folder}/${name}.yml`, this.content);
    output.write(`${TOP}- intent: ${quoted(intent)}\n  examples: |\n`, 0);
    return { output, number, size: 0 };
  }

  finish(): void {
    const entries = this.#values.entries();
    if (entries.length === 0) return;
    const byEntity = new Map<string, string[]>();
    for (const [slot, values] of entries) {
      const { entity } = entityOf(slot);
      byEntity.set(entity, [...(byEntity.get(entity) ?? []), ...values]);
    }
    const lookups = [...byEntity].map(([entity, values]) => block('lookup', entity, [...new Set(values)]));
    const synonyms = synonymsOf(entries.flatMap(([, values]) => values));
    const blocks = synonyms.map(([value, others]) => block('synonym', value, others));
    this.files.open(`${this.folder}/lookups.yml`, this.content).write(`${TOP}${[...lookups, ...blocks].join('')}`, 0);
  }
}

function block(kind: 'lookup' | 'synonym', name: string, examples: readonly string[]): string {
  return `- ${kind}: ${quoted(name)}\n  examples: |\n${examples.map((example) => `    - ${example}\n`).join('')}`;
}

/** `[saa tatu](time)`; braces for what parentheses do not hold. */
function markup({ utt, spans }: PackageRow): string {
  let out = '';
  let position = 0;
  for (const { slot, start, end } of spans) {
    out += `${utt.slice(position, start)}[${utt.slice(start, end)}]${labelOf(slot)}`;
    position = end;
  }
  return out + utt.slice(position);
}

function labelOf(slot: string): string {
  const { entity, role } = entityOf(slot);
  if (role === '' && /^[^:)(}]+$/.test(entity)) return `(${entity})`;
  return JSON.stringify(role === '' ? { entity } : { entity, role });
}

/** `city.from`: the role tells apart what an entity does, as the reader of the format names it. */
function entityOf(slot: string): { entity: string; role: string } {
  const dot = slot.indexOf('.');
  return dot <= 0 || dot === slot.length - 1
    ? { entity: slot, role: '' }
    : { entity: slot.slice(0, dot), role: slot.slice(dot + 1) };
}

/**
 * Values that differ in case or punctuation alone, the first of them for all. Rasa maps the text of a synonym to its
 * value in whatever slot it stands.
 */
function synonymsOf(values: readonly string[]): [string, string[]][] {
  const groups = new Map<string, Set<string>>();
  for (const value of values) {
    const key = normalised(value);
    groups.set(key, (groups.get(key) ?? new Set()).add(value));
  }
  const several = [...groups.values()].filter((group) => group.size > 1).map((group) => [...group]);
  return several.map(([first, ...others]) => [first as string, others]);
}
