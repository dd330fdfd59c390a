import type { TextRecord } from '../model/model.js';
import type { Connection } from './connection.js';
import { sourceByName } from './sources.js';

const UNITS = [
  `select 'pair' as unit, p.line as line, o.text as "from", t.text as "to"
   from sentence_pair p join segment o on o.id = p.origin join segment t on t.id = p.target
   where p.source = ? order by p.line, o.text, t.text`,
  `select 'verse' as unit, v.line as line, r.name as reference, ifnull(l.name, '') as last, s.text as text
   from verse v join reference r on r.id = v.reference left join reference l on l.id = v.last
   join segment s on s.id = v.segment where v.source = ? order by v.line, v.reference`,
  `select 'sentence' as unit, s.line as line, g.text as text
   from sentence s join segment g on g.id = s.segment where s.source = ? order by s.line, g.text`,
  `select 'word' as unit, line, word, count from frequency where source = ? order by line, word`,
];

/** What a source of text says, in the order of its file; nothing for a source that the store does not have. */
export function* textsOf(connection: Connection, name: string): Generator<TextRecord> {
  const source = sourceByName(connection, name)?.id ?? 0;
  // Statements of their own: a kept one would be busy until this ends.
  for (const sql of UNITS) yield* connection.db.prepare<unknown[], TextRecord>(sql).iterate(source);
}
