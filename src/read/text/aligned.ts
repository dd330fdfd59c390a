import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError, type TextItem, type TextRecord } from '../../model/model.js';
import { ItemsByLanguage } from '../lexicon/by-language.js';
import { lineBatches } from '../lines.js';
import { BATCH_SIZE, type Input, type ReadOptions, SILENT, type TextPart, type TextReader } from '../reader.js';
import { rejection } from '../reject.js';
import { takeVerse } from './sentence.js';

const LANGUAGE_NAMES = /^(lang|language|iso|iso639|iso639-3|locale|lang_code)$/i;
const TEXT_NAMES = /^(text|sentence|verse)$/i;

/** Which column holds what; all but the language and the text say where the text stands. */
interface AlignedColumns {
  readonly language: number;
  readonly text: number;
  readonly place: readonly number[];
  readonly width: number;
}

/** One work in many languages: the Universal Declaration of Human Rights by article and paragraph. */
export const aligned: TextReader = {
  id: 'aligned',
  title:
    'One work in many languages, TSV with a header: columns `lang` and `text`, the others are the place in the work',
  extensions: ['tsv'],
  carries: ['paragraphs by their place', 'many languages'],
  sniff: likenessToAligned,
  async open(input, options) {
    return { ...SILENT, parts: readParts(input, options) };
  },
};

export function likenessToAligned({ head }: Input): number {
  return columnsOf(head) ? 0.9 : 0;
}

function columnsOf(head: string): AlignedColumns | undefined {
  const names = (head.split(/\r?\n/, 1)[0] as string).split('\t').map((name) => name.trim());
  const language = names.findIndex((name) => LANGUAGE_NAMES.test(name));
  const text = names.findIndex((name) => TEXT_NAMES.test(name));
  const place = [...names.keys()].filter((index) => index !== language && index !== text);
  return language < 0 || text < 0 || names.length < 3 ? undefined : { language, text, place, width: names.length };
}

async function* readParts(input: Input, options: ReadOptions): AsyncGenerator<TextPart> {
  const columns = columnsOf(input.head);
  if (!columns) {
    throw new CalqueError('input', 'has no header with a column `lang` and a column `text`', {
      place: { file: input.file, line: 1 },
    });
  }
  const work = input.name.split('.')[0] as string;
  const found = new ItemsByLanguage<TextRecord>('', options.to ?? options.language);
  let header = true;
  for await (const { first, lines } of lineBatches(input)) {
    for (let start = 0; start < lines.length; start += BATCH_SIZE) {
      for (let i = start; i < Math.min(lines.length, start + BATCH_SIZE); i++) {
        const line = lines[i] as string;
        if (line.trim() === '') continue;
        if (header) header = false;
        else takeRow(found, { line: first + i, row: line, work }, columns);
      }
      yield* found.parts();
    }
  }
  yield* found.end();
}

interface Row {
  readonly line: number;
  readonly row: string;
  readonly work: string;
}

function takeRow(found: ItemsByLanguage<TextRecord>, { line, row, work }: Row, columns: AlignedColumns): void {
  const cells = row.split('\t');
  if (cells.length < columns.width) {
    found.reject(rejection(line, 'too few columns', row));
    return;
  }
  const label = (cells[columns.language] as string).trim();
  const to = languageOfLabel(label);
  if (to === undefined) {
    found.reject(rejection(line, `unknown language ${JSON.stringify(label.slice(0, 20))}`, row));
    return;
  }
  const items: TextItem[] | undefined = found.of(to);
  if (!items) return;
  const reference = `${work} ${columns.place.map((index) => (cells[index] as string).trim()).join(':')}`;
  takeVerse(items, { line, reference, last: '', text: cells[columns.text] as string });
}

/** `hat_kreyol`, `chr_uppercase`: the code before what tells spellings apart. */
function languageOfLabel(label: string): string | undefined {
  return resolveLanguage(label) ?? resolveLanguage(label.split(/[_-]/, 1)[0] as string);
}
