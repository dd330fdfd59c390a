import { resolveLanguage } from '../../languages/languages.js';
import type { LexiconItem } from '../../model/model.js';
import { spdxOf } from '../licence.js';
import { lineBatches } from '../lines.js';
import { languagePairOf, type NamedLanguages } from '../name.js';
import type { Input, LexiconPart, LexiconReader, Stated } from '../reader.js';
import { rejection } from '../reject.js';
import { type DingTerm, splitOutside, termsOf } from './ding-term.js';
import { labelsOf } from './marks.js';
import { oriented, takePair } from './pair.js';
import { type Sides, sidesOf } from './sides.js';

/** `a {f}; b | plural {pl} :: x; y | z`: dictionaries of TU Chemnitz' program Ding, and what is made in its manner. */
export const ding: LexiconReader = {
  id: 'ding',
  title: 'Ding dictionary: both languages on a line, :: between them',
  extensions: ['txt', 'vok'],
  specification: 'https://dict.tu-chemnitz.de/doc/syntax.html',
  carries: ['translations', 'part of speech', 'gender', 'labels', 'sense glosses', 'licence'],
  sniff: likenessToDing,
  async open(input, options) {
    const stated = statedIn(input.head);
    const sides = sidesOf(input, options, stated.pair ?? languagePairOf(input.name));
    const { title, licence } = stated;
    return {
      title,
      licence,
      citation: '',
      kind: 'lexicon',
      direction: 'said',
      parts: readParts(input, { ...sides, gendered: /\{[mf][};,]/.test(input.head) }),
    };
  },
};

export function likenessToDing({ head }: Input): number {
  const lines = head.split(/\r?\n/, 60).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  // The last line may be cut off.
  const sample = lines.length > 1 ? lines.slice(0, -1) : lines;
  const like = sample.filter((line) => / :: /.test(line)).length;
  return like > 0 && like >= sample.length * 0.8 ? 0.95 : 0;
}

/** `# English :: Turkish dictionary …`, `# License :: …` */
function statedIn(head: string): Stated & { readonly pair: NamedLanguages | undefined } {
  let [title, licence, citation] = ['', '', ''];
  let pair: NamedLanguages | undefined;
  for (const line of head.split(/\r?\n/, 40)) {
    const match = /^#\s*([^:]+?)\s*::\s*(.+)$/.exec(line);
    if (!match) continue;
    const [, name = '', value = ''] = match;
    const left = resolveLanguage(name);
    const right = resolveLanguage(value.split(/\s/)[0] as string);
    if (/^licen[cs]e$/i.test(name)) licence = spdxOf(value);
    else if (/^url$/i.test(name)) citation = value.trim();
    else if (!pair && left !== undefined && right !== undefined) {
      pair = { left, right };
      title = `${name} – ${value}`.slice(0, 200);
    }
  }
  return { title, licence, citation, pair };
}

interface DingSides extends Sides {
  readonly gendered: boolean;
}

async function* readParts(input: Input, sides: DingSides): AsyncGenerator<LexiconPart> {
  const { from, to } = sides;
  for await (const { first, lines } of lineBatches(input)) {
    const items: LexiconItem[] = [];
    for (const [index, line] of lines.entries()) {
      if (line.trim() !== '' && !line.startsWith('#')) takeLine(items, { line: first + index, text: line }, sides);
    }
    yield { from, to, items };
  }
}

interface Line {
  readonly line: number;
  readonly text: string;
}

/** The n-th part of the left side belongs to the n-th of the right one. */
function takeLine(items: LexiconItem[], { line, text }: Line, sides: DingSides): void {
  const cut = text.indexOf(' :: ');
  if (cut < 0) {
    items.push(rejection(line, 'no :: between two languages', text));
    return;
  }
  const left = splitOutside(text.slice(0, cut), '|');
  const right = splitOutside(text.slice(cut + 4), '|');
  const count = Math.min(left.length, right.length);
  for (let part = 0; part < count; part++) {
    const [one, other] = [left[part] as string, right[part] as string];
    const terms = { left: termsOf(one, sides.gendered), right: termsOf(other, sides.gendered) };
    takeTerms(items, { line, text }, { ...terms, sides });
  }
  const spare = [...left.slice(count), ...right.slice(count)];
  if (spare.length > 0) items.push(rejection(line, 'parts that the other side lacks', spare.join(' | ')));
}

interface Terms {
  readonly left: readonly DingTerm[];
  readonly right: readonly DingTerm[];
  readonly sides: Sides;
}

function takeTerms(items: LexiconItem[], { line, text }: Line, { left, right, sides }: Terms): void {
  for (const headword of left) {
    let rank = 1;
    for (const translation of right) {
      const other = sides.turned ? headword : translation;
      const described = sides.turned ? translation : headword;
      const before = items.length;
      const facts = {
        line,
        ...oriented(sides, headword.text, translation.text),
        pos: other.pos || described.pos || (other.gender !== '' ? 'N' : ''),
        nounClass: other.gender,
        rank,
        labels: labelsOf([...described.labels, ...other.labels]),
        text,
      };
      // In English `{n}` is a noun, elsewhere a neuter one.
      takePair(items, { ...facts, pos: facts.pos || (described.gender !== '' ? 'N' : '') }, sides.english);
      rank += items.length - before;
    }
  }
}
