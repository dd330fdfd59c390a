import { CalqueError, type CellItem, isPartOfSpeech, parseBundle } from '../../model/model.js';
import { faultOf, needsOf } from '../lexicon/tidy.js';
import { fieldOf, lineBatches } from '../lines.js';
import { BATCH_SIZE, type Input, SILENT, type TableReader } from '../reader.js';
import { rejection } from '../reject.js';
import { Remarks } from '../remarks.js';
import { tableLanguage } from './language.js';
import { type CheckedBundle, checkBundle } from './unimorph-schema.js';
import { faultOfCell, tableWord } from './word.js';

const SAMPLE_LINES = 100;

/** Share of bundles with more than a part of speech. */
const LEAST_SEVERAL = 0.2;

/** Which of columns 1 and 2 (from 0) holds the features: the shared tasks use both orders. */
interface Order {
  readonly features: number;
  /** Share of sampled lines that have features there. */
  readonly share: number;
}

/** UniMorph tables and the SIGMORPHON shared tasks' samples of them. */
export const unimorph: TableReader = {
  id: 'unimorph',
  title: 'UniMorph inflection table: lemma, form, features (or lemma, features, form)',
  extensions: ['tsv', 'txt', 'args', 'trn', 'dev', ''],
  specification: 'https://unimorph.github.io/schema/',
  carries: ['inflected forms', 'feature bundles'],
  sniff(input) {
    const { share } = orderOf(input);
    return share >= 0.5 ? share : 0;
  },
  async open(input, options) {
    const order = orderOf(input);
    if (order.share === 0) {
      throw new CalqueError('input', 'no column holds UniMorph features (V;PST, N;PL)', {
        place: { file: input.file },
        suggestions: ['a table has three columns: lemma, form, features'],
      });
    }
    const remarks = new Remarks();
    const bundles = new Bundles(remarks);
    return {
      ...SILENT,
      language: tableLanguage(input, options),
      batches: readCells(input, order.features, bundles),
      remarks: () => remarks.list(),
    };
  },
};

function orderOf(input: Input): Order {
  const lines = input.head.split('\n', SAMPLE_LINES + 1);
  const sample = (lines.length > 1 ? lines.slice(0, -1) : lines).filter((line) => line.includes('\t'));
  const [second, third] = [shareOfBundles(sample, 1), shareOfBundles(sample, 2)];
  return second > third ? { features: 1, share: second } : { features: 2, share: third };
}

/** 0 where bare parts of speech are all there is: a list of glosses or derivations has those, too. */
function shareOfBundles(sample: readonly string[], index: number): number {
  const bundles = sample.map((line) => fieldOf(line, index) ?? '').filter(isBundle);
  const several = bundles.filter((bundle) => /[;(]/.test(bundle)).length;
  return several < bundles.length * LEAST_SEVERAL || sample.length === 0 ? 0 : bundles.length / sample.length;
}

/** True for text whose first atom is a part of speech, or one of whose features is; the language's own words practically never are. */
function isBundle(text: string): boolean {
  const [first = '', ...rest] = parseBundle(text.trim());
  return isPartOfSpeech(first) || (rest.some(isPartOfSpeech) && /^[\dA-Z;+/.{}-]+$/.test(text.trim()));
}

async function* readCells(input: Input, features: number, bundles: Bundles): AsyncGenerator<CellItem[]> {
  const formColumn = features === 1 ? 2 : 1;
  for await (const { first, lines } of lineBatches(input)) {
    for (let start = 0; start < lines.length; start += BATCH_SIZE) {
      const items: CellItem[] = [];
      const end = Math.min(lines.length, start + BATCH_SIZE);
      for (let i = start; i < end; i++) {
        const text = lines[i] as string;
        if (text === '' || text.trim() === '') continue;
        items.push(readCell(first + i, text, { formColumn, features, bundles }));
      }
      yield items;
    }
  }
}

/** A fourth column (segmentation in UniMorph 4) carries nothing that is stored. */
interface Place {
  readonly formColumn: number;
  readonly features: number;
  readonly bundles: Bundles;
}

function readCell(line: number, text: string, at: Place): CellItem {
  const lemma = tableWord(fieldOf(text, 0));
  const form = tableWord(fieldOf(text, at.formColumn));
  const original = (fieldOf(text, at.features) ?? '').trim();
  const fault = faultOf(text, needsOf(text)) || faultOfRow(lemma, form, original);
  if (fault !== '') return rejection(line, fault, text);
  const bundle = at.bundles.of(original, line);
  if (bundle === undefined) return rejection(line, 'the column of features holds none', text);
  return bundle === original ? { line, lemma, form, bundle } : { line, lemma, form, bundle, original };
}

function faultOfRow(lemma: string, form: string, bundle: string): string {
  if (lemma === '' || form === '' || bundle === '') return 'lemma, form or features are missing';
  return faultOfCell(lemma, form);
}

/** Bundles that are remembered; a table has some thousands. */
const MOST_BUNDLES = 50_000;

/** Each bundle of a table in the schema's spelling; what is in doubt is remarked once for each row. */
class Bundles {
  readonly #checked = new Map<string, CheckedBundle>();

  constructor(private readonly remarks: Remarks) {}

  /** Undefined for what holds no features at all. */
  of(spelling: string, line: number): string | undefined {
    let checked = this.#checked.get(spelling);
    if (!checked) {
      checked = checkBundle(spelling);
      if (this.#checked.size < MOST_BUNDLES) this.#checked.set(spelling, checked);
    }
    if (checked.isNone) return undefined;
    for (const said of checked.respelt) this.remarks.add(line, said);
    for (const name of checked.unknown) this.remarks.add(line, `${name} is no feature of UniMorph's: kept as it is`);
    return checked.bundle;
  }
}
