/** A place in a list of tokens, moved on by the rules that read there. */
export class Cursor {
  position = 0;
  readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  get done(): boolean {
    return this.position >= this.tokens.length;
  }

  peek(ahead = 0): string {
    return this.tokens[this.position + ahead] ?? '';
  }

  /** Takes the words if they come next. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, i) => this.peek(i) === word)) return false;
    this.position += words.length;
    return true;
  }

  /** Takes one of the words if it comes next. */
  takeOne(words: ReadonlySet<string>): string | undefined {
    const word = this.peek();
    if (!words.has(word)) return undefined;
    this.position++;
    return word;
  }

  /** Takes a number that one of the readers of numbers finds here. */
  number(
    read: (tokens: readonly string[], at: number) => { value: number; next: number } | undefined,
  ): number | undefined {
    const found = read(this.tokens, this.position);
    if (found) this.position = found.next;
    return found?.value;
  }

  /** The English read since `start`. */
  since(start: number): string {
    return this.tokens.slice(start, this.position).join(' ');
  }

  /** Runs a rule; where it finds nothing, the place is as before. */
  attempt<T>(rule: (cursor: Cursor) => T | undefined): T | undefined {
    const start = this.position;
    const found = rule(this);
    if (found === undefined) this.position = start;
    return found;
  }
}
