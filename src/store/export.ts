import type { ExportedEntry, Source } from '../model/model.js';
import type { Connection } from './connection.js';
import { languageId, listSources } from './sources.js';

/** What of a lexicon is wanted; all of it where nothing is said. */
export interface ExportFilter {
  /** BCP 47 tag of the translations. */
  readonly to?: string | undefined;
  /** Names of sources. */
  readonly sources?: readonly string[] | undefined;
}

interface Row {
  readonly from: string;
  readonly lemma: string;
  readonly pos: string;
  readonly to: string;
  readonly translation: string;
  readonly nounClass: string;
  readonly rank: number;
  readonly sense: string | null;
  readonly labels: string | null;
  readonly source: number;
}

/** In the order in which translations came into the store: no sorting, so that the first row comes at once. */
const ENTRIES = `
  select fl.tag as "from", f.lemma as lemma, t.pos as pos, tl.tag as "to", t.lemma as translation,
    t.noun_class as nounClass, e.rank as rank, g.gloss as sense, e.labels as labels, e.source as source
  from translation l cross join lexeme f on f.id = l.origin cross join lexeme t on t.id = l.target
  cross join language fl on fl.id = f.language cross join language tl on tl.id = t.language
  cross join evidence e on e.translation = l.id left join sense g on g.id = e.sense`;

/** Every translation of the store, once for each source that vouches for it, and once for each sense or label of it. */
export function* exportedEntries(connection: Connection, { to, sources }: ExportFilter): Generator<ExportedEntry> {
  const known = new Map<number, Source>(listSources(connection).map((source) => [source.id, source]));
  const language = to === undefined ? undefined : (languageId(connection, to) ?? 0);
  const where = language === undefined ? '' : ' where l.language = ?';
  const statement = connection.prepare(`${ENTRIES}${where} order by l.id, e.source, e.line`);
  const rows = statement.iterate(...(language === undefined ? [] : [language])) as IterableIterator<Row>;
  for (const { source: id, sense, labels, ...entry } of rows) {
    const { name: source, kind, licence } = known.get(id) as Source;
    if (sources !== undefined && !sources.includes(source)) continue;
    yield { ...entry, sense: sense ?? '', labels: labels ?? '', source, kind, licence };
  }
}
