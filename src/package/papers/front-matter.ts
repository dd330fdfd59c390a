import type { Column } from '../parquet.js';
import { yamlText } from './quote.js';
import type { Count, FileRecord, PackageRecord } from './record.js';

/** Sizes as the Hub classes them. */
const SIZES: readonly (readonly [number, string])[] = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [1e7, '1M<n<10M'],
  [1e8, '10M<n<100M'],
  [1e9, '100M<n<1B'],
];

/** Names of licences on the Hub. */
const HUB_LICENCES = new Map([
  ['ODbL-1.0', 'odbl'],
  ['GPL-2.0-only', 'gpl-2.0'],
  ['GPL-2.0-or-later', 'gpl-2.0'],
  ['GPL-3.0-only', 'gpl-3.0'],
  ['GPL-3.0-or-later', 'gpl-3.0'],
]);

/** What a configuration holds: its files by split. */
interface Configuration {
  readonly name: string;
  readonly splits: ReadonlyMap<string, readonly FileRecord[]>;
}

export interface FrontMatter {
  /** Files that the configurations name: of one format. */
  readonly files: readonly FileRecord[];
  /** Folder of the card, with a slash at its end; '' at the top. */
  readonly folder: string;
  readonly columns: readonly Column[] | undefined;
}

/** The metadata of a data set card. Every text is quoted: to a reader of YAML 1.1 `no` is false and `1:30` is ninety. */
export function frontMatter(record: PackageRecord, { files, folder, columns }: FrontMatter): string {
  const { languages } = record;
  const codes = languages.map(({ locale }) => locale.split('-')[0] as string);
  const synthetic = languages.every(({ origins }) => rowsOf(origins, 'source') === 0);
  const lines = [
    `pretty_name: ${yamlText(record.title)}`,
    ...list('language', [...new Set(codes)]),
    ...list(
      'language_bcp47',
      languages.map(({ locale }) => locale),
    ),
    ...licenceLines(record),
    ...list('annotations_creators', ['machine-generated']),
    ...list('language_creators', synthetic ? ['machine-generated'] : ['machine-generated', 'found']),
    ...list('multilinguality', [languages.length > 1 ? 'multilingual' : 'monolingual']),
    ...list('size_categories', [sizeOf(record.rows)]),
    ...list('source_datasets', ['original']),
    ...list('task_categories', ['text-classification', 'token-classification']),
    ...list('task_ids', ['intent-classification', 'multi-class-classification']),
    ...list('tags', ['synthetic', 'natural-language-understanding', 'intent', 'slot-filling', 'calque']),
  ];
  const configurations = configurationsOf(files);
  if (configurations.length > 0) lines.push(...configLines(configurations, folder));
  if (configurations.length > 0 && columns) lines.push(...infoLines(configurations, columns));
  return `---\n${lines.join('\n')}\n---\n`;
}

export function sizeOf(rows: number): string {
  return SIZES.find(([limit]) => rows < limit)?.[1] ?? 'n>1B';
}

function rowsOf(counts: readonly Count[], name: string): number {
  return counts.find((each) => each.name === name)?.rows ?? 0;
}

function list(key: string, values: readonly string[]): string[] {
  return [`${key}:`, ...values.map((value) => `- ${yamlText(value)}`)];
}

function licenceLines({ licence }: PackageRecord): string[] {
  if (licence.carries === '') return ['license: "unknown"'];
  return [`license: ${yamlText(HUB_LICENCES.get(licence.carries) ?? licence.carries.toLowerCase())}`];
}

/** The Hub's name of a partition; split names hold no dash. */
export function splitName(partition: string): string {
  return partition === 'dev' ? 'validation' : partition === '' ? 'all' : partition;
}

const SPLIT_ORDER = ['', 'train', 'dev', 'test'];

function configurationsOf(files: readonly FileRecord[]): Configuration[] {
  const byName = new Map<string, Map<string, FileRecord[]>>();
  const ordered = [...files].sort((a, b) => SPLIT_ORDER.indexOf(a.partition) - SPLIT_ORDER.indexOf(b.partition));
  for (const file of ordered) {
    const splits = byName.get(file.config) ?? new Map<string, FileRecord[]>();
    byName.set(file.config, splits);
    const name = splitName(file.partition);
    splits.set(name, [...(splits.get(name) ?? []), file]);
  }
  return [...byName].map(([name, splits]) => ({ name, splits }));
}

function configLines(configurations: readonly Configuration[], folder: string): string[] {
  const lines = configurations.flatMap(({ name, splits }, index) => [
    `- config_name: ${yamlText(name)}`,
    ...(index === 0 ? ['  default: true'] : []),
    '  data_files:',
    ...[...splits].flatMap(([split, files]) => [
      `  - split: ${yamlText(split)}`,
      '    path:',
      ...files.map(({ file }) => `    - ${yamlText(file.slice(folder.length))}`),
    ]),
  ]);
  return ['configs:', ...lines];
}

/** Without these the types are guessed from the first rows. */
function infoLines(configurations: readonly Configuration[], columns: readonly Column[]): string[] {
  const lines = configurations.flatMap(({ name, splits }) => [
    `- config_name: ${yamlText(name)}`,
    '  features:',
    ...columns.flatMap(featureLines),
    '  splits:',
    ...[...splits].flatMap(([split, files]) => [
      `  - name: ${yamlText(split)}`,
      `    num_examples: ${files.reduce((sum, { rows }) => sum + rows, 0)}`,
    ]),
  ]);
  return ['dataset_info:', ...lines];
}

function featureLines({ name, dtype, list, fields }: Column): string[] {
  const head = `  - name: ${yamlText(name)}`;
  if (fields === undefined) return [head, `    ${list ? 'list' : 'dtype'}: ${yamlText(dtype)}`];
  const inner = fields.flatMap((field) => [
    `    - name: ${yamlText(field.name)}`,
    `      dtype: ${yamlText(field.dtype)}`,
  ]);
  return [head, '    list:', ...inner];
}
