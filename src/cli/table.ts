import { displayWidth, truncate, visible } from './text.js';

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
}

const GAP = 2;
const NARROWEST = 6;

/** Rows under their titles, no line wider than `width`: the widest columns give way first. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) => row.map(visible));
  const natural = columns.map((_, at) => Math.max(...cells.map((row) => displayWidth(row[at] ?? ''))));
  const widths = shrink(natural, width - GAP * (columns.length - 1));
  const lines = cells.map((row) =>
    columns
      .map(({ right }, at) => pad(truncate(row[at] ?? '', widths[at] as number), widths[at] as number, right ?? false))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
  return lines.join('\n');
}

/** Takes a cell at a time from the widest column until all of them truncate. */
function shrink(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  let total = widths.reduce((sum, each) => sum + each, 0);
  while (total > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] as number) <= NARROWEST) break;
    widths[widest] = (widths[widest] as number) - 1;
    total--;
  }
  return widths;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}
