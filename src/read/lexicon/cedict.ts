import type { LexiconItem } from '../../model/model.js';
import { spdxOf } from '../licence.js';
import { lineBatches } from '../lines.js';
import type { Input, LexiconPart, LexiconReader } from '../reader.js';
import { rejection } from '../reject.js';
import { isCrossReference } from './gloss.js';
import { labelsOf } from './marks.js';
import { takePair } from './pair.js';

const LINE = /^(\S+) (\S+) \[([^\]]*)\] \/(.*)\/\s*$/;
const SIMPLIFIED = 'zh';
const TRADITIONAL = 'zh-Hant';

/** `繁 简 [pin1 yin1] /gloss/gloss/`: Chinese with English glosses. */
export const cedict: LexiconReader = {
  id: 'cedict',
  title: 'CC-CEDICT: Chinese in both scripts with English glosses between slashes',
  extensions: ['u8', 'txt'],
  specification: 'https://cc-cedict.org/wiki/format:syntax',
  carries: ['translations', 'order of senses', 'labels', 'licence'],
  sniff: likenessToCedict,
  async open(input, { to }) {
    const comments = input.head.split(/\r?\n/, 60).filter((line) => line.startsWith('#'));
    const licence = spdxOf(comments.join(' '));
    const title = /^#\s*(\S.*)$/.exec(comments[0] ?? '')?.[1] ?? '';
    return { title, licence, citation: '', kind: 'lexicon', direction: 'said', parts: readParts(input, to) };
  },
};

export function likenessToCedict({ head }: Input): number {
  const lines = head.split(/\r?\n/, 80).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const sample = lines.length > 1 ? lines.slice(0, -1) : lines;
  const like = sample.filter((line) => LINE.test(line)).length;
  return like > 0 && like >= sample.length * 0.8 ? 1 : 0;
}

/** The simplified word is Chinese as such; the traditional one, where it differs, is Chinese in that script. */
async function* readParts(input: Input, wanted: string | undefined): AsyncGenerator<LexiconPart> {
  const traditional = wanted === TRADITIONAL;
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    const others: LexiconItem[] = [];
    for (const [index, text] of lines.entries()) {
      if (text.trim() === '' || text.startsWith('#')) continue;
      const match = LINE.exec(text);
      const line = first + index;
      if (!match) {
        items.push(rejection(line, 'not of the form: traditional simplified [pinyin] /gloss/', text));
        continue;
      }
      const [, old = '', simple = '', , glosses = ''] = match;
      if (!traditional) takeGlosses(items, { line, word: simple, glosses, text });
      if (traditional || (wanted === undefined && old !== simple)) {
        takeGlosses(others, { line, word: old, glosses, text });
      }
    }
    if (items.length > 0) yield { from: 'en', to: traditional ? TRADITIONAL : (wanted ?? SIMPLIFIED), items };
    if (others.length > 0) yield { from: 'en', to: TRADITIONAL, items: others };
  }
}

interface Entry {
  readonly line: number;
  readonly word: string;
  readonly glosses: string;
  readonly text: string;
}

function takeGlosses(items: LexiconItem[], { line, word, glosses, text }: Entry): void {
  let rank = 1;
  for (const gloss of glosses.split('/')) {
    if (gloss.trim() === '') continue;
    const fault = faultOf(gloss);
    if (fault !== '') {
      items.push(rejection(line, fault, `${word} /${gloss}/`));
      continue;
    }
    const before = items.length;
    const label = /^\(([^)]*)\)/.exec(gloss)?.[1] ?? '';
    const labels = /^(coll|slang|vulgar|archaic|old|dialect|literary|derog|obs)/.test(label) ? labelsOf([label]) : '';
    takePair(items, { line, from: gloss, to: word, rank, labels, text });
    rank += items.length - before;
  }
}

function faultOf(gloss: string): string {
  if (/^(CL:|also pr\.|Taiwan pr\.|pr\. )/.test(gloss)) return 'a note, not a translation';
  if (isCrossReference(gloss) || /\p{Script=Han}/u.test(gloss.replace(/\[[^\]]*\]/g, ''))) {
    return 'refers to another entry';
  }
  return /^\(bound form\)/.test(gloss) ? 'a bound form, not a word' : '';
}
