import type { LexiconItem } from '../../model/model.js';
import type { QuotedRow } from '../lines.js';
import type { Input, LexiconPart, ReadOptions } from '../reader.js';
import { rejection } from '../reject.js';
import { faultOfForm } from './abvd.js';
import type { TagOf } from './cldf.js';
import { Columns, type NamedRow, type Table } from './cldf-table.js';
import { englishShare, LEAST_ENGLISH } from './english.js';
import { conceptWords, isGrammaticalLabel } from './gloss.js';
import { takePair } from './pair.js';
import { annotatedTerm } from './wide.js';

interface Wordlist {
  readonly forms: Input;
  readonly rows: AsyncIterable<readonly QuotedRow[]>;
  readonly concepts: Table;
  readonly tagOf: TagOf;
  readonly options: ReadOptions;
}

/** Every form with the words of its concept; the n-th form of a concept in a language has rank n. */
export async function* wordlistParts(list: Wordlist): AsyncGenerator<LexiconPart> {
  const glosses = glossesOf(list.concepts);
  const ranks = new Map<string, number>();
  let columns: Columns | undefined;
  for await (const rows of list.rows) {
    const byLanguage = new Map<string, LexiconItem[]>();
    for (const row of rows) {
      if (!columns) {
        columns = new Columns(list.forms, row.cells, ['Language_ID', 'Parameter_ID', 'Form']);
        continue;
      }
      const cell = columns.name(row);
      const tag = list.tagOf(cell('Language_ID'));
      // English as a language of the list says what the concepts say.
      if (tag === 'en' || (list.options.to !== undefined && tag !== list.options.to)) continue;
      const items = byLanguage.get(tag) ?? [];
      byLanguage.set(tag, items);
      takeForm(items, { line: row.line, cell }, { glosses, ranks });
    }
    for (const [to, items] of byLanguage) yield { from: 'en', to, items };
  }
}

/** Names of concepts where they are English, else Concepticon's glosses. */
function glossesOf({ rows }: Table): ReadonlyMap<string, string> {
  const names = rows.map((row) => row('Name'));
  const english = englishShare(names) >= LEAST_ENGLISH;
  const gloss = (row: NamedRow) => row('Concepticon_Gloss').toLowerCase();
  return new Map(rows.map((row) => [row('ID'), conceptWords((english ? row('Name') : gloss(row)) || gloss(row))]));
}

interface Form {
  readonly line: number;
  readonly cell: NamedRow;
}

function takeForm(
  items: LexiconItem[],
  { line, cell }: Form,
  { glosses, ranks }: { readonly glosses: ReadonlyMap<string, string>; readonly ranks: Map<string, number> },
): void {
  const form = cell('Form') || cell('Value');
  const gloss = glosses.get(cell('Parameter_ID'));
  const text = `${cell('Language_ID')}: ${cell('Parameter_ID')}: ${form}`;
  const fault = faultOf(gloss, form);
  if (fault !== '') {
    items.push(rejection(line, fault, text));
    return;
  }
  const key = `${cell('Language_ID')}\t${cell('Parameter_ID')}`;
  const rank = (ranks.get(key) ?? 0) + 1;
  ranks.set(key, rank);
  const term = annotatedTerm(gloss as string);
  takePair(items, { line, from: term.text, to: form, pos: term.pos, rank, text });
}

function faultOf(gloss: string | undefined, form: string): string {
  if (gloss === undefined || gloss === '') return 'the concept is not in parameters.csv';
  if (isGrammaticalLabel(gloss)) return 'a grammatical label, not a translation';
  return faultOfForm(form);
}
