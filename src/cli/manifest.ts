import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `calque --help` needs to know, read without loading any command or the framework. */
export interface Manifest {
  readonly commands: readonly { readonly name: string; readonly summary: string }[];
}

interface CachedCommand {
  readonly id: string;
  readonly summary?: string;
  readonly description?: string;
  readonly hidden?: boolean;
}

/** Reads the manifest that the build makes; `directory` is the program's own. */
export function readManifest(directory: string): Manifest {
  const text = readFileSync(join(directory, 'oclif.manifest.json'), 'utf8');
  const { commands } = JSON.parse(text) as { commands: Record<string, CachedCommand> };
  return {
    commands: Object.values(commands)
      .filter(({ hidden }) => !hidden)
      .map(({ id, summary, description }) => ({
        name: id.replaceAll(':', ' '),
        summary: (summary ?? description ?? '').split('\n')[0] as string,
      })),
  };
}
