/** SPDX identifiers of licences as files state them, in words or by address; '' where nothing is recognised. */
export function spdxOf(statement: string): string {
  return creativeCommons(statement) || gnu(statement) || (/^[A-Za-z0-9.-]{2,40}$/.test(statement) ? statement : '');
}

/** The same in a text that speaks of other things too. */
export function licenceWithin(text: string): string {
  return creativeCommons(text) || gnu(text);
}

function creativeCommons(text: string): string {
  if (/publicdomain\/zero|\bCC0\b/i.test(text)) return 'CC0-1.0';
  const address = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(text);
  const short = address ?? /\bCC[- ](BY(?:[- ](?:NC|ND|SA))*)[- ]v?(\d\.\d)/i.exec(text);
  return short ? `CC-${(short[1] as string).toUpperCase().replaceAll(' ', '-')}-${short[2]}` : inWords(text);
}

/** `Creative Commons Attribution-Share Alike Licence (V3.0)` */
function inWords(text: string): string {
  const said =
    /Creative Commons Attribution((?:[-, ]+(?:Non-?Commercial|Share-? ?Alike|No-? ?Deriv\w*))*)[^\d]{0,40}(\d\.\d)/i.exec(
      text,
    );
  if (!said) return '';
  const conditions = said[1] as string;
  const parts = ['BY'];
  if (/commercial/i.test(conditions)) parts.push('NC');
  if (/alike/i.test(conditions)) parts.push('SA');
  if (/deriv/i.test(conditions)) parts.push('ND');
  return `CC-${parts.join('-')}-${said[2]}`;
}

const GNU_NAMES: readonly (readonly [RegExp, string])[] = [
  [/GNU Free Documentation|\bGFDL\b/i, 'GFDL'],
  [/Affero|\bAGPL\b/i, 'AGPL'],
  [/Lesser General|\bLGPL\b/i, 'LGPL'],
  [/GNU General Public|\bGPL\b/i, 'GPL'],
];

/** Without a version, the licence's text leaves any one to choose: that is `1.0-or-later`. */
function gnu(text: string): string {
  // The licence that is named first is that of the contents.
  const found = GNU_NAMES.map(([pattern, name]) => ({ name, at: text.search(pattern) })).filter(({ at }) => at >= 0);
  const first = found.sort((a, b) => a.at - b.at)[0];
  if (!first) return '';
  const said = text.slice(first.at, first.at + 300);
  const version = /(?:ver(?:sion|\.)?|v)\s*(\d(?:\.\d)?)/i.exec(said)?.[1];
  if (version === undefined) return `${first.name}-1.0-or-later`;
  const number = version.includes('.') ? version : `${version}.0`;
  const later = /(any|or|and) later/i.test(said) ? 'or-later' : 'only';
  return `${first.name}-${number}-${later}`;
}
