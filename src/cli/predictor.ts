import { decodePredictor, PREDICTOR_VERSION, type Predictor } from '../inflect/inflect.js';
import { allowedLicences } from '../licence/licence.js';
import { CalqueError, type TableRow } from '../model/model.js';
import { openStore, type Store } from '../store/store.js';
import { learnInflection } from './learn-inflection.js';
import type { Progress } from './progress.js';
import { count } from './text.js';

/** Fewer cells than this teach nothing that could be trusted. */
const FEWEST_ROWS = 50;

export interface PredictorOptions {
  /** As `--licences` has it: a predictor learns only from what may be used. */
  readonly licences?: string | undefined;
  readonly progress?: Progress | undefined;
}

/**
 * What a language's table teaches: kept from an earlier run, else learnt now and kept. Importing a table does not wait
 * for it; the first command that inflects does, some seconds a language.
 */
export async function predictorOf(
  store: Store,
  language: string,
  { licences, progress }: PredictorOptions = {},
): Promise<Predictor | undefined> {
  const allowed = { licences: allowedLicences(licences) };
  const hash = `${PREDICTOR_VERSION} ${store.tableHash(language, allowed)}`;
  const kept = decoded(store.predictor(language, hash));
  if (kept !== undefined) return kept;
  const rows = store.tableRows(language, allowed);
  if (rows.length < FEWEST_ROWS) return undefined;
  const bytes = await learning(rows, language, progress);
  keep(store, { language, hash, bytes });
  // Not the one just learnt: what is kept is rounded, and the first run must write what the second will.
  return decodePredictor(bytes);
}

/** How often the progress line is renewed, in milliseconds. */
const TOLD_EVERY = 500;

async function learning(
  rows: readonly TableRow[],
  language: string,
  progress: Progress | undefined,
): Promise<Uint8Array> {
  const tell = () => progress?.update(() => `${language}: learning to inflect from ${count(rows.length)} cells`);
  const timer = setInterval(tell, TOLD_EVERY);
  try {
    return await learnInflection(rows);
  } finally {
    clearInterval(timer);
  }
}

/** One that another version wrote, or that is damaged, is learnt again. */
function decoded(bytes: Uint8Array | undefined): Predictor | undefined {
  if (bytes === undefined) return undefined;
  try {
    return decodePredictor(bytes);
  } catch {
    return undefined;
  }
}

/** A store that cannot be written just now costs the next run its time, nothing else. */
function keep(store: Store, predictor: Parameters<Store['keepPredictor']>[0]): void {
  try {
    if (store.canWrite) {
      store.keepPredictor(predictor);
      return;
    }
    const writer = openStore(store.path, { mode: 'write', timeout: 500 });
    try {
      writer.keepPredictor(predictor);
    } finally {
      writer.close();
    }
  } catch (error) {
    if (!(error instanceof CalqueError)) throw error;
  }
}
