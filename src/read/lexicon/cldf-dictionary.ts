import { CalqueError, type LexiconItem } from '../../model/model.js';
import type { QuotedRow } from '../lines.js';
import type { Input, LexiconPart, ReadOptions } from '../reader.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import type { TagOf } from './cldf.js';
import { Columns, type NamedRow, type Table } from './cldf-table.js';
import { englishShare, LEAST_ENGLISH } from './english.js';
import { isAffixCategory, isGrammaticalLabel, unjoinGloss, withoutExplanation } from './gloss.js';
import { takePair } from './pair.js';

interface Dictionary {
  readonly entries: Input;
  readonly rows: AsyncIterable<readonly QuotedRow[]>;
  readonly senses: Table;
  readonly tagOf: TagOf;
  readonly options: ReadOptions;
}

/** Every entry with its senses in order: the short gloss where there is one, else the description. */
export async function* dictionaryParts(dictionary: Dictionary): AsyncGenerator<LexiconPart> {
  const { entries, senses, tagOf, options } = dictionary;
  const from = options.from ?? 'en';
  if (options.from === undefined) demandEnglish(entries, senses);
  const byEntry = sensesByEntry(senses);
  let columns: Columns | undefined;
  for await (const rows of dictionary.rows) {
    const byLanguage = new Map<string, LexiconItem[]>();
    for (const row of rows) {
      if (!columns) {
        columns = new Columns(entries, row.cells, ['ID', 'Headword']);
        continue;
      }
      const cell = columns.name(row);
      const to = options.to ?? (cell('Language_ID') === '' ? 'und' : tagOf(cell('Language_ID')));
      const items = byLanguage.get(to) ?? [];
      byLanguage.set(to, items);
      takeEntry(items, { line: row.line, cell, senses: byEntry.get(cell('ID')) ?? [] }, from === 'en');
    }
    for (const [to, items] of byLanguage) yield { from, to, items };
  }
}

function demandEnglish(entries: Input, { rows }: Table): void {
  const sample = rows.slice(0, 500).map((row) => row('Description') || row('Gloss'));
  if (sample.length < 20 || englishShare(sample) >= LEAST_ENGLISH) return;
  throw new CalqueError('input', 'its senses are not described in English', {
    place: { file: entries.file },
    suggestions: ['say in which language they are: --from es'],
  });
}

/** One sense may belong to several entries: ids are joined by blanks or semicolons. */
function sensesByEntry({ rows }: Table): ReadonlyMap<string, NamedRow[]> {
  const byEntry = new Map<string, NamedRow[]>();
  for (const row of rows) {
    for (const id of row('Entry_ID').split(/\s*;\s*/)) {
      const list = byEntry.get(id);
      if (list) list.push(row);
      else byEntry.set(id, [row]);
    }
  }
  return byEntry;
}

interface Entry {
  readonly line: number;
  readonly cell: NamedRow;
  readonly senses: readonly NamedRow[];
}

function takeEntry(items: LexiconItem[], { line, cell, senses }: Entry, english: boolean): void {
  const word = cell('Headword');
  const pos = cell('Part_Of_Speech');
  if (word === '' || senses.length === 0) {
    items.push(rejection(line, word === '' ? 'the entry has no headword' : 'the entry has no sense', word));
    return;
  }
  let rank = 1;
  for (const sense of senses) {
    const gloss = sense('Gloss') || sense('Description');
    const text = `${word}: ${gloss}`;
    const fault = faultOf(gloss, pos);
    if (fault !== '') {
      items.push(rejection(line, fault, text));
      continue;
    }
    const before = items.length;
    takePair(
      items,
      { line, from: unjoinGloss(withoutExplanation(gloss)), to: word, pos: categoryOf(pos), rank, text },
      english,
    );
    rank += items.length - before;
  }
}

function faultOf(gloss: string, pos: string): string {
  if (gloss === '') return 'the sense has no gloss';
  if (isGrammaticalLabel(gloss)) return 'a grammatical label, not a translation';
  return isAffixCategory(pos) ? 'an affix, not a word' : '';
}
