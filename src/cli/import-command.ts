import { CalqueError, EXIT } from '../model/model.js';
import { CalqueCommand } from './command.js';
import type { ImportTask } from './import.js';
import type { ImportKind } from './import-kinds.js';
import { count } from './text.js';

interface ImportArguments {
  readonly paths: readonly string[];
  readonly store: string;
  readonly dryRun: boolean;
  readonly options: ImportTask<never>['options'];
  readonly sources?: string | undefined;
  readonly replace?: string | undefined;
  readonly strict: boolean;
  /** Scheme of templates. */
  readonly scheme?: string | undefined;
}

/** The kinds of data that have imports of their own. */
type Kind = 'lexicon' | 'table' | 'template' | 'value' | 'typology';

interface RawFlags {
  readonly format: string;
  readonly licence?: string | undefined;
  readonly title?: string | undefined;
  readonly replace?: string | undefined;
  readonly 'dry-run': boolean;
  readonly strict: boolean;
  readonly store: string;
}

/** What all imports do: read, store, and tell what became of each file. */
export abstract class ImportCommand extends CalqueCommand {
  /** Flags by the names that the readers know; what was not said is left out. */
  protected said(flags: RawFlags, more: Record<string, unknown> = {}): Omit<ImportArguments, 'paths'> {
    const { format, licence, title, replace, strict, store } = flags;
    const options = { ...(format !== 'auto' && { format }), ...defined({ licence, title, ...more }) };
    return { store, options, replace, strict, dryRun: flags['dry-run'] };
  }

  protected async import(kind: Kind, given: ImportArguments): Promise<unknown> {
    const kinds = await import('./import-kinds.js');
    switch (kind) {
      case 'lexicon':
        return this.#run(kinds.LEXICON, given);
      case 'table':
        return this.#run(kinds.TABLE, given);
      case 'template':
        return this.#run(kinds.templateKind(given.scheme ?? 'massive'), given);
      case 'value':
        return this.#run(kinds.VALUE, given);
      case 'typology':
        return this.#run(kinds.TYPOLOGY, given);
    }
  }

  async #run<Item extends { readonly line: number }>(kind: ImportKind<Item>, given: ImportArguments): Promise<unknown> {
    if (given.paths.length === 0 && given.sources === undefined) {
      throw new CalqueError('usage', 'name at least one file or folder', {
        suggestions: [`calque ${this.id?.replaceAll(':', ' ')} --help shows examples`],
      });
    }
    const { readSourceRules } = await import('./sources-file.js');
    const rules = given.sources === undefined ? undefined : await readSourceRules(given.sources);
    const { filesOf } = await import('./import.js');
    const { paths, options, replace, strict } = given;
    // Before the store is opened: a path that is not there leaves no new store behind.
    const walk = await filesOf({ paths, rules, replace });
    const task = { kind, walk, options, rules, replace, strict, progress: this.progress() };
    return given.dryRun ? this.#preview(task, given.store) : this.#import(task, given.store);
  }

  async #import<Item extends { readonly line: number }>(task: ImportTask<Item>, path: string): Promise<unknown> {
    const { importFiles } = await import('./import.js');
    const { openStore } = await import('../store/store.js');
    const store = openStore(path, { mode: 'write', create: true });
    try {
      const result = await importFiles(store, task);
      const { sources, failed, skipped } = result;
      this.table(
        [
          { title: 'source' },
          { title: 'format' },
          { title: 'language' },
          ...COUNTS.map((title) => ({ title, right: true })),
        ],
        sources.map((source) => [
          source.name,
          source.format,
          source.to || source.from,
          ...COUNTS.map((key) => count(source[key])),
        ]),
      );
      for (const { name, unchanged } of sources) if (unchanged) this.log(`${name}: the store had these bytes already`);
      for (const { name, rejected, rejectsFile } of sources) {
        if (rejectsFile !== '') this.log(`${name}: ${count(rejected)} rows were not taken in; ${rejectsFile} says why`);
      }
      if (skipped.length > 0) this.note(`${skipped.length} files were passed over: they hold no data`);
      for (const { message } of failed) this.note(`Error: ${message}`);
      if (failed.length > 0) process.exitCode = EXIT.input;
      return result;
    } finally {
      store.close();
    }
  }

  async #preview<Item extends { readonly line: number }>(task: ImportTask<Item>, path: string): Promise<unknown> {
    const { existsSync } = await import('node:fs');
    const { previewFiles } = await import('./preview.js');
    const { openStore } = await import('../store/store.js');
    const store = existsSync(path) ? openStore(path, { mode: 'read' }) : undefined;
    try {
      const previews = await previewFiles(store, task);
      for (const { file, format, from, to, licence, shown, rejections } of previews) {
        const pair = [from, to].filter((tag) => tag !== '').join(' → ');
        this.log(`${file}: ${format}${pair === '' ? '' : `, ${pair}`}, licence ${licence || 'not stated'}`);
        for (const entry of shown) this.log(`  ${entry}`);
        for (const { line, reason, text } of rejections) this.log(`  line ${line} not taken in: ${reason}: ${text}`);
      }
      this.log('Nothing was stored.');
      return { dryRun: true, sources: previews.map(({ shown, ...preview }) => preview) };
    } finally {
      store?.close();
    }
  }
}

const COUNTS = ['read', 'kept', 'merged', 'rejected'] as const;

function defined(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
