import { CalqueError } from '../../model/model.js';
import type { Input, ReadOptions } from '../reader.js';
import { englishShare, LEAST_ENGLISH } from './english.js';
import { type Field, fieldOfLine } from './sfm-fields.js';

/** Which markers hold what. */
export interface Markers {
  readonly record: string;
  /** Glosses, best first: a sense is read from the first of these that it has. */
  readonly glosses: readonly string[];
  readonly english: boolean;
}

/** Names that MDF, FLEx and Lexique Pro give to English glosses and definitions, best first. */
const GLOSS_NAMES = [/^(ge|g_?en|g_?eng|gle)$/i, /^(de|d_?en|d_?eng)$/i, /^(re|re_?en|re_?eng)$/i];

/** Fields that hold English and are no translations of the headword: examples, notes, etymologies, domains. */
const OTHER_ENGLISH =
  /^(x.*|.*_x.*|ex|ft|e[tgse].*|nt.*|co_.*|cm.*|sd.*|is.*|ps.*|pc.*|z\d+|zcom.*|lf|le|cet|vet|ue|oe|ee|bw.*|sc|rn|sn|so|mn|cf|cmt|rf|dt)$/i;

const LEAST_VALUES = 3;

export function markersOf(input: Input, type: Field[], options: ReadOptions): Markers {
  const fields = fieldsOf(input.head);
  const record = recordMarkerOf(fields, type);
  const english = options.from === undefined || options.from === 'en';
  const said = options.columns?.map((column) => column.replace(/^\\/, '').trim());
  if (said !== undefined) {
    const [gloss = '', headword] = said;
    return { record: headword ?? record, glosses: [gloss], english };
  }
  const glosses = english ? englishMarkers(fields, typeGlosses(type)) : [];
  if (glosses.length > 0) return { record, glosses, english };
  const names = [...new Set(fields.map(({ marker }) => marker))].filter((name) => name !== record);
  throw new CalqueError('input', english ? 'no marker holds English glosses' : 'which marker holds the glosses?', {
    place: { file: input.file },
    suggestions: [
      `name it, and the language if it is not English: --columns ${names.includes('de') ? 'de' : 'gn'} --from es`,
      `the markers are: ${names.slice(0, 60).join(' ')}`,
    ],
  });
}

/** The fields of a piece of a file, continuations left out. */
export function fieldsOf(text: string): Field[] {
  return text.split(/\r?\n/).flatMap((line, index) => fieldOfLine(line.trimEnd(), index + 1) ?? []);
}

function recordMarkerOf(fields: readonly Field[], type: readonly Field[]): string {
  const stated = type.find(({ marker, text }) => marker === 'mkrRecord' && text !== '')?.text;
  return stated ?? (fields.some(({ marker }) => marker === 'lx') ? 'lx' : (fields[0]?.marker ?? 'lx'));
}

/** Markers that a Toolbox type file calls glosses and whose language it calls English. */
function typeGlosses(type: readonly Field[]): string[] {
  const glosses: string[] = [];
  let name = '';
  let gloss = false;
  for (const { marker, text } of type) {
    if (marker === '+mkr') [name, gloss] = [text, false];
    else if (marker === 'nam') gloss = /gloss|definition/i.test(text);
    else if (marker === 'lng' && gloss && /^english/i.test(text) && name !== '') glosses.push(name);
  }
  return glosses;
}

/** By what they hold, and among these by name; those that the type file names need not be judged. */
function englishMarkers(fields: readonly Field[], stated: readonly string[]): string[] {
  const values = new Map<string, string[]>();
  for (const { marker, text } of fields) {
    if (text === '') continue;
    const list = values.get(marker);
    if (list) list.push(text);
    else values.set(marker, [text]);
  }
  const candidates = [...values].flatMap(([marker, texts]) => {
    const rank = stated.includes(marker) ? -1 : rankOf(marker);
    const holds = rank < 0 || (texts.length >= LEAST_VALUES && englishShare(texts) >= LEAST_ENGLISH);
    return !holds || OTHER_ENGLISH.test(marker) ? [] : [{ marker, rank, words: meanWords(texts) }];
  });
  const named = candidates.filter(({ rank }) => rank < GLOSS_NAMES.length);
  const best = named.length > 0 ? named : candidates.filter(({ words }) => words <= 3);
  return best.sort((a, b) => a.rank - b.rank || a.words - b.words).map(({ marker }) => marker);
}

function rankOf(marker: string): number {
  const rank = GLOSS_NAMES.findIndex((pattern) => pattern.test(marker));
  return rank < 0 ? GLOSS_NAMES.length : rank;
}

function meanWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / texts.length;
}
