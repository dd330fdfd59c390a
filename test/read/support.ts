import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LexiconItem, Rejection } from '../../src/model/model.js';
import {
  detect,
  type LexiconReader,
  lexiconReaders,
  openInput,
  type Reader,
  type ReadOptions,
  type TableReader,
  type TemplateReader,
  type TextReader,
  type TypologyReader,
  tableReaders,
  templateReaders,
  textReaders,
  typologyReaders,
  type ValueReader,
  valueReaders,
} from '../../src/read/read.js';

export const FIXTURES = new URL('../fixtures/read/', import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), 'calque-read-'));
let count = 0;

/** A file with that content under that name, in a folder of its own. */
export function write(name: string, content: string | Uint8Array): string {
  const file = join(mkdtempSync(join(folder, `${count++}-`)), name);
  writeFileSync(file, content);
  return file;
}

export type AnyReader = LexiconReader | TableReader | TemplateReader | ValueReader | TypologyReader | TextReader;

export type Item = Rejection | { readonly line: number };

/** All items of a file, whatever kind of reader reads it. */
export async function itemsOf(reader: AnyReader, file: string, options: ReadOptions = {}): Promise<Item[]> {
  const opened = await reader.open(await openInput(file), options);
  const items: Item[] = [];
  if ('parts' in opened) for await (const part of opened.parts) items.push(...part.items);
  else for await (const batch of opened.batches) items.push(...batch);
  return items;
}

export function isRejection(item: Item): item is Rejection {
  return 'reason' in item;
}

/** A sample of each format, the registry that it belongs to, and what a user says of it. */
export interface Sample {
  readonly kind: string;
  readonly id: string;
  readonly file: string;
  readonly options?: ReadOptions;
}

export const REGISTRIES = new Map<string, readonly AnyReader[]>([
  ['lexicon', lexiconReaders],
  ['table', tableReaders],
  ['template', templateReaders],
  ['value', valueReaders],
  ['typology', typologyReaders],
  ['text', textReaders],
]);

export const SAMPLES: readonly Sample[] = [
  { kind: 'lexicon', id: 'calque', file: 'lexicon/sw/phrasebook.tsv' },
  { kind: 'lexicon', id: 'spaced', file: 'lexicon/en-sw.0-11.txt' },
  { kind: 'lexicon', id: 'spaced', file: 'lexicon/swh-eng.txt' },
  { kind: 'lexicon', id: 'export', file: 'lexicon/export.tsv' },
  { kind: 'lexicon', id: 'pairs', file: 'lexicon/swahili.txt' },
  { kind: 'lexicon', id: 'pairs', file: 'lexicon/clinic.csv' },
  { kind: 'lexicon', id: 'cldf', file: 'lexicon/wordlist' },
  { kind: 'lexicon', id: 'cldf', file: 'lexicon/wordlist/forms.csv' },
  { kind: 'lexicon', id: 'cldf', file: 'lexicon/wordlist/cldf-metadata.json' },
  { kind: 'lexicon', id: 'cldf', file: 'lexicon/dictionary' },
  { kind: 'lexicon', id: 'cldf', file: 'lexicon/dictionary/entries.csv' },
  { kind: 'lexicon', id: 'dsl', file: 'lexicon/sample.dsl' },
  { kind: 'lexicon', id: 'dsl', file: 'lexicon/sw-en_titles.dsl' },
  { kind: 'lexicon', id: 'dictd', file: 'lexicon/dictd/eng-swh.index' },
  { kind: 'lexicon', id: 'stardict', file: 'lexicon/stardict/words.ifo' },
  { kind: 'lexicon', id: 'json', file: 'lexicon/words.json' },
  { kind: 'lexicon', id: 'json', file: 'lexicon/terms.jsonl', options: { to: 'zu' } },
  { kind: 'lexicon', id: 'json-glossary', file: 'lexicon/glossary.json' },
  { kind: 'lexicon', id: 'sfm', file: 'lexicon/swahili.sfm' },
  { kind: 'lexicon', id: 'ding', file: 'lexicon/ding.txt' },
  { kind: 'lexicon', id: 'ding', file: 'lexicon/de-en.ding.txt' },
  { kind: 'lexicon', id: 'po', file: 'lexicon/sw.po' },
  { kind: 'lexicon', id: 'kaikki', file: 'lexicon/swahili.jsonl' },
  { kind: 'lexicon', id: 'cedict', file: 'lexicon/sample.u8', options: { to: 'zh' } },
  { kind: 'lexicon', id: 'edict', file: 'lexicon/edict.txt' },
  { kind: 'lexicon', id: 'abvd', file: 'lexicon/abvd.tsv', options: { to: 'jv' } },
  { kind: 'lexicon', id: 'concepts', file: 'lexicon/rows.csv' },
  { kind: 'lexicon', id: 'wide', file: 'lexicon/terms.csv', options: { to: 'af' } },
  { kind: 'lexicon', id: 'panlex-swadesh', file: 'lexicon/concepts.tsv' },
  { kind: 'lexicon', id: 'panlex-swadesh', file: 'lexicon/lists/swh-000.txt' },
  { kind: 'lexicon', id: 'tei', file: 'lexicon/sample.tei' },
  { kind: 'lexicon', id: 'tei', file: 'lexicon/eng-cym.p4.tei' },
  { kind: 'lexicon', id: 'dix', file: 'lexicon/cym-eng.dix' },
  { kind: 'lexicon', id: 'lift', file: 'lexicon/village.lift' },
  { kind: 'lexicon', id: 'lift', file: 'lexicon/concepts.lift' },
  { kind: 'lexicon', id: 'lift', file: 'lexicon/old.lift' },
  { kind: 'lexicon', id: 'giella', file: 'lexicon/sme-eng.xml' },
  { kind: 'lexicon', id: 'giella', file: 'lexicon/N_sms2x.xml' },
  { kind: 'lexicon', id: 'xdxf', file: 'lexicon/visual.xdxf' },
  { kind: 'lexicon', id: 'xdxf', file: 'lexicon/logical.xml' },
  { kind: 'lexicon', id: 'tbx', file: 'lexicon/terms.tbx' },
  { kind: 'lexicon', id: 'tbx', file: 'lexicon/odd.tbx' },
  { kind: 'lexicon', id: 'tmx', file: 'lexicon/memory.tmx' },
  { kind: 'lexicon', id: 'xliff', file: 'lexicon/clock.xlf' },
  { kind: 'lexicon', id: 'xliff', file: 'lexicon/clock2.xlf' },
  { kind: 'lexicon', id: 'android', file: 'lexicon/android/values-sw/strings.xml' },
  { kind: 'lexicon', id: 'wn-lmf', file: 'lexicon/nets.xml' },
  { kind: 'lexicon', id: 'abvd-xml', file: 'lexicon/list-7.xml' },
  { kind: 'lexicon', id: 'omw', file: 'lexicon/wordnet/wn-data-swa.tab' },
  { kind: 'table', id: 'unimorph', file: 'table/tur.tsv' },
  { kind: 'table', id: 'unimorph', file: 'table/turkish-train-low' },
  { kind: 'table', id: 'conllu', file: 'table/sw_own-ud-dev.conllu' },
  { kind: 'table', id: 'monodix', file: 'table/apertium-xyz.swa.dix' },
  { kind: 'table', id: 'kaikki', file: 'table/forms.jsonl', options: { language: 'tr' } },
  { kind: 'template', id: 'massive', file: 'template/sample.jsonl' },
  { kind: 'template', id: 'calque', file: 'template/templates.tsv' },
  { kind: 'template', id: 'sentences', file: 'template/alarms.txt' },
  { kind: 'template', id: 'utterances', file: 'template/banking.train.csv' },
  { kind: 'template', id: 'utterances', file: 'template/plain.tsv' },
  { kind: 'template', id: 'snips', file: 'template/trains.json' },
  { kind: 'template', id: 'snips', file: 'template/library.json' },
  { kind: 'template', id: 'rasa', file: 'template/assistant.yml' },
  { kind: 'template', id: 'conll', file: 'template/xx.valid.conll' },
  { kind: 'template', id: 'injongo', file: 'template/swa.dev.jsonl' },
  { kind: 'template', id: 'hassil', file: 'template/light_HassLightSet.yaml' },
  { kind: 'template', id: 'hassil-tests', file: 'template/lamp_tests.yaml' },
  { kind: 'template', id: 'token-classification', file: 'template/tagged.train.jsonl' },
  { kind: 'template', id: 'text-to-text', file: 'template/asked.dev.jsonl' },
  { kind: 'template', id: 'few-shot', file: 'template/chat.json' },
  { kind: 'template', id: 'few-shot', file: 'template/chats.jsonl' },
  { kind: 'template', id: 'parquet', file: 'template/numbered.parquet' },
  { kind: 'value', id: 'calque', file: 'value/sw/values.tsv' },
  { kind: 'value', id: 'lines', file: 'value/swahili.txt', options: { slot: 'place_name' } },
  { kind: 'value', id: 'geonames', file: 'value/places.txt', options: { slot: 'place_name', language: 'sw' } },
  { kind: 'value', id: 'country-info', file: 'value/countries.txt', options: { slot: 'place_name', language: 'en' } },
  { kind: 'value', id: 'cldr', file: 'value/main/sw/territories.json', options: { slot: 'place_name' } },
  { kind: 'value', id: 'cldr', file: 'value/currencies.json', options: { slot: 'currency_name' } },
  { kind: 'typology', id: 'cldf', file: 'typology/blocks/values.csv' },
  { kind: 'typology', id: 'cldf', file: 'typology/blocks/StructureDataset-metadata.json' },
  { kind: 'typology', id: 'cldf', file: 'typology/blocks' },
  { kind: 'text', id: 'pairs', file: 'text/tatoeba.eng-swh.tsv' },
  { kind: 'text', id: 'pairs', file: 'text/ui.eng-cym.tsv' },
  { kind: 'text', id: 'tatoeba', file: 'text/tatoeba/sentences.csv', options: { to: 'sw' } },
  { kind: 'text', id: 'tatoeba', file: 'text/tatoeba/swh_sentences.tsv' },
  { kind: 'text', id: 'moses', file: 'text/speech.sw' },
  { kind: 'text', id: 'verses', file: 'text/verses/swh-own.txt' },
  { kind: 'text', id: 'aligned', file: 'text/charter.tsv' },
  { kind: 'text', id: 'bible-xml', file: 'text/zul.ces.xml' },
  { kind: 'text', id: 'bible-xml', file: 'text/swh.osis.xml' },
  { kind: 'text', id: 'bible-xml', file: 'text/marks.osis.xml' },
  { kind: 'text', id: 'bible-xml', file: 'text/chr.usfx.xml' },
  { kind: 'text', id: 'bible-xml', file: 'text/cy.usx' },
  { kind: 'text', id: 'bible-xml', file: 'text/af.zefania.xml' },
  { kind: 'text', id: 'bible-xml', file: 'text/tr.bible.xml' },
  { kind: 'text', id: 'tmx', file: 'text/memory.tmx' },
  { kind: 'text', id: 'po', file: 'text/sw.po' },
  { kind: 'text', id: 'android', file: 'text/android/values-cy/strings.xml' },
  { kind: 'text', id: 'lines', file: 'text/plain_cy.txt' },
  { kind: 'text', id: 'frequency', file: 'text/counts.tr.txt' },
  { kind: 'text', id: 'frequency', file: 'text/ranks.ka.txt' },
  { kind: 'text', id: 'unilex', file: 'text/unilex.sw.tsv' },
];

export function readerOf({ kind, id }: Pick<Sample, 'kind' | 'id'>): AnyReader {
  const reader = (REGISTRIES.get(kind) ?? []).find((each: Reader) => each.id === id);
  if (!reader) throw new Error(`no reader ${kind} ${id}`);
  return reader;
}

/** A lexicon as tests look at it. */
export interface ReadLexicon {
  readonly format: string;
  readonly title: string;
  readonly licence: string;
  readonly pairs: readonly string[];
  readonly items: readonly LexiconItem[];
  /** `line english=word /pos/class/rank/sense/labels`, what is empty at the end left out, or `line ! reason`. */
  readonly lines: readonly string[];
}

/** Reads a lexicon by its content; a bare name is that of a fixture. */
export async function readLexicon(file: string, options: ReadOptions = {}): Promise<ReadLexicon> {
  const input = await openInput(file.startsWith('/') ? file : join(FIXTURES, 'lexicon', file));
  const reader = detect(lexiconReaders, input);
  const { title, licence, parts } = await reader.open(input, options);
  const pairs = new Set<string>();
  const items: LexiconItem[] = [];
  const lines: string[] = [];
  for await (const part of parts) {
    pairs.add(`${part.from}>${part.to}`);
    items.push(...part.items);
    for (const item of part.items) lines.push(showItem(item));
  }
  return { format: reader.id, title, licence, pairs: [...pairs], items, lines };
}

function showItem(item: LexiconItem): string {
  if ('reason' in item) return `${item.line} ! ${item.reason}`;
  const { line, from, to, pos, nounClass, rank, sense, labels } = item;
  return `${line} ${from}=${to} /${pos}/${nounClass}/${rank}/${sense}/${labels}`.replace(/\/+$/, '');
}

/** A file among others in a folder of its own: the path of the first. */
export function writeAll(files: Readonly<Record<string, string | Uint8Array>>): string {
  const place = mkdtempSync(join(folder, `${count++}-`));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(place, name), content);
  return join(place, Object.keys(files)[0] as string);
}

/** Byte flips, cuts, swaps and insertions, each from its number alone. */
export function mutate(bytes: Uint8Array, round: number): Uint8Array {
  const draw = (name: string) => createHash('sha256').update(`${round} ${name}`).digest().readUInt32LE(0);
  const at = draw('at') % Math.max(1, bytes.length);
  const copy = Uint8Array.from(bytes);
  if (round % 5 === 0) return copy.subarray(0, at);
  if (round % 5 === 1) copy[at] = draw('byte') % 256;
  if (round % 5 === 2) copy.copyWithin(at, draw('from') % bytes.length);
  if (round % 5 === 3)
    return Buffer.concat([copy.subarray(0, at), Buffer.from('\0\n"<[{\ud800\t\t(('), copy.subarray(at)]);
  if (round % 5 === 4) for (let i = at; i < copy.length; i += 1 + (draw('step') % 7)) copy[i] = draw(`b${i}`) % 256;
  return copy;
}
