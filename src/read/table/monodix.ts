import { resolveLanguage } from '../../languages/languages.js';
import type { CellItem } from '../../model/model.js';
import { isMonolingual } from '../dix.js';
import { BATCH_SIZE, type Input, SILENT, type TableReader } from '../reader.js';
import { rejection } from '../reject.js';
import { Remarks } from '../remarks.js';
import { attributeOf, textOf, type XmlElement, xmlElements } from '../xml-element.js';
import { bundleOfSymbols } from './apertium-symbols.js';
import { tableLanguage } from './language.js';
import { Paradigms, type Path } from './monodix-expand.js';
import { faultOfCell, tableWord } from './word.js';

/** Monolingual dictionaries of Apertium: every entry with its paradigms written out. */
export const monodix: TableReader = {
  id: 'monodix',
  title: 'Apertium monolingual dictionary: entries with their paradigms written out',
  extensions: ['dix', 'metadix'],
  specification: 'https://wiki.apertium.org/wiki/Monodix_basics',
  carries: ['inflected forms', 'feature bundles'],
  sniff: ({ head }) => (isMonolingual(head) ? 1 : 0),
  async open(input, options) {
    const remarks = new Remarks();
    const language = tableLanguage(input, options, languageInName(input.name));
    return { ...SILENT, language, batches: readCells(input, remarks), remarks: () => remarks.list() };
  },
};

/** `apertium-cym.cym.dix`, `cym.dix`; a pair of languages is no name of one. */
function languageInName(name: string): string | undefined {
  const code = /(?:^|\.)([a-z]{2,3})\.(?:meta)?dix$/.exec(name)?.[1];
  return code === undefined ? undefined : resolveLanguage(code);
}

async function* readCells(input: Input, remarks: Remarks): AsyncGenerator<CellItem[]> {
  const paradigms = new Paradigms(remarks);
  for await (const elements of xmlElements(input, ['e', 'pardef'])) {
    let items: CellItem[] = [];
    for (const element of elements) {
      if (element.name === 'pardef') paradigms.add(element);
      else items.push(...cellsOf(element, paradigms, remarks));
      if (items.length < BATCH_SIZE) continue;
      yield items;
      items = [];
    }
    if (items.length > 0) yield items;
  }
}

function cellsOf(entry: XmlElement, paradigms: Paradigms, remarks: Remarks): CellItem[] {
  const { line } = entry;
  const text = attributeOf(entry, 'lm') || textOf(entry);
  const found = paradigms.expand(entry);
  if (typeof found === 'string') return [rejection(line, found, text)];
  const { paths, unsaid, patterns } = found;
  if (paths.length === 0) {
    const reason =
      patterns > 0
        ? 'a regular expression, not a word'
        : unsaid > 0
          ? 'only understood, never said (LR)'
          : 'its paradigm is empty';
    return [rejection(line, reason, text)];
  }
  remarks.add(line, 'forms that are only understood, never said (LR), were left out', unsaid);
  remarks.add(line, 'regular expressions were left out', patterns);
  return paths.map((path) => cellOf(line, path, remarks));
}

const LABEL = /^(prpers|prsubj|probj)$/;

function cellOf(line: number, path: Path, remarks: Remarks): CellItem {
  const form = tableWord(path.form);
  const lemma = tableWord(path.lemma);
  const written = `${path.form}:${path.lemma}${path.symbols.map((symbol) => `<${symbol}>`).join('')}`;
  const found = path.several ? undefined : bundleOfSymbols(path.symbols);
  if (found === undefined) {
    const reason = path.several ? 'several words in one' : `no word: ${path.symbols[0] ?? 'without symbols'}`;
    return rejection(line, reason, written);
  }
  const fault = LABEL.test(lemma) ? 'a label that stands for all personal pronouns' : faultOfCell(lemma, form);
  if (fault !== '') return rejection(line, fault, written);
  for (const name of found.own) remarks.add(line, `<${name}> has no name in UniMorph: kept as LGSPEC(${name})`);
  return { line, lemma, form, bundle: found.bundle, original: path.symbols.join('.') };
}
