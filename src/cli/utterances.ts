import type { LabelledUtterance } from '../evaluate/evaluate.js';
import { CalqueError, TIERS, type Tier } from '../model/model.js';
import { detect, type Input, openInput, templateReaders } from '../read/read.js';

/** A file of labelled utterances, as results name it. */
export interface UtteranceFile {
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  readonly rows: number;
  readonly rejected: number;
}

export interface Utterances {
  readonly files: readonly UtteranceFile[];
  readonly rows: readonly LabelledUtterance[];
  /** Partitions that the files name. */
  readonly partitions: ReadonlySet<string>;
}

export interface UtteranceOptions {
  readonly format?: string | undefined;
  readonly partition?: string | undefined;
}

/** Reads files of any format of templates; the rows of a run keep their tiers and templates. */
export async function readUtterances(paths: readonly string[], options: UtteranceOptions = {}): Promise<Utterances> {
  const files: UtteranceFile[] = [];
  const rows: LabelledUtterance[] = [];
  const partitions = new Set<string>();
  for (const path of paths) {
    const before = rows.length;
    const input = await openInput(path);
    const reader = detect(templateReaders, input, options.format);
    const { partition } = options;
    const { batches } = await reader.open(input, partition === undefined ? {} : { partition });
    const marks = await marksOf(input);
    let rejected = 0;
    for await (const items of batches) {
      for (const item of items) {
        if ('reason' in item) rejected++;
        else {
          const { id, intent, text, spans } = item;
          rows.push({ id, intent, text, spans, ...marks.get(item.line) });
          partitions.add(item.partition);
        }
      }
    }
    files.push({ file: path, sha256: await input.sha256(), format: reader.id, rows: rows.length - before, rejected });
  }
  if (rows.length === 0) throw nothingRead(paths, options);
  return { files, rows, partitions };
}

function nothingRead(paths: readonly string[], { partition }: UtteranceOptions): CalqueError {
  const which = partition === undefined ? '' : ` of the partition ${JSON.stringify(partition)}`;
  return new CalqueError('input', `holds no labelled utterance${which}`, {
    place: { file: paths.join(', ') },
    suggestions: ['look at what is understood: calque template import FILE --dry-run'],
  });
}

type Marks = Pick<LabelledUtterance, 'tier' | 'template'>;

/** What rows of runs say beyond MASSIVE's format, by line. */
async function marksOf(input: Input): Promise<Map<number, Marks>> {
  const marks = new Map<number, Marks>();
  if (!/^\s*\{.*"(tier|template)"\s*:/.test(input.head)) return marks;
  let line = 0;
  for await (const text of linesOf(input)) {
    line++;
    const mark = markOf(text);
    if (mark !== undefined) marks.set(line, mark);
  }
  return marks;
}

async function* linesOf(input: Input): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.chunks()) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
  yield rest;
}

/** Undefined for what is no row: the reader has said so already. */
function markOf(text: string): Marks | undefined {
  try {
    const { tier, template } = JSON.parse(text) as { tier?: unknown; template?: unknown };
    const known = TIERS.includes(tier as Tier) ? { tier: tier as Tier } : {};
    return typeof template === 'string' ? { ...known, template } : known;
  } catch {
    return undefined;
  }
}
