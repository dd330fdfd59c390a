import { type InflectionOutcome, type InflectionScores, scoreInflection } from '../evaluate/evaluate.js';
import { createInflector, type Inflector, meaningOf } from '../inflect/inflect.js';
import { CalqueError, type CellRecord, canonicalBundle, type Inflected } from '../model/model.js';
import { detect, type Input, openInput, spelledBundle, tableReaders } from '../read/read.js';
import { openStore, type Store } from '../store/store.js';
import type { Where } from './inflection.js';
import { predictorOf } from './predictor.js';
import { resolveProfile } from './profile.js';

/** The order of a file's columns, where it is not to be found out. */
export const COLUMNS = ['lemma', 'form', 'features'] as const;

export interface InflectionTest extends InflectionScores {
  readonly file: string;
  readonly language: string;
  /** Rows of the file that could not be read. */
  readonly rejected: number;
  /** CPU time of learning from the table, or of reading what was learnt before. */
  readonly learningSeconds: number;
  /** CPU time until all cells were answered once: what the predictor knows of a bundle is read when it is first asked. */
  readonly firstSeconds: number;
  /** Asked once more, when all of it has been read. */
  readonly formsPerSecond: number;
}

/** Asks for every cell of a test file, and holds the answers against it. */
export async function testInflection(
  where: Where,
  file: string,
  columns: readonly string[] | undefined,
): Promise<InflectionTest> {
  const store = openStore(where.store, { mode: 'read' });
  try {
    const { language, progress } = where;
    const input = await openInput(file);
    const { cells, rejected } = await readCells(input, { language, columns });
    if (cells.length === 0) throw new CalqueError('input', 'no row could be read', { place: { file } });
    const { profile } = await resolveProfile(store, language, where.profile);
    const start = process.cpuUsage();
    const predictor = await predictorOf(store, language, { progress });
    const learningSeconds = secondsSince(start);
    const paradigms = store.paradigms(language);
    const inflector = createInflector({ paradigms, profile, predictor, forgetful: true });
    const { answers, ...speed } = ask(cells, inflector);
    const outcomes = outcomesOf(cells, answers, seenIn(store, language));
    return { file, language, rejected, ...scoreInflection(outcomes), learningSeconds, ...speed };
  } finally {
    where.progress.done();
    store.close();
  }
}

interface TestCell {
  readonly lemma: string;
  readonly bundle: string;
  readonly gold: string[];
}

async function readCells(
  input: Input,
  { language, columns }: { language: string; columns: readonly string[] | undefined },
): Promise<{ cells: TestCell[]; rejected: number }> {
  const cells = new Map<string, TestCell>();
  let rejected = 0;
  const take = ({ lemma, bundle, form }: Omit<CellRecord, 'line'>) => {
    const key = `${lemma}\t${canonicalBundle(bundle)}`;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, { lemma, bundle, gold: [form] });
    else if (!known.gold.includes(form)) known.gold.push(form);
  };
  if (columns === undefined) {
    const reader = detect(tableReaders, input, 'auto');
    const { batches } = await reader.open(input, { language });
    for await (const items of batches)
      for (const item of items) {
        if ('reason' in item) rejected++;
        else take(item);
      }
  } else {
    for await (const row of columnsOf(input, columns)) {
      if (row === undefined) rejected++;
      else take(row);
    }
  }
  return { cells: [...cells.values()], rejected };
}

async function* columnsOf(input: Input, columns: readonly string[]) {
  const [lemma, form, features] = COLUMNS.map((name) => columns.indexOf(name));
  let text = '';
  for await (const chunk of input.chunks()) text += chunk;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const fields = line.normalize('NFC').split('\t');
    const row = [lemma, form, features].map((at) => (fields[at as number] ?? '').trim());
    const [own = '', made = '', bundle = ''] = row;
    yield row.includes('') ? undefined : { lemma: own, form: made, bundle: spelledBundle(bundle) };
  }
}

/** Which lemmas and bundles the table has; equal bundles are equal in whatever notation. */
function seenIn(store: Store, language: string) {
  const paradigms = store.paradigms(language);
  const keyOf = (bundle: string) => `${bundle.split(';')[0]} ${meaningOf(bundle)}`;
  const bundles = new Set(store.bundles(language).map(({ bundle }) => keyOf(bundle)));
  return {
    lemma: (lemma: string) => paradigms.cells(lemma).length > 0,
    bundle: (bundle: string) => bundles.has(keyOf(canonicalBundle(bundle))),
  };
}

/** Answers that tell the speed: the engine takes some thousand calls to translate what is called often. */
const ASKED_AGAIN = 20_000;
const MOST_IN_A_ROUND = 2000;

function ask(cells: readonly TestCell[], inflector: Inflector) {
  const start = process.cpuUsage();
  const answers = cells.map(({ lemma, bundle }) => inflector.inflect(lemma, bundle, 'stated'));
  const firstSeconds = secondsSince(start);
  return { answers, firstSeconds, formsPerSecond: speedOf(cells.slice(0, MOST_IN_A_ROUND), inflector) };
}

/** Of the quickest of several rounds: what else the machine does can only slow one down. */
function speedOf(cells: readonly TestCell[], inflector: Inflector): number {
  let least = Number.POSITIVE_INFINITY;
  for (let asked = 0; asked < ASKED_AGAIN; asked += cells.length) {
    const start = process.cpuUsage();
    for (const { lemma, bundle } of cells) inflector.inflect(lemma, bundle, 'stated');
    least = Math.min(least, secondsSince(start));
  }
  return Math.round(cells.length / Math.max(least, 1e-6));
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function outcomesOf(
  cells: readonly TestCell[],
  answers: readonly Inflected[],
  seen: { lemma: (lemma: string) => boolean; bundle: (bundle: string) => boolean },
): InflectionOutcome[] {
  return cells.map(({ lemma, bundle, gold }, at) => {
    const { form, method, confidence } = answers[at] as Inflected;
    return { form, gold, method, confidence, lemmaSeen: seen.lemma(lemma), bundleSeen: seen.bundle(bundle) };
  });
}
