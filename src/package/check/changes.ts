import type { ChangesRecord } from '../papers/record.js';

/** Row (language and id) → hash of what is said of it. */
export type RowHashes = ReadonlyMap<string, string>;

/** Compares rows by language and id. */
export function compareRows(before: RowHashes, after: RowHashes, since: string): ChangesRecord {
  let changed = 0;
  let same = 0;
  for (const [key, hash] of after) {
    const old = before.get(key);
    if (old === hash) same++;
    else if (old !== undefined) changed++;
  }
  const gone = before.size - same - changed;
  const added = after.size - same - changed;
  return { since, added, changed, gone, same, proposed: nextRelease(since, { added, changed, gone }) };
}

/** Croissant's rule: rows changed, moved or gone: major; rows added: minor; the same rows written anew: patch. */
export function nextRelease(
  since: string,
  { added, changed, gone }: Pick<ChangesRecord, 'added' | 'changed' | 'gone'>,
): string {
  const [major = 1, minor = 0, patch = 0] = since.split('.').map(Number);
  if (changed > 0 || gone > 0) return `${major + 1}.0.0`;
  return added > 0 ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
