import type { FaultyLine, FiledRow } from './filed-row.js';
import { annotatedRow, taggedRow } from './read-rows.js';

type Fields = Readonly<Record<string, unknown>>;

/** A row of a Parquet file: its text, its tags and its spans say the same. */
export function tableRow(fields: Fields, line: number): FiledRow | FaultyLine {
  const texts = ['id', 'locale', 'intent', 'utt', 'annot_utt', 'template', 'origin'];
  const missing = texts.filter((name) => typeof fields[name] !== 'string');
  if (missing.length > 0) return { line, fault: `has no text for ${missing.join(', ')}` };
  const text = fields as Readonly<Record<string, string>>;
  const row = annotatedRow(text);
  if (typeof row === 'string') return { line, fault: row };
  const { tokens, ner_tags: tags, slots } = fields as { tokens: string[]; ner_tags: string[]; slots: Slot[] };
  if (!Array.isArray(tokens) || !Array.isArray(tags) || !Array.isArray(slots)) return { line, fault: 'lacks a list' };
  const points = [...row.utt];
  const said = slots.map(({ label, start, end }) => `${label}=${points.slice(start, end).join('')}`);
  const spans = (row.spans ?? []).map(({ slot, start, end }) => `${slot}=${row.utt.slice(start, end)}`);
  if (said.join('\n') !== spans.join('\n')) return { line, fault: 'slots are not those of annot_utt' };
  const tagged = tokens.length === tags.length ? taggedRow(text, tokens, tags) : 'has not as many tags as tokens';
  if (typeof tagged === 'string') return { line, fault: tagged };
  const plain = (value: string) => value.replaceAll(' ', '');
  const values = (tagged.spans ?? []).map(({ slot, start, end }) => `${slot}=${plain(tagged.utt.slice(start, end))}`);
  if (plain(tagged.utt) !== plain(row.utt) || values.join('\n') !== spans.map((each) => plain(each)).join('\n')) {
    return { line, fault: 'tokens and ner_tags are not those of annot_utt' };
  }
  return { line, ...row, partition: '' };
}

interface Slot {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}
