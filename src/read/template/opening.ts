import type { TemplateItem } from '../../model/model.js';
import { languageOf } from '../name.js';
import { type Input, type ItemFile, type ReadOptions, SILENT } from '../reader.js';
import { Remarks } from '../remarks.js';
import { folderOfPartition, partitionOf } from './labelled.js';

/** What a reader is told of the file that it opens. */
export interface Opening {
  readonly input: Input;
  readonly options: ReadOptions;
  /** The language that the file names. */
  readonly inside?: string | undefined;
}

/** What rows are read with. */
export interface Reading {
  /** The partition of rows that name none. */
  readonly partition: string;
  readonly remarks: Remarks;
}

type Rows = (input: Input, reading: Reading) => AsyncGenerator<TemplateItem[]>;

/** Opens a file of labelled utterances, whose language somebody said, else the file, else its name. */
export function openUtterances({ input, options, inside }: Opening, readRows: Rows): ItemFile<TemplateItem> {
  const remarks = new Remarks();
  return {
    ...SILENT,
    language: options.language ?? inside ?? languageNamed(input) ?? 'en',
    batches: readRows(input, { partition: partitionOf(input, options.partition), remarks }),
    remarks: () => remarks.list(),
  };
}

/** The same for a format whose files are of one partition each: where another is asked for, none of it is read. */
export function openPartition(opening: Opening, readRows: Rows): ItemFile<TemplateItem> {
  const asked = opening.options.partition;
  return openUtterances(opening, async function* (input, reading) {
    if (asked === undefined || asked === reading.partition) yield* readRows(input, reading);
  });
}

function languageNamed(input: Input): string | undefined {
  const folder = folderOfPartition(input);
  return folder === undefined ? languageOf(input) : languageOf({ ...input, name: folder });
}
