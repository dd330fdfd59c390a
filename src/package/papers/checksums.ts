import { byCodeUnit } from '../../model/model.js';

/** Names that a list of sums can hold, and that lead nowhere outside the folder. */
const NAME = /^[A-Za-z0-9_@%+=:,.-]+(\/[A-Za-z0-9_@%+=:,.-]+)*$/;

/** Path → SHA-256, as `sha256sum --check` reads it. */
export function checksums(sums: ReadonlyMap<string, string>): string {
  const lines = [...sums].sort(([a], [b]) => byCodeUnit(a, b)).map(([file, sum]) => `${sum}  ${file}\n`);
  return lines.join('');
}

/** Reads the list; undefined where it is not exactly what `checksums` writes. */
export function readChecksums(text: string): Map<string, string> | undefined {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    if (!match || !NAME.test(match[2] as string) || (match[2] as string).split('/').includes('..')) return undefined;
    sums.set(match[2] as string, match[1] as string);
  }
  return checksums(sums) === text ? sums : undefined;
}
