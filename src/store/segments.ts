import type { Connection } from './connection.js';

/** Two rounds of 32 bits over the text, put together to 53: more would not fit a number. */
export function textKey(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x2545f491;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  low ^= high >>> 15;
  low = Math.imul(low, 0xc2b2ae35);
  return ((high ^ (low >>> 11)) >>> 11) * 0x1_0000_0000 + (low >>> 0);
}

/** Ids of texts of one language, made where the store has none yet. */
export function segmentsOf(connection: Connection, language: number): (text: string) => number {
  const find = connection.prepare('select id, text from segment where key = ? and language = ?');
  const insert = connection.prepare('insert into segment (language, key, text) values (?, ?, ?)');
  return (text) => {
    for (let key = textKey(text); ; key++) {
      const known = find.get(key, language) as { id: number; text: string } | undefined;
      if (known?.text === text) return known.id;
      if (!known) return Number(insert.run(language, key, text).lastInsertRowid);
    }
  };
}

/** Takes away the texts that nothing points to any more. */
export function sweepSegments({ db }: Connection): void {
  db.exec(`drop table if exists temp.spoken;
    create temp table spoken (segment integer primary key);
    insert or ignore into temp.spoken select origin from sentence_pair;
    insert or ignore into temp.spoken select target from sentence_pair;
    insert or ignore into temp.spoken select segment from verse;
    insert or ignore into temp.spoken select segment from sentence;
    delete from segment where id not in (select segment from temp.spoken);
    delete from reference where id not in (select reference from verse)
      and id not in (select last from verse where last is not null);
    drop table temp.spoken`);
}
