import type {
  CellItem,
  LexiconItem,
  SourceKind,
  TemplateItem,
  TextItem,
  TypologyItem,
  ValueItem,
} from '../model/model.js';
import type { Encoding } from './encoding.js';
import type { Remark } from './remarks.js';

/** Items of one batch; a batch is handed on as a whole, since an await for each row costs more than the row. */
export const BATCH_SIZE = 2000;

/** One file as readers see it: text without byte order mark, unpacked if it was packed. */
export interface Input {
  /** As the user gave it: for messages and for the list of sources. */
  readonly file: string;
  /** Base name without `.gz` or `.dz`. */
  readonly name: string;
  /** Name of the folder that the file lies in. */
  readonly folder: string;
  readonly encoding: Encoding;
  /** The first 64 KiB, decoded. */
  readonly head: string;
  /** Bytes of the file on the disk, for progress. */
  readonly size: number;
  /** The whole text, from the start at each call. */
  chunks(): AsyncIterable<string>;
  /** The same as bytes, unpacked: for formats that are not text, and for encodings that no mark tells. */
  bytes(): AsyncIterable<Uint8Array>;
  /** SHA-256 of the bytes on the disk, lower-case hex; computed once. */
  sha256(): Promise<string>;
  /** True when a file of that name, packed or not, lies beside this one. */
  hasSibling(name: string): boolean;
  /** The file of that name beside this one, packed or not. */
  sibling(name: string): Promise<Input | undefined>;
}

/** What a user said of a file; a reader takes no notice of what does not concern its format. */
export interface ReadOptions {
  /** BCP 47 tag of the left column, if it was said. */
  readonly from?: string;
  readonly to?: string;
  /** Names of header cells, or numbers from 1: English first, then the other language (`--columns 1,2`). */
  readonly columns?: readonly string[];
  /** The left column is the other language, the right one English. */
  readonly reverse?: boolean;
  /** How the text is encoded, as the WHATWG names it (`windows-1252`, `euc-jp`), where it is not Unicode. */
  readonly encoding?: string;
  /** What fields hold (`ge` → `gloss.en`), for formats whose fields have names of the user's own. */
  readonly mapping?: ReadonlyMap<string, string>;
  /** A file that this one is joined with, where none lies beside it: English wordnet, verse index, other language. */
  readonly with?: string;
  readonly slot?: string;
  /** ISO 3166 codes of the countries whose places are wanted; absent: all. */
  readonly countries?: readonly string[];
  readonly partition?: string;
  /** BCP 47 tag for kinds with one language. */
  readonly language?: string;
}

/** What all readers say of themselves; the contract test holds them to it. */
export interface Reader {
  readonly id: string;
  readonly title: string;
  /** Usual endings, without dot; for people, never for detection alone. */
  readonly extensions: readonly string[];
  readonly specification?: string;
  /** What the format can carry, in the words of the model. */
  readonly carries: readonly string[];
  /** 0..1: how surely the input is of this format, by content first and name second; 0 says it cannot be. */
  sniff(input: Input): number;
}

/** What a file says of itself; '' where it is silent. */
export interface Stated {
  readonly title: string;
  readonly licence: string;
  readonly citation: string;
  /** Which of its fields were taken for what, for people: `column 2 "Zulu" → Zulu`. */
  readonly understood?: readonly string[];
  /** How its reader decoded it, where that is not what the bytes show. */
  readonly encoding?: string;
}

/**
 * Items of one pair of languages; English is `from` wherever one side is English.
 *
 * Counting is in items: a row of a file gives one record for each translation that it holds, or one rejection, never
 * nothing, so that read = records + rejections, and the store's kept + merged = records. Comments, headers and empty
 * lines are not read in this sense.
 */
export interface LexiconPart {
  readonly from: string;
  readonly to: string;
  readonly items: readonly LexiconItem[];
  /** Where the file says of each row which source it is from: what an export holds. */
  readonly source?: PartSource;
}

/** A source that a file of several speaks of. */
export interface PartSource extends Pick<Stated, 'title' | 'licence' | 'citation'> {
  readonly name: string;
  readonly kind: Extract<SourceKind, 'lexicon' | 'phrasebook'>;
}

export interface LexiconFile extends Stated {
  readonly kind: Extract<SourceKind, 'lexicon' | 'phrasebook'>;
  /** `guessed` when nothing but a name or a habit says which column is English: see checkDirection. */
  readonly direction: 'said' | 'guessed';
  readonly parts: AsyncIterable<LexiconPart>;
  /** What was read past, and what is in doubt. */
  remarks?(): readonly Remark[];
}

/** A file of one language: tables, values. `''` where neither content nor name tells it. */
export interface ItemFile<Item> extends Stated {
  readonly language: string;
  readonly batches: AsyncIterable<readonly Item[]>;
  /** What was read past, and what is in doubt: whole once the batches are read. */
  remarks?(): readonly Remark[];
}

export interface LexiconReader extends Reader {
  open(input: Input, options: ReadOptions): Promise<LexiconFile>;
}

export interface TableReader extends Reader {
  open(input: Input, options: ReadOptions): Promise<ItemFile<CellItem>>;
}

export interface TemplateReader extends Reader {
  open(input: Input, options: ReadOptions): Promise<ItemFile<TemplateItem>>;
}

export interface ValueReader extends Reader {
  open(input: Input, options: ReadOptions): Promise<ItemFile<ValueItem>>;
}

export interface TypologyReader extends Reader {
  open(input: Input, options: ReadOptions): Promise<ItemFile<TypologyItem>>;
}

/** Text of one language (`from` is '' then), or of one pair of them. */
export interface TextPart {
  readonly from: string;
  readonly to: string;
  readonly items: readonly TextItem[];
}

export interface TextFile extends Stated {
  readonly parts: AsyncIterable<TextPart>;
}

export interface TextReader extends Reader {
  /** Only another file tells what this one is, so that a name of the format has to do. */
  readonly joined?: true;
  open(input: Input, options: ReadOptions): Promise<TextFile>;
}

/** A file that says nothing of itself. */
export const SILENT: Stated = { title: '', licence: '', citation: '' };
