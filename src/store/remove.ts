import { CalqueError } from '../model/model.js';
import type { Connection } from './connection.js';
import { forgetPredictors } from './predictors.js';
import { sweepSegments } from './segments.js';
import { listSources, sourceByName } from './sources.js';
import type { Transaction } from './transaction.js';

/** How much went with a source: what another source vouches for stays. */
export interface RemovedCounts {
  readonly translations: number;
  readonly evidence: number;
  readonly lexemes: number;
  readonly cells: number;
  readonly templates: number;
  readonly values: number;
  readonly typology: number;
  /** Sentence pairs, verses, sentences and word counts. */
  readonly texts: number;
}

/** Takes back exactly what only this source vouched for. Joins an open transaction, else makes its own. */
export function removeSource(
  tools: { readonly connection: Connection; readonly transaction: Transaction; readonly forget: () => void },
  name: string,
): RemovedCounts {
  const { connection, transaction } = tools;
  const owner = transaction.join();
  try {
    const source = sourceByName(connection, name);
    if (!source) {
      const names = listSources(connection).map((known) => known.name);
      throw new CalqueError('usage', `the store has no source named ${name}`, {
        suggestions: names.length === 0 ? ['the store has no sources yet'] : [`it has: ${names.join(', ')}`],
      });
    }
    transaction.restoreIndices();
    const counts = removeRows(connection, source.id);
    if (source.kind === 'table') forgetPredictors(connection, source.to);
    tools.forget();
    if (owner) transaction.commit();
    return counts;
  } catch (error) {
    if (owner || !(error instanceof CalqueError)) transaction.rollback();
    throw error;
  }
}

function removeRows(connection: Connection, source: number): RemovedCounts {
  const translations = removeTranslations(connection, source);
  const rowsOf = (table: string) => connection.run(`delete from ${table} where source = ?`, source);
  const counts = {
    ...translations,
    cells: rowsOf('cell'),
    templates: rowsOf('template'),
    values: rowsOf('value'),
    typology: rowsOf('typology'),
    texts: removeTexts(connection, source),
  };
  connection.run('delete from source where id = ?', source);
  return counts;
}

function removeTexts(connection: Connection, source: number): number {
  const rows = ['sentence_pair', 'verse', 'sentence', 'frequency'].map((table) =>
    connection.run(`delete from ${table} where source = ?`, source),
  );
  const texts = rows.reduce((sum, each) => sum + each, 0);
  if (texts > 0) sweepSegments(connection);
  return texts;
}

function removeTranslations(connection: Connection, source: number) {
  const { db } = connection;
  db.exec(`drop table if exists temp.touched; drop table if exists temp.touched_lexeme;
    create temp table touched (translation integer primary key);
    create temp table touched_lexeme (lexeme integer primary key)`);
  connection.run('insert or ignore into temp.touched select translation from evidence where source = ?', source);
  const evidence = connection.run('delete from evidence where source = ?', source);
  db.exec(`delete from temp.touched where exists (select 1 from evidence e where e.translation = touched.translation);
    insert or ignore into temp.touched_lexeme
      select origin from translation where id in (select translation from temp.touched);
    insert or ignore into temp.touched_lexeme
      select target from translation where id in (select translation from temp.touched)`);
  const translations = connection.run('delete from translation where id in (select translation from temp.touched)');
  db.exec('delete from sense where id not in (select sense from evidence where sense is not null)');
  const lexemes = connection.run(
    `delete from lexeme where id in (select lexeme from temp.touched_lexeme)
       and not exists (select 1 from translation t where t.origin = lexeme.id)
       and not exists (select 1 from translation t where t.target = lexeme.id)`,
  );
  db.exec('drop table temp.touched; drop table temp.touched_lexeme');
  return { translations, evidence, lexemes };
}
