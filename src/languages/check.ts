import { isAlias, isMap, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { nearest } from './suggest.js';

/** The part of JSON Schema that our schemas use. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

export interface Problem {
  readonly message: string;
  /** Where in the text the node begins. */
  readonly offset: number;
}

/** What in a parsed YAML document is not as the schema has it, in the order of the text. */
export function* problems(node: unknown, schema: JsonSchema): Generator<Problem> {
  if (node === null || node === undefined) return;
  yield* check(node as Node, schema, { root: schema, path: '', offset: 0 });
}

interface Spot {
  readonly root: JsonSchema;
  readonly path: string;
  /** Of the key that the node belongs to: what an empty value is reported at. */
  readonly offset: number;
}

function* check(node: Node | null, schema: JsonSchema, spot: Spot): Generator<Problem> {
  const rule =
    schema.$ref === undefined ? schema : (spot.root.$defs?.[schema.$ref.replace('#/$defs/', '')] as JsonSchema);
  const offset = node?.range?.[0] ?? spot.offset;
  const name = spot.path === '' ? 'a profile' : spot.path;
  const found = kindOf(node);
  const wanted = rule.type ?? 'string';
  if (found !== (wanted === 'integer' ? 'number' : wanted)) {
    const remedy = wanted === 'string' && (found === 'number' || found === 'boolean') ? ': put it in quotes' : '';
    yield { message: `${name} must be ${SAID[wanted]}, not ${SAID[found]}${remedy}`, offset };
  } else if (found === 'object') yield* checkMap(node as YAMLMap<Scalar, Node>, rule, spot);
  else if (found === 'array') yield* checkList(node as YAMLSeq<Node>, rule, { ...spot, offset });
  else yield* checkScalar((node as Scalar).value as string | number | boolean, rule, { ...spot, path: name, offset });
}

function* checkMap(map: YAMLMap<Scalar, Node>, rule: JsonSchema, spot: Spot): Generator<Problem> {
  const properties = new Map(Object.entries(rule.properties ?? {}));
  const inside = spot.path === '' ? '' : ` in ${spot.path}`;
  for (const pair of map.items as Pair<Scalar, Node>[]) {
    const key = String(pair.key.value);
    const offset = pair.key.range?.[0] ?? spot.offset;
    const other = typeof rule.additionalProperties === 'object' ? rule.additionalProperties : undefined;
    const inner = properties.get(key) ?? other;
    if (inner) {
      yield* check(pair.value, inner, {
        root: spot.root,
        path: spot.path === '' ? key : `${spot.path}.${key}`,
        offset,
      });
    } else {
      const [close] = nearest(key, [...properties.keys()]);
      const hint = close === undefined ? '' : `, did you mean ${close}?`;
      yield {
        message: `unknown line ${JSON.stringify(key)}${inside}${hint} Known: ${[...properties.keys()].join(', ')}`,
        offset,
      };
    }
  }
  for (const key of rule.required ?? []) {
    if (!map.has(key)) yield { message: `${key} is missing${inside}`, offset: map.range?.[0] ?? spot.offset };
  }
}

function* checkList(list: YAMLSeq<Node>, rule: JsonSchema, spot: Spot): Generator<Problem> {
  if (list.items.length < (rule.minItems ?? 0))
    yield { message: `${spot.path} must not be empty`, offset: spot.offset };
  for (const [index, item] of list.items.entries()) {
    yield* check(item, rule.items ?? {}, { ...spot, path: `${spot.path}[${index + 1}]` });
  }
}

function* checkScalar(value: string | number | boolean, rule: JsonSchema, { path, offset }: Spot): Generator<Problem> {
  if (rule.enum && !rule.enum.includes(String(value))) {
    yield { message: `${path} must be one of ${rule.enum.join(', ')}, not ${JSON.stringify(value)}`, offset };
  }
  if (typeof value !== 'number') return;
  const { minimum = -Infinity, maximum = Infinity } = rule;
  if (rule.type === 'integer' && !Number.isInteger(value)) yield { message: `${path} must be a whole number`, offset };
  else if (!(value >= minimum && value <= maximum)) {
    yield { message: `${path} must lie from ${minimum} to ${maximum}`, offset };
  }
}

const SAID = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  nothing: 'empty',
  alias: 'an alias of another place',
} as const;

function kindOf(node: Node | null): keyof typeof SAID {
  if (node === null) return 'nothing';
  if (isAlias(node)) return 'alias';
  if (isMap(node)) return 'object';
  if (isSeq(node)) return 'array';
  const { value } = node as Scalar;
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
}
