import { attributeOf, type XmlTag } from '../xml-element.js';
import { bookNamed, bookNumbered } from './bible-books.js';

/** What a tag says of where the text after it stands. */
export type Mark =
  | { readonly kind: 'book'; readonly book: string | undefined; readonly name: string }
  | { readonly kind: 'chapter'; readonly chapter: string }
  /** A verse by its number in book and chapter that were said before. */
  | { readonly kind: 'number'; readonly number: string; readonly whole: boolean }
  /** A verse by its full reference, or several of them; `whole` elements hold their text, the others go before it. */
  | {
      readonly kind: 'verse';
      readonly references: readonly (string | undefined)[];
      readonly said: string;
      readonly whole: boolean;
    }
  | { readonly kind: 'end' }
  /** Text that is not of the verse: notes, headings. */
  | { readonly kind: 'aside' };

/** Reads the tags of one kind of document. */
export type Marker = (tag: XmlTag) => Mark | undefined;

const ASIDE: Mark = { kind: 'aside' };
const END: Mark = { kind: 'end' };

/** By the name of the root element. */
export const MARKERS: ReadonlyMap<string, Marker> = new Map([
  ['cesDoc', ces],
  ['osis', osis],
  ['usfx', usfx],
  ['usx', usx],
  ['XMLBIBLE', zefania],
  ['bible', plain],
]);

/** `<seg id="b.MAT.1.1" type="verse">` */
function ces(tag: XmlTag): Mark | undefined {
  if (tag.name !== 'seg' || attributeOf(tag, 'type') !== 'verse') return undefined;
  const said = attributeOf(tag, 'id');
  return { kind: 'verse', references: [referenceOf(said.replace(/^b\./, ''))], said, whole: true };
}

/** `<verse osisID="Matt.1.1">text</verse>`, or `<verse sID="…" osisID="Matt.1.1 Matt.1.2"/>text<verse eID="…"/>` */
function osis(tag: XmlTag): Mark | undefined {
  if (['note', 'title', 'figure'].includes(tag.name)) return ASIDE;
  if (tag.name === 'chapter') return END;
  if (tag.name !== 'verse') return undefined;
  if (tag.attributes.has('eID')) return END;
  const said = attributeOf(tag, 'osisID', 'sID');
  return { kind: 'verse', references: said.split(/\s+/).map(referenceOf), said, whole: !tag.attributes.has('sID') };
}

/** `<book id="MAT"><c id="1"/><v id="1"/>text<ve/>` */
function usfx(tag: XmlTag): Mark | undefined {
  const id = attributeOf(tag, 'id');
  if (tag.name === 'book') return { kind: 'book', book: bookNamed(id), name: id };
  if (tag.name === 'c') return { kind: 'chapter', chapter: id };
  if (tag.name === 'v') return { kind: 'number', number: id, whole: false };
  if (tag.name === 've') return END;
  return ['f', 'x', 'fe', 'ef', 'ex', 's', 'h', 'toc', 'rem', 'd', 'id', 'fig'].includes(tag.name) ? ASIDE : undefined;
}

const HEADING = /^(s\d?|sr|r|mr|ms\d?|mt\d?|mte\d?|h\d?|toc.*|rem|ide?|sp|d|cl|cp|cd|i[a-z]+\d?)$/;

/** `<book code="MAT"/><chapter number="1"/><para><verse number="1"/>text<verse eid="…"/>` */
function usx(tag: XmlTag): Mark | undefined {
  if (tag.name === 'book')
    return { kind: 'book', book: bookNamed(attributeOf(tag, 'code')), name: attributeOf(tag, 'code') };
  if ((tag.name === 'chapter' || tag.name === 'verse') && tag.attributes.has('eid')) return END;
  if (tag.name === 'chapter') return { kind: 'chapter', chapter: attributeOf(tag, 'number') };
  if (tag.name === 'verse') return { kind: 'number', number: attributeOf(tag, 'number'), whole: false };
  if (tag.name === 'note' || tag.name === 'figure') return ASIDE;
  return tag.name === 'para' && HEADING.test(attributeOf(tag, 'style')) ? ASIDE : undefined;
}

/** `<BIBLEBOOK bnumber="40"><CHAPTER cnumber="1"><VERS vnumber="1">` */
function zefania(tag: XmlTag): Mark | undefined {
  const name = attributeOf(tag, 'bnumber');
  if (tag.name === 'BIBLEBOOK') return { kind: 'book', book: bookNumbered(name), name };
  if (tag.name === 'CHAPTER') return { kind: 'chapter', chapter: attributeOf(tag, 'cnumber') };
  if (tag.name === 'VERS') return { kind: 'number', number: attributeOf(tag, 'vnumber'), whole: true };
  return ['NOTE', 'CAPTION', 'REMARK', 'XREF'].includes(tag.name) ? ASIDE : undefined;
}

/** `<book number="40"><chapter number="1"><verse number="1">` */
function plain(tag: XmlTag): Mark | undefined {
  const number = attributeOf(tag, 'number');
  if (tag.name === 'book') return { kind: 'book', book: bookNumbered(number), name: number };
  if (tag.name === 'chapter') return { kind: 'chapter', chapter: number };
  return tag.name === 'verse' ? { kind: 'number', number, whole: true } : undefined;
}

/** `Matt.1.1` → `MAT 1:1`; undefined where it is no reference. */
function referenceOf(id: string): string | undefined {
  const [, name = '', chapter = '', verse = ''] = /^(?:\w+:)?(\w+)\.(\d+)\.(\d+[a-z]?)(?:!.*)?$/.exec(id) ?? [];
  const book = bookNamed(name);
  return book === undefined ? undefined : `${book} ${chapter}:${verse}`;
}
