/** Writes Latin letters in the language's script by the profile's table, longest group first; other letters stay. */
export function transliterate(text: string, table: Readonly<Record<string, string>> | undefined): string {
  if (table === undefined) return text;
  const longest = Math.max(1, ...Object.keys(table).map((group) => group.length));
  let out = '';
  for (let i = 0; i < text.length; ) {
    let length = Math.min(longest, text.length - i);
    while (length > 0 && !Object.hasOwn(table, text.slice(i, i + length))) length--;
    out += length === 0 ? (text[i] as string) : (table[text.slice(i, i + length)] as string);
    i += Math.max(length, 1);
  }
  return out;
}
