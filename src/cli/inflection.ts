import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createInflector, type Inflector } from '../inflect/inflect.js';
import { CalqueError, type Inflected } from '../model/model.js';
import { openStore, type Store } from '../store/store.js';
import { resolveProfile } from './profile.js';

export interface Where {
  readonly store: string;
  readonly language: string;
  readonly profile: string | undefined;
}

export interface InflectedRow extends Inflected {
  readonly lemma: string;
}

async function withInflector<T>(
  { store: path, language, profile: file }: Where,
  use: (inflector: Inflector) => Promise<T>,
): Promise<T> {
  const store: Store = openStore(path, { mode: 'read' });
  try {
    const { profile } = await resolveProfile(store, language, file);
    return await use(createInflector(store.paradigms(language), profile));
  } finally {
    store.close();
  }
}

export async function inflectOne(where: Where, lemma: string, bundle: string): Promise<InflectedRow> {
  return withInflector(where, async (inflector) => ({ lemma, ...inflector.inflect(lemma, bundle) }));
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
        rows.push({ lemma, ...inflector.inflect(lemma, bundle), bundle });
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      throw new CalqueError('input', 'cannot be read', { place: { file: place }, cause: error });
    }
    return rows;
  });
}
