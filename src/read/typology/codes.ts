import { quotedRows } from '../lines.js';
import type { Input } from '../reader.js';

/**
 * ISO 639-3 codes by a data set's own ids of languages: WALS' `swa` and `wel` are not ISO's, and Grambank has Glottocodes
 * alone, which Glottolog's table of languages translates.
 */
export async function codesOf(languages: Input, glottolog: Input | undefined): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  const glottocodes = new Map<string, string>();
  for await (const row of rowsOf(languages)) {
    const code = row('ISO639P3code');
    if (isCode(code)) codes.set(row('ID'), code);
    else if (row('Glottocode') !== '') glottocodes.set(row('ID'), row('Glottocode'));
  }
  if (glottolog === undefined || glottocodes.size === 0) return codes;
  const byGlottocode = await codesByGlottocode(glottolog);
  for (const [id, glottocode] of glottocodes) {
    const code = byGlottocode.get(glottocode);
    if (code !== undefined) codes.set(id, code);
  }
  return codes;
}

/** A dialect has the code of the language that it is the closest to. */
async function codesByGlottocode(glottolog: Input): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for await (const row of rowsOf(glottolog)) {
    // The column is spelt so in Glottolog.
    const code = row('ISO639P3code') || row('Closest_ISO369P3code');
    if (isCode(code)) codes.set(row('Glottocode') || row('ID'), code);
  }
  return codes;
}

function isCode(text: string): boolean {
  return /^[a-z]{3}$/.test(text);
}

/** Rows by the names of the header; '' where a column is missing. */
async function* rowsOf(table: Input): AsyncGenerator<(name: string) => string> {
  let names: ReadonlyMap<string, number> | undefined;
  for await (const rows of quotedRows(table, ',')) {
    for (const { cells } of rows) {
      const known = names;
      if (known) yield (name) => cells[known.get(name) ?? -1]?.trim() ?? '';
      else names = new Map(cells.map((name, index) => [name, index]));
    }
  }
}
