import type { Source } from '../model/model.js';
import type { ImportOptions } from './import.js';

/** What a user said of a file, as text that stays with its source: its next edition is read alike. */
export function writeSaid(options: ImportOptions): string {
  const { mapping, ...rest } = options;
  return JSON.stringify({ ...rest, ...(mapping !== undefined && { mapping: [...mapping] }) });
}

export function readSaid({ said = '{}' }: Pick<Source, 'said'>): ImportOptions {
  const { mapping, ...rest } = JSON.parse(said) as Omit<ImportOptions, 'mapping'> & {
    readonly mapping?: readonly (readonly [string, string])[];
  };
  return { ...rest, ...(mapping !== undefined && { mapping: new Map(mapping) }) };
}
