import type { Column } from './table.js';

/** A table as people read it. */
export interface ReportTable {
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export const right = (title: string): Column => ({ title, right: true });

export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
