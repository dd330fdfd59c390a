import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { CalqueError, type Row } from '../model/model.js';
import {
  codeSwitched,
  isCodeSwitched,
  type Origin,
  sampled,
  sourceRow,
  type TemplatesByName,
} from '../package/package.js';
import { openStore } from '../store/store.js';
import type { Run } from './run-folder.js';

export interface StreamedRow {
  readonly row: Row;
  readonly origin: Origin;
}

export interface RowStreamTask {
  readonly runs: readonly Run[];
  readonly store: string;
  /** Share of the rows that are source utterances as they are. */
  readonly mixSource: number;
  /** Share of the rows of runs that get a twin in two languages. */
  readonly codeSwitch: number;
}

/** All rows that a package may hold, in the same order at each call: those of runs, twins behind them, then sources. */
export function rowStream(task: RowStreamTask): { batches(): AsyncGenerator<StreamedRow[]>; readonly rows: number } {
  const { runs, mixSource, codeSwitch } = task;
  const files = runs.flatMap(({ folder, records }) =>
    records.flatMap((record) => record.files.map((file) => ({ folder, ...file }))),
  );
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const mixture = mixSource > 0 || codeSwitch > 0 ? readMixture(task, rows) : undefined;
  async function* batches() {
    for (const { folder, file } of files) {
      for await (const batch of rowsIn(join(folder, file))) {
        const streamed = batch.map((row): StreamedRow => ({ row, origin: 'generated' }));
        yield mixture === undefined ? streamed : streamed.flatMap((one) => [one, ...twinOf(one.row)]);
      }
    }
    if (mixture !== undefined) yield mixture.sources;
  }
  function twinOf(row: Row): StreamedRow[] {
    if (mixture === undefined || !isCodeSwitched(row, codeSwitch)) return [];
    const twin = codeSwitched(row, mixture.templates);
    return twin === undefined ? [] : [{ row: twin, origin: 'code-switched' }];
  }
  return { batches, rows };
}

/** The source utterances that are mixed in, as they are or in values. */
function readMixture({ store: path, mixSource }: RowStreamTask, rows: number) {
  const store = openStore(path, { mode: 'read' });
  try {
    const sources = new Map(store.sources().map(({ id, name, from }) => [id, { name, from }]));
    const all = store.templates();
    const templates: TemplatesByName = new Map(all.map((template) => [template.name, template]));
    const wanted = Math.round((rows * mixSource) / (1 - mixSource));
    const mixed = sampled(all, wanted).map((template): StreamedRow => {
      const { name = '', from = '' } = sources.get(template.source) ?? {};
      return { row: sourceRow(template, from || 'und', name), origin: 'source' };
    });
    return { templates, sources: mixed };
  } finally {
    store.close();
  }
}

/** The rows of one file, a piece of the file at a time. */
export async function* rowsIn(file: string): AsyncGenerator<Row[]> {
  let line = 0;
  const parse = (text: string): Row => {
    line++;
    return JSON.parse(text) as Row;
  };
  try {
    let rest = '';
    for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
      const lines = (rest + (piece as string)).split('\n');
      rest = lines.pop() as string;
      yield lines.map(parse);
    }
    if (rest !== '') yield [parse(rest)];
  } catch (cause) {
    if (cause instanceof CalqueError) throw cause;
    throw new CalqueError('input', 'is not what the run wrote', { place: { file, line }, cause });
  }
}
