import { CalqueError } from '../model/model.js';
import {
  type GuardedFile,
  type GuardedUtterance,
  type GuardReport,
  type LeakAction,
  LeakGuard,
} from '../package/package.js';
import { count, plural } from './text.js';
import { readUtterances } from './utterances.js';

/** Reads the files that rows must not give away, in any format of templates. */
export async function readGuard(paths: readonly string[], action: LeakAction): Promise<LeakGuard> {
  const files: GuardedFile[] = [];
  const utterances: GuardedUtterance[] = [];
  for (const path of paths) {
    const read = await readUtterances([path]);
    for (const { file, sha256, rows } of read.files) files.push({ file, sha256, rows });
    for (const { id, intent, text, spans } of read.rows) utterances.push({ file: path, id, intent, text, spans });
  }
  return new LeakGuard(utterances, files, action);
}

/** Leaks are found, and the user has not said that they are to be taken out. */
export function leaksFound({ leaks, found, examples, files }: GuardReport): CalqueError {
  const kinds = [...found].filter(([kind, rows]) => rows > 0 && kind !== 'similar');
  const said = kinds.map(([kind, rows]) => `${count(rows)} ${kind}`).join(', ');
  const [first] = examples;
  return new CalqueError('leak', `${plural(leaks, 'row')} would give away what is guarded (${said})`, {
    place: { file: files.map(({ file }) => file).join(', ') },
    suggestions: [
      ...(first ? [`row ${first.id} ${JSON.stringify(first.text)} meets ${JSON.stringify(first.guardText)}`] : []),
      'leave them out with --leaks remove',
      'or only have them told with --leaks report',
    ],
  });
}
