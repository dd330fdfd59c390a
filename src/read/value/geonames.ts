import type { ValueItem } from '../../model/model.js';
import { faultOf, needsOf, tidy } from '../lexicon/tidy.js';
import { lineBatches } from '../lines.js';
import { BATCH_SIZE, type Input, type ReadOptions, type ValueReader } from '../reader.js';
import { rejection } from '../reject.js';
import { bracketFault } from './brackets.js';
import { valueLanguage } from './calque.js';
import { type Script, scriptOfLanguage } from './script.js';
import { saidSlot } from './slot.js';

/** Columns of GeoNames' tables of places. */
const WIDTH = 19;
const NAME = 1;
const ALTERNATIVES = 3;
const COUNTRY = 8;
const POPULATION = 14;

const ROW = /^\d+\t[^\t]+\t[^\t]*\t[^\t]*\t-?\d{1,2}(\.\d+)?\t-?\d{1,3}(\.\d+)?\t[A-Z]?\t/;

/** Places of the world: their names in the script of a language, weighted by the people who live there. */
export const geonames: ValueReader = {
  id: 'geonames',
  title: 'GeoNames places (`cities*.txt`): 19 columns, no header; --country takes those of some countries',
  extensions: ['txt', 'tsv'],
  specification: 'https://download.geonames.org/export/dump/readme.txt',
  carries: ['slot values', 'renderings of English values', 'weights'],
  sniff: ({ head }) => (isGeonames(head) ? 1 : 0),
  async open(input, options) {
    const slot = saidSlot(input, options.slot);
    const language = valueLanguage(input, options.language ?? options.to);
    // GeoNames' terms: https://www.geonames.org/about.html
    const stated = { title: 'GeoNames', licence: 'CC-BY-4.0', citation: 'https://www.geonames.org' };
    return { ...stated, language, batches: readPlaces(input, { slot, language, options }) };
  },
};

function isGeonames(head: string): boolean {
  const lines = head.split(/\r?\n/, 20).filter((line) => line !== '');
  return ROW.test(lines[0] ?? '') && lines.filter((line) => ROW.test(line)).length >= 0.8 * lines.length;
}

interface Wanted {
  readonly slot: string;
  readonly language: string;
  readonly options: ReadOptions;
}

async function* readPlaces(input: Input, { slot, language, options }: Wanted): AsyncGenerator<ValueItem[]> {
  const script = scriptOfLanguage(language);
  const countries = options.countries && new Set(options.countries.map((country) => country.toUpperCase()));
  for await (const { first, lines } of lineBatches(input)) {
    for (let start = 0; start < lines.length; start += BATCH_SIZE) {
      const items: ValueItem[] = [];
      for (let i = start; i < Math.min(lines.length, start + BATCH_SIZE); i++) {
        const row = lines[i] as string;
        const cells = row.split('\t');
        if (row.trim() === '' || (countries && cells.length > COUNTRY && !countries.has(cells[COUNTRY] as string)))
          continue;
        takePlace(items, { line: first + i, row, cells, slot }, script);
      }
      yield items;
    }
  }
}

interface Place {
  readonly line: number;
  readonly row: string;
  readonly cells: readonly string[];
  readonly slot: string;
}

/** A place is a value of its own; where the language spells its name otherwise, that renders the English name, too. */
function takePlace(items: ValueItem[], { line, row, cells, slot }: Place, script: Script): void {
  const english = tidy(cells[NAME] ?? '');
  const names = english === '' ? [] : namesIn(script, english, cells[ALTERNATIVES] ?? '');
  const [text] = names;
  const fault = cells.length < WIDTH - 1 ? 'too few columns' : nameFault(names, english, script);
  if (fault !== '' || text === undefined) {
    items.push(rejection(line, fault, row));
    return;
  }
  items.push({ line, slot, english: '', text, weight: Math.max(1, Number(cells[POPULATION]) || 1) });
  if (text !== english) items.push({ line, slot, english: english.toLowerCase(), text, weight: 1 });
}

/** The main name where it is in the script, else the alternatives that are: they do not say of which language they are. */
function namesIn(script: Script, name: string, alternatives: string): string[] {
  if (script.holds(name)) return [name];
  const others = alternatives.split(',').map((other) => tidy(other));
  return [...new Set(others.filter((other) => script.holds(other) && faultOf(other, needsOf(other)) === ''))];
}

function nameFault(names: readonly string[], english: string, script: Script): string {
  const fault = faultOf(english, needsOf(english)) || names.map(bracketFault).join('');
  if (fault !== '') return fault;
  if (names.length === 0) return "has no name in the language's script";
  return names.length > 1 && script.shared ? 'has several names in a script that many languages share' : '';
}
