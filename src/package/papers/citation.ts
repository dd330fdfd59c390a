import { canonicalLicence, ruleOf } from '../../licence/licence.js';
import { summary } from './card.js';
import { yamlText } from './quote.js';
import type { PackageRecord, SourceRecord } from './record.js';

/** Identifiers that the list of 2021-05 lacks, which the schema of version 1.2.0 goes by. */
const NOT_LISTED = new Set(['Unicode-3.0', 'CDLA-Permissive-2.0', 'WordNet-3.0', 'LicenseRef-custom', 'NONE']);

/** How to cite the package and its sources: CITATION.cff 1.2.0. */
export function citation(record: PackageRecord): string {
  const { title, release, date, creators, url, licence, sources } = record;
  const lines = [
    'cff-version: "1.2.0"',
    'message: "If you use these data, please cite them, and their sources."',
    'type: dataset',
    `title: ${yamlText(title)}`,
    `abstract: ${yamlText(summary(record).replaceAll('**', ''))}`,
    `version: ${yamlText(release)}`,
    `date-released: ${yamlText(date)}`,
    ...licenceLine(licence.carries, ''),
    ...(isAddress(url) ? [`url: ${yamlText(url)}`] : []),
    'authors:',
    ...authors(creators, ''),
    ...(sources.length > 0 ? ['references:', ...sources.flatMap(reference)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function authors(names: readonly string[], indent: string): string[] {
  const known = [...new Set(names.length > 0 ? names : ['not stated'])];
  return known.map((name) => `${indent}- name: ${yamlText(name)}`);
}

function reference({ name, title, citation, licence }: SourceRecord): string[] {
  return [
    '- type: data',
    `  title: ${yamlText(title === '' ? name : `${title} (${name})`)}`,
    '  authors:',
    ...authors(citation === '' ? [] : [citation], '  '),
    ...licenceLine(licence, '  '),
  ];
}

function licenceLine(licence: string, indent: string): string[] {
  const id = canonicalLicence(licence);
  return ruleOf(id).id === id && !NOT_LISTED.has(id) ? [`${indent}license: ${id}`] : [];
}

/** What the schema takes for an address. */
export function isAddress(url: string): boolean {
  return /^(https?|s?ftp):\/\/[^\s<>"{}|\\^`]+$/.test(url);
}
