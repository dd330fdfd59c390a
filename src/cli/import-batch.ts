import type { Store } from '../store/store.js';
import { filesOf, type ImportResult, type ImportTask, importFiles } from './import.js';
import { type ImportKind, LEXICON, TABLE, TEXT, TYPOLOGY, templateKind, VALUE } from './import-kinds.js';
import { type Previewed, previewFiles } from './preview.js';
import type { Progress } from './progress.js';
import { readSourceRules } from './sources-file.js';

/** The kinds of data that have imports of their own. */
export type BatchKind = 'lexicon' | 'table' | 'template' | 'value' | 'typology' | 'text';

/** Files of one kind, and what was said of them. */
export interface ImportBatch {
  readonly kind: BatchKind;
  readonly paths: readonly string[];
  readonly options: ImportTask<never>['options'];
  /** File that describes files. */
  readonly sources?: string | undefined;
  readonly replace?: string | undefined;
  readonly rejects?: string | undefined;
  readonly strict: boolean;
  /** Scheme of templates. */
  readonly scheme?: string | undefined;
}

/** A batch whose files are found: it can be shown, or taken in. */
export interface PreparedBatch {
  preview(store: Store | undefined): Promise<Previewed>;
  import(store: Store): Promise<ImportResult>;
}

/** Finds the files of a batch; a path that is not there fails here, before a store is made. */
export async function prepareBatch(batch: ImportBatch, progress: Progress): Promise<PreparedBatch> {
  switch (batch.kind) {
    case 'lexicon':
      return prepare(LEXICON, batch, progress);
    case 'table':
      return prepare(TABLE, batch, progress);
    case 'template':
      return prepare(templateKind(batch.scheme ?? 'massive'), batch, progress);
    case 'value':
      return prepare(VALUE, batch, progress);
    case 'typology':
      return prepare(TYPOLOGY, batch, progress);
    case 'text':
      return prepare(TEXT, batch, progress);
  }
}

async function prepare<Item extends { readonly line: number }>(
  kind: ImportKind<Item>,
  { paths, options, sources, replace, rejects, strict }: ImportBatch,
  progress: Progress,
): Promise<PreparedBatch> {
  const rules = sources === undefined ? undefined : await readSourceRules(sources);
  const walk = await filesOf({ paths, rules, replace });
  const named = new Set(paths);
  const task: ImportTask<Item> = { kind, walk, named, options, rules, replace, rejects, strict, progress };
  return { preview: (store) => previewFiles(store, task), import: (store) => importFiles(store, task) };
}
