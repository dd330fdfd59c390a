import type { Order } from '../model/model.js';
import type { UnitChunk } from './regroup.js';

/** Puts the chunks of an utterance in the order of the language, clause by clause; conjunctions stay where they are. */
export function orderChunks(chunks: readonly UnitChunk[], order: Order): UnitChunk[] {
  const ordered: UnitChunk[] = [];
  let clause: UnitChunk[] = [];
  for (const chunk of chunks) {
    if (chunk.kind === 'conjunction') {
      ordered.push(...orderClause(clause, order), chunk);
      clause = [];
    } else clause.push(chunk);
  }
  return [...ordered, ...orderClause(clause, order)];
}

function orderClause(chunks: readonly UnitChunk[], order: Order): UnitChunk[] {
  const particles = chunks.filter((chunk) => chunk.kind === 'particle');
  const rest = chunks.filter((chunk) => chunk.kind !== 'particle');
  if (order.clause === 'verb-final') return [...particles, ...placeQuestions(rest.reverse(), order)];
  if (order.clause === 'verb-initial') return placeQuestions(verbFirst(chunks), order);
  return placeQuestions([...chunks], order);
}

/** `i need a taxi` is `need i a taxi`: the verb goes before the pronoun that is its subject. */
function verbFirst(chunks: readonly UnitChunk[]): UnitChunk[] {
  const subject = chunks.findIndex((chunk) => chunk.kind === 'pronoun');
  const verb = chunks[subject + 1];
  if (subject < 0 || verb?.kind !== 'verb') return [...chunks];
  const ordered = [...chunks];
  ordered.splice(subject, 2, verb, chunks[subject] as UnitChunk);
  return ordered;
}

function placeQuestions(chunks: readonly UnitChunk[], order: Order): UnitChunk[] {
  if (order.question === undefined || order.question === 'in-situ') return [...chunks];
  const questions = chunks.filter((chunk) => chunk.kind === 'question');
  const others = chunks.filter((chunk) => chunk.kind !== 'question');
  return order.question === 'final' ? [...others, ...questions] : [...questions, ...others];
}
