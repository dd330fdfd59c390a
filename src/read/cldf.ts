import { type JsonObject, parseJsonObject, textOf } from './json.js';
import { licenceWithin } from './licence.js';
import { type Input, SILENT, type Stated } from './reader.js';
import { wholeText } from './whole.js';

/** What a CLDF data set's metadata says of it; a data set without metadata says nothing. */
export async function statedInMetadata(metadata: Input | undefined): Promise<Stated> {
  const facts = metadata ? parseJsonObject(await wholeText(metadata)) : undefined;
  if (!facts) return SILENT;
  return {
    title: textOf(facts, 'dc:title').replace(/\s+/g, ' '),
    licence: licenceOf(facts),
    citation: textOf(facts, 'dc:bibliographicCitation').replace(/\s+/g, ' '),
  };
}

function licenceOf(facts: JsonObject): string {
  const said = textOf(facts, 'dc:license');
  return licenceWithin(said) || (/^[A-Za-z0-9.-]{2,40}$/.test(said) ? said : '');
}
