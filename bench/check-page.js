// The part of docs/formats.md that says what became of real data: made by `npm run check:data`, kept by `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COUNTS } from './check-import.js';

const PAGE = fileURLToPath(new URL('../docs/formats.md', import.meta.url));
const BEGIN = '<!-- made by npm run check:data -->';
const END = '<!-- end -->';

/** Folders with more files than this are told as a whole. */
const MOST_FILES = 40;
const MOST_REASONS = 5;

/** The part of the page as it stands; '' where the page has none. */
export function dataSection(page = readFileSync(PAGE, 'utf8')) {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  return begin < 0 || end < begin ? '' : page.slice(begin, end + END.length);
}

export function writeDataSection(imported, counted) {
  const page = readFileSync(PAGE, 'utf8');
  const section = [BEGIN, ...sectionOf(imported, counted), END].join('\n');
  const old = dataSection(page);
  writeFileSync(PAGE, old === '' ? `${page.trimEnd()}\n\n${section}\n` : page.replace(old, () => section));
}

function sectionOf({ files, failed }, counted) {
  const folders = grouped(files);
  const few = (file) => files.filter(({ folder }) => folder === file.folder).length <= MOST_FILES;
  return [
    '## Real data, as read',
    '',
    'Rows of every file of a collection of real data, by folder: read = kept + merged (the store had them) + rejected.',
    '',
    ...table(['folder', 'format', 'files', ...COUNTS, 'rejected because'], [...folders].map(folderRow)),
    '',
    '### Files of which something was rejected',
    '',
    `In folders of at most ${MOST_FILES} files.`,
    '',
    ...table(
      ['file', 'format', 'read', 'rejected', 'because'],
      files
        .filter((file) => file.rejected > 0 && few(file))
        .map((file) => [file.file, file.format, n(file.read), n(file.rejected), because(file)]),
    ),
    '',
    '### Files that were not read',
    '',
    ...table(
      ['file', 'why'],
      failed.map(({ file, message }) => [file, message]),
    ),
    ...(counted.length === 0 ? [] : ['', '### What the store holds then', '', ...counted]),
    '',
  ];
}

function grouped(files) {
  const folders = new Map();
  for (const file of files) {
    const key = `${file.folder}\t${file.format}`;
    const sum = folders.get(key) ?? {
      files: 0,
      reasons: new Map(),
      ...Object.fromEntries(COUNTS.map((count) => [count, 0])),
    };
    folders.set(key, sum);
    sum.files++;
    for (const count of COUNTS) sum[count] += file[count];
    for (const [reason, rows] of file.reasons) sum.reasons.set(reason, (sum.reasons.get(reason) ?? 0) + rows);
  }
  return folders;
}

function folderRow([key, sum]) {
  return [...key.split('\t'), n(sum.files), ...COUNTS.map((count) => n(sum[count])), because(sum)];
}

function because({ reasons }) {
  const all = [...reasons].sort(([a, rows], [b, others]) => others - rows || (a < b ? -1 : 1));
  const told = all.slice(0, MOST_REASONS).map(([reason, rows]) => `${reason} ${n(rows)}`);
  const rest = all.slice(MOST_REASONS).reduce((sum, [, rows]) => sum + rows, 0);
  return [...told, ...(rest > 0 ? [`others ${n(rest)}`] : [])].join('; ');
}

export function table(header, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

function n(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
