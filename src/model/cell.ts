/** Text in one cell of a table of ours: TABs and line ends are written as `\t`, `\n`, `\r`, a backslash as two. */
export function escapeCell(text: string): string {
  return text.replace(/[\\\t\r\n]/g, (letter) => ESCAPES.get(letter) as string);
}

export function unescapeCell(cell: string): string {
  if (!cell.includes('\\')) return cell;
  return cell.replace(/\\([\\trn])/g, (_, letter: string) => LETTERS.get(letter) as string);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['\n', '\\n'],
]);
const LETTERS: ReadonlyMap<string, string> = new Map(
  [...ESCAPES].map(([letter, written]) => [written.slice(1), letter]),
);
