import { lineFormat } from './line-format.js';

const COLUMNS = [
  'id',
  'locale',
  'partition',
  'scenario',
  'intent',
  // Before the plain text: who looks for the first column of utterances finds the one with slots.
  'annot_utt',
  'utt',
  'score',
  'tier',
  'template',
  'sources',
  'origin',
] as const;

/** Comma-separated values after RFC 4180, names of columns in the first line, sources separated by blanks. */
export const csv = lineFormat({
  id: 'csv',
  title: 'CSV, a row a line',
  loses: 'slot methods',
  reader: 'utterances',
  mediaType: 'text/csv',
  ending: 'csv',
  byPartition: true,
  header: `${COLUMNS.join(',')}\n`,
  line(row, { spreadsheetSafe }) {
    const cells = COLUMNS.map((column) => (column === 'sources' ? row.sources.join(' ') : String(row[column])));
    return `${cells.map((cell) => quoted(spreadsheetSafe ? safe(cell) : cell)).join(',')}\n`;
  },
});

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What a spreadsheet would run as a formula (OWASP: CSV injection), in full-width letters too, is made text. */
function safe(cell: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
