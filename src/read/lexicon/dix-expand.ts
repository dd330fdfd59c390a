import { attributeOf, elementsIn, type XmlElement } from '../xml-element.js';

/** More alternatives than this no dictionary entry has. */
const MOST_ALTERNATIVES = 200;

/** One way through an entry: the text and the tags of both sides. */
export interface Path {
  readonly left: string;
  readonly right: string;
  readonly leftTags: readonly string[];
  readonly rightTags: readonly string[];
  /** The only direction that it holds in: `LR`, `RL`; '' for both. */
  readonly only: string;
}

/** What paradigms add, by name. */
export type Paradigms = Map<string, readonly Path[]>;

const EMPTY: Path = { left: '', right: '', leftTags: [], rightTags: [], only: '' };

/** Keeps a paradigm for the entries that name it. */
export function addParadigm(paradigms: Paradigms, definition: XmlElement): void {
  const paths = elementsIn(definition, 'e').flatMap((entry) => {
    const found = pathsOf(entry, paradigms);
    return typeof found === 'string' ? [] : found;
  });
  paradigms.set(attributeOf(definition, 'n'), distinct(paths));
}

/** All that an entry says, paradigms written out; or why it cannot be said. */
export function pathsOf(entry: XmlElement, paradigms: Paradigms): readonly Path[] | string {
  let paths: readonly Path[] = [{ ...EMPTY, only: attributeOf(entry, 'r') }];
  for (const child of entry.children) {
    if (typeof child === 'string') continue;
    if (child.name === 're') return 'a regular expression, not a word';
    const further = furtherOf(child, paradigms);
    if (further === undefined) continue;
    if (paths.length * further.length > MOST_ALTERNATIVES) return 'its paradigms have too many forms';
    paths = paths.flatMap((path) => further.map((next) => joined(path, next)));
  }
  return distinct(paths);
}

function furtherOf(part: XmlElement, paradigms: Paradigms): readonly Path[] | undefined {
  if (part.name === 'par') {
    const name = attributeOf(part, 'n');
    // A paradigm that is defined elsewhere still tells the part of speech: `house__n`.
    return paradigms.get(name) ?? [{ ...EMPTY, ...tagsOfName(name) }];
  }
  if (part.name !== 'p' && part.name !== 'i') return undefined;
  const sides = part.name === 'i' ? [part, part] : [elementsIn(part, 'l')[0], elementsIn(part, 'r')[0]];
  const [left, right] = [sideOf(sides[0]), sideOf(sides[1])];
  return [{ left: left.text, right: right.text, leftTags: left.tags, rightTags: right.tags, only: '' }];
}

function tagsOfName(name: string): Pick<Path, 'leftTags' | 'rightTags'> {
  const tag = name.split('__').at(-1) ?? '';
  const tags = name.includes('__') && tag !== '' ? [tag.split('_')[0] as string] : [];
  return { leftTags: tags, rightTags: tags };
}

/** `duka<g><b/>la<b/>dawa</g><s n="n"/>` → `duka la dawa`, n. */
function sideOf(side: XmlElement | undefined): { readonly text: string; readonly tags: string[] } {
  let text = '';
  const tags: string[] = [];
  for (const child of side?.children ?? []) {
    if (typeof child === 'string') text += child;
    else if (child.name === 'b' || child.name === 'j') text += ' ';
    else if (child.name === 's') tags.push(attributeOf(child, 'n'));
    else {
      const inner = sideOf(child);
      text += inner.text;
      tags.push(...inner.tags);
    }
  }
  return { text: text.replace(/\s+/g, ' '), tags };
}

function joined(a: Path, b: Path): Path {
  const only = a.only === '' || a.only === b.only ? b.only : b.only === '' ? a.only : 'none';
  return {
    left: a.left + b.left,
    right: a.right + b.right,
    leftTags: [...a.leftTags, ...b.leftTags],
    rightTags: [...a.rightTags, ...b.rightTags],
    only,
  };
}

/** Paths that differ in their words or parts of speech; forms that differ in further tags are one word. */
function distinct(paths: readonly Path[]): readonly Path[] {
  if (paths.length < 2) return paths;
  const found = new Map<string, Path>();
  for (const path of paths) {
    if (path.only === 'none') continue;
    const key = [path.left, path.right, path.leftTags[0], path.rightTags[0]].join('\t');
    const known = found.get(key);
    if (!known) found.set(key, path);
    else if (known.only !== path.only) found.set(key, { ...known, only: '' });
  }
  return [...found.values()];
}
