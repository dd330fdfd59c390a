import type { SaxesTagPlain } from 'saxes';
import { makeEntry, type TeiEntry, type TeiSense, type TeiTranslation } from './tei-entry.js';

/** What explains, exemplifies or refers: nothing in it is a translation of the headword. */
const IGNORED = new Set([
  'note',
  'xr',
  'etym',
  'pron',
  'bibl',
  'eg',
  're',
  'teiHeader',
  'front',
  'back',
  'figure',
  'ptr',
]);

/** Elements whose text is taken. */
const TEXTS = new Set(['orth', 'pos', 'gram', 'gen', 'quote', 'tr', 'def', 'usg']);

/** Kinds of `<form>` that are not the citation form. */
const INFLECTED = /^(infl|inflected|plural|pl|conj|declension|participle|comparative|superlative|r_ele|k_ele)/i;

/** Turns the events of an XML parser into entries, for TEI P5 and P4 alike: names are enough to go by. */
export class EntryBuilder {
  private entry: TeiEntry | undefined;
  private readonly senses: TeiSense[] = [];
  /** Translations since the last `<cit>` or `<trans>` opened; undefined outside. */
  private cited: TeiTranslation[] | undefined;
  private ignored = 0;
  private collecting = 0;
  private attribute = '';
  private text = '';

  constructor(
    private readonly line: () => number,
    private readonly done: (entry: TeiEntry) => void,
  ) {}

  open(tag: SaxesTagPlain): void {
    const name = localName(tag.name);
    if (this.ignored > 0 || isIgnored(name, tag.attributes)) {
      this.ignored++;
      return;
    }
    if (name === 'entry') this.entry = makeEntry(this.line());
    else if (name === 'sense') this.senses.push({ pos: '', labels: [], translated: false });
    else if (name === 'cit' || name === 'trans') this.cited = [];
    if (this.collecting > 0) this.collecting++;
    else if (this.entry && TEXTS.has(name)) {
      this.collecting = 1;
      this.text = '';
      this.attribute = tag.attributes.type ?? '';
    }
  }

  write(text: string): void {
    if (this.collecting > 0 && this.ignored === 0) this.text += text;
  }

  close(rawName: string): void {
    if (this.ignored > 0) {
      this.ignored--;
      return;
    }
    const name = localName(rawName);
    if (this.collecting > 0 && --this.collecting === 0) this.deliver(name, this.text.replace(/\s+/g, ' ').trim());
    if (name === 'sense') this.senses.pop();
    else if (name === 'cit' || name === 'trans') this.cited = undefined;
    else if (name === 'entry' && this.entry) {
      this.done(this.entry);
      this.entry = undefined;
    }
  }

  private deliver(name: string, text: string): void {
    const entry = this.entry;
    if (!entry || text === '') return;
    const sense = this.senses.at(-1);
    if (name === 'orth') {
      if (!this.cited) entry.words.push(text);
    } else if (name === 'usg') (sense ?? entry).labels.push(text);
    else if (name === 'gen') this.takeGender(entry, text);
    else if (name === 'pos' || (name === 'gram' && this.attribute === 'pos')) {
      // Inside a citation it is the translation's own.
      if (!this.cited) (sense ?? entry).pos ||= text;
    } else if (name !== 'gram') this.takeTranslation(entry, sense, { text, definition: name === 'def' });
  }

  private takeGender(entry: TeiEntry, text: string): void {
    if (!this.cited) entry.gender ||= text;
    else for (const translation of this.cited) translation.gender ||= text;
  }

  private takeTranslation(
    entry: TeiEntry,
    sense: TeiSense | undefined,
    { text, definition }: { text: string; definition: boolean },
  ): void {
    const translation: TeiTranslation = { line: this.line(), text, sense, definition, gender: '' };
    entry.translations.push(translation);
    this.cited?.push(translation);
    if (sense && !definition) sense.translated = true;
  }
}

function isIgnored(name: string, { type = '' }: SaxesTagPlain['attributes']): boolean {
  if (IGNORED.has(name)) return true;
  if (name === 'cit') return !/^trans/.test(type);
  return name === 'form' && INFLECTED.test(type);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
