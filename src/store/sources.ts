import type { Source, SourceDescription, SourceKind } from '../model/model.js';
import type { Connection } from './connection.js';

const COLUMNS = `id, name, kind, format, file, sha256, licence, citation, title,
  from_tag as "from", to_tag as "to", encoding, said, read, kept, merged, rejected`;

/** All sources in the order in which they were imported. */
export function listSources(connection: Connection, kind?: SourceKind): Source[] {
  if (kind === undefined) return connection.rows<Source>(`select ${COLUMNS} from source order by id`);
  return connection.rows<Source>(`select ${COLUMNS} from source where kind = ? order by id`, kind);
}

export function sourceById(connection: Connection, id: number): Source | undefined {
  return connection.row<Source>(`select ${COLUMNS} from source where id = ?`, id);
}

export function sourceByName(connection: Connection, name: string): Source | undefined {
  return connection.row<Source>(`select ${COLUMNS} from source where name = ?`, name);
}

/** The import of the same bytes as the same thing, if there was one. */
export function sourceOfBytes(
  connection: Connection,
  what: Pick<SourceDescription, 'sha256' | 'kind' | 'from' | 'to'>,
): Source | undefined {
  return connection.row<Source>(
    `select ${COLUMNS} from source where sha256 = ? and kind = ? and from_tag = ? and to_tag = ? order by id`,
    what.sha256,
    what.kind,
    what.from,
    what.to,
  );
}

export function insertSource(connection: Connection, description: SourceDescription): number {
  const { name, kind, format, file, sha256, licence, citation, title, from, to } = description;
  const { encoding = '', said = '{}' } = description;
  connection.run(
    `insert into source (name, kind, format, file, sha256, licence, citation, title, from_tag, to_tag, encoding, said)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[name, kind, format, file, sha256, licence, citation, title, from, to, encoding, said],
  );
  return Number(connection.row<{ id: number }>('select id from source where name = ?', name)?.id);
}

/** The ids of the sources whose licence is wanted, ascending. */
export function allowedSources(
  connection: Connection,
  licences: ((licence: string) => boolean) | undefined,
): ReadonlyMap<number, Source> {
  const wanted = listSources(connection).filter((source) => licences === undefined || licences(source.licence));
  return new Map(wanted.map((source) => [source.id, source]));
}

/** The id of a language, or undefined where the store has never met it. */
export function languageId(connection: Connection, tag: string): number | undefined {
  return connection.row<{ id: number }>('select id from language where tag = ?', tag)?.id;
}

export function ensureLanguage(connection: Connection, tag: string): number {
  connection.run('insert or ignore into language (tag) values (?)', tag);
  return languageId(connection, tag) as number;
}
