import type { SourceKind } from '../model/model.js';
import { REGISTRIES } from './registries.js';

/** What one can be told of a format without a file. */
export interface Format {
  readonly kind: SourceKind;
  readonly id: string;
  readonly title: string;
  readonly extensions: readonly string[];
  readonly specification: string;
  readonly carries: readonly string[];
}

/** Facts of all formats that can be read, for lists and pages. */
export function formats(): readonly Format[] {
  return REGISTRIES.flatMap(([kind, readers]) =>
    readers.map(({ id, title, extensions, specification = '', carries }) => {
      return { kind, id, title, extensions, specification, carries };
    }),
  );
}
