export interface IndexEntry {
  readonly word: string;
  readonly offset: number;
  readonly size: number;
}

const LONGEST_WORD = 1024;

/** Headword, NUL, offset in 32 or 64 bits, length in 32 bits, big-endian; what is cut off at the end is left out. */
export function indexOf(bytes: Buffer, wide: boolean): IndexEntry[] {
  const entries: IndexEntry[] = [];
  const offsetSize = wide ? 8 : 4;
  let position = 0;
  while (position < bytes.length) {
    const end = bytes.indexOf(0, position);
    if (end < 0 || end - position > LONGEST_WORD || end + 1 + offsetSize + 4 > bytes.length) break;
    const word = bytes.toString('utf8', position, end);
    const offset = wide ? Number(bytes.readBigUInt64BE(end + 1)) : bytes.readUInt32BE(end + 1);
    entries.push({ word, offset, size: bytes.readUInt32BE(end + 1 + offsetSize) });
    position = end + 1 + offsetSize + 4;
  }
  return entries;
}

/** Headword, NUL, number of the entry in the index. */
export function synonymsOf(bytes: Buffer): Map<number, string[]> {
  const synonyms = new Map<number, string[]>();
  let position = 0;
  while (position < bytes.length) {
    const end = bytes.indexOf(0, position);
    if (end < 0 || end - position > LONGEST_WORD || end + 5 > bytes.length) break;
    const word = bytes.toString('utf8', position, end);
    const number = bytes.readUInt32BE(end + 1);
    const list = synonyms.get(number);
    if (list) list.push(word);
    else synonyms.set(number, [word]);
    position = end + 5;
  }
  return synonyms;
}

export interface Field {
  readonly type: string;
  readonly text: string;
}

/** Text ends in NUL, and not at the very end of an article; types in capitals have their length before them. */
export function fieldsOfArticle(article: Buffer, types: string): Field[] {
  const fields: Field[] = [];
  let position = 0;
  for (let number = 0; position < article.length; number++) {
    const type = types === '' ? String.fromCharCode(article[position++] as number) : (types[number] ?? '');
    if (type === '') break;
    const last = types !== '' && number === types.length - 1;
    if (/[A-Z]/.test(type)) {
      if (!last && position + 4 > article.length) break;
      position = last ? article.length : position + 4 + article.readUInt32BE(position);
      continue;
    }
    const found = last ? -1 : article.indexOf(0, position);
    const end = found < 0 ? article.length : found;
    fields.push({ type, text: article.toString('utf8', position, end) });
    position = end + 1;
  }
  return fields;
}
