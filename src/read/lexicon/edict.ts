import type { LexiconItem } from '../../model/model.js';
import { inEncoding } from '../input.js';
import { lineBatches } from '../lines.js';
import { type Input, type LexiconPart, type LexiconReader, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { likenessToCedict } from './cedict.js';
import { labelsOf } from './marks.js';
import { takePair } from './pair.js';

const LINE = /^(\S+)(?: \[([^\]]*)\])? \/(.*)\/\s*$/;

/** `語 [よみ] /(n) (1) gloss/gloss/`: Japanese with English glosses. */
export const edict: LexiconReader = {
  id: 'edict',
  title: 'EDICT: Japanese with readings and English glosses between slashes, EUC-JP or UTF-8',
  extensions: ['', 'euc', 'txt'],
  specification: 'http://www.edrdg.org/jmdict/edict.html',
  carries: ['translations', 'part of speech', 'order of senses', 'labels'],
  sniff: likenessToEdict,
  async open(file, { to, encoding }) {
    // The format is older than UTF-8 and names no encoding: what is not valid UTF-8 is EUC-JP.
    const named = encoding ?? (file.head.includes('\ufffd') ? 'euc-jp' : undefined);
    const input = named === undefined ? file : await inEncoding(file, named);
    return {
      ...SILENT,
      title: titleOf(input),
      kind: 'lexicon',
      direction: 'said',
      ...(named !== undefined && { encoding: named }),
      parts: readParts(input, to ?? 'ja'),
    };
  },
};

export function likenessToEdict(input: Input): number {
  if (likenessToCedict(input) > 0) return 0;
  const lines = input.head.split(/\r?\n/, 80).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const sample = lines.length > 1 ? lines.slice(0, -1) : lines;
  const like = sample.filter((line) => LINE.test(line.trim())).length;
  return like > 0 && like >= sample.length * 0.8 ? 0.9 : 0;
}

/** The first entry is a notice: `　？？？ /EDICT, … Files/Copyright …/`. */
function titleOf({ head }: Input): string {
  const first = head.split('\n', 1)[0] as string;
  return /^\S+\s+\/(EDICT[^/]*)\//.exec(first.trim())?.[1] ?? '';
}

async function* readParts(input: Input, to: string): AsyncGenerator<LexiconPart> {
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, text] of lines.entries()) {
      const trimmed = text.trim();
      if (trimmed === '' || /^\S+\s+\/EDICT/.test(trimmed)) continue;
      takeLine(items, first + index, trimmed);
    }
    yield { from: 'en', to, items };
  }
}

function takeLine(items: LexiconItem[], line: number, text: string): void {
  const match = LINE.exec(text);
  if (!match) {
    items.push(rejection(line, 'not of the form: word [reading] /gloss/', text));
    return;
  }
  const [, word = '', reading, body = ''] = match;
  let state = { pos: '', labels: [] as readonly string[] };
  let rank = 1;
  for (const part of body.split('/')) {
    if (part.trim() === '' || part === '(P)' || /^EntL\w+$/.test(part)) continue;
    const gloss = parseGloss(part);
    // A part of speech holds until the next; labels hold for the glosses of one sense.
    state = {
      pos: gloss.pos === '' ? state.pos : gloss.pos,
      labels: gloss.opens ? gloss.labels : [...state.labels, ...gloss.labels],
    };
    if (/^(suf|pref|ctr)\b/.test(state.pos)) {
      items.push(rejection(line, 'an affix, not a word', text));
      continue;
    }
    const usually = state.labels.includes('uk') && reading !== undefined;
    const before = items.length;
    takePair(items, {
      line,
      from: gloss.text,
      to: usually ? ((reading as string).split(';')[0] as string) : word,
      pos: /^pn\b/.test(state.pos) ? 'PRO' : categoryOf(state.pos),
      rank,
      labels: labelsOf(state.labels.filter((label) => label !== 'uk')),
      text,
    });
    rank += items.length - before;
  }
}

interface Gloss {
  readonly text: string;
  readonly pos: string;
  readonly labels: readonly string[];
  /** It begins a sense. */
  readonly opens: boolean;
}

const POS =
  /^(n|adj|adv|v\d|v5|vs|vi|vt|vk|vz|vr|vn|pn|prt|conj|int|exp|num|ctr|suf|pref|aux|unc|cop)([-\d,].*|[a-z]{0,2}([-,].*)?)?$/;
const LABELS =
  /^(uk|arch|obs|sl|vulg|derog|fam|fem|male|hon|hum|pol|poet|col|abbr|rare|yoji|ok|ik|oK|iK|io|comp|med|math|food|ling|Buddh|MA|sports|[A-Za-z-]{1,9}:?)$/;

/** What stands in brackets at the head of a gloss: part of speech, number of the sense, labels. */
function parseGloss(part: string): Gloss {
  let text = part.trim();
  let pos = '';
  let opens = false;
  const labels: string[] = [];
  for (let match = HEAD.exec(text); match; match = HEAD.exec(text)) {
    const said = match[1] as string;
    if (/^\d+$/.test(said)) opens = true;
    else if (pos === '' && POS.test(said)) [pos, opens] = [said, true];
    else if (said !== 'P' && LABELS.test(said)) labels.push(said.replace(/:$/, ''));
    else if (said !== 'P') break;
    text = text.slice(match[0].length);
  }
  return { text, pos, labels, opens };
}

const HEAD = /^\(([^()]*)\)\s+(?=\S)/;
