import { CalqueError } from '../../model/model.js';
import type { Input, ReadOptions } from '../reader.js';
import { englishShare, LEAST_ENGLISH } from './english.js';
import { fieldsWith, glossLanguage, mappedFields, type Role } from './roles.js';
import { type Field, fieldOfLine } from './sfm-fields.js';
import { glossMarkersOf } from './sfm-type.js';

/** Which markers hold what. */
export interface Markers {
  readonly record: string;
  /** Glosses, best first: a sense is read from the first of these that it has. */
  readonly glosses: readonly string[];
  readonly english: boolean;
  /** What a marker other than these holds. */
  role(marker: string): Role;
}

/** Names that MDF, FLEx and Lexique Pro give to English glosses and definitions, best first. */
const GLOSS_NAMES = [/^(ge|g_?en|g_?eng|gle)$/i, /^(de|d_?en|d_?eng)$/i, /^(re|re_?en|re_?eng)$/i];

/** Fields that hold English and are no translations of the headword: examples, notes, etymologies, domains. */
const OTHER_ENGLISH =
  /^(x.*|.*_x.*|ex|ft|e[tgse].*|nt.*|co_.*|cm.*|sd.*|is.*|ps.*|pc.*|z\d+|zcom.*|lf|le|cet|vet|ue|oe|ee|bw.*|sc|rn|sn|so|mn|cf|cmt|rf|dt)$/i;

const LEAST_VALUES = 3;

export function markersOf(input: Input, type: Field[], options: ReadOptions): Markers {
  const mapped = mappedFields(options.mapping ?? new Map());
  const fields = fieldsOf(input.head);
  const from = options.from ?? glossLanguage(mapped);
  const english = from === 'en';
  const roles = new Map(mapped.map(({ field, role }) => [field, role]));
  const role = (marker: string) => roles.get(marker) ?? usualRole(marker);
  const said = options.columns?.map((column) => column.replace(/^\\/, '').trim());
  const record = said?.[1] ?? fieldsWith(mapped, 'lemma')[0] ?? mapped.find((each) => each.role === 'lemma')?.field;
  const rest = { record: record ?? recordMarkerOf(fields, type), english, role };
  if (said !== undefined) return { ...rest, glosses: said.slice(0, 1) };
  const named = fieldsWith(mapped, 'gloss', from);
  const names = [...new Set(fields.map(({ marker }) => marker))].filter(
    (name) => name !== rest.record && !name.startsWith('_'),
  );
  if (named.length > 0) {
    if (!named.some((name) => names.includes(name))) throw noGlosses(input, names, `there is no marker \\${named[0]}`);
    return { ...rest, glosses: named };
  }
  const stated = glossMarkersOf(type, from);
  const glosses = english ? englishMarkers(fields, stated).filter((marker) => !roles.has(marker)) : stated;
  if (glosses.length > 0) return { ...rest, glosses };
  throw noGlosses(input, names, english ? 'no marker holds English glosses' : 'which marker holds the glosses?');
}

function noGlosses(input: Input, names: readonly string[], message: string): CalqueError {
  const example = names.includes('de') ? 'de' : (names.find((name) => /^g/.test(name)) ?? 'gn');
  return new CalqueError('input', message, {
    place: { file: input.file },
    suggestions: [
      `say what markers hold, and in which language: --mapping lx=lemma,${example}=gloss.es`,
      `the markers are: ${names.slice(0, 60).join(' ')}`,
    ],
  });
}

/** What markers hold in MDF and its relatives, where nobody says otherwise. */
function usualRole(marker: string): Role {
  if (marker === 'se') return 'subentry';
  if (marker === 'sn') return 'sense';
  // MDF: the form that dictionaries list, where \lx is a stem.
  if (marker === 'lc') return 'citation';
  if (/^ps(_|$)/.test(marker)) return 'pos';
  if (/^(pt|gen|gender)$/.test(marker)) return 'class';
  return /^u(e|_en|_eng)$/i.test(marker) ? 'label' : 'none';
}

/** The fields of a piece of a file, continuations left out. */
export function fieldsOf(text: string): Field[] {
  return text.split(/\r?\n/).flatMap((line, index) => fieldOfLine(line.trimEnd(), index + 1) ?? []);
}

function recordMarkerOf(fields: readonly Field[], type: readonly Field[]): string {
  const stated = type.find(({ marker, text }) => marker === 'mkrRecord' && text !== '')?.text;
  return stated ?? (fields.some(({ marker }) => marker === 'lx') ? 'lx' : (fields[0]?.marker ?? 'lx'));
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
