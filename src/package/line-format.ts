import type { FormatOptions, FormatWriter, PackageFiles, PackageFormat, PackageOutput, PackageRow } from './format.js';

/** A format of one file a language (or a partition of it) into which each row is written by itself. */
export interface LineFormat extends Pick<PackageFormat, 'id' | 'title' | 'loses' | 'reader'> {
  readonly mediaType: string;
  /** Ending of its files, without dot. */
  readonly ending: string;
  /** One file for each partition, or all partitions in one. */
  readonly byPartition: boolean;
  /** What stands at the top of each file. */
  readonly header?: string;
  /** The row as it stands in the file, with its line ends. */
  line(row: PackageRow, options: FormatOptions): string;
}

export function lineFormat(format: LineFormat): PackageFormat {
  const { id, title, loses, reader } = format;
  return { id, title, loses, reader, open: (files, options) => new LineWriter(format, files, options) };
}

class LineWriter implements FormatWriter {
  readonly #format: LineFormat;
  readonly #files: PackageFiles;
  readonly #options: FormatOptions;
  readonly #open = new Map<string, PackageOutput>();

  constructor(format: LineFormat, files: PackageFiles, options: FormatOptions) {
    this.#format = format;
    this.#files = files;
    this.#options = options;
  }

  write(row: PackageRow): void {
    const name = this.#format.byPartition ? `${dataName(row)}.${row.partition}` : dataName(row);
    let output = this.#open.get(name);
    if (output === undefined) {
      output = this.#files.open(`${this.#format.id}/${name}.${this.#format.ending}`, this.#contentOf(row));
      this.#open.set(name, output);
      if (this.#format.header !== undefined) output.write(this.#format.header, 0);
    }
    output.write(this.#format.line(row, this.#options), 1);
  }

  finish(): string[] {
    return [];
  }

  #contentOf(row: PackageRow) {
    const { id, mediaType, byPartition } = this.#format;
    return { ...contentOf(row, id, mediaType), partition: byPartition ? row.partition : ('' as const) };
  }
}

/** What the file of a row is. */
export function contentOf(row: PackageRow, format: string, mediaType: string) {
  return { format, mediaType, locale: row.locale, partition: row.partition, config: dataName(row) };
}

/** Rows that are neither of the run nor of the source as they were stand in files of their own: `sw.code-switched`. */
export function dataName(row: PackageRow): string {
  return row.origin === 'code-switched' ? `${row.locale}.code-switched` : row.locale;
}
