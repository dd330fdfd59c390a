const OPENING = '([{<（［';
const CLOSING = ')]}>）］';

/**
 * The text without what stands in brackets, or undefined where one closes that was never opened. A bracket that is
 * never closed reaches to the end. Notes that are words by themselves are collected; letters inside a word (`(n)or`)
 * are not.
 */
export function withoutBrackets(text: string, notes: string[] | undefined): string | undefined {
  const stack: number[] = [];
  let out = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    const opens = OPENING.indexOf(letter);
    if (opens >= 0) {
      if (stack.length === 0) {
        out += text.slice(start, i);
        start = i;
      }
      stack.push(opens);
      continue;
    }
    const closes = CLOSING.indexOf(letter);
    if (closes < 0) continue;
    if (stack.length === 0) return undefined;
    const opener = stack.lastIndexOf(closes);
    // `(c -> ch)`: inside a note, what closes nothing is text.
    if (opener < 0) continue;
    stack.length = opener;
    if (opener > 0) continue;
    if (isNote(text, start, i)) notes?.push(text.slice(start + 1, i).trim());
    start = i + 1;
  }
  const rest = stack.length > 0 ? '' : text.slice(start);
  return (out + rest).replace(/ {2,}/g, ' ').trim();
}

function isNote(text: string, open: number, close: number): boolean {
  const before = text[open - 1] ?? ' ';
  const after = text[close + 1] ?? ' ';
  return close - open > 1 && !/\p{L}/u.test(before) && !/\p{L}/u.test(after);
}
