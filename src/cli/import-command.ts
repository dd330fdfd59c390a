import { CalqueError, EXIT } from '../model/model.js';
import type { Remark } from '../read/read.js';
import { CalqueCommand } from './command.js';
import type { PassedOver } from './import.js';
import type { ImportBatch } from './import-batch.js';
import type { ImportedSource } from './import-file.js';
import type { PreviewedFile } from './preview.js';
import type { StarterFile } from './starter.js';
import { count, plural } from './text.js';

interface RawFlags {
  readonly format: string;
  readonly licence?: string | undefined;
  readonly title?: string | undefined;
  readonly replace?: string | undefined;
  readonly encoding?: string | undefined;
  readonly rejects?: string | undefined;
  readonly 'dry-run': boolean;
  readonly strict: boolean;
  readonly store: string;
}

interface Where {
  readonly store: string;
  readonly 'dry-run': boolean;
}

/** What all imports do: read, store, and tell what became of each file. */
export abstract class ImportCommand extends CalqueCommand {
  /** Flags by the names that the readers know; what was not said is left out. */
  protected said(
    { format, licence, title, replace, encoding, rejects, strict }: RawFlags,
    more: Record<string, unknown> = {},
  ): Omit<ImportBatch, 'paths' | 'kind'> {
    return {
      options: { ...(format !== 'auto' && { format }), ...defined({ licence, title, encoding, ...more }) },
      replace,
      rejects,
      strict,
    };
  }

  /** A file that comes with the program, and what is known of it. */
  protected starter(
    { kind, file, licence, title, language }: StarterFile,
    more: ImportBatch['options'] = {},
  ): ImportBatch {
    const of = language === '' ? {} : { language, to: language };
    return { kind, paths: [file], options: { licence, title, ...of, ...more }, strict: true };
  }

  protected async import(batches: readonly ImportBatch[], where: Where): Promise<unknown> {
    if (batches.every(({ paths, sources }) => paths.length === 0 && sources === undefined)) {
      throw new CalqueError('usage', 'name at least one file or folder', {
        suggestions: [`calque ${this.id?.replaceAll(':', ' ')} --help shows examples`],
      });
    }
    return where['dry-run'] ? this.#preview(batches, where.store) : this.#import(batches, where.store);
  }

  async #prepare(batches: readonly ImportBatch[]) {
    const { prepareBatch } = await import('./import-batch.js');
    const progress = this.progress();
    const prepared = [];
    // All of them before the store is opened: a path that is not there leaves no new store behind.
    for (const batch of batches) prepared.push(await prepareBatch(batch, progress));
    return prepared;
  }

  async #import(batches: readonly ImportBatch[], path: string): Promise<unknown> {
    const prepared = await this.#prepare(batches);
    const { openStore } = await import('../store/store.js');
    const store = openStore(path, { mode: 'write', create: true });
    try {
      const results = [];
      for (const batch of prepared) results.push(await batch.import(store));
      const sources = results.flatMap((result) => result.sources);
      const failed = results.flatMap((result) => result.failed);
      const skipped = results.flatMap((result) => result.skipped);
      if (sources.length > 0) this.#tell(sources);
      this.#tellSkipped(skipped);
      for (const { message } of failed) this.note(`Error: ${message}`);
      if (failed.length > 0) process.exitCode = EXIT.input;
      return { sources, failed, skipped };
    } finally {
      store.close();
    }
  }

  #tell(sources: readonly ImportedSource[]): void {
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
    for (const { name, unchanged } of sources)
      if (unchanged) this.log(`${name}: the store had these bytes already; --replace ${name} reads them anew`);
    for (const [file, doubt] of new Map(sources.map((source) => [source.file, source.doubt])))
      if (doubt !== '') this.note(`Warning: ${file} ${doubt}`);
    for (const { name, rejected, rejectsFile } of sources) {
      if (rejectsFile !== '')
        this.log(`${name}: ${plural(rejected, 'row was', 'rows were')} not taken in; ${rejectsFile} says why`);
    }
    for (const { name, remarks } of sources) this.#tellRemarks(name, remarks);
  }

  #tellRemarks(name: string, remarks: readonly Remark[]): void {
    for (const { text, line, count } of remarks.slice(0, REMARKS_SHOWN)) {
      const place = count === 1 ? `line ${line}` : `${count} times, from line ${line}`;
      this.log(`${name}: ${text}${line === 0 ? '' : ` (${place})`}`);
    }
    const rest = remarks.length - REMARKS_SHOWN;
    if (rest > 0) this.log(`${name}: ${plural(rest, 'more remark')}; --json shows all`);
  }

  /** Data of another kind are named, with the command that takes them; papers and pictures are counted. */
  #tellSkipped(skipped: readonly PassedOver[]): void {
    const others = skipped.filter(({ command }) => command !== undefined);
    for (const { file, reason, command } of others) this.note(`${file} was passed over: ${reason}; calque ${command}`);
    const rest = skipped.length - others.length;
    if (rest > 0) this.note(`${plural(rest, 'file')} passed over: no data`);
  }

  async #preview(batches: readonly ImportBatch[], path: string): Promise<unknown> {
    const { existsSync } = await import('node:fs');
    const prepared = await this.#prepare(batches);
    const { openStore } = await import('../store/store.js');
    const store = existsSync(path) ? openStore(path, { mode: 'read' }) : undefined;
    try {
      const results = [];
      for (const batch of prepared) results.push(await batch.preview(store));
      const previews = results.flatMap((result) => result.previews);
      for (const preview of previews) this.#show(preview);
      this.#tellSkipped(results.flatMap((result) => result.skipped));
      this.log('Nothing was stored.');
      return { dryRun: true, sources: previews.map(({ shown, ...preview }) => preview) };
    } finally {
      store?.close();
    }
  }

  #show({
    file,
    format,
    encoding,
    doubt,
    licence,
    understood,
    pairs,
    shown,
    reasons,
    rejections,
  }: PreviewedFile): void {
    this.log(`${file}: ${format}, ${encoding}, licence ${licence || 'not stated'}`);
    if (doubt !== '') this.log(`  in doubt: ${doubt}`);
    for (const field of understood) this.log(`  ${field}`);
    const most = [...pairs].sort((a, b) => b.read - a.read);
    for (const { from, to, read, rejected } of most.slice(0, SHOWN_PAIRS)) {
      const tags = [from, to].filter((tag) => tag !== '').join(' → ');
      this.log(
        `  ${tags === '' ? '' : `${tags}: `}${plural(read, 'row')} read, ${count(rejected)} of them not taken in`,
      );
    }
    if (pairs.length > SHOWN_PAIRS) this.log(`  and ${plural(pairs.length - SHOWN_PAIRS, 'other pair')} of languages`);
    for (const { reason, count: many } of reasons) this.log(`  ${count(many)} × ${reason}`);
    this.log('');
    for (const entry of shown) this.log(`  ${entry}`);
    for (const { line, reason, text } of rejections) this.log(`  line ${line} not taken in: ${reason}: ${text}`);
  }
}

const SHOWN_PAIRS = 12;
/** Remarks that are told of one source. */
const REMARKS_SHOWN = 12;

const COUNTS = ['read', 'kept', 'merged', 'rejected'] as const;

function defined(options: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
