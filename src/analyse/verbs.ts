/** What is known of listed English verbs: their frames and their particles. */
import { AMBIGUOUS, PHRASAL, PLAIN } from './verb-list.js';

interface Frame {
  readonly bare: boolean;
  readonly end: boolean;
  readonly words: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
}

function readFrames(text: string): ReadonlyMap<string, Frame> {
  const frames = new Map<string, Frame>();
  for (const line of text.trim().split('\n')) {
    const [verb = '', ...follows] = line.split(' ');
    frames.set(verb, {
      bare: follows.includes('bare'),
      end: follows.includes('end'),
      words: new Set(follows),
      never: new Set(follows.filter((word) => word.startsWith('!')).map((word) => word.slice(1))),
    });
  }
  return frames;
}

const FRAMES = readFrames(AMBIGUOUS);
const PLAIN_VERBS: ReadonlySet<string> = new Set(PLAIN.trim().split(/\s+/u));
const PARTICLES_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  PHRASAL.trim()
    .split('\n')
    .map((line) => {
      const [verb = '', particles = ''] = line.split(': ');
      return [verb, new Set(particles.split(' '))];
    }),
);
/** The verb is listed and not also a noun or adjective. */
export function isPlainVerb(word: string): boolean {
  return PLAIN_VERBS.has(word);
}

/** The verb is listed at all. */
export function isListedVerb(word: string): boolean {
  return PLAIN_VERBS.has(word) || FRAMES.has(word);
}

export function takesParticle(verb: string, particle: string): boolean {
  return PARTICLES_OF.get(verb)?.has(particle) ?? false;
}

/** What follows an ambiguous word, as far as its frame asks. */
export interface Following {
  readonly text: string;
  readonly kind: 'end' | 'phrase' | 'noun' | 'other';
}

/** Whether a listed word that may be a noun is a verb before what follows. */
export function frameHolds(word: string, next: Following): boolean {
  const frame = FRAMES.get(word);
  if (!frame || frame.never.has(next.text)) return false;
  if (next.kind === 'end') return frame.end;
  if (next.kind === 'phrase') return true;
  return frame.words.has(next.text) || (next.kind === 'noun' && frame.bare);
}
