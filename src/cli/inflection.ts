import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createInflector, type Inflector } from '../inflect/inflect.js';
import { CalqueError, type Inflected } from '../model/model.js';
import { spelledBundle } from '../read/read.js';
import { openStore, type Store } from '../store/store.js';
import { predictorOf } from './predictor.js';
import { resolveProfile } from './profile.js';
import type { Progress } from './progress.js';

export interface Where {
  readonly store: string;
  readonly language: string;
  readonly profile: string | undefined;
  readonly progress: Progress;
}

export interface InflectedRow extends Inflected {
  readonly lemma: string;
}

async function withInflector<T>(
  { store: path, language, profile: file, progress }: Where,
  use: (inflector: Inflector) => Promise<T>,
): Promise<T> {
  const store: Store = openStore(path, { mode: 'read' });
  try {
    const { profile } = await resolveProfile(store, language, file);
    const predictor = await predictorOf(store, language, { progress });
    return await use(createInflector({ paradigms: store.paradigms(language), profile, predictor }));
  } finally {
    progress.done();
    store.close();
  }
}

/** Different forms, likeliest first. */
export async function inflectOne(
  where: Where,
  { lemma, bundle, most }: { readonly lemma: string; readonly bundle: string; readonly most: number },
): Promise<InflectedRow[]> {
  return withInflector(where, async (inflector) =>
    inflector.forms(lemma, spelledBundle(bundle), most).map((inflected) => ({ lemma, ...inflected })),
  );
}

/** Lines of lemma TAB bundle, from a file or from standard input; the bundle of a row is the one asked for. */
export async function inflectLines(where: Where, file: string): Promise<InflectedRow[]> {
  const place = file === '-' ? 'standard input' : file;
  return withInflector(where, async (inflector) => {
    const rows: InflectedRow[] = [];
    let line = 0;
    try {
      const input = file === '-' ? process.stdin : createReadStream(file);
      for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        line++;
        if (text.trim() === '') continue;
        const [lemma, bundle, ...more] = text.replace(/^\uFEFF/, '').split('\t');
        if (!lemma || !bundle || more.length > 0) {
          throw new CalqueError('input', 'expected a lemma, a TAB and a bundle', { place: { file: place, line } });
        }
        rows.push({ lemma, ...inflector.inflect(lemma, spelledBundle(bundle), 'stated'), bundle });
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      throw new CalqueError('input', 'cannot be read', { place: { file: place }, cause: error });
    }
    return rows;
  });
}
