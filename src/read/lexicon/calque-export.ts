import {
  EXPORT_COLUMNS,
  EXPORT_MARK,
  LEXICAL_CATEGORIES,
  type LexiconItem,
  NOTHING,
  unescapeCell,
} from '../../model/model.js';
import { lineBatches } from '../lines.js';
import { type Input, type LexiconPart, type LexiconReader, type PartSource, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { faultOf, needsOf } from './tidy.js';

const HEADER = EXPORT_COLUMNS.join('\t');
const CATEGORIES: ReadonlySet<string> = new Set(['', ...LEXICAL_CATEGORIES]);

/** What `lexicon export` writes: each row goes back to the source that it is from, as it stands. */
export const calqueExport: LexiconReader = {
  id: 'export',
  title: 'What `calque lexicon export` writes: all entries of a store with their sources',
  extensions: ['tsv'],
  carries: [
    'translations',
    'many languages',
    'part of speech',
    'noun class',
    'order of senses',
    'sense glosses',
    'labels',
    'sources',
    'phrasebook',
  ],
  sniff: likenessToExport,
  async open(input, { to }) {
    return { ...SILENT, kind: 'lexicon', direction: 'said', parts: readParts(input, to) };
  },
};

export function likenessToExport({ head }: Input): number {
  const first = head.split(/\r?\n/, 1)[0];
  return first === EXPORT_MARK || first === HEADER ? 1 : 0;
}

async function* readParts(input: Input, to: string | undefined): AsyncGenerator<LexiconPart> {
  const parts = new PartsBySource(to);
  for await (const { first, lines } of lineBatches(input)) {
    for (const [index, line] of lines.entries()) {
      if (line === '' || line === HEADER) continue;
      if (line.startsWith('#')) parts.describe(line);
      else parts.take(first + index, line);
    }
    yield* parts.all();
  }
}

/** The rows of a piece of the file, each with those of its languages and its source. */
class PartsBySource {
  private readonly stated = new Map<string, Pick<PartSource, 'title' | 'citation'>>();
  private readonly parts = new Map<string, LexiconPart & { readonly items: LexiconItem[] }>();
  private last: (LexiconPart & { readonly items: LexiconItem[] }) | undefined;

  constructor(private readonly to: string | undefined) {}

  /** `#source⇥name⇥title⇥citation` */
  describe(line: string): void {
    const [mark, name = '', title = '', citation = ''] = line.split('\t').map(unescapeCell);
    if (mark === '#source') this.stated.set(name, { title, citation });
  }

  take(line: number, text: string): void {
    const cells = text.split('\t').map(unescapeCell);
    const [from = '', lemma = '', pos = '', to = '', translation = '', nounClass = '', rank = ''] = cells;
    const [sense = '', labels = '', source = '', kind = '', licence = ''] = cells.slice(7);
    if (this.to !== undefined && to !== this.to) return;
    const fault = faultOf(text, needsOf(text)) || faultOfCells(cells);
    if (fault !== '') {
      (this.last ?? this.part('en', to || 'und')).items.push(rejection(line, fault, text));
      return;
    }
    const { title = '', citation = '' } = this.stated.get(source) ?? {};
    this.last = this.part(from, to, { name: source, kind: kind as PartSource['kind'], licence, title, citation });
    const said = translation === NOTHING ? '' : translation;
    this.last.items.push({ line, from: lemma, to: said, pos, nounClass, rank: Number(rank), sense, labels });
  }

  *all(): Generator<LexiconPart> {
    yield* this.parts.values();
    this.parts.clear();
    this.last = undefined;
  }

  private part(from: string, to: string, source?: PartSource) {
    const key = `${from}\t${to}\t${source?.name ?? ''}`;
    const part = this.parts.get(key) ?? { from, to, items: [], ...(source && { source }) };
    this.parts.set(key, part);
    return part;
  }
}

function faultOfCells([
  from,
  lemma,
  pos = '',
  to,
  translation,
  ,
  rank = '',
  ,
  ,
  source,
  kind,
]: readonly string[]): string {
  if (kind !== 'lexicon' && kind !== 'phrasebook')
    return 'too few columns, or a kind that is neither lexicon nor phrasebook';
  if (!from || !to || !source) return 'a language or the source is missing';
  if (!lemma || !translation) return 'a side is empty';
  if (!CATEGORIES.has(pos)) return `unknown part of speech ${JSON.stringify(pos)}`;
  return /^[1-9]\d{0,8}$/.test(rank) ? '' : 'the rank is no number';
}
