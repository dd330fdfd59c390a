import { CalqueError, type LexiconItem } from '../../model/model.js';
import { inEncoding } from '../input.js';
import { languageOf } from '../name.js';
import { type Input, type LexiconPart, type LexiconReader, SILENT } from '../reader.js';
import { glossLanguage, lemmaLanguage, mappedFields } from './roles.js';
import { type Field, recordsOf } from './sfm-fields.js';
import { fieldsOf, type Markers, markersOf } from './sfm-markers.js';
import { takeRecord } from './sfm-record.js';
import { foreignGlossLanguage, wordLanguage } from './sfm-type.js';

/** Dictionaries of Toolbox and Shoebox: a marker a line, a record for each `\lx`. */
export const sfm: LexiconReader = {
  id: 'sfm',
  title: 'Standard format of Toolbox, Shoebox and Lexique Pro (MDF): a marker such as \\lx begins each line',
  extensions: ['sfm', 'db', 'dic', 'txt', 'mdf'],
  specification: 'https://software.sil.org/shoebox/mdf/',
  carries: ['translations', 'part of speech', 'gender', 'order of senses', 'labels'],
  sniff: likenessToSfm,
  async open(file, options) {
    const type = await typeFileOf(file);
    const encoding = options.encoding ?? (await encodingOfFonts(file, type));
    const input = encoding === undefined ? file : await inEncoding(file, encoding);
    const mapped = mappedFields(options.mapping ?? new Map());
    const said = options.from ?? (options.mapping || options.columns ? undefined : foreignGlossLanguage(type));
    const markers = markersOf(input, type, said === undefined ? options : { ...options, from: said });
    const to = languageOfFile(input, wordLanguage(type, markers.record), {
      ...options,
      to: options.to ?? lemmaLanguage(mapped),
    });
    const from = said ?? glossLanguage(mapped);
    return {
      ...SILENT,
      kind: 'lexicon',
      direction: 'said',
      understood: understoodOf(markers, { from, to }),
      ...(encoding !== undefined && { encoding }),
      parts: readParts(input, markers, { from, to }),
    };
  },
};

/** Most lines begin with a marker; `\id` and chapters are Scripture, which is no dictionary. */
export function likenessToSfm({ head }: Input): number {
  if (!/^\s*\\/.test(head) || /^\s*\\id /.test(head)) return 0;
  const lines = head.split(/\r?\n/, 200).filter((line) => line.trim() !== '');
  const marked = lines.filter((line) => /^\\[A-Za-z_0-9+-]+(\s|$)/.test(line)).length;
  if (marked < lines.length / 2) return 0;
  if (/^\\lx\s/m.test(head) || /^\\_sh /.test(head)) return 1;
  // Markers of one's own, which a mapping or a type file explains.
  return marked >= lines.length * 0.9 ? 0.3 : 0;
}

/** A Toolbox type file beside the data: its own name, or `MDF.typ`. */
async function typeFileOf(input: Input): Promise<Field[]> {
  const stem = input.name.replace(/\.[^.]*$/, '');
  const stated = /^\\_sh\s+v\S+\s+\d+\s+(.+?)\s*$/m.exec(input.head.slice(0, 1000))?.[1];
  for (const name of [stated, stem, stem.replace(/\..*$/, ''), 'MDF', 'Dict']) {
    if (name === undefined || /[/\\]/.test(name)) continue;
    const file = await input.sibling(`${name}.typ`);
    if (file) return fieldsOf(file.head);
  }
  return [];
}

function understoodOf({ record, glosses }: Markers, { from, to }: { from: string; to: string }): string[] {
  return [
    `\\${record} → words (${to})`,
    `${glosses.map((marker) => `\\${marker}`).join(', else ')} → glosses (${from})`,
  ];
}

/** Character sets of Windows fonts, in hexadecimal as type files state them: how texts were stored before Unicode. */
const CHARACTER_SETS: ReadonlyMap<string, string> = new Map([
  ['00', 'windows-1252'],
  ['80', 'shift_jis'],
  ['81', 'euc-kr'],
  ['86', 'gbk'],
  ['88', 'big5'],
  ['A1', 'windows-1253'],
  ['A2', 'windows-1254'],
  ['A3', 'windows-1258'],
  ['B1', 'windows-1255'],
  ['B2', 'windows-1256'],
  ['BA', 'windows-1257'],
  ['CC', 'windows-1251'],
  ['DE', 'windows-874'],
  ['EE', 'windows-1250'],
]);

/** What the fonts of a type file, or of its language file, say of text that is not Unicode; that of the words wins. */
async function encodingOfFonts(input: Input, type: readonly Field[]): Promise<string | undefined> {
  if (input.encoding.doubt === '') return undefined;
  const language = type.find(({ marker }) => marker === 'lngDefault')?.text ?? '';
  const beside = /^[^/\\]+$/.test(language) ? await input.sibling(`${language}.lng`) : undefined;
  const sets = [...(beside ? fieldsOf(beside.head) : []), ...type].filter(({ marker }) => marker === 'charset');
  const found = sets.map(({ text }) => CHARACTER_SETS.get(text.trim().toUpperCase()));
  return found.find((name) => name !== undefined);
}

function languageOfFile(
  input: Input,
  stated: string | undefined,
  { to, language }: { readonly to?: string | undefined; readonly language?: string },
): string {
  const tag = to ?? language ?? languageOf(input) ?? stated;
  if (tag !== undefined && tag !== 'en') return tag;
  throw new CalqueError('input', 'neither its name nor a type file beside it tells the language', {
    place: { file: input.file },
    suggestions: ['name it: --to sw'],
  });
}

async function* readParts(
  input: Input,
  markers: Markers,
  languages: { readonly from: string; readonly to: string },
): AsyncGenerator<LexiconPart> {
  for await (const records of recordsOf(input, markers.record)) {
    const items: LexiconItem[] = [];
    for (const record of records) takeRecord(record, items, markers);
    yield { ...languages, items };
  }
}
