import type { Order } from '../model/model.js';
import type { UnitChunk } from './regroup.js';

/** Chunks that move as one: a chunk by itself, or noun phrases that a conjunction joins. */
type Group = readonly [UnitChunk, ...UnitChunk[]];

const CLAUSE_MAKERS: ReadonlySet<UnitChunk['kind']> = new Set(['verb', 'auxiliary', 'question', 'pronoun']);

/** Puts the chunks of an utterance in the order of the language, clause by clause; conjunctions of clauses stay where they are. */
export function orderChunks(chunks: readonly UnitChunk[], order: Order): UnitChunk[] {
  const ordered: UnitChunk[] = [];
  let clause: Group[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i] as UnitChunk;
    const before = clause.at(-1);
    if (before !== undefined && isLargerTime(before, chunk)) clause[clause.length - 1] = [...before, chunk];
    else if (chunk.kind !== 'conjunction') clause.push([chunk]);
    else if (before !== undefined && joinsPhrases(chunks, i, before)) {
      clause[clause.length - 1] = [...before, chunk, chunks[i + 1] as UnitChunk];
      i++;
    } else {
      ordered.push(...orderClause(clause, order), chunk);
      clause = [];
    }
  }
  return [...ordered, ...orderClause(clause, order)];
}

/** `tomorrow morning`, `monday at nine`: the day and its part stay in this order even where a clause is turned round. */
function isLargerTime(before: Group, chunk: UnitChunk): boolean {
  const day = before.at(-1) as UnitChunk;
  return day.time && day.adposition === '' && chunk.time;
}

/** `bread and eggs`: a noun phrase on both sides, and no further clause after the second. */
function joinsPhrases(chunks: readonly UnitChunk[], conjunction: number, before: Group): boolean {
  const next = chunks[conjunction + 1];
  if (next?.kind !== 'noun' || before.at(-1)?.kind !== 'noun') return false;
  for (let i = conjunction + 1; i < chunks.length && chunks[i]?.kind !== 'conjunction'; i++) {
    if (CLAUSE_MAKERS.has((chunks[i] as UnitChunk).kind)) return false;
  }
  return true;
}

function orderClause(groups: readonly Group[], order: Order): UnitChunk[] {
  const particles = groups.filter(([chunk]) => chunk.kind === 'particle');
  const rest = groups.filter(([chunk]) => chunk.kind !== 'particle');
  if (order.clause === 'verb-final') return [...particles, ...placeQuestions(rest.reverse(), order)].flat();
  const called = groups.findIndex(([chunk]) => chunk.kind !== 'particle');
  const opening = groups.slice(0, Math.max(called, 0));
  const main = groups.slice(opening.length);
  return [...opening, ...placeQuestions(order.clause === 'verb-initial' ? verbFirst(main) : main, order)].flat();
}

/** `i need a taxi` is `need i a taxi`: the verb goes before the pronoun that is its subject. */
function verbFirst(groups: readonly Group[]): Group[] {
  const subject = groups.findIndex(([chunk]) => chunk.kind === 'pronoun');
  const verb = groups[subject + 1];
  const ordered = [...groups];
  if (subject >= 0 && verb?.[0].kind === 'verb') ordered.splice(subject, 2, verb, groups[subject] as Group);
  return ordered;
}

/** A question that a verb governs (`tell me what is on the list`) stays with its verb. */
function placeQuestions(groups: readonly Group[], order: Order): Group[] {
  if (order.question === undefined || order.question === 'in-situ') return [...groups];
  if (groups.some(([chunk]) => chunk.kind === 'verb')) return [...groups];
  const questions = groups.filter(([chunk]) => chunk.kind === 'question');
  const others = groups.filter(([chunk]) => chunk.kind !== 'question');
  return order.question === 'final' ? [...others, ...questions] : [...questions, ...others];
}
