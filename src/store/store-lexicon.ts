import type { Candidate, Lexemes, Lexicon } from '../model/model.js';
import { type CandidateRules, candidatesOf, type EvidenceRow } from './candidates.js';
import type { Connection } from './connection.js';
import { surveyLanguage } from './independence.js';
import { foldKey } from './schema.js';
import { allowedSources, languageId } from './sources.js';

export interface LexiconOptions {
  /** Draw vulgar, offensive, obsolete … senses too. */
  readonly allRegisters: boolean;
  /** Which licences may be used; absent: all. */
  readonly licences?: ((licence: string) => boolean) | undefined;
  /** Which words for one meaning are citation forms of one lexeme. */
  readonly lexemes?: Lexemes | undefined;
}

/** Translations start from English: importing turns every pair of files the right way round. */
export const ENGLISH = 'en';

export const LOOKUP = `
  select t.lemma as text, t.pos as pos, t.noun_class as nounClass, e.source as source, e.rank as rank,
         e.labels as labels
  from lexeme f
  cross join translation l on l.origin = f.id and l.language = ?
  cross join lexeme t on t.id = l.target
  cross join evidence e on e.translation = l.id
  where f.language = ? and ifnull(f.folded, f.lemma) = ?`;

const NONE: readonly Candidate[] = [];
const EMPTY: Lexicon = { lookup: () => NONE, longestKey: 0 };

/** The lexicon of one language: each key is asked of the store once. */
export function storeLexicon(connection: Connection, language: string, options: LexiconOptions): Lexicon {
  const from = languageId(connection, ENGLISH);
  const to = languageId(connection, language);
  if (from === undefined || to === undefined) return EMPTY;
  const sources = allowedSources(connection, options.licences);
  const survey = connection.attempt(() =>
    surveyLanguage(
      connection,
      { from, to },
      {
        allowed: new Set(sources.keys()),
        comparable: new Set([...sources.values()].filter(({ kind }) => kind === 'lexicon').map(({ id }) => id)),
      },
    ),
  );
  const rules: CandidateRules = {
    allRegisters: options.allRegisters,
    phrasebooks: new Map([...sources.values()].map(({ id, kind }) => [id, kind === 'phrasebook'])),
    groups: survey.groups,
    lexemes: options.lexemes,
  };
  const cache = new Map<string, readonly Candidate[]>();
  const lookup = (text: string): readonly Candidate[] => {
    const key = foldKey(text);
    if (!survey.heads.has(key)) return NONE;
    let candidates = cache.get(key);
    if (!candidates) {
      candidates = candidatesOf(connection.rows<EvidenceRow>(LOOKUP, to, from, key), rules);
      cache.set(key, candidates);
    }
    return candidates;
  };
  return { lookup, longestKey: survey.longestKey };
}

/** Tells whether a string is a word or phrase that the store knows in a language. */
export function languageWords(connection: Connection, tag: string, indexed: boolean): (word: string) => boolean {
  const language = languageId(connection, tag);
  if (language === undefined) return () => false;
  if (indexed) {
    const sql = 'select 1 from lexeme where language = ? and ifnull(folded, lemma) = ?';
    return (word) => connection.row(sql, language, foldKey(word)) !== undefined;
  }
  const sql = 'select ifnull(folded, lemma) as key from lexeme where language = ?';
  const keys = new Set(connection.rows<{ key: string }>(sql, language).map(({ key }) => key));
  return (word) => keys.has(foldKey(word));
}
