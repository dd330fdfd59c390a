import { byCodeUnit, type Cell, type Gazetteer, type Paradigms, type StoredValue } from '../model/model.js';
import type { Connection } from './connection.js';
import { foldKey } from './schema.js';
import { allowedSources, languageId } from './sources.js';

export interface LicenceOption {
  /** Which licences may be used; absent: all. */
  readonly licences?: ((licence: string) => boolean) | undefined;
}

export const CELLS = `
  select b.canonical as bundle, c.form as form, c.source as source, c.count as count
  from cell c join bundle b on b.id = c.bundle where c.language = ? and c.lemma = ?`;

interface Paradigm {
  readonly cells: readonly Cell[];
  readonly sources: readonly number[];
}

interface CellRow {
  readonly bundle: string;
  readonly form: string;
  readonly source: number;
  readonly count: number;
}

/** The inflection table of one language: cells sorted by bundle, of its forms the one met most often first, each once. */
export function storeParadigms(connection: Connection, language: string, options: LicenceOption): Paradigms {
  const id = languageId(connection, language);
  const sources = allowedSources(connection, options.licences);
  const cache = new Map<string, Paradigm>();
  const read = (lemma: string): Paradigm => {
    const rows = connection.rows<CellRow>(CELLS, id ?? 0, lemma).filter(({ source }) => sources.has(source));
    const cells = new Map<string, Cell & { count: number }>();
    for (const { bundle, form, count } of rows) {
      const key = `${bundle}\t${form}`;
      const known = cells.get(key);
      if (known) known.count += count;
      else cells.set(key, { bundle, form, count });
    }
    const sorted = [...cells.values()].sort(
      (a, b) => byCodeUnit(a.bundle, b.bundle) || b.count - a.count || byCodeUnit(a.form, b.form),
    );
    return {
      cells: sorted.map(({ bundle, form }) => ({ bundle, form })),
      sources: [...new Set(rows.map(({ source }) => source))].sort((a, b) => a - b),
    };
  };
  const paradigm = (lemma: string): Paradigm => {
    let known = cache.get(lemma);
    if (!known) {
      known = read(lemma);
      cache.set(lemma, known);
    }
    return known;
  };
  return {
    cells: (lemma) => paradigm(lemma).cells,
    sources: (lemma) => paradigm(lemma).sources,
    allSources: [...sources.values()].filter(({ kind, to }) => kind === 'table' && to === language).map(({ id }) => id),
  };
}

const VALUE = 'select slot, english, text, weight, source from value where language = ? and english = ?';
export const RENDERINGS = `${VALUE} order by source`;
export const LOCAL = `${VALUE} and slot = ? order by source`;

/** The values of one language, heaviest first, then by text; of several sources that give one, the first. */
export function storeGazetteer(connection: Connection, language: string, options: LicenceOption): Gazetteer {
  const id = languageId(connection, language) ?? 0;
  const sources = allowedSources(connection, options.licences);
  const tidy = (rows: readonly StoredValue[]): StoredValue[] => {
    const byText = new Map<string, StoredValue>();
    for (const row of rows) if (sources.has(row.source) && !byText.has(row.text)) byText.set(row.text, row);
    return [...byText.values()].sort((a, b) => b.weight - a.weight || byCodeUnit(a.text, b.text));
  };
  return {
    renderings: (slot, english) => {
      const key = foldKey(english);
      if (key === '') return [];
      const rows = connection.rows<StoredValue>(RENDERINGS, id, key);
      const own = tidy(rows.filter((row) => row.slot === slot));
      return own.length > 0 ? own : tidy(rows);
    },
    local: (slot) => tidy(connection.rows<StoredValue>(LOCAL, id, '', slot)),
  };
}
