/**
 * The small notation of sentence templates: `[optional]`, `(one|other)`, `(a;b)` in any order, `{slot}`, `{list:slot}`,
 * `{slot = value}`, `<rule>`, `\` before a sign that is meant as itself.
 */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | { readonly kind: 'slot'; readonly list: string; readonly slot: string; readonly value: string }
  | { readonly kind: 'rule'; readonly name: string };

const LONGEST = 4000;
const DEEPEST = 30;

/** Things in any order are n! orders: more than this many nobody writes. */
const MOST_IN_ANY_ORDER = 4;

const EMPTY: Expression = { kind: 'text', text: '' };

/** Reads a sentence template; a string says why it is none. */
export function parseNotation(text: string): Expression | string {
  if (text.length > LONGEST) return `longer than ${LONGEST} characters: no sentence`;
  const reader = new NotationReader(text);
  try {
    return reader.alternatives('');
  } catch (error) {
    if (error instanceof NotationFault) return error.message;
    throw error;
  }
}

class NotationFault extends Error {}

class NotationReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  /** Up to the closing sign: alternatives apart by `|`, or parts in any order apart by `;`. */
  alternatives(close: string): Expression {
    if (++this.depth > DEEPEST) throw new NotationFault(`brackets are nested more than ${DEEPEST} deep`);
    const options: Expression[] = [this.sequence(close)];
    const sign = this.text[this.at];
    while (this.at < this.text.length && this.text[this.at] === sign && (sign === '|' || sign === ';')) {
      this.at++;
      options.push(this.sequence(close));
    }
    const end = this.text[this.at] ?? '';
    if (end !== close)
      throw new NotationFault(close === '' ? `${end} is closed and never opened` : `${close} is missing`);
    this.at++;
    this.depth--;
    if (options.length === 1) return options[0] as Expression;
    return { kind: 'choice', options: sign === ';' ? orders(options) : options };
  }

  private sequence(close: string): Expression {
    const parts: Expression[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') parts.push({ kind: 'text', text });
      text = '';
    };
    for (; this.at < this.text.length; ) {
      const sign = this.text[this.at] as string;
      if (sign === '\\') {
        text += this.text[this.at + 1] ?? '';
        this.at += 2;
      } else if (sign === '|' || (sign === ';' && close === ')') || sign === ')' || sign === ']') break;
      else if ('([{<'.includes(sign)) {
        flush();
        parts.push(this.bracket(sign));
      } else if (sign === '}' || sign === '>') throw new NotationFault(`${sign} is closed and never opened`);
      else {
        text += sign;
        this.at++;
      }
    }
    flush();
    return parts.length === 1 ? (parts[0] as Expression) : { kind: 'sequence', parts };
  }

  private bracket(sign: string): Expression {
    this.at++;
    if (sign === '(') return this.alternatives(')');
    if (sign === '[') {
      const inside = this.alternatives(']');
      const options = inside.kind === 'choice' ? inside.options : [inside];
      return { kind: 'choice', options: [...options, EMPTY] };
    }
    const close = sign === '{' ? '}' : '>';
    const end = this.text.indexOf(close, this.at);
    if (end < 0) throw new NotationFault(`${close} is missing`);
    const inside = this.text.slice(this.at, end).trim();
    this.at = end + 1;
    return sign === '{' ? slotOf(inside) : { kind: 'rule', name: inside };
  }
}

/** `color`, `color:shade`, `time = five am`. */
function slotOf(inside: string): Expression {
  const [, name = '', value = ''] = /^([^=]*)(?:=(.*))?$/s.exec(inside) ?? [];
  const [list = '', slot = list] = name.split(':').map((each) => each.trim());
  if (slot === '' || /[{}<>()|]/.test(inside)) throw new NotationFault(`{${inside}} names no slot`);
  return { kind: 'slot', list, slot, value: value.trim() };
}

function orders(parts: readonly Expression[]): Expression[] {
  if (parts.length > MOST_IN_ANY_ORDER) throw new NotationFault(`more than ${MOST_IN_ANY_ORDER} parts in any order`);
  if (parts.length < 2) return [...parts];
  return parts.flatMap((first, index) =>
    orders(parts.filter((_, other) => other !== index)).map((rest): Expression => {
      return { kind: 'sequence', parts: [first, { kind: 'text', text: ' ' }, rest] };
    }),
  );
}
