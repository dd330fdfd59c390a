import { ruleOf } from '../../licence/licence.js';
import { licenceLink } from './card.js';
import { DUTIES } from './duties.js';
import { code, figure, plainText } from './quote.js';
import type { PackageRecord, SourceRecord } from './record.js';

/** Who is to be named, under which licence, and what was changed, as CC BY 4.0 section 3(a)(1) lists it. */
export function attribution(record: PackageRecord): string {
  const { licence, sources } = record;
  const whole = licence.carries === '' ? 'no licence that allows it to be passed on' : licenceLink(licence.carries);
  return [
    `# Sources of ${plainText(record.title)}\n`,
    `The whole can carry ${whole}. It holds adapted material from the sources below: their words were chosen, inflected and`,
    'put into sentences by a program, and nobody of theirs endorses the result. The rows that were left out, and how this was',
    'worked out, are in run.json.\n',
    ...sources.map(sourceText),
  ].join('\n');
}

function sourceText(source: SourceRecord): string {
  const { name, title, citation, licence, rows, kind, format, file, sha256 } = source;
  const owed = ruleOf(licence).owed.map((each) => DUTIES[each]);
  return [
    `## ${plainText(title === '' ? name : `${title} (${name})`)}\n`,
    `- name: ${code(name)}${kind === '' ? '' : ` (${plainText(kind)}, ${plainText(format)})`}`,
    `- creator and address: ${plainText(citation) || 'not stated'}`,
    `- licence: ${licenceLink(licence)}`,
    ...(owed.length > 0 ? [`- owed: ${owed.join('; ')}`] : []),
    `- file: ${file === '' ? 'not stated' : `${code(file)}, SHA-256 ${sha256}`}`,
    `- used in ${figure(rows)} rows`,
    '- changed: words chosen, inflected and put into sentences\n',
  ].join('\n');
}
