import { Command, Flags } from '@oclif/core';
import type { SourceKind } from '../model/model.js';
import { describeFailure, failureJson, failureText } from './failure.js';
import { cleanUp } from './interrupt.js';
import { Progress } from './progress.js';
import { type Column, formatTable } from './table.js';
import { terminalWidth } from './terminal.js';
import { count, plural, safeJson, visible, visibleLines } from './text.js';

/** What all commands share: `--json`, `--store`, how they speak and how they fail. */
export abstract class CalqueCommand extends Command {
  static override enableJsonFlag = true;
  static override baseFlags = {
    store: Flags.string({
      description: 'file that holds what was imported',
      env: 'CALQUE_STORE',
      default: 'calque.db',
      helpGroup: 'GLOBAL',
      helpValue: 'FILE',
    }),
  };

  /** Text for people; what came from data cannot drive the terminal. */
  override log(message = ''): void {
    if (!this.jsonEnabled()) process.stdout.write(`${visibleLines(message)}\n`);
  }

  /** The same for text that carries our own colours: its data must have been made visible already. */
  protected logStyled(message: string): void {
    if (!this.jsonEnabled()) process.stdout.write(`${message}\n`);
  }

  /** Cells of a row that a program may read on: unchanged, except where they would meet a terminal. */
  protected dataRow(cells: readonly (string | number)[]): void {
    const texts = cells.map((cell) => (process.stdout.isTTY ? visible(String(cell)) : String(cell)));
    this.logStyled(texts.join('\t'));
  }

  protected table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    this.log(formatTable(columns, rows, terminalWidth()));
  }

  /** The sources of some kinds, as `list` commands show them. */
  protected async listSources(path: string, kinds: readonly SourceKind[]): Promise<unknown> {
    const { openStore } = await import('../store/store.js');
    const store = openStore(path, { mode: 'read' });
    try {
      const sources = store.sources().filter(({ kind }) => kinds.includes(kind));
      if (sources.length === 0) this.log('The store has none yet.');
      else {
        const counts = ['kept', 'merged', 'rejected'] as const;
        this.table(
          [
            { title: 'source' },
            { title: 'kind' },
            { title: 'language' },
            { title: 'licence' },
            ...counts.map((title) => ({ title, right: true })),
          ],
          sources.map((each) => [
            each.name,
            each.kind,
            each.to || each.from,
            each.licence || '(not stated)',
            ...counts.map((key) => count(each[key])),
          ]),
        );
      }
      return sources;
    } finally {
      store.close();
    }
  }

  /** Takes a source out of the store and says what went with it. */
  protected async removeSource(path: string, source: string): Promise<unknown> {
    const { openStore } = await import('../store/store.js');
    const store = openStore(path, { mode: 'write' });
    try {
      const removed = store.removeSource(source);
      const { translations, cells, templates, values, typology, texts } = removed;
      const said = [
        plural(translations, 'translation'),
        plural(cells, 'cell'),
        plural(templates, 'template'),
        plural(values, 'value'),
        plural(typology, 'typological value'),
        plural(texts, 'piece of text', 'pieces of text'),
      ].filter((text) => !text.startsWith('0 '));
      this.log(`${source} is gone${said.length === 0 ? '' : `, and with it ${said.join(', ')}`}.`);
      return { source, removed };
    } finally {
      store.close();
    }
  }

  protected note(message: string): void {
    if (!this.jsonEnabled()) process.stderr.write(`${visibleLines(message)}\n`);
  }

  /** A progress line; under --json it stays silent, since a script reads along. */
  protected progress(): Progress {
    return new Progress(this.jsonEnabled() ? { write: () => undefined } : process.stderr);
  }

  override logJson(json: unknown): void {
    process.stdout.write(`${safeJson(json)}\n`);
  }

  protected override async catch(error: Error): Promise<void> {
    cleanUp();
    // Else the framework remarks on stderr that flags were never read, when reading them is what failed.
    this.parsed = true;
    const failure = describeFailure(error);
    process.exitCode = failure.exitCode;
    if (this.jsonEnabled()) this.logJson(failureJson(failure));
    else process.stderr.write(`${failureText(failure)}\n`);
    if (failure.exitCode === 1 && process.env.DEBUG) process.stderr.write(`${error.stack}\n`);
  }
}
