import { licenceAddress } from '../../licence/licence.js';
import { PACKAGE_FORMATS } from '../formats.js';
import { allColumns } from './columns.js';
import { DUTIES } from './duties.js';
import { frontMatter, splitName } from './front-matter.js';
import { code, figure, percent, plainText, table } from './quote.js';
import type { Count, LanguageRecord, PackageRecord, WorthRecord } from './record.js';

/** The card of the whole package, or of the folder of one format, for the files that its metadata name. */
export function card(record: PackageRecord, folder: string): string {
  const format = folder === '' ? tableFormat(record) : folder.slice(0, -1);
  const files = record.files.filter((file) => file.format === format && file.rows > 0);
  const columns = allColumns(format);
  const sections = [
    `${frontMatter(record, { files, folder, columns })}`,
    `# ${plainText(record.title)}\n`,
    `${summary(record)}\n`,
    ...languageSection(record),
    ...compositionSection(record),
    ...(folder === '' ? fileSection(record) : []),
    ...makingSection(record),
    ...worthSection(record.worth),
    ...limitSection(record),
    ...licenceSection(record),
    ...citeSection(record),
  ];
  return `${sections.join('\n')}\n`;
}

/** The format that the metadata name the files of: loaders take all files of a configuration for one table. */
export function tableFormat(record: PackageRecord): string {
  const formats = new Set(record.files.map(({ format }) => format));
  return ['huggingface', 'token-classification', 'massive', 'csv', 'text-to-text'].find((id) => formats.has(id)) ?? '';
}

export function summary(record: PackageRecord): string {
  const source = total(record, 'source');
  const switched = total(record, 'code-switched');
  const parts = [
    `${figure(record.rows)} labelled utterances (intent and slots) in ${record.languages.map(({ name }) => plainText(name)).join(', ')}.`,
    'Made by machine with Calque from a dictionary, inflection tables and English templates: **no person wrote or checked these rows**.',
    ...(source > 0 ? [`${figure(source)} rows of the source language are mixed in as they were.`] : []),
    ...(switched > 0 ? [`${figure(switched)} rows keep values in the source language (code-switched).`] : []),
    `Release ${record.release}, ${record.date}.`,
  ];
  return parts.join(' ');
}

export function total(record: PackageRecord, origin: string): number {
  const counts = record.languages.flatMap(({ origins }) => origins.filter(({ name }) => name === origin));
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

function languageSection({ languages }: PackageRecord): string[] {
  const rows = languages.map((each) => [
    code(each.locale),
    plainText(each.name),
    each.iso || 'not stated',
    plainText(each.family) || 'not stated',
    plainText(each.region) || 'not stated',
    figure(each.rows),
    figure(each.templates),
    each.coverage === null ? 'not stated' : percent(each.coverage),
  ]);
  const head = ['tag', 'language', 'ISO 639-3', 'family', 'mostly spoken in', 'rows', 'templates', 'coverage'];
  return [
    '## Languages\n',
    `${table(head, rows)}\n`,
    'Coverage is the share of content words of the templates that the dictionary could translate.\n',
  ];
}

const SHARED = new Map([
  ['skeleton', 'text without its values'],
  ['values', 'combination of values'],
]);

function compositionSection(record: PackageRecord): string[] {
  const { languages, split } = record;
  const figures = (counts: readonly Count[]) => counts.map(({ name, rows }) => `${name} ${figure(rows)}`).join(', ');
  const parts = languages.map((each) => [
    code(each.locale),
    figures(each.partitions),
    figures(each.tiers),
    figures(each.origins),
  ]);
  const told = split
    ? `Partitions share no ${split.by.map((each) => SHARED.get(each) ?? each).join(', no ')}; ${figure(split.leftOut)} rows were left out for it.`
    : 'Rows were not split anew: they keep the partition of their template.';
  const test = split?.syntheticTest
    ? ' The test partition is synthetic: a score on it says nothing of natural text.'
    : '';
  return [
    '## Composition\n',
    `${table(['tag', 'partitions', 'tiers', 'origins'], parts)}\n`,
    `${told}${test} The partition \`dev\` is called \`${splitName('dev')}\` where the Hub asks for it.`,
    'Tiers grade how far rows can be trusted: A is a score of 0.8 and more, B 0.5 and more, C less.\n',
    ...labelTables(languages),
  ];
}

function labelTables(languages: readonly LanguageRecord[]): string[] {
  const parts = (['intents', 'slots'] as const).map((key) => {
    const names = [...new Set(languages.flatMap((each) => each[key].map(({ name }) => name)))];
    const rows = names.map((name) => [
      code(name),
      ...languages.map((each) => figure(each[key].find((count) => count.name === name)?.rows ?? 0)),
    ]);
    const title = `<summary>${figure(names.length)} ${key}, with rows of each</summary>`;
    return `<details>${title}\n\n${table([key.slice(0, -1), ...languages.map(({ locale }) => locale)], rows)}\n\n</details>\n`;
  });
  return parts;
}

/** What lies where, and what its format cannot hold. */
function fileSection({ files }: PackageRecord): string[] {
  const rows = PACKAGE_FORMATS.flatMap(({ id, title, loses }) => {
    const own = files.filter(({ format }) => format === id);
    if (own.length === 0) return [];
    const size = own.reduce((sum, file) => sum + file.rows, 0);
    return [[code(`${id}/`), plainText(title), figure(own.length), figure(size), plainText(loses || 'nothing')]];
  });
  const head = ['folder', 'what it is', 'files', 'rows', 'what it cannot hold'];
  return ['## Files\n', `${table(head, rows)}\n`];
}

function makingSection(record: PackageRecord): string[] {
  const { leftOut, guard } = record;
  const out = leftOut.filter(({ rows }) => rows > 0).map(({ name, rows }) => `- ${figure(rows)} rows: ${name}`);
  const guarded = guard
    ? [
        `Compared with ${figure(guard.files.reduce((sum, { rows }) => sum + rows, 0))} rows of ${guard.files.map(({ file }) => code(file)).join(', ')}:`,
        ...guard.found.map(({ name, rows }) => `- ${name}: ${figure(rows)}`),
        `\nOf these ${figure(guard.removed)} rows were taken out (\`--leaks ${guard.action}\`).`,
      ]
    : ['Not compared with any test set: give one to `calque package --guard`.'];
  return [
    '## How it was made\n',
    'The same program, store and commands make the same bytes (`run.json` has the hashes of each):\n',
    `\`\`\`sh\n${record.commands.map((line) => line.replaceAll('```', "'''")).join('\n')}\n\`\`\`\n`,
    ...(out.length > 0 ? ['Left out on the way:\n', ...out, ''] : []),
    '### Leaks\n',
    ...guarded,
    '',
  ];
}

export function worthSection(worth: readonly WorthRecord[]): string[] {
  if (worth.length === 0)
    return ['## Worth\n', 'Not measured: `calque evaluate` tells what training on these rows is worth.\n'];
  const rows = worth.map((each) => [
    each.train.map(code).join(', '),
    each.test.map(code).join(', '),
    figure(each.testRows),
    ...[each.intent, each.slots, each.exact].map(percent),
  ]);
  const head = ['trained on', 'tested on', 'test rows', 'intent accuracy', 'slot F1', 'exact match'];
  return ['## Worth\n', 'What learners trained on rows of the run score on other rows:\n', `${table(head, rows)}\n`];
}

function limitSection({ split }: PackageRecord): string[] {
  return [
    '## Known limits\n',
    '- Word for word from templates: idioms, word order beyond the profile, and what people really say are missing.',
    '- A dictionary’s first sense may be the wrong one; nobody has read the rows. Tier C is to be used with care.',
    '- Intents and slots are those of the templates, with their faults.',
    `- ${split?.syntheticTest ? 'There is a test partition of synthetic rows' : 'There is no test partition'}: measure on text that people wrote.`,
    '- Names in values may be those of real people or places, as any list of names has them.\n',
  ];
}

function licenceSection({ licence, sources }: PackageRecord): string[] {
  const { carries, owed, alternatives } = licence;
  const head = carries
    ? `The whole can carry [${carries}](${licenceAddress(carries)})${alternatives.length > 0 ? ` (as well: ${alternatives.join(', ')})` : ''}.`
    : '**No licence allows this mix to be passed on**; it was packaged for use at home.';
  const duties = owed.map((each) => `- ${each}: ${DUTIES[each]}`);
  const rows = sources.map((each) => [code(each.name), licenceLink(each.licence), figure(each.rows)]);
  return [
    '## Licence\n',
    `${head} This follows from the sources of the rows by the rules in Calque’s docs/licences.md: help, no legal advice.\n`,
    ...(duties.length > 0 ? [...duties, ''] : []),
    `${table(['source', 'licence', 'rows'], rows)}\n`,
  ];
}

export function licenceLink(licence: string): string {
  const address = licenceAddress(licence);
  if (licence === '') return 'not stated';
  return address === '' ? plainText(licence) : `[${plainText(licence)}](${address})`;
}

function citeSection(record: PackageRecord): string[] {
  const { creators, url, changes } = record;
  const since = changes
    ? [
        '## Changes\n',
        `Since release ${plainText(changes.since)}: ${figure(changes.added)} rows added, ${figure(changes.changed)} changed, ` +
          `${figure(changes.gone)} gone, ${figure(changes.same)} as they were.\n`,
      ]
    : [];
  return [
    ...since,
    '## Citation\n',
    `CITATION.cff says how to cite it. Creators: ${creators.map(plainText).join(', ') || 'not stated'}. Address: ${plainText(url) || 'not stated'}.`,
    'DATASHEET.md answers the questions of a datasheet, ATTRIBUTION.md names the sources; `calque package verify` checks all of it.',
  ];
}
