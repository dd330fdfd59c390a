import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledLanguage, compileLanguage, type PlanOptions } from '../../src/cli/compile-language.js';
import { importFile } from '../../src/cli/import-file.js';
import { type ImportKind, LEXICON, TABLE, templateKind, VALUE } from '../../src/cli/import-kinds.js';
import { type StarterFile, starterFiles } from '../../src/cli/starter.js';
import type { Row } from '../../src/model/model.js';
import { openInput } from '../../src/read/read.js';
import { realise, rowCounts, sum } from '../../src/realise/realise.js';
import { openStore, type Store } from '../../src/store/store.js';

/** A store in a folder of its own; call `done` to close and remove it. */
export function temporaryStore(): { store: Store; folder: string; done: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'calque test ü '));
  const store = openStore(join(folder, 'store.db'), { mode: 'write', create: true });
  return {
    store,
    folder,
    done: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Takes the program's own data for these languages into a store, with the English templates. */
export async function importStarter(store: Store, languages: readonly string[]): Promise<void> {
  for (const file of starterFiles(languages)) {
    if (file.kind === 'lexicon') await take(LEXICON, store, file);
    else if (file.kind === 'table') await take(TABLE, store, file);
    else if (file.kind === 'value') await take(VALUE, store, file);
    else await take(templateKind('massive'), store, file);
  }
}

async function take<Item extends { readonly line: number }>(
  kind: ImportKind<Item>,
  store: Store,
  file: StarterFile,
): Promise<void> {
  const options = {
    licence: file.licence,
    title: file.title,
    ...(file.language !== '' && { language: file.language, to: file.language }),
  };
  await importFile({
    kind,
    input: await openInput(file.file),
    options,
    store,
    strict: true,
    known: 0,
    onRows: () => undefined,
  });
}

export function compile(store: Store, language: string, options: Partial<PlanOptions> & { trace?: boolean } = {}) {
  return compileLanguage(store, language, { allRegisters: false, ...options });
}

/** The rows of a plan, a few of each template. */
export function rowsOf({ plan }: Pick<CompiledLanguage, 'plan'>, seed = 1): Row[] {
  const counts = rowCounts(plan, { perTemplate: 8 });
  const pieces: Buffer[] = [];
  realise(plan, {
    seed,
    counts,
    from: 0,
    to: sum(counts),
    write: (buffer, length) => pieces.push(Buffer.from(buffer.subarray(0, length))),
  });
  const lines = Buffer.concat(pieces).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}
