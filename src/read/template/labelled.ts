import { createHash } from 'node:crypto';
import { annotate, type SlotSpan, type TemplateItem } from '../../model/model.js';
import type { Input } from '../reader.js';
import { rejection } from '../reject.js';

/** In UTF-16 units: what is longer is no utterance. */
const LONGEST = 4000;

/** A stretch of an utterance; slot is '' outside of slots. */
export interface Piece {
  readonly text: string;
  readonly slot: string;
}

/** A labelled utterance as formats without offsets have it. */
export interface Labelled {
  readonly line: number;
  /** '' where the format has no ids: then content makes one, so that adding a row renames no other. */
  readonly id: string;
  readonly scenario: string;
  readonly intent: string;
  readonly partition: string;
  readonly pieces: readonly Piece[];
}

/** The template that an utterance makes, or why it makes none. */
export function templateOf({ line, id, scenario, intent, partition, pieces }: Labelled): TemplateItem {
  const shown = pieces.map(({ text }) => text).join('');
  if (intent === '') return rejection(line, 'the intent is missing', shown);
  const said = utteranceOf(pieces);
  if (typeof said === 'string') return rejection(line, said, shown);
  return { line, id: id === '' ? idOf(intent, said) : id, scenario, intent, partition, ...said };
}

interface Utterance {
  readonly text: string;
  readonly spans: readonly SlotSpan[];
}

/** Composed, with single blanks, none of them at the ends of a slot; or why it cannot be said with slots in brackets. */
function utteranceOf(pieces: readonly Piece[]): Utterance | string {
  const fault = faultOf(pieces.map(({ text }) => text).join(''));
  if (fault !== '') return fault;
  const spans: SlotSpan[] = [];
  let text = '';
  const add = (more: string) => {
    text += text === '' || text.endsWith(' ') ? more.trimStart() : more;
  };
  for (const piece of pieces) {
    const plain = piece.text.normalize('NFC').replace(/\s+/g, ' ');
    const slot = piece.slot.trim().replace(/\s+/g, '_');
    if (slot === '') {
      add(plain);
      continue;
    }
    const value = plain.trim();
    if (value === '') return 'a slot is empty';
    if (/[[\]]/.test(slot)) return 'a name of a slot holds a square bracket';
    if (plain.startsWith(' ')) add(' ');
    spans.push({ slot, start: text.length, end: text.length + value.length });
    text += value;
    if (plain.endsWith(' ')) text += ' ';
  }
  text = text.trimEnd();
  return text === '' ? 'the utterance is empty' : { text, spans };
}

function faultOf(text: string): string {
  if (text.length > LONGEST) return `longer than ${LONGEST} characters: no utterance`;
  if (/\p{Surrogate}/u.test(text)) return 'holds half a surrogate pair';
  if (/[\0-\x08\x0e-\x1f\x7f]/.test(text)) return 'holds a control character';
  if (text.includes('\ufffd')) return 'not valid UTF-8';
  return /[[\]]/.test(text) ? 'holds a square bracket, which marks slots' : '';
}

/** `alarm_set-5d41402abc`: the same utterance has the same id wherever it stands. */
function idOf(intent: string, { text, spans }: Utterance): string {
  const sum = createHash('sha256')
    .update(`${intent}\n${annotate(text, spans)}`)
    .digest('hex');
  return `${intent.replace(/[^\p{L}\p{N}_.-]+/gu, '_')}-${sum.slice(0, 10)}`;
}

const PARTITIONS: readonly (readonly [RegExp, string])[] = [
  [/(^|[-_.])(train|training|trn)([-_.]|$)/i, 'train'],
  [/(^|[-_.])(dev|valid|validate|validation|val)([-_.]|$)/i, 'dev'],
  [/(^|[-_.])(test|tst|eval|evaluation)([-_.]|$)/i, 'test'],
];

/** What the rows of a file without partitions are for: as its name tells, or its folder's, else as said, else for training. */
export function partitionOf(input: Input, asked: string | undefined): string {
  const named = [input.name, folderOfPartition(input) ?? ''];
  const found = named.map((name) => PARTITIONS.find(([pattern]) => pattern.test(name))?.[1]);
  return found.find((each) => each !== undefined) ?? asked ?? 'train';
}

/** `sw.train`: the folder of a language and a partition, as packages of many files have them. */
export function folderOfPartition({ folder }: Input): string | undefined {
  return /^[A-Za-z-]{2,20}(\.code-switched)?\.(train|dev|test)$/.test(folder) ? folder : undefined;
}

/** Cuts a text at its spans; undefined where they overlap or lie outside. Offsets are UTF-16 units. */
export function piecesOf(text: string, spans: readonly SlotSpan[]): Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { slot, start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) return undefined;
    pieces.push({ text: text.slice(at, start), slot: '' }, { text: text.slice(start, end), slot });
    at = end;
  }
  pieces.push({ text: text.slice(at), slot: '' });
  return pieces;
}
