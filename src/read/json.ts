/** Looks at parsed JSON without believing anything of it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that a text holds, or undefined where it holds none. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own fields only: `constructor` is a word. */
export function fieldOfObject(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function textOf(object: JsonObject, name: string): string {
  const value = fieldOfObject(object, name);
  return typeof value === 'string' ? value.trim() : '';
}

export function textsOf(object: JsonObject, name: string): string[] {
  const value = fieldOfObject(object, name);
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

export function objectsOf(object: JsonObject, name: string): JsonObject[] {
  const value = fieldOfObject(object, name);
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
