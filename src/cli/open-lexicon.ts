import { languageName } from '../languages/languages.js';
import { CalqueError } from '../model/model.js';
import {
  type Input,
  type LexiconFile,
  type LexiconPart,
  type LexiconReader,
  nameSaysLanguage,
  type ReadOptions,
  type Remark,
} from '../read/read.js';

/** Languages that an error names. */
const MOST_NAMED = 6;

/**
 * Opens a lexicon. One that says itself that it is of other languages than the user does is refused, unless the user names
 * both languages; of a name that says so only, a remark is made.
 */
export async function openLexicon(reader: LexiconReader, input: Input, options: ReadOptions): Promise<LexiconFile> {
  const { to } = options;
  const others = await languagesStated(reader, input, options);
  if (to !== undefined && others.length > 0) throw contradicted(input, to, others);
  const opened = await reader.open(input, options);
  const named = to === undefined ? undefined : nameSaysLanguage(input);
  if (to === undefined || named === undefined || isSame(named, to)) return opened;
  const parts = onlyOf(opened.parts, { file: input.file, to, named, both: options.from !== undefined });
  const remark = { text: `its name says ${said(named)}, and --to ${said(to)}`, line: 0, count: 1 };
  return { ...opened, parts, remarks: (): readonly Remark[] => [...(opened.remarks?.() ?? []), remark] };
}

/** The languages that the content states, where the one that is asked for is none of them; empty where all is well. */
async function languagesStated(reader: LexiconReader, input: Input, options: ReadOptions): Promise<string[]> {
  const { to, ...rest } = options;
  if (to === undefined || rest.from !== undefined) return [];
  const stated = new Set<string>();
  try {
    const { parts } = await reader.open({ ...input, name: 'nameless', folder: '' }, rest);
    for await (const part of parts) {
      if (part.items.length === 0) continue;
      if ([part.from, part.to].some((tag) => isSame(tag, to))) return [];
      stated.add(part.to);
    }
  } catch (error) {
    // It states none; or it cannot be read, which is told when it is opened as the user wants it.
    if (error instanceof CalqueError) return [];
    throw error;
  }
  return [...stated];
}

interface Asked {
  readonly file: string;
  readonly to: string;
  readonly named: string;
  /** Both languages were named. */
  readonly both: boolean;
}

/** Some formats go by the file's name whatever is asked for: then nothing is taken in. */
async function* onlyOf(parts: AsyncIterable<LexiconPart>, asked: Asked): AsyncGenerator<LexiconPart> {
  const { file, to, named, both } = asked;
  for await (const part of parts) {
    if (!both && ![part.from, part.to].some((tag) => isSame(tag, to))) {
      throw new CalqueError('input', `is named as ${said(named)}, not as ${said(to)}, and says nothing else`, {
        place: { file },
        suggestions: [`name both languages: --from en --to ${to}, with --reverse if its headwords are not English`],
      });
    }
    yield part;
  }
}

/** `ks-Deva` is Kashmiri, too. */
function isSame(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0] && !one.startsWith('x-');
}

function said(tag: string): string {
  return `${languageName(tag)} (${tag})`;
}

function contradicted({ file }: Input, to: string, stated: readonly string[]): CalqueError {
  const named = stated.slice(0, MOST_NAMED).map(said).join(', ');
  const rest = stated.length > MOST_NAMED ? ` and ${stated.length - MOST_NAMED} others` : '';
  return new CalqueError('input', `is not of ${said(to)} by what it says itself, but of ${named}${rest}`, {
    place: { file },
    suggestions: [
      stated.length === 1 ? 'leave --to out' : `ask for one of them: --to ${stated[0]}`,
      ...(stated.length === 1 ? [`name both languages if it is wrong: --from en --to ${to}`] : []),
    ],
  });
}
