import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type TextItem } from '../../model/model.js';
import { inEncoding, openInput } from '../input.js';
import { isEnglishName } from '../name.js';
import { type Input, type ReadOptions, SILENT, type TextPart, type TextReader } from '../reader.js';
import { languageOfTextName } from './language.js';
import { takeSentencePair } from './sentence.js';
import { sideBySide } from './side-by-side.js';

/** Endings of the English file of a pair: `GNOME.en-sw.en` beside `GNOME.en-sw.sw`. */
const ENGLISH = ['en', 'eng', 'eng_Latn'];

/** Two files of sentences, line by line: what machine translation is trained on. */
export const moses: TextReader = {
  id: 'moses',
  title:
    'Moses pair: two files, one sentence a line, that stand side by side (`text.sw` beside `text.en`, or --with FILE)',
  extensions: ['en', 'sw'],
  specification: 'http://www2.statmt.org/moses/?n=FactoredTraining.PrepareTraining',
  carries: ['sentence pairs'],
  joined: true,
  sniff: likenessToMoses,
  async open(input, options) {
    const twin = await twinOf(input, options);
    return { ...SILENT, parts: readParts(input, twin, options) };
  },
};

export function likenessToMoses(input: Input): number {
  const { stem, ending } = splitName(input.name);
  if (isEnglishName(ending) || resolveLanguage(ending) === undefined || !/^[a-z]{2,3}(_[A-Z][a-z]{3})?$/.test(ending)) {
    return 0;
  }
  return ENGLISH.some((english) => input.hasSibling(`${stem}.${english}`)) ? 0.85 : 0;
}

function splitName(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  return { stem: name.slice(0, Math.max(0, dot)), ending: name.slice(dot + 1) };
}

async function twinOf(input: Input, options: ReadOptions): Promise<Input> {
  const { encoding } = options;
  if (options.with !== undefined) return openInput(options.with, encoding);
  const { stem } = splitName(input.name);
  for (const english of ENGLISH) {
    const twin = await input.sibling(`${stem}.${english}`);
    if (twin && twin.name !== input.name) return encoding === undefined ? twin : inEncoding(twin, encoding);
  }
  throw new CalqueError('input', 'there is no English file beside it', {
    place: { file: input.file },
    suggestions: ['name the file with the other language: --with FILE'],
  });
}

async function* readParts(input: Input, twin: Input, options: ReadOptions): AsyncGenerator<TextPart> {
  const { own, other } = languagesOf(input, twin, options);
  const turned = other === 'en';
  const [from, to] = turned ? [other, own] : [own, other];
  for await (const { first, left, right } of sideBySide(input, twin)) {
    const items: TextItem[] = [];
    for (const [index, ours] of left.entries()) {
      const theirs = right[index] as string;
      if (ours.trim() === '' && theirs.trim() === '') continue;
      takeSentencePair(items, {
        line: first + index,
        ...(turned ? { from: theirs, to: ours } : { from: ours, to: theirs }),
      });
    }
    yield { from, to, items };
  }
}

/** The language of each file: what its name tells, else what was said and the other one is not. */
function languagesOf(input: Input, twin: Input, { from, to }: ReadOptions) {
  const told = { own: languageOfMoses(input), other: languageOfMoses(twin) };
  const left = (known: string | undefined) => [from, to, 'en'].find((tag) => tag !== undefined && tag !== known);
  const said = from !== undefined && to !== undefined ? { own: from, other: to } : undefined;
  const own = told.own ?? said?.own ?? (told.other === undefined ? to : left(told.other));
  const other = told.other ?? (told.own === undefined ? said?.other : undefined) ?? left(own);
  if (own !== undefined && other !== undefined && own !== other) return { own, other };
  throw new CalqueError('input', `its name and that of ${twin.file} do not tell two languages`, {
    place: { file: input.file },
    suggestions: ['name them, that of this file first: --from en --to sw'],
  });
}

function languageOfMoses({ name }: Input): string | undefined {
  const { ending } = splitName(name);
  const tag = /^[a-z]{2,3}(_[A-Z][a-z]{3})?$/.test(ending) && ending !== 'txt' ? resolveLanguage(ending) : undefined;
  const language = tag ?? languageOfTextName(name);
  return language !== undefined && isEnglishName(language.split('-')[0] as string) ? 'en' : language;
}
