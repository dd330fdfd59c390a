import { parseJsonObject, textOf } from '../json.js';
import type { Piece } from './labelled.js';

/** In UTF-16 units: patterns are looked for in nothing longer. */
const LONGEST = 4000;

/** `[Gori](city)`, `[Gori](city:gori)`, `[Gori]{"entity": "city", "role": "from"}`. */
const ENTITY = /\[([^\]]+)\](?:\(([^:)]+)(?::([^)]*))?\)|\{([^}]+)\}|\[[^\]]*\])/g;

export interface Example {
  readonly pieces: readonly Piece[];
  /** Entities that say what they stand for, or which group they belong to: values and groups are no labels. */
  readonly values: number;
  readonly groups: number;
}

/** An example of Rasa's markup, or why it is none. */
export function readExample(text: string): Example | string {
  if (text.length > LONGEST) return `longer than ${LONGEST} characters: no utterance`;
  const pieces: Piece[] = [];
  let [at, values, groups] = [0, 0, 0];
  for (const match of text.matchAll(ENTITY)) {
    const [whole, value = '', entity, said, json] = match;
    const found = json === undefined ? { slot: entity ?? '', value: said ?? '', group: '' } : readObject(json);
    if (typeof found === 'string') return found;
    if (found.slot === '') return 'several entities on one text';
    pieces.push({ text: text.slice(at, match.index), slot: '' }, { text: value, slot: found.slot });
    at = match.index + whole.length;
    if (found.value !== '') values++;
    if (found.group !== '') groups++;
  }
  pieces.push({ text: text.slice(at), slot: '' });
  return { pieces, values, groups };
}

/** A role tells apart what a slot does: `city.from`. */
function readObject(inside: string): { slot: string; value: string; group: string } | string {
  const object = parseJsonObject(`{${inside}}`);
  if (!object) return 'what stands in braces is not JSON';
  const entity = textOf(object, 'entity');
  if (entity === '') return 'the entity has no name: {"entity": …} is expected';
  const role = textOf(object, 'role');
  return {
    slot: role === '' ? entity : `${entity}.${role}`,
    value: textOf(object, 'value'),
    group: textOf(object, 'group'),
  };
}
