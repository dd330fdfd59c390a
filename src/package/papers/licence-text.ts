import { licenceAddress, licenceName } from '../../licence/licence.js';
import { DUTIES } from './duties.js';
import { lineText } from './quote.js';
import type { PackageRecord } from './record.js';

/**
 * The licence of the whole as archives and the Hub look for it: name, SPDX identifier and where its text is. Creative
 * Commons (4.0, section 3(a)(1)(C)) and the ODbL (4.2) take the address for the text; the GPL wants the text, which
 * stands beside it.
 */
export function licenceText(record: PackageRecord): string {
  const { licence, title, release, date, creators } = record;
  const { carries, owed } = licence;
  const address = licenceAddress(carries);
  const by = creators.length > 0 ? `, ${creators.map(lineText).join(', ')}` : '';
  const granted =
    carries === ''
      ? ['No licence allows this mix of sources to be passed on: it was packaged for use at home.']
      : [
          `SPDX-License-Identifier: ${carries}\n`,
          `This data set is made available under the ${licenceName(carries)}:`,
          `${address}`,
          `The text that holds: ${legalText(carries, address)}`,
        ];
  return [
    `${lineText(title)}, release ${lineText(release)}, ${date}${by}\n`,
    ...granted,
    '\nIt follows from the licences of the sources by a table of rules (run.json has both): help, no legal advice.',
    ...(owed.length > 0 ? ['\nOwed by those who pass it on:', ...owed.map((each) => `- ${DUTIES[each]}`)] : []),
    '\nSources, adapted, whose own licences stand (ATTRIBUTION.md tells more of each):',
    ...record.sources.map(({ name, licence: own }) => `- ${lineText(name)}: ${sourceLicence(own)}`),
    '',
  ].join('\n');
}

function sourceLicence(licence: string): string {
  const address = licenceAddress(licence);
  return licence === '' ? 'not stated' : `${lineText(licence)}${address === '' ? '' : ` ${address}`}`;
}

/** The file of a licence whose text has to go along; '' for one whose address does. */
export function licenceFile(carries: string): string {
  const [, version] = /^GPL-(\d)\.0-/.exec(carries) ?? [];
  return version === undefined ? '' : `LICENSES/GPL-${version}.0.txt`;
}

function legalText(carries: string, address: string): string {
  const file = licenceFile(carries);
  if (file !== '') return file;
  return address.startsWith('https://creativecommons.org/') ? `${address}legalcode` : address;
}
