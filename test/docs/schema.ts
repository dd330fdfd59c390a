/** The part of JSON Schema that the schemas of results use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

const KEYWORDS = new Set([
  ...['type', 'enum', 'pattern', 'minimum', 'maximum', 'items', 'properties', 'required', 'additionalProperties'],
  ...['$schema', 'title', 'description'],
]);

/** What in a value is not as its schema has it. */
export function complaints(value: unknown, schema: Schema, path = ''): string[] {
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  if (unknown.length > 0) return [`${path}: the checker does not know ${unknown.join(', ')}`];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isA(type, value))) return [`${path} is ${JSON.stringify(value)}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${path} is ${JSON.stringify(value)}`];
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    return [`${path} is ${JSON.stringify(value)}`];
  }
  const { minimum = -Infinity, maximum = Infinity } = schema;
  if (typeof value === 'number' && !(value >= minimum && value <= maximum)) return [`${path} is ${value}`];
  if (Array.isArray(value)) return value.flatMap((item, at) => complaints(item, schema.items ?? {}, `${path}[${at}]`));
  return typeof value === 'object' && value !== null ? complaintsOfObject(value, schema, path) : [];
}

function complaintsOfObject(value: object, schema: Schema, path: string): string[] {
  const missing = (schema.required ?? []).filter((key) => !(key in value)).map((key) => `${path}.${key} is missing`);
  const inside = Object.entries(value).flatMap(([key, each]) => {
    const inner = schema.properties?.[key];
    if (inner) return complaints(each, inner, `${path}.${key}`);
    return schema.additionalProperties === false ? [`${path}.${key} is unknown`] : [];
  });
  return [...missing, ...inside];
}

function isA(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
