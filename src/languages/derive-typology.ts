import type { Marking, NounPhrasePart, Order, Profile } from '../model/model.js';

type Coded = ReadonlyMap<string, string>;
type Clause = NonNullable<Order['clause']>;

/** Which line a state of a parameter sets. WALS (Dryer & Haspelmath 2013) is asked first, then Grambank (2023). */
interface Rule<Value> {
  readonly parameter: string;
  readonly states: Readonly<Record<string, Value>>;
}

const CLAUSE: readonly Rule<Clause>[] = [
  {
    parameter: '81A',
    states: { 1: 'verb-final', 2: 'as-source', 3: 'verb-initial', 4: 'verb-initial', 6: 'verb-final' },
  },
  { parameter: '82A', states: { 2: 'verb-initial' } },
];

const QUESTION: readonly Rule<'initial' | 'in-situ'>[] = [{ parameter: '93A', states: { 1: 'initial', 2: 'in-situ' } }];

const ADPOSITION: readonly Rule<'before' | 'after'>[] = [{ parameter: '85A', states: { 1: 'after', 2: 'before' } }];

/** Does the part stand before its noun? */
const PARTS: readonly { readonly parts: readonly NounPhrasePart[]; readonly rules: readonly Rule<boolean>[] }[] = [
  { parts: ['demonstrative'], rules: sides('88A', 'GB025', { 3: true, 4: false }) },
  { parts: ['possessive', 'modifier'], rules: sides('86A', 'GB065') },
  { parts: ['numeral'], rules: sides('89A', 'GB024') },
  { parts: ['adjective'], rules: sides('87A', 'GB193') },
];

/** Articles: a language that has none says nothing; one that has an affix is asked for the form. */
const ARTICLES: readonly { readonly words: readonly string[]; readonly rules: readonly Rule<Marking>[] }[] = [
  { words: ['the'], rules: [{ parameter: '37A', states: { 3: { ending: 'DEF' }, 4: {}, 5: {} } }] },
  { words: ['a', 'an'], rules: [{ parameter: '38A', states: { 3: { ending: 'INDF' }, 4: {}, 5: {} } }] },
];

/** The order of the parts that English has, all of them before the noun. */
const ENGLISH: readonly NounPhrasePart[] = [
  'demonstrative',
  'article',
  'possessive',
  'quantifier',
  'numeral',
  'adjective',
  'modifier',
];

/** What typological databases say of a language, as lines of a profile. */
export function deriveProfile(typology: Coded, language = ''): Profile {
  const clause = first(CLAUSE, typology) ?? clauseOfGrambank(typology);
  const question = first(QUESTION, typology);
  const nounPhrase = orderOfNounPhrase(typology);
  const order: Order = {
    ...(clause && { clause }),
    ...(question && { question }),
    ...(nounPhrase && { nounPhrase }),
  };
  const adpositionOrder = first(ADPOSITION, typology) ?? adpositionsOfGrambank(typology);
  const determiners = articles(typology);
  return {
    language,
    ...(Object.keys(order).length > 0 && { order }),
    ...(adpositionOrder && { adpositionOrder }),
    ...(determiners && { determiners }),
  };
}

function first<Value>(rules: readonly Rule<Value>[], typology: Coded): Value | undefined {
  for (const { parameter, states } of rules) {
    const state = states[typology.get(parameter) ?? ''];
    if (state !== undefined) return state;
  }
  return undefined;
}

/** State 1 of these parameters is `before`, 2 is `after`, in WALS and in Grambank. */
function sides(wals: string, grambank: string, more: Record<string, boolean> = {}): Rule<boolean>[] {
  const states = { 1: true, 2: false };
  return [
    { parameter: wals, states: { ...states, ...more } },
    { parameter: grambank, states },
  ];
}

/** What stands after the noun stands in the mirror image of the English order (Greenberg's universal 20). */
function orderOfNounPhrase(typology: Coded): NounPhrasePart[] | undefined {
  const after = new Set<NounPhrasePart>();
  let known = false;
  for (const { parts, rules } of PARTS) {
    const before = first(rules, typology);
    known ||= before !== undefined;
    if (before === false) for (const part of parts) after.add(part);
  }
  if (!known) return undefined;
  const trailing = [...ENGLISH].reverse().filter((part) => after.has(part));
  return [...ENGLISH.filter((part) => !after.has(part)), 'head', ...trailing];
}

/** GB131 to GB133: can an unmarked transitive clause have the verb first, between, last? One yes decides. */
function clauseOfGrambank(typology: Coded): Clause | undefined {
  const orders: readonly Clause[] = ['verb-initial', 'as-source', 'verb-final'];
  const possible = orders.filter((_, index) => typology.get(`GB13${index + 1}`) === '1');
  return possible.length === 1 ? possible[0] : undefined;
}

/** GB074 and GB075: are there prepositions, postpositions? */
function adpositionsOfGrambank(typology: Coded): 'before' | 'after' | undefined {
  const before = typology.get('GB074');
  const after = typology.get('GB075');
  if (before === '1' && after === '0') return 'before';
  return before === '0' && after === '1' ? 'after' : undefined;
}

function articles(typology: Coded): Record<string, readonly Marking[]> | undefined {
  const said = ARTICLES.flatMap(({ words, rules }) => {
    const marking = first(rules, typology);
    return marking === undefined ? [] : words.map((word): [string, readonly Marking[]] => [word, [marking]]);
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
