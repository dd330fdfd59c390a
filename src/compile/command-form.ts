import { infinitiveBundle } from '../arrange/arrange.js';
import type { Inflected } from '../model/model.js';
import type { CompileContext } from './context.js';

/** Commands that a phrasebook may hold: to one person, and to several or politely. */
const COMMANDS = ['V;IMP;2;SG', 'V;IMP;2;PL'];

/**
 * A phrasebook says verbs as commands; after `to` the infinitive is wanted. The verb is found by making commands of all
 * that the lexicon has for the English verb, and looking for one of them in the phrase.
 */
export function commandToInfinitive(phrase: string, english: string, context: CompileContext): Inflected | undefined {
  const { inflector, lexicon, profile } = context;
  const verb = english.split(' ')[0] as string;
  const commands = new Set([profile.imperative ?? 'V;IMP;2;SG', ...COMMANDS]);
  for (const { text: lemma } of lexicon.lookup(verb)) {
    if (lemma === '') continue;
    const infinitive = inflector.inflect(lemma, infinitiveBundle(profile));
    for (const bundle of commands) {
      const command = inflector.inflect(lemma, bundle).form;
      const changed = command === infinitive.form ? undefined : replaceWord(phrase, command, infinitive.form);
      if (changed !== undefined) return { ...infinitive, form: changed };
    }
  }
  return undefined;
}

function replaceWord(phrase: string, word: string, by: string): string | undefined {
  const padded = ` ${phrase} `;
  return padded.includes(` ${word} `) ? padded.replace(` ${word} `, ` ${by} `).trim() : undefined;
}
