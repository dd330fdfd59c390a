/** One entry of a catalogue. */
export interface Message {
  readonly line: number;
  readonly id: string;
  /** The translation, of the singular where there are several. */
  readonly text: string;
  readonly fuzzy: boolean;
  readonly obsolete: boolean;
  /** The plural and its forms, by their number; '' and none where the message has none. */
  readonly pluralId: string;
  readonly forms: readonly string[];
}

const KEYWORD = /^(?:#~ ?\|? ?)?(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*"(.*)"\s*$/;
const CONTINUED = /^(?:#~ ?)?"(.*)"\s*$/;

/** Puts messages together line by line; what is no line of a catalogue is passed over. */
export class MessageParser {
  private readonly fields = new Map<string, string>();
  private field = '';
  private line = 0;
  private fuzzy = false;
  private obsolete = false;

  /** Takes in a line; the message before, where the line ends it. */
  add(number: number, line: string): Message | undefined {
    const keyword = KEYWORD.exec(line);
    const continued = keyword ? undefined : CONTINUED.exec(line);
    const opens = keyword ? !/^msgstr|^msgid_plural/.test(keyword[1] as string) : !continued;
    const done = opens ? this.finish() : undefined;
    if (line.startsWith('#,')) this.fuzzy ||= /\bfuzzy\b/.test(line);
    if (keyword) this.open(number, keyword, line.startsWith('#~'));
    else if (continued && this.field !== '') {
      this.fields.set(this.field, (this.fields.get(this.field) ?? '') + unescapeText(continued[1] as string));
    }
    return done;
  }

  /** The message so far, if it is one. */
  finish(): Message | undefined {
    return this.fields.has('msgstr') || this.fields.has('msgstr[0]') ? this.take() : undefined;
  }

  private open(number: number, [, name = '', text = '']: RegExpExecArray, obsolete: boolean): void {
    if (name === 'msgid') this.line = number;
    this.obsolete ||= obsolete;
    this.field = name;
    this.fields.set(name, unescapeText(text));
  }

  private take(): Message {
    const { fields, line, fuzzy, obsolete } = this;
    const text = fields.get('msgstr') ?? fields.get('msgstr[0]') ?? '';
    const id = fields.get('msgid') ?? '';
    const pluralId = fields.get('msgid_plural') ?? '';
    const message = { line, id, text, fuzzy, obsolete, pluralId, forms: pluralForms(fields) };
    fields.clear();
    this.field = '';
    this.fuzzy = false;
    this.obsolete = false;
    return message;
  }
}

/** No language has more. */
const MOST_FORMS = 6;

function pluralForms(fields: ReadonlyMap<string, string>): string[] {
  const forms: string[] = [];
  for (let i = 0; i < MOST_FORMS; i++) {
    const form = fields.get(`msgstr[${i}]`);
    if (form === undefined) break;
    forms.push(form);
  }
  return forms;
}

/** Without mnemonics (`_Open`, `E&xit`, `Datei (&F)`). */
export function withoutMnemonics(text: string): string {
  return text.replace(/\s*\([_&]\p{L}\)/u, '').replace(/[_&](?=[\p{L}\p{N}])/gu, '');
}

function unescapeText(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 't' ? '\t' : letter));
}
