import type { Remarks } from '../remarks.js';
import { attributeOf, elementsIn, type XmlElement } from '../xml-element.js';

/** More forms than this no paradigm of a word has that a table could hold. */
const MOST_FORMS = 5000;

/** Forms of all paradigms together: what has more was made to fill memory. */
const MOST_STORED = 400_000;

const TOO_MANY = 'its paradigms have too many forms';

/** One way through an entry: the written form, and the lemma with its symbols. */
export interface Path {
  readonly form: string;
  readonly lemma: string;
  readonly symbols: readonly string[];
  /** The form stands for several words: `i'r`. */
  readonly several: boolean;
}

/** What an entry or a paradigm says. */
export interface Expansion {
  readonly paths: readonly Path[];
  /** Ways that hold for analysis alone (LR): spellings that are understood and never said. */
  readonly unsaid: number;
  /** Ways through a regular expression. */
  readonly patterns: number;
}

const EMPTY: Path = { form: '', lemma: '', symbols: [], several: false };
const NOTHING: Expansion = { paths: [], unsaid: 0, patterns: 0 };

/** Paradigms by name, each written out once. */
export class Paradigms {
  readonly #byName = new Map<string, Expansion | string>();
  #stored = 0;

  constructor(private readonly remarks: Remarks) {}

  add(definition: XmlElement): void {
    const expansion = this.#union(definition);
    if (typeof expansion !== 'string') this.#stored += expansion.paths.length;
    const isTooMuch = this.#stored > MOST_STORED;
    this.#byName.set(attributeOf(definition, 'n'), isTooMuch ? TOO_MANY : expansion);
  }

  /** All that an entry says, paradigms written out; or why it cannot be said. */
  expand(entry: XmlElement): Expansion | string {
    if (/^yes$/i.test(attributeOf(entry, 'i', 'ignore'))) return 'marked to be ignored';
    let whole: Expansion = { paths: [EMPTY], unsaid: 0, patterns: 0 };
    for (const child of entry.children) {
      if (typeof child === 'string') continue;
      const part = this.#part(child);
      if (part === undefined) continue;
      if (typeof part === 'string') return part;
      const product = productOf(whole, part);
      if (typeof product === 'string') return product;
      whole = product;
    }
    const isSaid = attributeOf(entry, 'r') !== 'LR';
    return isSaid ? whole : { ...whole, paths: [], unsaid: whole.unsaid + whole.paths.length };
  }

  #part(part: XmlElement): Expansion | string | undefined {
    if (part.name === 're') return { ...NOTHING, patterns: 1 };
    if (part.name === 'par') {
      const name = attributeOf(part, 'n');
      return this.#byName.get(name) ?? `its paradigm ${name} is not in the file`;
    }
    if (part.name !== 'p' && part.name !== 'i') return undefined;
    const [left, right] = part.name === 'i' ? [part, part] : [elementsIn(part, 'l')[0], elementsIn(part, 'r')[0]];
    const [form, lemma] = [sideOf(left), sideOf(right)];
    const path = { form: form.text, lemma: lemma.text, symbols: lemma.symbols, several: lemma.several };
    return { ...NOTHING, paths: [path] };
  }

  #union(definition: XmlElement): Expansion | string {
    const found: Expansion[] = [];
    for (const entry of elementsIn(definition, 'e')) {
      const expansion = this.expand(entry);
      if (expansion === TOO_MANY) return TOO_MANY;
      if (typeof expansion !== 'string') found.push(expansion);
      else this.remarks.add(entry.line, `an alternative of a paradigm was left out: ${expansion}`);
    }
    const paths = found.flatMap((each) => each.paths);
    if (paths.length > MOST_FORMS) return TOO_MANY;
    const sum = (key: 'unsaid' | 'patterns') => found.reduce((total, each) => total + each[key], 0);
    return { paths: distinct(paths), unsaid: sum('unsaid'), patterns: sum('patterns') };
  }
}

function productOf(a: Expansion, b: Expansion): Expansion | string {
  const said = a.paths.length * b.paths.length;
  if (said > MOST_FORMS) return TOO_MANY;
  const withoutPatterns = (a.paths.length + a.unsaid) * (b.paths.length + b.unsaid);
  const all = (a.paths.length + a.unsaid + a.patterns) * (b.paths.length + b.unsaid + b.patterns);
  const paths = a.paths.flatMap((path) => b.paths.map((next) => joined(path, next)));
  return { paths, unsaid: withoutPatterns - said, patterns: all - withoutPatterns };
}

function joined(a: Path, b: Path): Path {
  return {
    form: a.form + b.form,
    lemma: a.lemma + b.lemma,
    symbols: b.symbols.length === 0 ? a.symbols : [...a.symbols, ...b.symbols],
    several: a.several || b.several,
  };
}

function distinct(paths: readonly Path[]): readonly Path[] {
  if (paths.length < 2) return paths;
  const found = new Map<string, Path>();
  for (const path of paths) found.set([path.form, path.lemma, ...path.symbols].join('\t'), path);
  return [...found.values()];
}

interface Side {
  readonly text: string;
  readonly symbols: string[];
  readonly several: boolean;
}

/** `torri<g><b/>costau</g><s n="vblex"/>` → `torri costau`, vblex. */
function sideOf(side: XmlElement | undefined): Side {
  let text = '';
  const symbols: string[] = [];
  let several = false;
  for (const child of side?.children ?? []) {
    if (typeof child === 'string') text += child;
    else if (child.name === 'b') text += ' ';
    else if (child.name === 's') symbols.push(attributeOf(child, 'n'));
    else if (child.name === 'j') several = true;
    else {
      const inner = sideOf(child);
      text += inner.text;
      symbols.push(...inner.symbols);
      several ||= inner.several;
    }
  }
  return { text: text.replace(/\s+/g, ' '), symbols, several };
}
