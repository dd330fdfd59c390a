import type { Input } from '../read/read.js';

export interface SourceNames {
  /** Folder and stem of the file: `wechsel-swahili`. */
  readonly plain: string;
  /** With what tells apart two imports of one file: `panlex-swadesh-swadesh110-sw`. */
  readonly long: string;
  /** `plain` with partition or slot; '' where neither was said. */
  readonly qualified: string;
}

/** Names by which a file's source may go; the same file gets the same ones from whatever folder it is imported. */
export function sourceNames(
  { name, folder }: Pick<Input, 'name' | 'folder'>,
  { qualifier, to }: { readonly qualifier: string | undefined; readonly to: string },
): SourceNames {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  // `values.csv` is what every CLDF data set is called.
  const parts = stem === 'values' && /\.csv$/.test(name) ? [folder] : [folder, stem];
  const base = clean(parts.join('-'));
  const qualified = qualifier === undefined ? '' : clean(`${base}-${qualifier}`);
  const plain = qualified || base;
  return { plain, long: to === '' ? plain : clean(`${plain}-${to}`), qualified };
}

export function freeSourceName(
  { plain, long }: Pick<SourceNames, 'plain' | 'long'>,
  taken: ReadonlySet<string>,
): string {
  for (const name of [plain, long]) if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    if (!taken.has(`${long}-${number}`)) return `${long}-${number}`;
  }
}

/** Names stand in rows, on command lines and in file names. */
function clean(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '');
  return name === '' ? 'source' : name;
}
