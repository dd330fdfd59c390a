import type { PackageFacts } from '../package/package.js';
import type { PackageTask } from './packaging.js';
import type { RunRecord } from './run-folder.js';

export interface PapersTask {
  readonly facts: PackageFacts;
  readonly runs: readonly { readonly folder: string; readonly records: readonly RunRecord[] }[];
  /** As the user asked. */
  readonly task: PackageTask;
  /** Where the data files lie now. */
  readonly folder: string;
}

/** Writes what explains the data files. */
export async function writePapers({ facts }: PapersTask, write: (file: string, text: string) => void): Promise<void> {
  const sources = Object.fromEntries(facts.sources.map(({ name, licence }) => [name, licence]));
  write('sources.json', `${JSON.stringify(sources, null, 2)}\n`);
}
