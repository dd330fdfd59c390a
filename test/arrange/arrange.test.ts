import { describe, expect, it } from 'vitest';
import { arrange } from '../../src/arrange/arrange.js';
import type { Analysis, Chunk, Profile, Token, Unit, Upos } from '../../src/model/model.js';

/**
 * `verb:play/VERB | noun+object:the/DET music/NOUN`: chunks with their words; `_` marks a slot, `+adp` an adposition, a
 * third part the lemma where it is not the word.
 */
function analysisOf(text: string): Analysis {
  const tokens: Token[] = [];
  let spans = 0;
  const chunks = text.split(' | ').map((part): Chunk => {
    const [label = '', words = ''] = [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)];
    const [kind = 'noun', ...flags] = label.split('+');
    const start = tokens.length;
    for (const word of words.split(' ')) {
      const [form = '', pos = 'NOUN', lemma = form] = word.split('/');
      const slot = form.startsWith('_');
      tokens.push({
        text: slot ? form.slice(1) : form,
        lemma,
        pos: pos as Upos,
        span: slot ? spans++ : -1,
        plural: false,
      });
    }
    return {
      kind: kind as Chunk['kind'],
      start,
      end: tokens.length,
      head: tokens.length - 1,
      adposition: flags.includes('adp') ? start : -1,
      object: flags.includes('object'),
      definite: flags.includes('definite'),
    };
  });
  return { tokens, chunks, imperative: true };
}

function laidOut(text: string, profile: Omit<Profile, 'language'>): string {
  const analysis = analysisOf(text);
  const units = analysis.tokens.map(
    (token, i): Unit => ({
      tokens: [i],
      english: token.text,
      step: token.span < 0 ? 'lexicon word' : 'slot',
      plural: false,
      candidates: [],
    }),
  );
  const phrases = arrange(analysis, units, { profile: { language: 'x', ...profile }, slotKind: () => 'place' });
  return phrases
    .flatMap((phrase) => phrase.arrangements[0]?.items ?? [])
    .map(
      (item) =>
        (item.unit < 0 ? `+${item.word}` : (units[item.unit] as Unit).english) + (item.features && `.${item.features}`),
    )
    .join(' ');
}

describe('arrange', () => {
  const command =
    'particle:please/INTJ | verb:play/VERB | noun+object+definite:the/DET song/NOUN | noun+adp:in/ADP the/DET _kitchen';

  it('keeps the English order where nothing is said', () => {
    expect(laidOut(command, {})).toBe('please play the song in the kitchen');
  });

  it('takes the chunks of a verb-final clause in reverse, particles first', () => {
    expect(laidOut(command, { order: { clause: 'verb-final' } })).toBe('please in the kitchen the song play');
  });

  it('turns an adposition into an ending on the head, even of a slot, and drops a determiner that is marked', () => {
    const profile = {
      adpositions: { 'in place': [{ ending: 'LOC' }], in: [{ before: 'wrong' }] },
      determiners: { the: [{}] },
      object: { definite: { ending: 'ACC' } },
    };
    expect(laidOut(command, profile)).toBe('please play song.ACC kitchen.LOC');
  });

  it('orders the noun phrase and links its modifiers', () => {
    const profile: Omit<Profile, 'language'> = {
      order: { nounPhrase: ['head', 'modifier', 'adjective', 'possessive', 'demonstrative'] },
      compound: { link: '-a' },
      determiners: { my: [{ after: '-angu' }] },
    };
    expect(laidOut('verb:show/VERB | noun+object:my/PRON long/ADJ shopping list', profile)).toBe(
      'show list +-angu +-a shopping long',
    );
  });

  it('puts an adposition that no rule names where the language has its own', () => {
    expect(laidOut('verb:go/VERB | noun+adp:under/ADP the/DET bed', { adpositionOrder: 'after' })).toBe(
      'go the bed under',
    );
  });

  it('joins a genitive to its noun and turns both round where the verb comes last', () => {
    const text = 'question:what/PRON | auxiliary:is/AUX | noun:the/DET name | noun+adp:of/ADP the/DET song';
    expect(laidOut(text, { order: { clause: 'verb-final' }, adpositions: { of: [{ ending: 'GEN' }] } })).toBe(
      'the song.GEN the name is what',
    );
  });

  it('asks commands for the imperative and verbs after to for the infinitive', () => {
    const profile = { imperative: 'V;IMP;2;SG', infinitive: 'V;NFIN' };
    expect(laidOut('verb:remember/VERB | verb:to/PART call/VERB', profile)).toBe('remember.V;IMP;2;SG call.V;NFIN');
  });

  it('takes no inflected verb for a command', () => {
    const text = 'verb:find/VERB | noun:songs | verb:released/VERB/release | noun:today';
    expect(laidOut(text, { imperative: 'V;IMP;2;SG' })).toBe('find.V;IMP;2;SG songs released today');
  });

  it('lets determiners agree, but as what they are', () => {
    const analysis = analysisOf('noun:these/DET five/NUM long/ADJ songs');
    const units = analysis.tokens.map(
      ({ text }, i): Unit => ({ tokens: [i], english: text, step: 'lexicon word', plural: false, candidates: [] }),
    );
    const [phrase] = arrange(analysis, units, { profile: { language: 'x' }, slotKind: () => 'place' });
    const agreeing = phrase?.arrangements[0]?.items.map(({ agrees }) => agrees);
    expect(agreeing).toEqual(['determiner', 'determiner', 'adjective', '']);
  });

  it('keeps joined nouns together and orders joined clauses each by itself', () => {
    const order = { clause: 'verb-final' } as const;
    const nouns = 'verb:add/VERB | noun+object:_bread | conjunction:and/CCONJ | noun:_eggs | noun+adp:to/ADP list';
    expect(laidOut(nouns, { order })).toBe('to list bread and eggs add');
    const clauses = 'verb:call/VERB | noun+object:_anna | conjunction:and/CCONJ | verb:play/VERB | noun+object:music';
    expect(laidOut(clauses, { order })).toBe('anna call and music play');
  });

  it('lays a question word out with its noun', () => {
    expect(laidOut('question:what/DET music/NOUN', { order: { nounPhrase: ['head', 'quantifier'] } })).toBe(
      'music what',
    );
  });
});
