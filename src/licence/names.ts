import { LIKE, OUTPUTS, type OutputLicence, RULES } from './rules.js';

const KNOWN = new Map([...RULES.map(({ id }) => id), ...LIKE.map(([id]) => id)].map((id) => [id.toLowerCase(), id]));

/** Other spellings of the same: deprecated identifiers of SPDX, those of the Hub, and words that files use. */
const OTHER_NAMES = new Map([
  ['gpl-2.0', 'GPL-2.0-only'],
  ['gpl-2.0+', 'GPL-2.0-or-later'],
  ['gpl-3.0', 'GPL-3.0-only'],
  ['gpl-3.0+', 'GPL-3.0-or-later'],
  ['gpl-1.0+', 'GPL-1.0-or-later'],
  ['lgpl-2.1+', 'LGPL-2.1-or-later'],
  ['lgpl-3.0+', 'LGPL-3.0-or-later'],
  ['lgpl-lr', 'LGPLLR'],
  ['gfdl-1.3', 'GFDL-1.3-or-later'],
  ['odbl', 'ODbL-1.0'],
  ['pddl', 'PDDL-1.0'],
  ['cc0', 'CC0-1.0'],
  ['wordnet', 'WordNet-3.0'],
  ['public-domain', 'CC-PDDC'],
  ['public domain', 'CC-PDDC'],
]);

/** The identifier as SPDX spells it; what is not known stays as it is, and '' says that nobody has stated one. */
export function canonicalLicence(stated: string): string {
  const text = stated.trim();
  const key = text.toLowerCase();
  if (key === 'none' || key === 'noassertion' || key === 'unknown') return '';
  return KNOWN.get(key) ?? OTHER_NAMES.get(key) ?? text;
}

/** Where the text of a licence can be read; '' where none is known. */
export function licenceAddress(licence: string): string {
  const id = canonicalLicence(licence);
  if (id === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const shared = /^CC-([A-Z-]+)-(\d\.\d)$/.exec(id);
  if (shared) return `https://creativecommons.org/licenses/${(shared[1] as string).toLowerCase()}/${shared[2]}/`;
  if (id === 'WordNet-3.0') return 'https://wordnet.princeton.edu/license-and-commercial-use';
  return KNOWN.has(id.toLowerCase()) && id !== 'LicenseRef-custom' ? `https://spdx.org/licenses/${id}.html` : '';
}

const NAMES: Readonly<Record<OutputLicence, string>> = {
  'CC0-1.0': 'Creative Commons CC0 1.0 Universal dedication to the public domain',
  'CC-BY-4.0': 'Creative Commons Attribution 4.0 International licence',
  'CC-BY-SA-3.0': 'Creative Commons Attribution-ShareAlike 3.0 Unported licence',
  'CC-BY-SA-4.0': 'Creative Commons Attribution-ShareAlike 4.0 International licence',
  'ODbL-1.0': 'Open Data Commons Open Database License 1.0',
  'GPL-2.0-only': 'GNU General Public License, version 2 only',
  'GPL-2.0-or-later': 'GNU General Public License, version 2 or any later version',
  'GPL-3.0-only': 'GNU General Public License, version 3 only',
  'GPL-3.0-or-later': 'GNU General Public License, version 3 or any later version',
  'CC-BY-NC-4.0': 'Creative Commons Attribution-NonCommercial 4.0 International licence',
  'CC-BY-NC-SA-4.0': 'Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International licence',
};

/** What people call a licence that a whole can carry; its identifier for others. */
export function licenceName(licence: string): string {
  const known = OUTPUTS.find((each) => each === licence);
  return known === undefined ? licence : NAMES[known];
}
