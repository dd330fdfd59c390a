import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HUGGING_FACE_COLUMNS } from '../../src/package/package.js';
import { rowWith, written } from './rows.js';

const ROWS = [
  rowWith(),
  rowWith({ id: '2024-01-01', annot_utt: '🎵 [g : jazz 🎷] tu', slot_method: [], sources: [] }),
  rowWith({ id: 'c', annot_utt: 'no' }),
];

describe('the Parquet file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calque-parquet-'));
  const file = join(folder, 'train.parquet');
  beforeAll(() => {
    const { bytes } = written('huggingface', [...ROWS, rowWith({ partition: 'dev', tier: 'B' })]);
    expect([...bytes.keys()]).toEqual([
      'huggingface/sw-tier-a/train.parquet',
      'huggingface/sw-tier-b/validation.parquet',
    ]);
    writeFileSync(file, bytes.get('huggingface/sw-tier-a/train.parquet')!);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function query(sql: string) {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const rows = (await connection.runAndReadAll(sql.replace('FILE', `'${file}'`))).getRowObjectsJson();
    connection.closeSync();
    return rows;
  }

  it('opens in DuckDB with the types that were meant', async () => {
    const types = await query('describe select * from FILE');
    expect(types.map(({ column_name: name, column_type: type }) => [name, type])).toEqual([
      ...['id', 'locale', 'scenario', 'intent', 'utt', 'annot_utt'].map((name) => [name, 'VARCHAR']),
      ['tokens', 'VARCHAR[]'],
      ['ner_tags', 'VARCHAR[]'],
      ['slots', 'STRUCT("label" VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR)[]'],
      ['slot_method', 'STRUCT(slot VARCHAR, "method" VARCHAR)[]'],
      ['score', 'DOUBLE'],
      ['tier', 'VARCHAR'],
      ['template', 'VARCHAR'],
      ['sources', 'VARCHAR[]'],
      ['origin', 'VARCHAR'],
    ]);
    expect(types).toHaveLength(HUGGING_FACE_COLUMNS.length);
  });

  it('holds the rows: lists without members are empty, offsets count code points', async () => {
    const rows = await query('select id, tokens, ner_tags, slots, sources, slot_method from FILE');
    expect(rows).toEqual([
      {
        id: '11#0',
        tokens: ['niamshe', 'saa', 'tatu', 'asubuhi', 'ijumaa'],
        ner_tags: ['O', 'B-time', 'I-time', 'I-time', 'B-date'],
        slots: [
          { label: 'time', start: 8, end: 24, text: 'saa tatu asubuhi' },
          { label: 'date', start: 25, end: 31, text: 'ijumaa' },
        ],
        sources: ['starter'],
        slot_method: [{ slot: 'time', method: 'translation' }],
      },
      {
        id: '2024-01-01',
        tokens: ['🎵', 'jazz', '🎷', 'tu'],
        ner_tags: ['O', 'B-g', 'I-g', 'O'],
        slots: [{ label: 'g', start: 2, end: 8, text: 'jazz 🎷' }],
        sources: [],
        slot_method: [],
      },
      expect.objectContaining({ id: 'c', tokens: ['no'], ner_tags: ['O'], slots: [] }),
    ]);
  });
});
