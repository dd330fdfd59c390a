import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed program: what it brings along lies below it. */
export const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));

export function programVersion(): string {
  return (JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as { version: string }).version;
}
