/** The statistical tagger: wink-nlp (MIT) with its small English model. The model is a function of its version, which is pinned. */
import type { Upos } from '../model/model.js';

export interface Tagged {
  readonly pos: Upos;
  readonly lemma: string;
}

/** Tags words of one utterance; a word may hold blanks (a slot's value) and takes the tag of its last part. */
export type Tagger = (words: readonly string[]) => Tagged[];

const OTHER_TAGS = new Map<string, Upos>([
  ['PUNCT', 'X'],
  ['SPACE', 'X'],
]);

export async function loadTagger(): Promise<Tagger> {
  const [{ default: winkNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const wink = winkNlp(model, ['sbd', 'pos']);
  const { its } = wink;
  return (words) => {
    const tokens = wink.readDoc(words.join(' ')).tokens();
    const read = (property: unknown) => tokens.out(property as typeof its.value) as string[];
    const values = read(its.value);
    const tags = read(its.pos);
    const lemmas = read(its.lemma);
    const blanks = read(its.precedingSpaces);
    const parts: Part[] = [];
    let position = 0;
    values.forEach((value, i) => {
      const start = position + (blanks[i]?.length ?? 0);
      position = start + value.length;
      parts.push({ start, tag: tags[i] ?? 'X', lemma: lemmas[i] ?? value });
    });
    return align(words, parts);
  };
}

interface Part {
  readonly start: number;
  readonly tag: string;
  readonly lemma: string;
}

/** The tagger cuts words further than blanks do; the last part that is no punctuation stands for the word. */
function align(words: readonly string[], parts: readonly Part[]): Tagged[] {
  let next = 0;
  let end = -1;
  return words.map((word) => {
    end += word.length + 1;
    let found: Part | undefined;
    let count = 0;
    for (; next < parts.length && (parts[next] as Part).start < end; next++, count++) {
      const part = parts[next] as Part;
      if (!found || part.tag !== 'PUNCT') found = part;
    }
    const pos = found ? (OTHER_TAGS.get(found.tag) ?? (found.tag as Upos)) : 'X';
    return { pos, lemma: found && count === 1 ? found.lemma : word };
  });
}
