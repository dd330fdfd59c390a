import { readFileSync } from 'node:fs';
import { CalqueError, type Place, type Profile } from '../model/model.js';
import type { JsonSchema } from './check.js';
import { requireLanguage } from './identify.js';

/** The schema is published beside the documentation, where editors find it too. */
const SCHEMA = new URL('../../docs/schemas/profile.json', import.meta.url);

/** Reads and checks a profile; a file that names no language is for the language asked. */
export async function parseProfile(text: string, file: string, language = ''): Promise<Profile> {
  const { LineCounter, parseDocument } = await import('yaml');
  const { problems } = await import('./check.js');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true });
  const [broken] = document.errors;
  if (broken) {
    throw refusal({ file, line: lines.linePos(broken.pos[0]).line }, reasonOf(broken.message));
  }
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as JsonSchema;
  const [problem] = problems(document.contents, schema);
  if (problem) throw refusal({ file, line: lines.linePos(problem.offset).line }, problem.message);
  // A reviver-made object without a prototype: `constructor` may be an adposition.
  const said = (document.toJS({ reviver: withoutPrototype }) ?? {}) as Partial<Profile>;
  const own = said.language === undefined ? language : requireLanguage(said.language);
  if (language !== '' && own !== language) {
    throw refusal({ file }, `this profile is for ${own}, not for ${language}`);
  }
  return { ...said, language: own };
}

/** The parser's own words without the place, which is told already, and without the excerpt. */
function reasonOf(message: string): string {
  return (message.split('\n')[0] as string).replace(/ at line \d+, column \d+:?$/, '');
}

function withoutPrototype(_key: unknown, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.setPrototypeOf(value, null);
}

function refusal(place: Place, message: string): CalqueError {
  return new CalqueError('input', message, {
    place,
    suggestions: ['docs/writing-a-profile.md lists what a profile can say'],
  });
}
