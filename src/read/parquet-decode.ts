import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AsyncBuffer, Compressors, RowGroup } from 'hyparquet';
import { checkPages } from './parquet-pages.js';

export type ParquetRow = Readonly<Record<string, unknown>>;

/** What is wanted of a file: the rows of one group, with some of the columns. */
export interface GroupRequest {
  readonly group: number;
  readonly columns: readonly string[];
}

/** A page that unpacks to more than this was made to fill memory. */
const LARGEST_PAGE = 64 << 20;

/** Values of a column that are decoded at once: those of a group of rows, which is what the format packs together. */
const MOST_VALUES = 16_000_000;

/** Decodes groups of rows of a file. */
export async function groupDecoder(content: ArrayBuffer): Promise<(request: GroupRequest) => Promise<ParquetRow[]>> {
  const { parquetMetadata, parquetReadObjects, snappyUncompress } = await import('hyparquet');
  const metadata = parquetMetadata(content);
  const file: AsyncBuffer = { byteLength: content.byteLength, slice: (start, end) => content.slice(start, end) };
  const compressors = compressorsWith(snappyUncompress);
  const starts = [0];
  for (const { num_rows: rows } of metadata.row_groups) starts.push((starts.at(-1) as number) + Number(rows));
  return async ({ group, columns }) => {
    checkGroup(new Uint8Array(content), metadata.row_groups[group] as RowGroup, columns);
    const [rowStart, rowEnd] = [starts[group] as number, starts[group + 1] as number];
    return parquetReadObjects({ file, metadata, compressors, columns: [...columns], rowStart, rowEnd });
  };
}

/** Throws where a column that is wanted cannot be decoded in memory, or at all. */
function checkGroup(bytes: Uint8Array, group: RowGroup, wanted: readonly string[]): void {
  for (const { meta_data: column } of group.columns) {
    if (!column || !wanted.includes(column.path_in_schema[0] ?? '')) continue;
    const start = Number(column.dictionary_page_offset ?? column.data_page_offset);
    const end = start + Number(column.total_compressed_size);
    const values = Number(column.num_values);
    if (values > MOST_VALUES || Number(group.num_rows) > MOST_VALUES) {
      throw new RangeError('a group of rows is too large to be read at once');
    }
    if (!(start >= 0 && end > start && end <= bytes.length)) throw new RangeError('a column lies outside of the file');
    checkPages(bytes.subarray(start, end), { values, largest: LARGEST_PAGE });
  }
}

/** What pages are packed with; none unpacks to more than a page may hold. */
function compressorsWith(snappy: (packed: Uint8Array, plain: Uint8Array) => void): Compressors {
  const limits = { maxOutputLength: LARGEST_PAGE };
  return {
    SNAPPY: (packed, size) => {
      const plain = new Uint8Array(size);
      snappy(packed, plain);
      return plain;
    },
    GZIP: (packed) => gunzipSync(packed, limits),
    BROTLI: (packed) => brotliDecompressSync(packed, limits),
  };
}
