import { setImmediate } from 'node:timers/promises';
import { CalqueError, EXPORT_COLUMNS, EXPORT_MARK, type ExportedEntry, escapeCell, NOTHING } from '../model/model.js';
import { openStore, type Store } from '../store/store.js';
import { OutputFile } from './output.js';
import { safeJson, visible } from './text.js';

export interface LexiconExport {
  readonly store: string;
  readonly to: string | undefined;
  readonly sources: readonly string[] | undefined;
  /** Standard output where there is none. */
  readonly output: string | undefined;
  /** One JSON document instead of TSV. */
  readonly json: boolean;
}

/** Characters that are written at once. */
const STEP = 1 << 16;

/** Writes entries as they come from the store; returns how many, and of how many sources. */
export async function exportLexicon(task: LexiconExport): Promise<{ readonly rows: number; readonly sources: number }> {
  const store = openStore(task.store, { mode: 'read' });
  const file = task.output === undefined ? undefined : new OutputFile(task.output);
  try {
    checkSources(store, task.sources);
    const names = new Set<string>();
    let rows = 0;
    const cells = cellsFor(task);
    let text = task.json ? '{"entries":[' : head(store, task.sources, cells);
    for (const entry of store.exportedEntries({ to: task.to, sources: task.sources })) {
      names.add(entry.source);
      text += task.json ? `${rows === 0 ? '' : ','}\n${safeJson(entry, 0)}` : cells(rowOf(entry));
      rows++;
      if (text.length < STEP) continue;
      await write(text, file);
      text = '';
    }
    await write(task.json ? `${text}\n]}\n` : text, file);
    file?.finish();
    return { rows, sources: names.size };
  } catch (error) {
    file?.abort();
    throw error;
  } finally {
    store.close();
  }
}

function checkSources(store: Store, wanted: readonly string[] = []): void {
  const known = store.sources().map(({ name }) => name);
  const missing = wanted.find((name) => !known.includes(name));
  if (missing === undefined) return;
  throw new CalqueError('usage', `the store has no source named ${missing}`, {
    suggestions: [`it has: ${known.join(', ')}`],
  });
}

/** What is said of each source once, and the names of the columns. */
function head(store: Store, wanted: readonly string[] | undefined, cells: Cells): string {
  const told = store
    .sources()
    .filter(({ kind, name }) => (kind === 'lexicon' || kind === 'phrasebook') && (wanted?.includes(name) ?? true))
    .filter(({ title, citation }) => title !== '' || citation !== '')
    .map(({ name, title, citation }) => cells(['#source', name, title, citation]));
  return `${EXPORT_MARK}\n${told.join('')}${cells(EXPORT_COLUMNS)}`;
}

function rowOf(entry: ExportedEntry): string[] {
  const { from, lemma, pos, to, translation, nounClass, rank, sense, labels, source, kind, licence } = entry;
  const said = translation === '' ? NOTHING : translation;
  return [from, lemma, pos, to, said, nounClass, String(rank), sense, labels, source, kind, licence];
}

type Cells = (texts: readonly string[]) => string;

/** A line of cells; what meets a terminal cannot drive it, and a program gets the text as it is. */
function cellsFor({ output }: LexiconExport): Cells {
  const terminal = output === undefined && process.stdout.isTTY;
  return (texts) => {
    const escaped = texts.map(escapeCell);
    return `${(terminal ? escaped.map(visible) : escaped).join('\t')}\n`;
  };
}

/** The reader of a pipe may be slow, or gone: the pause lets that be noticed. */
async function write(text: string, file: OutputFile | undefined): Promise<void> {
  if (file) file.write(text);
  else {
    process.stdout.write(text);
    await setImmediate();
  }
}
