import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FileMetaData } from 'hyparquet';
import { CalqueError } from '../model/model.js';
import { type GroupRequest, groupDecoder, type ParquetRow } from './parquet-decode.js';
import type { Input } from './reader.js';
import { wholeBytes } from './whole.js';

export type { ParquetRow } from './parquet-decode.js';

/** A table of a Parquet file. */
export interface ParquetTable {
  readonly columns: ReadonlySet<string>;
  /** Key → value, as the program that wrote the file left them. */
  readonly notes: ReadonlyMap<string, string>;
  /** The rows with some of the columns, a group at a time. */
  rows(columns: readonly string[]): AsyncGenerator<readonly ParquetRow[]>;
}

/** How every such file begins. */
export function isParquet({ head }: Pick<Input, 'head'>): boolean {
  return head.startsWith('PAR1');
}

/** Opens a Parquet file: what stands in it is told at its end, so that all of it is read. */
export async function openParquet(input: Input): Promise<ParquetTable> {
  const { parquetMetadata } = await import('hyparquet');
  const bytes = await wholeBytes(input);
  const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  let metadata: FileMetaData;
  try {
    metadata = parquetMetadata(content);
  } catch (cause) {
    throw damaged(input, '', cause);
  }
  async function* rows(columns: readonly string[]): AsyncGenerator<readonly ParquetRow[]> {
    const decoder = WORKER === undefined ? await inline(content) : inThread(WORKER, content);
    try {
      for (const group of metadata.row_groups.keys()) {
        yield await decoder.decode({ group, columns }).catch((cause: unknown) => {
          throw damaged(input, cause instanceof Error ? cause.message : '', cause);
        });
      }
    } finally {
      await decoder.close();
    }
  }
  return { columns: columnsOf(metadata), notes: notesOf(metadata), rows };
}

/** A thread runs compiled code only: where the sources are run as they are, there is none. */
const WORKER = import.meta.url.endsWith('.js') ? new URL('./parquet-worker.js', import.meta.url) : undefined;

interface Decoder {
  decode(request: GroupRequest): Promise<ParquetRow[]>;
  close(): Promise<unknown>;
}

async function inline(content: ArrayBuffer): Promise<Decoder> {
  return { decode: await groupDecoder(content), close: async () => undefined };
}

/** Seconds of processor time that decoding may take: far more than it does, for a file of this size. */
const secondsFor = (bytes: number) => 1 + (10 * bytes) / 2 ** 20;
const LOOK_EVERY = 50;

/** Decodes in a thread: lengths of runs that a damaged file tells can keep a decoder busy for hours, and it is stopped. */
function inThread(url: URL, content: ArrayBuffer): Decoder {
  const worker = new Worker(url, { workerData: content });
  const begun = process.cpuUsage();
  const isLate = () => process.cpuUsage(begun).user / 1e6 > secondsFor(content.byteLength);
  const decode = async (request: GroupRequest) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        if (isLate()) reject(new RangeError('it cannot be decoded in reasonable time'));
      }, LOOK_EVERY);
    });
    try {
      worker.postMessage(request);
      const [answer] = (await Promise.race([once(worker, 'message'), late])) as [Answer];
      if (answer.rows === undefined) throw new RangeError(answer.reason);
      return answer.rows;
    } finally {
      clearInterval(timer);
    }
  };
  return { decode, close: () => worker.terminate() };
}

interface Answer {
  readonly rows?: ParquetRow[];
  readonly reason?: string;
}

/** Names of the first level; lists and structs stand below theirs. */
function columnsOf({ schema }: FileMetaData): Set<string> {
  const names = new Set<string>();
  let at = 1;
  const pass = (): void => {
    const children = schema[at++]?.num_children ?? 0;
    for (let i = 0; i < children && at < schema.length; i++) pass();
  };
  while (at < schema.length) {
    names.add(schema[at]?.name ?? '');
    pass();
  }
  return names;
}

function notesOf({ key_value_metadata: pairs = [] }: FileMetaData): Map<string, string> {
  return new Map(pairs.map(({ key, value }) => [key, value ?? '']));
}

function damaged(input: Input, reason: string, cause?: unknown): CalqueError {
  const why = reason === '' || reason.includes('undefined') ? '' : `: ${reason.replace(/^parquet /, '')}`;
  return new CalqueError('input', `is no Parquet file that can be read${why}`, {
    place: { file: input.file },
    suggestions: ['fetch the file again, or write it again with snappy, gzip or no compression'],
    cause,
  });
}
