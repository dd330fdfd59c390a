import type { SaxesTagPlain } from 'saxes';
import type { TextItem } from '../../model/model.js';
import { rejection } from '../reject.js';
import { localName, type XmlHandlers } from '../xml.js';
import type { Mark, Marker } from './bible-marks.js';
import { LONGEST_SENTENCE, takeVerse } from './sentence.js';

/** Elements that stand within words; before all others a blank is due. */
const INLINE: ReadonlySet<string> = new Set(
  'w wj add nd qt char hi divineName transChange foreign name STYLE gr seg k it bd sc'.split(' '),
);

interface OpenVerse {
  readonly line: number;
  readonly references: readonly (string | undefined)[];
  /** What the document calls it. */
  readonly said: string;
  /** Depth of the element that holds its text; 0 where it goes on to the next mark. */
  readonly depth: number;
  text: string;
}

/** Cuts a document into verses: their text may stand in an element, or between two marks however deep. */
export class VerseCutter implements XmlHandlers {
  done: TextItem[] = [];
  private depth = 0;
  /** Depth of the note or heading that is being passed over, 0 outside. */
  private aside = 0;
  private book: string | undefined;
  private bookName = '';
  private chapter = '';
  private verse: OpenVerse | undefined;

  constructor(
    private readonly marker: Marker,
    private readonly line: () => number,
  ) {}

  open(tag: SaxesTagPlain): void {
    this.depth++;
    if (this.aside > 0) return;
    const name = localName(tag.name);
    const mark = this.marker({ name, attributes: new Map(Object.entries(tag.attributes)) });
    if (mark) this.take(mark);
    else if (this.verse && !INLINE.has(name)) this.verse.text += ' ';
  }

  text(text: string): void {
    const { verse } = this;
    // What is too long is rejected with its begin.
    if (verse && this.aside === 0 && verse.text.length <= LONGEST_SENTENCE)
      verse.text += text.slice(0, LONGEST_SENTENCE);
  }

  close(name: string): void {
    if (this.aside === this.depth) this.aside = 0;
    if (this.verse?.depth === this.depth) this.finish();
    else if (this.verse && this.aside === 0 && !INLINE.has(localName(name))) this.verse.text += ' ';
    this.depth--;
  }

  /** Ends the verse that is open. */
  finish(): void {
    const { verse } = this;
    this.verse = undefined;
    if (!verse) return;
    const { line, references, said, text } = verse;
    const [reference] = references;
    const last = references.at(-1);
    if (reference === undefined || last === undefined) {
      this.done.push(rejection(line, `${JSON.stringify(said.slice(0, 30))} is no verse that is known`, text));
    } else takeVerse(this.done, { line, reference, last: last === reference ? '' : last, text });
  }

  private take(mark: Mark): void {
    if (mark.kind === 'aside') {
      this.aside = this.depth;
      return;
    }
    this.finish();
    if (mark.kind === 'book') {
      this.book = mark.book;
      this.bookName = mark.name;
      this.chapter = '';
    } else if (mark.kind === 'chapter') this.chapter = mark.chapter.trim();
    else if (mark.kind !== 'end') this.begin(mark);
  }

  private begin(mark: Extract<Mark, { readonly kind: 'number' | 'verse' }>): void {
    const references = mark.kind === 'verse' ? mark.references : this.referencesOf(mark.number);
    const said = mark.kind === 'verse' ? mark.said : `${this.bookName} ${this.chapter}:${mark.number}`;
    this.verse = { line: this.line(), references, said, depth: mark.whole ? this.depth : 0, text: '' };
  }

  /** `3`, `3a`, `3-4`: one reference or the first and the last. */
  private referencesOf(number: string): (string | undefined)[] {
    const parts = /^(\d+[a-z]?)(?:[-–,](\d+[a-z]?))?$/.exec(number.trim());
    if (!parts || this.book === undefined || !/^\d+$/.test(this.chapter)) return [undefined];
    const verses = parts[2] === undefined ? [parts[1]] : [parts[1], parts[2]];
    return verses.map((verse) => `${this.book} ${this.chapter}:${verse}`);
  }
}
