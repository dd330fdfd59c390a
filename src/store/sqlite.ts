import type Database from 'better-sqlite3';

/**
 * The SQLite driver that this Node can run. better-sqlite3 12 aborts the process on Node 24.19 and later (its statements
 * are finalised where Node no longer allows it); 13 needs Node 22. So both are dependencies, 13 where it can be had.
 */
export const Sqlite: typeof Database = await load();

async function load(): Promise<typeof Database> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 22) {
    const newer = (await import('better-sqlite3-napi').catch(() => undefined)) as
      | { default: typeof Database }
      | undefined;
    if (newer !== undefined) return newer.default;
  }
  return (await import('better-sqlite3')).default;
}
