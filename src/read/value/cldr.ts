import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type ValueItem } from '../../model/model.js';
import { openInput } from '../input.js';
import { fieldOfObject, isJsonObject, type JsonObject, parseJsonObject } from '../json.js';
import { faultOf, needsOf, tidy } from '../lexicon/tidy.js';
import { BATCH_SIZE, type Input, type ReadOptions, SILENT, type ValueReader } from '../reader.js';
import { rejection } from '../reject.js';
import { wholeText } from '../whole.js';
import { bracketFault } from './brackets.js';
import { saidSlot } from './slot.js';

/** In UTF-16 units: the longest of CLDR's lists of names has a tenth of this. */
const LARGEST = 4 << 20;

/** Maps from codes to names in CLDR's display names. */
const GROUPS = ['languages', 'scripts', 'territories', 'variants', 'subdivisions'];

/** Unicode's names of countries, languages, scripts and currencies in hundreds of languages. */
export const cldr: ValueReader = {
  id: 'cldr',
  title:
    'CLDR names (npm cldr-localenames-full: `main/sw/territories.json`; currencies), joined with `../en/` or --with FILE',
  extensions: ['json'],
  specification: 'https://github.com/unicode-org/cldr-json',
  carries: ['slot values', 'renderings of English values'],
  sniff: ({ head }) =>
    /^\s*\{\s*"main"\s*:\s*\{\s*"[\w-]+"\s*:/.test(head) && /"(localeDisplayNames|currencies)"\s*:/.test(head)
      ? 0.95
      : 0,
  async open(input, options) {
    const slot = saidSlot(input, options.slot);
    const file = await readNames(input);
    const language = options.language ?? options.to ?? resolveLanguage(file.locale);
    if (language === undefined) throw broken(input, `names the unknown language ${JSON.stringify(file.locale)}`);
    const english = await englishNames(input, options, file.locale);
    const items = [...file.names].map(([code, name]) => readName(code, name, { slot, english, lines: file.lines }));
    return { ...SILENT, title: 'CLDR', language, batches: inBatches(items) };
  },
};

interface CldrNames {
  readonly locale: string;
  readonly names: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, number>;
}

async function readNames(input: Input): Promise<CldrNames> {
  const text = await wholeText(input, LARGEST);
  const main = fieldOfObject(parseJsonObject(text) ?? {}, 'main');
  const [locale, content] = isJsonObject(main) ? (Object.entries(main)[0] ?? []) : [];
  if (locale === undefined || !isJsonObject(content)) throw broken(input, 'is no whole JSON of CLDR');
  const names = new Map([...displayNames(content), ...currencyNames(content)]);
  if (names.size === 0) throw broken(input, 'holds no names of countries, languages, scripts or currencies');
  return { locale, names, lines: linesOfKeys(text) };
}

function broken(input: Input, message: string): CalqueError {
  return new CalqueError('input', message, {
    place: { file: input.file },
    suggestions: ['take the files of an npm package: cldr-localenames-full, cldr-numbers-full'],
  });
}

function displayNames(content: JsonObject): [string, string][] {
  const names = objectIn(content, 'localeDisplayNames');
  return GROUPS.flatMap((group) =>
    Object.entries(objectIn(names, group)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function currencyNames(content: JsonObject): [string, string][] {
  const currencies = objectIn(objectIn(content, 'numbers'), 'currencies');
  return Object.entries(currencies).flatMap(([code, facts]): [string, string][] => {
    const name = isJsonObject(facts) ? fieldOfObject(facts, 'displayName') : undefined;
    return typeof name === 'string' ? [[code, name]] : [];
  });
}

function objectIn(object: JsonObject, name: string): JsonObject {
  const value = fieldOfObject(object, name);
  return isJsonObject(value) ? value : {};
}

/** The line of each key, the last where a key comes twice: names come after what the file says of itself. */
function linesOfKeys(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let at = 0;
  for (const match of text.matchAll(/"([^"\\\n]{1,80})"\s*:/g)) {
    for (let next = text.indexOf('\n', at); next >= 0 && next < match.index; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    lines.set(match[1] as string, line);
  }
  return lines;
}

/** English names by code: from the file that was named, or the one that lies where the package has it. */
async function englishNames(input: Input, options: ReadOptions, locale: string): Promise<ReadonlyMap<string, string>> {
  if (resolveLanguage(locale) === 'en') return new Map();
  const english =
    options.with === undefined ? await input.sibling(`../en/${input.name}`) : await openInput(options.with);
  return english ? (await readNames(english)).names : new Map();
}

interface Known {
  readonly slot: string;
  readonly english: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, number>;
}

function readName(code: string, name: string, { slot, english, lines }: Known): ValueItem {
  const line = lines.get(code) ?? 1;
  const text = tidy(name);
  const fault = faultOf(name, needsOf(name)) || (text === '' ? 'the name is empty' : bracketFault(text));
  const untranslated = text === code.split('-alt-', 1)[0] ? 'not translated: the name is its code' : '';
  if (fault !== '' || untranslated !== '') return rejection(line, fault || untranslated, `${code}: ${name}`);
  return { line, slot, english: tidy(english.get(code) ?? '').toLowerCase(), text, weight: 1 };
}

async function* inBatches(items: readonly ValueItem[]): AsyncGenerator<ValueItem[]> {
  for (let start = 0; start < items.length; start += BATCH_SIZE) yield items.slice(start, start + BATCH_SIZE);
}
