import { readFileSync } from 'node:fs';
import { CalqueError } from '../model/model.js';

/** What `--mapping` says: pairs on the command line, or a YAML file of them (`ge: gloss.en`). */
export async function mappingOf(text: string | undefined): Promise<ReadonlyMap<string, string> | undefined> {
  if (text === undefined) return undefined;
  return text.includes('=') ? pairsOf(text) : readMapping(text);
}

function pairsOf(text: string): Map<string, string> {
  const mapping = new Map<string, string>();
  for (const pair of text.split(',').filter((each) => each.trim() !== '')) {
    const at = pair.indexOf('=');
    const [field, role] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 0 || field === '' || role === '') {
      throw new CalqueError(
        'usage',
        `--mapping takes pairs FIELD=ROLE with commas between, not ${JSON.stringify(pair)}`,
        {
          suggestions: ['--mapping lx=lemma,ge=gloss.en,ps=pos', 'or a file with a line `ge: gloss.en` for each field'],
        },
      );
    }
    mapping.set(field, role);
  }
  return mapping;
}

async function readMapping(file: string): Promise<Map<string, string>> {
  const { parse } = await import('yaml');
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? 'there is no such file of a mapping' : (cause as Error).message.split('\n')[0];
    throw new CalqueError('input', message as string, { place: { file }, cause });
  }
  return asMapping(content, file);
}

/** A map of texts; anything else is no mapping. */
export function asMapping(content: unknown, file: string): Map<string, string> {
  const entries = typeof content === 'object' && content !== null ? Object.entries(content) : [];
  if (entries.length === 0 || Array.isArray(content) || entries.some(([, role]) => typeof role !== 'string')) {
    throw new CalqueError('input', 'a mapping says of each field what it holds', {
      place: { file },
      suggestions: ['write lines like `ge: gloss.en`'],
    });
  }
  return new Map(entries as [string, string][]);
}
