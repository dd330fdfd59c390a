/** English analysis: an utterance becomes tokens with lemmas, and chunks that move as one. */
import type { Analysis, Template, Token } from '../model/model.js';
import { isAdjective } from './adjectives.js';
import { cutChunks } from './chunk.js';
import { isImperative, markObjects } from './relate.js';
import { isPluralNoun, tagWords } from './tag.js';
import { loadTagger } from './tagger.js';
import type { Word } from './word.js';
import { rawWords } from './words.js';

export { englishLemmas, englishPlural, englishSingular } from './lemma.js';

/** Loads the tagger's model. Each template is then analysed by itself: what others there are changes nothing. */
export async function createAnalyser(): Promise<(template: Template) => Analysis> {
  const tag = await loadTagger();
  return (template) => {
    const raw = rawWords(template.text, template.spans);
    const words = tagWords(raw, tag(raw.map((word) => word.text)));
    const chunks = markObjects(words, cutChunks(words));
    return { tokens: words.map(tokenOf), chunks, imperative: isImperative(words, chunks) };
  };
}

function tokenOf(word: Word): Token {
  const pos = word.slot !== '' && word.pos === 'NOUN' && isAdjective(word.text) ? 'ADJ' : word.pos;
  return { text: word.text, lemma: word.lemma, pos, span: word.span, plural: isPluralNoun(word) };
}
