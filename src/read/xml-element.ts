import type { SaxesTagPlain } from 'saxes';
import type { Input } from './reader.js';
import { localName, makeXmlParser, type XmlHandlers, xmlChunks } from './xml.js';

/** Elements and texts of one entry; what has more is no entry but a file that lacks an end tag. */
const LARGEST_ENTRY = 200_000;

export interface XmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** An element with its content in order; names are without prefix, those of attributes with it (`xml:lang`). */
export interface XmlElement extends XmlTag {
  readonly line: number;
  readonly children: readonly (XmlElement | string)[];
  /** The elements that it stands in, outermost first. */
  readonly outer: readonly XmlTag[];
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NOTHING: readonly XmlTag[] = [];

function attributesOf({ attributes }: SaxesTagPlain): ReadonlyMap<string, string> {
  const entries = Object.entries(attributes);
  return entries.length === 0 ? NO_ATTRIBUTES : new Map(entries);
}

interface Building extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Builds the elements of some names, each whole, and lets go of all that stands around them. */
class Cutter implements XmlHandlers {
  done: XmlElement[] = [];
  private readonly outer: XmlTag[] = [];
  private readonly open_: Building[] = [];
  private size = 0;

  constructor(
    private readonly names: ReadonlySet<string>,
    private readonly place: { line: () => number; fail: (message: string) => never },
  ) {}

  open(tag: SaxesTagPlain): void {
    const name = localName(tag.name);
    const attributes = attributesOf(tag);
    if (this.open_.length === 0 && !this.names.has(name)) {
      this.outer.push({ name, attributes });
      return;
    }
    const outer = this.open_.length === 0 ? [...this.outer] : NOTHING;
    const element: Building = { name, attributes, line: this.place.line(), children: [], outer };
    this.open_.at(-1)?.children.push(element);
    this.open_.push(element);
    this.count();
  }

  text(text: string): void {
    const element = this.open_.at(-1);
    if (!element) return;
    element.children.push(text);
    this.count();
  }

  close(): void {
    const element = this.open_.pop();
    if (!element) this.outer.pop();
    else if (this.open_.length === 0) {
      this.done.push(element);
      this.size = 0;
    }
  }

  private count(): void {
    if (++this.size > LARGEST_ENTRY) {
      this.place.fail(`<${this.open_[0]?.name ?? ''}> at line ${this.open_[0]?.line ?? 0} has no end in sight`);
    }
  }
}

/** The elements of these names, whole and in order, some at a time; where one stands in another, the outer one. */
export async function* xmlElements(input: Input, names: readonly string[]): AsyncGenerator<readonly XmlElement[]> {
  const cutter: Cutter = new Cutter(new Set(names), {
    line: () => parser.line,
    fail: (message) => parser.fail(message),
  });
  const parser = makeXmlParser(input.file, cutter);
  for await (const _ of xmlChunks(input, parser)) {
    if (cutter.done.length === 0) continue;
    yield cutter.done;
    cutter.done = [];
  }
}

/** The root with what stands before the first element of these names: headers. What the first 64 KiB cut off is left out. */
export function xmlRoot(input: Input, before: readonly string[]): XmlElement | undefined {
  const stop = new Set(before);
  const open: Building[] = [];
  let root: Building | undefined;
  let enough = false;
  const parser = makeXmlParser(input.file, {
    open(tag) {
      const name = localName(tag.name);
      if (stop.has(name)) {
        enough = true;
        parser.fail('the entries begin');
      }
      const attributes = attributesOf(tag);
      const element: Building = { name, attributes, line: parser.line, children: [], outer: NOTHING };
      open.at(-1)?.children.push(element);
      open.push(element);
      root ??= element;
    },
    text: (text) => void open.at(-1)?.children.push(text),
    close: () => void open.pop(),
  });
  try {
    parser.write(input.head);
  } catch (error) {
    if (!enough) throw error;
  }
  return root;
}

export function elementsIn(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && names.includes(child.name)) found.push(child);
  }
  return found;
}

export function firstIn(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return elementsIn(element, ...names)[0];
}

/** All elements of these names however deep, in order; those inside a found one are not looked for. */
export function elementsWithin(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') continue;
    if (names.includes(child.name)) found.push(child);
    else found.push(...elementsWithin(child, ...names));
  }
  return found;
}

/** Text of an element and all in it, white space as one blank; '' for no element. */
export function textOf(element: XmlElement | undefined, without: readonly string[] = []): string {
  return rawText(element, without).replace(/\s+/g, ' ').trim();
}

/** The same with its line breaks. */
export function rawText(element: XmlElement | undefined, without: readonly string[]): string {
  let text = '';
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') text += child;
    else if (!without.includes(child.name)) text += rawText(child, without);
  }
  return text;
}

/** The first of these attributes that the element has, else ''. */
export function attributeOf(element: XmlTag | undefined, ...names: readonly string[]): string {
  for (const name of names) {
    const value = element?.attributes.get(name);
    if (value !== undefined) return value;
  }
  return '';
}
