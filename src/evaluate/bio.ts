import { CalqueError } from '../model/model.js';

/** A stretch of tokens with a label: [start, end). */
export interface TagSpan {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** MASSIVE's labels, one a token without prefix, as BIO: runs of one label are one span. */
export function tagsOfLabels(labels: readonly string[], outside = 'Other'): string[] {
  return labels.map((label, i) => {
    if (label === outside) return 'O';
    return `${labels[i - 1] === label ? 'I' : 'B'}-${label}`;
  });
}

/** Well-formed tags of spans over so many tokens; the spans do not overlap. */
export function tagsOfSpans(spans: readonly TagSpan[], tokens: number): string[] {
  const tags = new Array<string>(tokens).fill('O');
  for (const { type, start, end } of spans) {
    for (let i = start; i < end; i++) tags[i] = `${i === start ? 'B' : 'I'}-${type}`;
  }
  return tags;
}

/** The prefix of a tag and its type, `_` for none. */
function splitTag(tag: string): { prefix: string; type: string } {
  const [prefix = '', ...rest] = tag;
  if (prefix === '') throw new CalqueError('input', 'a token has an empty tag', { suggestions: ['write O for none'] });
  const text = rest.join('');
  const hyphen = text.indexOf('-');
  return { prefix, type: text.slice(hyphen + 1) || '_' };
}

/**
 * Spans as conlleval finds them, and seqeval by default: a stray `I` opens a span, `E` and `S` are understood.
 * Rules of conlleval.pl (Tjong Kim Sang and Buchholz 2000).
 */
export function conllSpans(tags: readonly string[]): TagSpan[] {
  const spans: TagSpan[] = [];
  let previous = { prefix: 'O', type: '' };
  let start = 0;
  for (const [i, tag] of [...tags, 'O'].entries()) {
    const current = splitTag(tag);
    if (closes(previous, current)) spans.push({ type: previous.type, start, end: i });
    if (opens(previous, current)) start = i;
    previous = current;
  }
  return spans;
}

type Tag = ReturnType<typeof splitTag>;

const isOutside = ({ prefix }: Tag) => prefix === 'O' || prefix === '.';

function closes(previous: Tag, { prefix, type }: Tag): boolean {
  if ('ES'.includes(previous.prefix)) return true;
  if ('BI'.includes(previous.prefix) && 'BSO'.includes(prefix)) return true;
  return !isOutside(previous) && previous.type !== type;
}

function opens(previous: Tag, current: Tag): boolean {
  if ('BS'.includes(current.prefix)) return true;
  if ('OES'.includes(previous.prefix) && 'IE'.includes(current.prefix)) return true;
  return !isOutside(current) && previous.type !== current.type;
}

/** Spans as seqeval's strict mode finds them with the scheme IOB2: `B` alone opens a span, a stray `I` is dropped. */
export function iob2Spans(tags: readonly string[]): TagSpan[] {
  const spans: TagSpan[] = [];
  let open: { type: string; start: number } | undefined;
  for (const [i, tag] of [...tags, 'O'].entries()) {
    const { prefix, type } = strictTag(tag);
    if (open !== undefined && prefix === 'I' && type === open.type) continue;
    if (open !== undefined) spans.push({ ...open, end: i });
    open = prefix === 'B' ? { type, start: i } : undefined;
  }
  return spans;
}

/** Strict mode takes hyphens off both ends of a type. */
function strictTag(tag: string): Tag {
  const { prefix } = splitTag(tag);
  if (!'BIO'.includes(prefix)) {
    const suggestions = ['count the spans as conlleval does, or write the tags in BIO'];
    throw new CalqueError('input', `${JSON.stringify(tag)} is no tag of the scheme IOB2`, { suggestions });
  }
  return { prefix, type: tag.slice(1).replace(/^-+|-+$/g, '') || '_' };
}
