import { attribution } from './attribution.js';
import { card } from './card.js';
import { citation } from './citation.js';
import { croissant } from './croissant.js';
import { datasheet } from './datasheet.js';
import { licenceText } from './licence-text.js';
import type { PackageRecord, Paper } from './record.js';

/** The papers of a package, all of them functions of its record: who has the record can write them again, and compare. */
export function papersOf(record: PackageRecord): Paper[] {
  const hasTables = record.files.some(({ format }) => format === 'huggingface');
  return [
    { file: 'README.md', text: card(record, '') },
    ...(hasTables ? [{ file: 'huggingface/README.md', text: card(record, 'huggingface/') }] : []),
    { file: 'DATASHEET.md', text: datasheet(record) },
    { file: 'LICENSE', text: licenceText(record) },
    { file: 'ATTRIBUTION.md', text: attribution(record) },
    { file: 'CITATION.cff', text: citation(record) },
    { file: 'croissant.json', text: croissant(record) },
    { file: 'sources.json', text: sourcesText(record) },
    { file: 'run.json', text: `${JSON.stringify(record, null, 1)}\n` },
  ];
}

/** Source → licence, for programs that need no more. */
function sourcesText({ sources }: PackageRecord): string {
  const lines = sources.map(({ name, licence }) => `${JSON.stringify(name)}: ${JSON.stringify(licence)}`);
  return `{\n ${lines.join(',\n ')}\n}\n`;
}
