import { CalqueError } from '../model/model.js';
import { openInput } from './input.js';
import { writtenLanguage } from './lexicon/by-language.js';
import type { Input, ReadOptions } from './reader.js';
import { rootName } from './xml.js';
import { attributeOf, textOf, type XmlElement, xmlElements } from './xml-element.js';

/**
 * The texts of Android programs: one file a language, each in a folder of its own (`values-sw/strings.xml`), beside the
 * folder of the English ones (`values/strings.xml`); what has the same name in both is said in both languages.
 */
export function likenessToAndroid({ head }: Pick<Input, 'head'>): number {
  return rootName(head) === 'resources' && /<(?:string|string-array|plurals)\s/.test(head) ? 1 : 0;
}

/** A text with its English one; '' where there is none of that name. */
export interface ResourcePair {
  readonly line: number;
  readonly english: string;
  readonly text: string;
  /** One of them holds elements: styles, or what a program fills in. */
  readonly markup: boolean;
  /** It only names another resource (`@string/play`). */
  readonly refers: boolean;
}

/** Why a text without an English one is not taken. */
export const NO_ENGLISH = 'the English file has no text of that name';

export interface ResourceFiles {
  readonly own: Input;
  readonly english: Input;
  readonly to: string;
}

/** Finds the English file and the language, without reading further than the head. */
export async function resourceFiles(input: Input, options: ReadOptions): Promise<ResourceFiles> {
  const to = options.to ?? options.language ?? languageOfFolder(input.folder);
  const place = { file: input.file };
  if (input.folder === 'values' && options.with === undefined) {
    throw new CalqueError('input', 'holds the texts that others translate', {
      place,
      suggestions: ['name a translation (values-sw/strings.xml), or the folder above'],
    });
  }
  if (to === undefined || to === 'en') {
    throw new CalqueError('input', 'its folder does not tell the language', {
      place,
      suggestions: ['name it: --to sw'],
    });
  }
  const { with: named, encoding } = options;
  const english =
    named === undefined ? await input.sibling(`../values/${input.name}`) : await openInput(named, encoding);
  if (english !== undefined) return { own: input, english, to };
  throw new CalqueError('input', `../values/${input.name}, which holds its texts in English, is not there`, {
    place,
    suggestions: ['name the English file: --with FILE'],
  });
}

/** `values-sw`, `values-pt-rBR`, `values-b+sr+Latn`; other folders are for screens and modes, `values-car` for cars. */
function languageOfFolder(folder: string): string | undefined {
  const [, plain, tag] = /^values-(?:([a-z]{2,3}(?:-r[A-Z]{2})?)|b\+([A-Za-z0-9+]+))$/.exec(folder) ?? [];
  if (plain === 'car') return undefined;
  const label = plain?.replace('-r', '-') ?? tag?.replaceAll('+', '-');
  return label === undefined ? undefined : writtenLanguage(label);
}

/** Languages with more forms than English say these where it says `other`; `zero` and `two` may leave the number out. */
const PLURALS: ReadonlySet<string> = new Set(['few', 'many']);

interface Resource {
  readonly line: number;
  /** Its name, and which text of several it is. */
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly markup: boolean;
}

/** The texts of a file, some at a time, each with its English one. */
export async function* resourcePairs({ own, english }: ResourceFiles): AsyncGenerator<readonly ResourcePair[]> {
  const known = new Map<string, Resource>();
  for await (const found of resourcesOf(english))
    for (const each of found) known.set(`${each.name} ${each.kind}`, each);
  for await (const found of resourcesOf(own)) {
    yield found.map(({ line, name, kind, text, markup }) => {
      const origin = known.get(`${name} ${kind}`) ?? (PLURALS.has(kind) ? known.get(`${name} other`) : undefined);
      const english = origin?.text ?? '';
      return { line, text, english, markup: markup || origin?.markup === true, refers: /^[@?]\w+\//.test(text) };
    });
  }
}

async function* resourcesOf(input: Input): AsyncGenerator<readonly Resource[]> {
  for await (const elements of xmlElements(input, ['string', 'string-array', 'plurals'])) {
    yield elements.flatMap(resourcesIn);
  }
}

function resourcesIn(element: XmlElement): Resource[] {
  const name = attributeOf(element, 'name');
  const resource = (of: XmlElement, kind: string): Resource => ({
    ...{ line: of.line, name, kind, text: unescaped(textOf(of)) },
    markup: of.children.some((child) => typeof child !== 'string'),
  });
  if (element.name === 'string') return [resource(element, '')];
  const items = element.children.filter((child): child is XmlElement => typeof child !== 'string');
  return items.map((item, index) =>
    resource(item, element.name === 'plurals' ? attributeOf(item, 'quantity') : String(index)),
  );
}

/** Quotation marks keep blanks, a backslash says what would mean something else (`\'`, `\n`, `\u00e9`). */
function unescaped(raw: string): string {
  const text = raw.replace(/\s+/g, ' ').trim();
  return text.replace(/\\(u[0-9A-Fa-f]{4}|.)|"/g, (_, said: string | undefined) => {
    if (said === undefined) return '';
    if (said.length > 1) return String.fromCharCode(Number.parseInt(said.slice(1), 16));
    return said === 'n' ? '\n' : said === 't' ? ' ' : said;
  });
}
